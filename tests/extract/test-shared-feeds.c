/* Feeds with what another parser's own tests expect of each, from ../shared/eval/feeds: how many of the expectations
 * are met is printed, and held against the goal. Nothing that could run survives from any of them. Without that folder
 * there is nothing to do. */
#include "extract/np-entities.h"
#include "extract/np-feed-reader.h"

#include <json-glib/json-glib.h>
#include <stdio.h>
#include <string.h>

/* Of the expectations on the fields below. */
#define GOAL 0.95

/* Where those tests were served from: some feeds are told their address by it alone. */
#define SERVER "http://127.0.0.1:8097/"

static char *
dup_folder (void)
{
  const char *shared = g_getenv ("NP_SHARED_DIR");

  return g_build_filename (shared != NULL ? shared : "/nowhere", "eval", "feeds", NULL);
}

static NpFeed *
read_feed (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (NpPage) page = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  char *content;
  gsize length;

  g_assert_true (g_file_get_contents (path, &content, &length, &error));
  bytes = g_bytes_new_take (content, length);
  page = np_page_new (bytes);
  page->url = g_strconcat (SERVER, name, NULL);
  return np_feed_read (page, NULL);
}

/* --- values in one form */

static char *
replace (const char *text, const char *pattern, const char *with)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT, NULL);

  return g_regex_replace_literal (regex, text, -1, 0, with, G_REGEX_MATCH_DEFAULT, NULL);
}

static char *
one_space (const char *text)
{
  char *spaced = replace (text, "\\s+", " ");

  return g_strstrip (spaced);
}

static char *
without_markup (const char *text)
{
  g_autofree char *bare = replace (text, "<[^<>]*>", ""), *decoded = np_entities_decode (bare);

  return one_space (decoded);
}

static gboolean
same_text (const char *got, const char *wanted)
{
  g_autofree char *plain = one_space (got != NULL ? got : ""), *bare = without_markup (got != NULL ? got : "");
  g_autofree char *expected = without_markup (wanted != NULL ? wanted : "");

  return g_str_equal (plain, expected) || g_str_equal (bare, expected);
}

/* ISO 8601, or as a mail has it, of GMT. */
static GDateTime *
read_time (const char *text)
{
  static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  GDateTime *time = g_date_time_new_from_iso8601 (text, utc);
  g_autofree char *midnight = NULL;
  char month[4];
  int day, year, hour, minute, second;
  const char *found;

  if (time == NULL && strchr (text, 'T') == NULL && strlen (text) == strlen ("2004-01-01"))
    {
      midnight = g_strconcat (text, "T00:00:00", NULL);
      time = g_date_time_new_from_iso8601 (midnight, utc);
    }
  if (time != NULL || sscanf (text, "%*3s, %d %3s %d %d:%d:%d GMT", &day, month, &year, &hour, &minute, &second) != 6)
    return time;
  found = strstr (months, month);
  return found != NULL ? g_date_time_new_utc (year, (int) (found - months) / 3 + 1, day, hour, minute, second) : NULL;
}

static gboolean
same_time (const char *got, JsonNode *wanted)
{
  g_autoptr (GDateTime) time = got != NULL ? read_time (got) : NULL, expected = NULL;

  if (JSON_NODE_HOLDS_ARRAY (wanted))
    {
      JsonArray *parts = json_node_get_array (wanted);

      expected = g_date_time_new_utc (
          (int) json_array_get_int_element (parts, 0), (int) json_array_get_int_element (parts, 1),
          (int) json_array_get_int_element (parts, 2), (int) json_array_get_int_element (parts, 3),
          (int) json_array_get_int_element (parts, 4), (double) json_array_get_int_element (parts, 5));
    }
  else
    expected = read_time (json_node_get_string (wanted));
  return time != NULL && expected != NULL && g_date_time_compare (time, expected) == 0;
}

/* --- the expectations */

static const char *const fields[] = { "title",   "link",      "id",      "author",  "summary",
                                      "content", "published", "updated", "language" };

static guint
find_field (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_str_equal (fields[i], name)
        || (g_str_has_prefix (name, fields[i]) && g_str_equal (name + strlen (fields[i]), "_parsed")))
      return i;
  return G_N_ELEMENTS (fields);
}

/* Which of the fields a path leads to; G_N_ELEMENTS (fields) for what is that parser's own. */
static guint
read_path (JsonArray *path, int *entry)
{
  guint length = json_array_get_length (path), at = 1;
  const char *name;

  *entry = -1;
  if (g_str_equal (json_array_get_string_element (path, 0), "entries"))
    *entry = (int) json_array_get_int_element (path, at++);
  name = json_array_get_string_element (path, at);
  if (g_str_equal (name, "content") ? !g_str_equal (json_array_get_string_element (path, length - 1), "value")
                                    : length > at + 1)
    return G_N_ELEMENTS (fields);
  return find_field (name);
}

