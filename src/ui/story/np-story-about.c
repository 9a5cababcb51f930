#include "ui/story/np-story-about.h"

#include "ui/np-format.h"
#include "ui/story/np-story-versions.h"
#include "library/np-words.h"

#include <glib/gi18n.h>
#include <string.h>

/* --- words --- */

static const struct
{
  const char *name;
  const char *label;
} fields[] = {
  { "headline", N_ ("Headline") },   { "deck", N_ ("Deck") },         { "byline", N_ ("Byline") },
  { "authors", N_ ("Authors") },     { "dateline", N_ ("Dateline") }, { "published", N_ ("Time of Publication") },
  { "updated", N_ ("Last Change") }, { "site", N_ ("Site") },         { "section", N_ ("Section") },
  { "language", N_ ("Language") },   { "body", N_ ("Text") },         { "figures", N_ ("Photos") },
  { "keywords", N_ ("Keywords") },
};

static const struct
{
  const char *source;
  const char *words;
} sources[] = {
  { "edited", N_ ("Edited by you") },
  { "json-ld", N_ ("What the page tells search engines (JSON-LD)") },
  { "open-graph", N_ ("What the page tells other sites (Open Graph)") },
  { "meta", N_ ("The page’s head") },
  { "microdata", N_ ("Marked in the page (microdata)") },
  { "rdfa", N_ ("Marked in the page (RDFa)") },
  { "page", N_ ("As the page shows it") },
  { "script", N_ ("The page’s own data") },
  { "url", N_ ("The address") },
  { "text", N_ ("The text that was pasted or opened") },
  { "photo", N_ ("The photo itself") },
  { "feed", N_ ("The feed") },
};

static const char *
words_for_source (const char *source)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sources); i++)
    if (g_str_equal (sources[i].source, source))
      return _ (sources[i].words);
  return source;
}

/* --- rows --- */

static GtkWidget *
make_row (AdwPreferencesGroup *group, const char *title, const char *text)
{
  GtkWidget *row;
  g_autofree char *markup = NULL;

  if (text == NULL || *text == '\0')
    return NULL;
  row = adw_action_row_new ();
  markup = g_markup_escape_text (text, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), markup);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_preferences_group_add (group, row);
  return row;
}

static void
on_copy (GtkWidget *button, gpointer address)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (button), address);
}

static void
free_data (gpointer data, GClosure *closure)
{
  g_free (data);
}

static void
add_address (AdwPreferencesGroup *group, const char *title, const char *address)
{
  GtkWidget *row = make_row (group, title, address), *button;
  g_autofree char *name = NULL;

  if (row == NULL)
    return;
  /* Translators: %s is what the address is of, as “Address” or “Ended at” */
  name = g_strdup_printf (_ ("Copy: %s"), title);
  button = gtk_button_new_from_icon_name ("edit-copy-symbolic");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Copy"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_copy), g_strdup (address), free_data, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
add_time (AdwPreferencesGroup *group, const char *title, const char *time)
{
  g_autofree char *words = np_format_published (time);

  make_row (group, title, words);
}

/* The address that people gave, and only where it is another one, where it led and what the page calls itself. */
static void
add_source (AdwPreferencesPage *page, const NpArticle *article)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  const NpProvenance *from = &article->provenance;
  g_autofree char *answer = NULL;

  adw_preferences_group_set_title (group, _ ("Where It Came From"));
  add_address (group, _ ("Address"), article->url);
  if (g_strcmp0 (from->final_url, article->url) != 0)
    add_address (group, _ ("Redirected to"), from->final_url);
  if (g_strcmp0 (article->canonical_url, article->url) != 0 && g_strcmp0 (article->canonical_url, from->final_url) != 0)
    add_address (group, _ ("The page’s own address"), article->canonical_url);
  add_time (group, _ ("Saved"), article->saved);
  if (g_strcmp0 (from->fetched, article->saved) != 0)
    add_time (group, _ ("Fetched"), from->fetched);
  if (from->status != 0)
    answer = g_strdup_printf ("HTTP %u%s%s", from->status, from->content_type != NULL ? " · " : "",
                              from->content_type != NULL ? from->content_type : "");
  make_row (group, _ ("Server’s answer"), answer);
  make_row (group, _ ("Read with"), from->extractor);
  make_row (group, _ ("Kept page"), from->page);
  adw_preferences_page_add (page, group);
}

