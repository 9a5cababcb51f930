#include "ui/story/np-diff-view.h"

#include "base/np-text.h"
#include "model/np-diff.h"

#include <glib/gi18n.h>

/* So much of a change is said in words, in characters. */
#define MAX_SAID 60

/* One place where the texts differ, in characters of the buffer. */
typedef struct
{
  int start;
  int middle; /* what was removed ends, and what was added begins */
  int end;
} Change;

struct _NpDiffView
{
  GtkTextView parent_instance;
  GtkTextTag *removed, *added;
  GArray *changes; /* Change */
  int current;     /* that was gone to last, -1 = none */
};

G_DEFINE_FINAL_TYPE (NpDiffView, np_diff_view, GTK_TYPE_TEXT_VIEW)

static void
np_diff_view_finalize (GObject *object)
{
  g_array_unref (NP_DIFF_VIEW (object)->changes);
  G_OBJECT_CLASS (np_diff_view_parent_class)->finalize (object);
}

static void
np_diff_view_class_init (NpDiffViewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = np_diff_view_finalize;
}

/* Grounds that let the theme's text through, be it dark or light. */
static void
make_tags (NpDiffView *self, GtkTextBuffer *buffer)
{
  const GdkRGBA red = { 0.88f, 0.11f, 0.14f, 0.20f }, green = { 0.15f, 0.64f, 0.41f, 0.22f };

  self->removed = gtk_text_buffer_create_tag (buffer, NULL, "background-rgba", &red, "strikethrough", TRUE, NULL);
  self->added =
      gtk_text_buffer_create_tag (buffer, NULL, "background-rgba", &green, "underline", PANGO_UNDERLINE_SINGLE, NULL);
}

static void
np_diff_view_init (NpDiffView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);

  self->changes = g_array_new (FALSE, FALSE, sizeof (Change));
  self->current = -1;
  make_tags (self, gtk_text_view_get_buffer (view));
  gtk_text_view_set_editable (view, FALSE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_left_margin (view, 24);
  gtk_text_view_set_right_margin (view, 24);
  gtk_text_view_set_top_margin (view, 12);
  gtk_text_view_set_bottom_margin (view, 24);
  gtk_text_view_set_pixels_inside_wrap (view, 4);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("What changed"), -1);
}

/**
 * np_diff_view_new:
 *
 * Returns: (transfer floating): a view without a text
 */
GtkWidget *
np_diff_view_new (void)
{
  return g_object_new (NP_TYPE_DIFF_VIEW, NULL);
}

/* A removed and an added part that follow each other are one change. */
static void
note_change (NpDiffView *self, NpDiffKind kind, int start, int end)
{
  Change *last = self->changes->len > 0 ? &g_array_index (self->changes, Change, self->changes->len - 1) : NULL;
  Change change = { start, kind == NP_DIFF_REMOVED ? end : start, end };

  if (kind == NP_DIFF_ADDED && last != NULL && last->end == start)
    last->end = end;
  else
    g_array_append_val (self->changes, change);
}

/**
 * np_diff_view_show:
 * @self: a view
 * @comparison: what to show
 */
void
np_diff_view_show (NpDiffView *self, const NpComparison *comparison)
{
  GtkTextBuffer *buffer;
  GtkTextIter at;

  g_return_if_fail (NP_IS_DIFF_VIEW (self) && comparison != NULL);

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  gtk_text_buffer_set_text (buffer, "", 0);
  g_array_set_size (self->changes, 0);
  self->current = -1;
  gtk_text_buffer_get_end_iter (buffer, &at);
  for (guint i = 0; i < comparison->parts->len; i++)
    {
      const NpDiffPart *part = &g_array_index (comparison->parts, NpDiffPart, i);
      const char *of = part->kind == NP_DIFF_REMOVED ? comparison->before : comparison->after;
      GtkTextTag *tag = part->kind == NP_DIFF_REMOVED ? self->removed : self->added;
      int start = gtk_text_iter_get_offset (&at);

      if (part->kind == NP_DIFF_SAME)
        gtk_text_buffer_insert (buffer, &at, of + part->start, (int) part->length);
      else
        {
          gtk_text_buffer_insert_with_tags (buffer, &at, of + part->start, (int) part->length, tag, NULL);
          note_change (self, part->kind, start, gtk_text_iter_get_offset (&at));
        }
    }
  gtk_text_buffer_get_start_iter (buffer, &at);
  gtk_text_buffer_place_cursor (buffer, &at);
}

/**
 * np_diff_view_get_n_changes:
 * @self: a view
 *
 * Returns: in how many places the texts differ
 */
guint
np_diff_view_get_n_changes (NpDiffView *self)
{
  g_return_val_if_fail (NP_IS_DIFF_VIEW (self), 0);

  return self->changes->len;
}

/* NULL where nothing but white space is. */
static char *
say (GtkTextBuffer *buffer, int start, int end)
{
  GtkTextIter from, to;
  g_autofree char *text = NULL, *clean = NULL;

  gtk_text_buffer_get_iter_at_offset (buffer, &from, start);
  gtk_text_buffer_get_iter_at_offset (buffer, &to, end);
  text = gtk_text_buffer_get_text (buffer, &from, &to, FALSE);
  clean = np_text_clean (text);
  return !np_text_is_empty (clean) ? np_text_shorten (clean, MAX_SAID) : NULL;
}

static char *
describe (GtkTextBuffer *buffer, const Change *change)
{
  g_autofree char *removed = say (buffer, change->start, change->middle);
  g_autofree char *added = say (buffer, change->middle, change->end);

  if (removed != NULL && added != NULL)
    /* Translators: words of a story, and what stands in their place in another version */
    return g_strdup_printf (_ ("“%s” became “%s”"), removed, added);
  if (removed != NULL)
    return g_strdup_printf (_ ("Removed: “%s”"), removed);
  if (added != NULL)
    return g_strdup_printf (_ ("Added: “%s”"), added);
  return g_strdup (_ ("Paragraphs or spaces changed"));
}

/**
 * np_diff_view_go:
 * @self: a view
 * @step: 1 for the next change, -1 for the one before; after the last comes the first
 *
 * Brings a change into sight and selects it.
 *
 * Returns: (transfer full) (nullable): what it is, in words; %NULL when there is none
 */
char *
np_diff_view_go (NpDiffView *self, int step)
{
  GtkTextBuffer *buffer;
  const Change *change;
  GtkTextIter start, end;
  g_autofree char *what = NULL;
  int n;

  g_return_val_if_fail (NP_IS_DIFF_VIEW (self), NULL);

  n = (int) self->changes->len;
  if (n == 0)
    return NULL;
  self->current = self->current < 0 ? (step > 0 ? 0 : n - 1) : (self->current + step + n) % n;
  change = &g_array_index (self->changes, Change, self->current);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  gtk_text_buffer_get_iter_at_offset (buffer, &start, change->start);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, change->end);
  gtk_text_buffer_select_range (buffer, &end, &start);
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self), gtk_text_buffer_get_insert (buffer), 0, TRUE, 0, 0.3);
  what = describe (buffer, change);
  /* Translators: the number of a change, how many there are, and what it is */
  return g_strdup_printf (_ ("%d of %d: %s"), self->current + 1, n, what);
}