static const char *
get_value (const NpFeed *feed, int number, const char *field)
{
  const NpFeedEntry none = { 0 };
  const NpFeedEntry *entry = number >= 0 && number < (int) feed->entries->len ? feed->entries->pdata[number] : &none;
  const struct
  {
    const char *field, *of_feed, *of_entry;
  } values[] = {
    { "title", feed->title, entry->title },
    { "link", feed->link, entry->link },
    { "id", feed->id, entry->id },
    { "author", feed->author, entry->author },
    { "summary", NULL, entry->summary },
    { "content", NULL, entry->content },
    { "published", feed->published, entry->published },
    { "updated", feed->updated, entry->updated },
    { "language", feed->language, entry->language },
  };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    if (g_str_equal (values[i].field, field))
      return number < 0 ? values[i].of_feed : values[i].of_entry;
  g_assert_not_reached ();
}

static gboolean
is_met (JsonObject *expectation, const NpFeed *feed, int entry, const char *field)
{
  JsonNode *wanted = json_object_get_member (expectation, "equals");
  const char *got = feed != NULL ? get_value (feed, entry, field) : NULL;
  gboolean met = g_str_equal (field, "published") || g_str_equal (field, "updated")
                     ? same_time (got, wanted)
                     : same_text (got, json_node_is_null (wanted) ? NULL : json_node_get_string (wanted));

  if (!met)
    {
      g_autofree char *text = json_to_string (wanted, FALSE);

      g_test_message ("%s: %s is “%s”, not %s", json_object_get_string_member (expectation, "file"), field,
                      got != NULL ? got : "(nothing)", text);
    }
  return met;
}

static void
test_expectations (void)
{
  g_autofree char *folder = dup_folder (), *file = g_build_filename (folder, "feeds.json", NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  guint met[G_N_ELEMENTS (fields)] = { 0 }, all[G_N_ELEMENTS (fields)] = { 0 }, n_met = 0, n = 0;
  JsonArray *expectations;

  if (!json_parser_load_from_file (parser, file, NULL))
    return;
  expectations = json_node_get_array (json_parser_get_root (parser));
  for (guint i = 0; i < json_array_get_length (expectations); i++)
    {
      JsonObject *expectation = json_array_get_object_element (expectations, i);
      int entry;
      guint field = read_path (json_object_get_array_member (expectation, "path"), &entry);
      g_autoptr (NpFeed) feed = NULL;

      if (field == G_N_ELEMENTS (fields))
        continue;
      feed = read_feed (folder, json_object_get_string_member (expectation, "file"));
      all[field]++;
      met[field] += is_met (expectation, feed, entry, fields[field]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_test_message ("%-10s %u of %u", fields[i], met[i], all[i]);
      n_met += met[i];
      n += all[i];
    }
  g_test_message ("met: %.1f %% of %u (goal: %.0f %%)", 100.0 * n_met / n, n, GOAL * 100);
  g_assert_cmpuint (n, >, 0);
  g_assert_cmpfloat ((double) n_met / n, >=, GOAL);
}

/* --- what must not be there */

static void
check_text (const char *file, const char *text)
{
  static const char bad[] = "(?i)<\\s*/?\\s*(script|style|iframe|object|embed|form|meta|link)\\b"
                            "|<[^<>]*\\s(on[a-z]+|style)\\s*=|^\\s*(javascript|vbscript|data):";

  if (text != NULL && g_regex_match_simple (bad, text, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT))
    g_error ("%s: “%s” survives", file, text);
}

static void
check_entry (const char *file, const NpFeedEntry *entry)
{
  const char *texts[] = { entry->id,      entry->title,   entry->link,     entry->author,
                          entry->summary, entry->content, entry->language, entry->published };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    check_text (file, texts[i]);
  for (guint i = 0; i < entry->tags->len; i++)
    check_text (file, entry->tags->pdata[i]);
  for (guint i = 0; i < entry->enclosures->len; i++)
    check_text (file, ((NpFeedEnclosure *) entry->enclosures->pdata[i])->url);
}

static void
test_nothing_runs (void)
{
  g_autofree char *folder = dup_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autoptr (NpFeed) feed = g_str_has_suffix (name, ".xml") ? read_feed (folder, name) : NULL;

      if (feed == NULL)
        continue;
      n++;
      check_text (name, feed->title);
      check_text (name, feed->subtitle);
      check_text (name, feed->link);
      check_text (name, feed->author);
      for (guint i = 0; i < feed->entries->len; i++)
        check_entry (name, feed->entries->pdata[i]);
    }
  g_test_message ("%u feeds", n);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/extract/shared-feeds/expectations", test_expectations);
  g_test_add_func ("/extract/shared-feeds/nothing-runs", test_nothing_runs);
  return g_test_run ();
}
