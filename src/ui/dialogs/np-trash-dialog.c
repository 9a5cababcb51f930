#include "ui/dialogs/np-trash-dialog.h"

#include "library/np-trash.h"
#include "ui/np-format.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* Lives as long as its dialog. */
typedef struct
{
  NpLibrary *library;
  NpChanger *changer;
  char **ids; /* (nullable): NULL = everything in the trash */
  GCancellable *closing;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_cancellable_cancel (question->closing);
  g_object_unref (question->closing);
  g_object_unref (question->library);
  g_object_unref (question->changer);
  g_strfreev (question->ids);
  g_free (question);
}

/* @known: what would go; without it only how many stories is known so far. */
static void
describe (GtkWidget *dialog, guint n, const NpTrashResult *known)
{
  g_autofree char *stories = np_format_stories (n), *what = NULL, *size = NULL, *files = NULL, *body = NULL;

  if (known == NULL)
    what = g_strdup_printf (ngettext ("%s will be gone for good.", "%s will be gone for good.", n), stories);
  else
    {
      size = g_format_size (known->bytes);
      files = g_strdup_printf (ngettext ("%u photo or page", "%u photos and pages", known->files), known->files);
      what = known->files > 0 ? g_strdup_printf (
                 ngettext ("%s will be gone for good, with %s that no other story uses: %s on disk.",
                           "%s will be gone for good, with %s that no other story uses: %s on disk.", n),
                 stories, files, size)
                              : g_strdup_printf (ngettext ("%s will be gone for good: %s on disk.",
                                                           "%s will be gone for good: %s on disk.", n),
                                                 stories, size);
    }
  body = g_strconcat (what, "\n", _ ("This is the one thing in Newsprint that cannot be undone."), NULL);
  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog), body);
}

/* The dialog may be gone by now: then it was cancelled. */
static void
weighed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) dialog = user_data;
  g_autoptr (GError) error = NULL;
  NpTrashResult known;

  if (np_trash_weigh_finish (NP_LIBRARY (source), result, &known, &error))
    describe (dialog, known.stories, &known);
}

static void
deleted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NpChanger) changer = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *stories = NULL, *size = NULL, *text = NULL;
  NpTrashResult gone;

  if (!np_trash_delete_finish (NP_LIBRARY (source), result, &gone, &error))
    {
      np_changer_tell_error (changer, error);
      return;
    }
  stories = np_format_stories (gone.stories);
  size = g_format_size (gone.bytes);
  text = g_strdup_printf (_ ("Gone for good: %s, %s"), stories, size);
  np_changer_tell (changer, text);
}

static void
response_cb (GtkWidget *dialog, const char *response, gpointer user_data)
{
  Question *question = user_data;

  g_cancellable_cancel (question->closing);
  if (g_str_equal (response, "delete"))
    np_trash_delete_async (question->library, (const char *const *) question->ids, deleted_cb,
                           g_object_ref (question->changer));
}

static guint
count (Question *question)
{
  NpCounts counts;

  if (question->ids != NULL)
    return g_strv_length (question->ids);
  np_library_get_counts (question->library, &counts);
  return counts.trash;
}

/**
 * np_trash_dialog_new:
 * @parent: the window
 * @library: its library
 * @changer: says what was done
 * @ids: (nullable): ids of stories in the trash, %NULL for everything that is in it
 *
 * A question whether they shall go for good; its response "delete" has them gone. How much space that gives is told as
 * soon as it is known.
 *
 * Returns: (transfer none): the dialog, to be presented
 */
GtkWidget *
np_trash_dialog_new (GtkWindow *parent, NpLibrary *library, NpChanger *changer, const char *const *ids)
{
  Question *question;
  GtkWidget *dialog;
  g_autofree char *heading = NULL;
  guint n;

  g_return_val_if_fail (NP_IS_LIBRARY (library) && NP_IS_CHANGER (changer), NULL);

  question = g_new0 (Question, 1);
  question->library = g_object_ref (library);
  question->changer = g_object_ref (changer);
  question->ids = g_strdupv ((char **) ids);
  question->closing = g_cancellable_new ();
  n = count (question);
  heading = ids == NULL ? g_strdup (_ ("Empty the Trash?"))
                        : g_strdup_printf (ngettext ("Delete %u Story for Good?", "Delete %u Stories for Good?", n), n);
  dialog = adw_message_dialog_new (parent, heading, NULL);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "delete",
                                    ids == NULL ? _ ("_Empty Trash") : _ ("_Delete for Good"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "delete", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  describe (dialog, n, NULL);
  g_object_set_data_full (G_OBJECT (dialog), "question", question, question_free);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), question);
  np_trash_weigh_async (library, ids, question->closing, weighed_cb, g_object_ref (dialog));
  return dialog;
}
