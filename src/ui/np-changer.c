#include "ui/np-changer.h"

#include "base/np-uri.h"
#include "library/np-words.h"
#include "ui/np-announcer.h"

#include <glib/gi18n.h>

#define TOAST_SECONDS 6

struct _NpChanger
{
  GObject parent_instance;
  NpLibrary *library;
  AdwToastOverlay *overlay; /* weak: the window's, which owns this */
  AdwToast *toast;          /* (nullable) the one that is shown */
  NpAnnouncer *announcer;
  guint timeout_id; /* until it goes */
};

G_DEFINE_FINAL_TYPE (NpChanger, np_changer, G_TYPE_OBJECT)

static void
np_changer_dispose (GObject *object)
{
  NpChanger *self = NP_CHANGER (object);

  g_clear_weak_pointer (&self->overlay);
  g_clear_handle_id (&self->timeout_id, g_source_remove);
  g_clear_object (&self->toast);
  g_clear_object (&self->announcer);
  g_clear_object (&self->library);
  G_OBJECT_CLASS (np_changer_parent_class)->dispose (object);
}

static void
np_changer_class_init (NpChangerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = np_changer_dispose;
}

static void
np_changer_init (NpChanger *self)
{
  self->announcer = np_announcer_new ();
}

/**
 * np_changer_new:
 * @library: the library to change
 * @overlay: where to say what was done; it may go before the changer
 *
 * Returns: (transfer full): a changer
 */
NpChanger *
np_changer_new (NpLibrary *library, AdwToastOverlay *overlay)
{
  NpChanger *self = g_object_new (NP_TYPE_CHANGER, NULL);

  self->library = g_object_ref (library);
  g_set_weak_pointer (&self->overlay, overlay);
  return self;
}

static gboolean
timeout_cb (gpointer user_data)
{
  NpChanger *self = user_data;

  self->timeout_id = 0;
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  return G_SOURCE_REMOVE;
}

/* Also when it was closed by hand: it lives on while it fades, but is no longer to be spoken to. */
static void
dismissed_cb (NpChanger *self, AdwToast *toast)
{
  if (self->toast != toast)
    return;
  g_clear_object (&self->toast);
  if (self->announcer != NULL)
    np_announcer_end (self->announcer);
}

/* "Undo" always means the last change: an older toast that offers it would lie. So there is one at a time, and while it
 * is shown it takes the new words; dismissing a toast while it comes in crashes libadwaita 1.2. */
static void
show_toast (NpChanger *self, const char *text, const char *button, const char *action)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);
  gboolean fresh = self->toast == NULL;

  if (self->overlay == NULL)
    return;
  if (fresh)
    {
      self->toast = adw_toast_new (markup);
      adw_toast_set_timeout (self->toast, 0);
      g_signal_connect_object (self->toast, "dismissed", G_CALLBACK (dismissed_cb), self, G_CONNECT_SWAPPED);
    }
  adw_toast_set_title (self->toast, markup);
  adw_toast_set_button_label (self->toast, button);
  if (action != NULL)
    adw_toast_set_detailed_action_name (self->toast, action);
  else
    adw_toast_set_action_name (self->toast, NULL);
  if (fresh)
    adw_toast_overlay_add_toast (self->overlay, g_object_ref (self->toast));
  np_announcer_tell (self->announcer, GTK_WIDGET (self->overlay), text, fresh);
  g_clear_handle_id (&self->timeout_id, g_source_remove);
  self->timeout_id = g_timeout_add_seconds (TOAST_SECONDS, timeout_cb, self);
}

/**
 * np_changer_tell:
 * @self: a changer
 * @message: a sentence
 *
 * Says @message in passing.
 */
void
np_changer_tell (NpChanger *self, const char *message)
{
  g_return_if_fail (NP_IS_CHANGER (self) && message != NULL);

  show_toast (self, message, NULL, NULL);
}

/**
 * np_changer_tell_error:
 * @self: a changer
 * @error: what went wrong
 *
 * Says what went wrong and what to do next. That the user cancelled something is no news.
 */
void
np_changer_tell_error (NpChanger *self, const GError *error)
{
  g_autofree char *what = NULL, *next = NULL, *text = NULL;

  g_return_if_fail (NP_IS_CHANGER (self) && error != NULL);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  what = np_words_for_error (error);
  next = np_words_for_next_step (error);
  text = next != NULL && *next != '\0' ? g_strdup_printf ("%s. %s", what, next) : g_strdup (what);
  show_toast (self, text, NULL, NULL);
}