static void
add_fields (AdwPreferencesPage *page, const NpArticle *article)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  gboolean any = FALSE;

  adw_preferences_group_set_title (group, _ ("What Each Field Was Taken From"));
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *source = g_hash_table_lookup (article->provenance.fields, fields[i].name);

      if (source != NULL)
        any |= make_row (group, _ (fields[i].label), words_for_source (source)) != NULL;
    }
  if (any)
    adw_preferences_page_add (page, group);
  else
    g_object_unref (g_object_ref_sink (group));
}

static void
add_diagnostics (AdwPreferencesPage *page, const NpArticle *article)
{
  AdwPreferencesGroup *group;

  if (article->diagnostics->len == 0)
    return;
  group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (group, _ ("What Could Not Be Saved"));
  for (guint i = 0; i < article->diagnostics->len; i++)
    {
      GtkWidget *row = adw_action_row_new ();
      g_autofree char *words = np_words_for_diagnostic (article->diagnostics->pdata[i]);
      g_autofree char *markup = g_markup_escape_text (words, -1);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), markup);
      adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
      adw_preferences_group_add (group, row);
    }
  adw_preferences_page_add (page, group);
}

/* Who is to do the changes. */
typedef struct
{
  NpStoryAboutFunc func;
  gpointer user_data;
  GtkWindow *window;
} Doer;

/* What is said of the story here is no longer so then. */
static void
on_change (NpStoryVersions *versions, NpChange *change, gpointer data)
{
  Doer *doer = data;

  doer->func (change, doer->user_data);
  gtk_window_close (doer->window);
}

static void
add_versions (AdwPreferencesPage *page, GtkWindow *window, NpLibrary *library, const NpArticle *article,
              NpStoryAboutFunc func, gpointer user_data)
{
  GtkWidget *versions;
  Doer *doer;

  if (article->versions->len == 0)
    return;
  versions = np_story_versions_new (library, article->id);
  doer = g_new (Doer, 1);
  *doer = (Doer){ func, user_data, window };
  g_signal_connect_data (versions, "change", G_CALLBACK (on_change), doer, free_data, 0);
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (versions));
}

/* Escape closes it, as a dialog. */
static GtkEventController *
new_close_keys (void)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("Escape"), gtk_named_action_new ("window.close")));
  return keys;
}

/**
 * np_story_about_new:
 * @parent: the window of the story
 * @library: where it is
 * @article: a story
 * @func: does changes
 * @user_data: for @func; has to outlive @parent
 *
 * Returns: (transfer none): a window that says where @article came from; GTK owns it
 */
GtkWidget *
np_story_about_new (GtkWindow *parent, NpLibrary *library, const NpArticle *article, NpStoryAboutFunc func,
                    gpointer user_data)
{
  GtkWidget *window = g_object_new (ADW_TYPE_WINDOW, "transient-for", parent, "modal", TRUE, "title",
                                    _ ("About This Story"), "default-width", 480, "default-height", 600, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *page = adw_preferences_page_new ();

  add_source (ADW_PREFERENCES_PAGE (page), article);
  add_versions (ADW_PREFERENCES_PAGE (page), GTK_WINDOW (window), library, article, func, user_data);
  add_fields (ADW_PREFERENCES_PAGE (page), article);
  add_diagnostics (ADW_PREFERENCES_PAGE (page), article);
  gtk_widget_set_vexpand (page, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), page);
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_widget_add_controller (window, new_close_keys ());
  return window;
}
