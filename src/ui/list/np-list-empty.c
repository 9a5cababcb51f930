#include "ui/list/np-list-empty.h"

#include "base/np-text.h"

#include <glib/gi18n.h>

typedef struct
{
  const char *icon;
  const char *title;
  const char *text;
  const char *button; /* and what it does: */
  const char *action;
} Words;

static const Words no_stories = { "np-inbox-symbolic", N_ ("Save Your First Story"),
                                  N_ ("Copy the address of a story and press Ctrl+V, press + for addresses and files, "
                                      "or drop a link here"),
                                  N_ ("_Paste"), "win.paste" };
static const Words not_found = { "edit-find-symbolic", N_ ("No Stories Found"),
                                 N_ ("Try fewer or other words, or search in all stories"), N_ ("Search _All Stories"),
                                 "win.search-all" };
static const Words not_found_anywhere = { "edit-find-symbolic", N_ ("No Stories Found"),
                                          N_ ("Try fewer or other words"), NULL, NULL };
static const Words no_topic = { "np-topic-symbolic", N_ ("No Stories with This Topic"),
                                N_ ("Drag stories onto the topic, or give it to them with T"), NULL, NULL };

static const Words *
words_for_place (NpPlace place)
{
  static const Words inbox = { "np-inbox-symbolic", N_ ("Inbox Is Empty"),
                               N_ ("New stories come in here. Press Ctrl+V to save the link you copied"), NULL, NULL };
  static const Words starred = { "starred-symbolic", N_ ("No Starred Stories"),
                                 N_ ("Press S on a story that you want to find again"), NULL, NULL };
  static const Words archive = { "np-archive-symbolic", N_ ("Archive Is Empty"),
                                 N_ ("Press E on a story that you are done with"), NULL, NULL };
  static const Words trash = { "user-trash-symbolic", N_ ("Trash Is Empty"),
                               N_ ("Deleted stories stay here, and can be put back"), NULL, NULL };

  switch (place)
    {
    case NP_PLACE_INBOX:
      return &inbox;
    case NP_PLACE_STARRED:
      return &starred;
    case NP_PLACE_ARCHIVE:
      return &archive;
    case NP_PLACE_TRASH:
      return &trash;
    case NP_PLACE_ALL:
      break;
    }
  return &no_stories;
}

/**
 * np_list_empty_describe:
 * @page: where to say it
 * @query: what was looked for
 * @library_empty: whether there is no story at all
 *
 * Says why there is nothing to see, and what to do.
 */
void
np_list_empty_describe (AdwStatusPage *page, const NpQuery *query, gboolean library_empty)
{
  const Words *words;
  GtkWidget *button = NULL;

  if (!np_text_is_empty (query->text))
    words = query->place == NP_PLACE_ALL && query->topic == NULL ? &not_found_anywhere : &not_found;
  else if (library_empty)
    words = &no_stories;
  else
    words = query->topic != NULL ? &no_topic : words_for_place (query->place);
  adw_status_page_set_icon_name (page, words->icon);
  adw_status_page_set_title (page, _ (words->title));
  adw_status_page_set_description (page, _ (words->text));
  if (words->button != NULL)
    {
      button = gtk_button_new_with_mnemonic (_ (words->button));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), words->action);
      gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (button, "pill");
      gtk_widget_add_css_class (button, "suggested-action");
    }
  adw_status_page_set_child (page, button);
}