/**
 * np_changer_offer:
 * @self: a changer
 * @message: a sentence
 * @button: what can be done about it
 * @action: the action that does it, with its parameter if it has one: "win.update-story::ID"
 *
 * Says @message in passing, with a button.
 */
void
np_changer_offer (NpChanger *self, const char *message, const char *button, const char *action)
{
  g_return_if_fail (NP_IS_CHANGER (self) && message != NULL && button != NULL && action != NULL);

  show_toast (self, message, button, action);
}

/**
 * np_changer_tell_done:
 * @self: a changer
 *
 * Says what the last change did, with a button to undo it.
 */
void
np_changer_tell_done (NpChanger *self)
{
  NpChange *change;
  g_autofree char *words = NULL;

  g_return_if_fail (NP_IS_CHANGER (self));

  change = np_library_get_undo (self->library);
  if (change == NULL)
    return;
  words = np_words_for_change (change);
  show_toast (self, words, _ ("_Undo"), "win.undo");
}

/**
 * np_changer_tell_saved:
 * @self: a changer
 * @id: a story that somebody wanted to save, and that is saved already
 *
 * Says so, and offers to look for a new version of it.
 */
void
np_changer_tell_saved (NpChanger *self, const char *id)
{
  g_autoptr (NpStory) story = NULL;
  g_autofree char *action = NULL;

  g_return_if_fail (NP_IS_CHANGER (self) && id != NULL);

  story = np_library_find_story (self->library, id, NULL);
  action = g_strdup_printf ("win.update-story::%s", id);
  if (story != NULL && np_uri_is_web (np_story_get_url (story)))
    show_toast (self, _ ("Already saved"), _ ("Check for a New _Version"), action);
  else
    show_toast (self, _ ("Already saved"), NULL, NULL);
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NpChanger) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!np_library_do_finish (NP_LIBRARY (source), result, &error))
    np_changer_tell_error (self, error);
  else
    np_changer_tell_done (self);
}

/**
 * np_changer_check_writable:
 * @self: a changer
 *
 * Says why when nothing can be changed, rather than do nothing.
 *
 * Returns: whether the library can be changed
 */
gboolean
np_changer_check_writable (NpChanger *self)
{
  g_autoptr (GError) reason = NULL;

  g_return_val_if_fail (NP_IS_CHANGER (self), FALSE);

  if (np_library_is_writable (self->library, &reason))
    return TRUE;
  if (reason != NULL)
    np_changer_tell_error (self, reason);
  return FALSE;
}

/**
 * np_changer_do:
 * @self: a changer
 * @change: (transfer full): what to do
 *
 * Does @change and says so.
 */
void
np_changer_do (NpChanger *self, NpChange *change)
{
  g_autoptr (NpChange) taken = change;

  g_return_if_fail (NP_IS_CHANGER (self) && NP_IS_CHANGE (change));

  np_library_do_async (self->library, taken, NULL, done_cb, g_object_ref (self));
}

static void
finish_history (NpChanger *self, GAsyncResult *result, const char *format, const char *button, const char *action)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NpChange) change = np_library_undo_finish (self->library, result, &error);
  g_autofree char *words = NULL, *text = NULL;

  if (error != NULL)
    {
      np_changer_tell_error (self, error);
      return;
    }
  if (change == NULL)
    return;
  words = np_words_for_change (change);
  text = g_strconcat (format, " ", words, NULL);
  show_toast (self, text, button, action);
}

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NpChanger) self = user_data;

  finish_history (self, result, _ ("Undone:"), _ ("_Redo"), "win.redo");
}

static void
redone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NpChanger) self = user_data;

  finish_history (self, result, _ ("Redone:"), _ ("_Undo"), "win.undo");
}

/**
 * np_changer_undo:
 * @self: a changer
 *
 * Takes the last change back and says so.
 */
void
np_changer_undo (NpChanger *self)
{
  g_return_if_fail (NP_IS_CHANGER (self));

  if (np_library_get_undo (self->library) != NULL)
    np_library_undo_async (self->library, undone_cb, g_object_ref (self));
}

/**
 * np_changer_redo:
 * @self: a changer
 *
 * Does again what was undone last and says so.
 */
void
np_changer_redo (NpChanger *self)
{
  g_return_if_fail (NP_IS_CHANGER (self));

  if (np_library_get_redo (self->library) != NULL)
    np_library_redo_async (self->library, redone_cb, g_object_ref (self));
}
