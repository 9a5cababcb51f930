#include "store/np-conflict.h"

#include <string.h>

/* What sync tools make of "x.json". The original's name without its ending is the first group. */
static const char *const sure[] = {
  "^(.+)\\.sync-conflict-[^/]*\\.json$", /* Syncthing: x.sync-conflict-20200131-080000-ABCDEFG */
  "^(.+?)[ _.-]*\\([^()]*conflicted copy[^()]*\\)(?: ?\\([0-9]+\\))?\\.json$", /* Nextcloud, ownCloud, Dropbox */
  "^(.+?)[ _.-]*\\((?:Case|SF)Conflict [^()]*\\)\\.json$",                     /* Dropbox, Seafile */
  "^(.+?)[ _.-]*\\(Case Conflict[^()]*\\)\\.json$",                            /* Dropbox */
  "^(.+?)[ _.-]*\\([Cc]onflict[^()]*\\)\\.json$",                              /* pCloud, MEGA */
  "^(.+?)[ _.-]*\\([^()]*in Konflikt stehende Kopie[^()]*\\)\\.json$",         /* Dropbox, in German */
  "^(.+)_conflict-[0-9]{8}-[0-9]{6}\\.json$",                                  /* ownCloud, before 2.5 */
  "^(.+)\\.[Cc]onflict[0-9]*\\.json$",                                         /* Resilio */
};

static const char *const maybe[] = {
  "^(.+?)(?: - Copy(?: \\([0-9]+\\))?|[ _]copy(?:[ _][0-9]+)?| [0-9]+|~[0-9]+)\\.json$", /* file managers, iCloud */
  "^(.+?) ?\\([0-9]+\\)\\.json$", /* Google Drive, Dropbox, browsers */
  "^Copy of (.+)\\.json$",
  "^(.+-[0-9a-f]{8})-[^/]+\\.json$",                /* OneDrive: x-DESKTOP-1ABCDE */
  "^(topics|searches|feeds|library)-[^/]+\\.json$", /* the same */
};

/* Names as the library gives them need not be matched with anything: "…-3f2a9c1e.json". */
static gboolean
is_plain (const char *name)
{
  gsize length = strlen (name), id = strlen ("-3f2a9c1e.json");

  return length > id && name[length - id] == '-' && strspn (name + length - id + 1, "0123456789abcdef") == 8
         && strpbrk (name, " (~") == NULL && strstr (name, "onflict") == NULL;
}

static char *
match (const char *const *patterns, gsize n, const char *name)
{
  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (GRegex) regex = g_regex_new (patterns[i], 0, 0, NULL);
      g_autoptr (GMatchInfo) info = NULL;
      g_autofree char *stem = NULL;

      if (!g_regex_match (regex, name, 0, &info))
        continue;
      stem = g_match_info_fetch (info, 1);
      return g_strconcat (stem, ".json", NULL);
    }
  return NULL;
}

/**
 * np_conflict_parse_name:
 * @name: the name of a file, without its folder
 * @original: (out) (nullable): the name of the file that it is a copy of
 *
 * Returns: whether it has the name of a copy
 */
NpConflictKind
np_conflict_parse_name (const char *name, char **original)
{
  *original = NULL;
  if (!g_str_has_suffix (name, ".json") || is_plain (name) || !g_utf8_validate (name, -1, NULL))
    return NP_CONFLICT_NONE;
  *original = match (sure, G_N_ELEMENTS (sure), name);
  if (*original != NULL)
    return NP_CONFLICT_SURE;
  *original = match (maybe, G_N_ELEMENTS (maybe), name);
  return *original != NULL ? NP_CONFLICT_MAYBE : NP_CONFLICT_NONE;
}

/* Whose lines are being read. */
typedef enum
{
  PART_ALL,
  PART_OURS,
  PART_BASE,
  PART_THEIRS
} Part;

/* Gives whether the line is a mark, and what follows it; a mark at the wrong place spoils the whole. */
static gboolean
read_mark (const char *line, Part *part, gboolean *wrong)
{
  static const struct
  {
    const char *mark;
    Part after, before, or_before;
  } marks[] = {
    { "<<<<<<<", PART_OURS, PART_ALL, PART_ALL },
    { "|||||||", PART_BASE, PART_OURS, PART_OURS },
    { "=======", PART_THEIRS, PART_OURS, PART_BASE },
    { ">>>>>>>", PART_ALL, PART_THEIRS, PART_THEIRS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_str_has_prefix (line, marks[i].mark) && strchr (" \r", line[strlen (marks[i].mark)]) != NULL)
      {
        *wrong |= *part != marks[i].before && *part != marks[i].or_before;
        *part = marks[i].after;
        return TRUE;
      }
  return FALSE;
}

/**
 * np_conflict_split_marks:
 * @bytes: a file
 * @ours: (out) (nullable): one version of it
 * @theirs: (out) (nullable): the other
 * @base: (out) (nullable): what both came from, where the marks tell it (`merge.conflictStyle` diff3, zdiff3)
 *
 * Takes a file with the conflict marks of git, Mercurial or diff3 apart.
 *
 * Returns: whether it has such marks, and all of them in order
 */
gboolean
np_conflict_split_marks (GBytes *bytes, GBytes **ours, GBytes **theirs, GBytes **base)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *text = g_strndup (data, length);
  g_auto (GStrv) lines = NULL;
  GString *first, *second, *third;
  Part part = PART_ALL;
  guint n_marks = 0, n_bases = 0;
  gboolean wrong = FALSE;

  *ours = *theirs = *base = NULL;
  if (data == NULL || strstr (text, "<<<<<<<") == NULL || strstr (text, ">>>>>>>") == NULL)
    return FALSE;
  lines = g_strsplit (text, "\n", -1);
  first = g_string_new (NULL);
  second = g_string_new (NULL);
  third = g_string_new (NULL);
  for (guint i = 0; lines[i] != NULL; i++)
    if (read_mark (lines[i], &part, &wrong))
      {
        n_marks += part == PART_OURS;
        n_bases += part == PART_BASE;
      }
    else
      {
        if (part == PART_ALL || part == PART_OURS)
          g_string_append_printf (first, "%s\n", lines[i]);
        if (part == PART_ALL || part == PART_THEIRS)
          g_string_append_printf (second, "%s\n", lines[i]);
        if (part == PART_ALL || part == PART_BASE)
          g_string_append_printf (third, "%s\n", lines[i]);
      }
  *ours = g_string_free_to_bytes (first);
  *theirs = g_string_free_to_bytes (second);
  *base = g_string_free_to_bytes (third);
  if (n_bases != n_marks)
    g_clear_pointer (base, g_bytes_unref);
  if (n_marks > 0 && part == PART_ALL && !wrong)
    return TRUE;
  g_clear_pointer (ours, g_bytes_unref);
  g_clear_pointer (theirs, g_bytes_unref);
  g_clear_pointer (base, g_bytes_unref);
  return FALSE;
}
