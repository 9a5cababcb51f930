#include "ui/story/np-story-drop.h"

#include "ui/np-drag.h"

typedef struct
{
  GtkWidget *page, *lit; /* transfer none: the page owns both, and this */
  NpLibrary *library;
  NpChanger *changer;
  NpStoryDropFind find;
} Drop;

static void
drop_free (Drop *drop)
{
  g_object_unref (drop->library);
  g_object_unref (drop->changer);
  g_free (drop);
}

static GPtrArray *
find_stories (const Drop *drop)
{
  GPtrArray *stories = drop->find (drop->page);

  return stories != NULL && stories->len > 0 ? stories : NULL;
}

static gboolean
accept_cb (const Drop *self, GdkDrop *drop)
{
  return find_stories (self) != NULL
         && gdk_content_formats_contain_gtype (gdk_drop_get_formats (drop), NP_TYPE_TOPIC_DRAG);
}

static GdkDragAction
enter_cb (const Drop *self, double x, double y, GtkDropTarget *target)
{
  NpTopicDrag *drag = np_drag_get_topics (gtk_drop_target_get_current_drop (target));
  GPtrArray *stories = find_stories (self);

  if (drag == NULL || stories == NULL || !np_library_is_writable (self->library, NULL)
      || !np_topic_drag_adds_to (drag, stories))
    return 0;
  gtk_widget_add_css_class (self->lit, "drop-onto");
  return GDK_ACTION_COPY;
}

static void
leave_cb (const Drop *self)
{
  gtk_widget_remove_css_class (self->lit, "drop-onto");
}

static gboolean
drop_cb (const Drop *self, const GValue *value)
{
  GPtrArray *stories = find_stories (self);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;

  leave_cb (self);
  if (stories == NULL)
    return FALSE;
  for (guint i = 0; i < stories->len; i++)
    g_strv_builder_add (builder, np_story_get_id (stories->pdata[i]));
  ids = g_strv_builder_end (builder);
  np_changer_do (self->changer, np_topic_drag_new_change (g_value_get_object (value), (const char *const *) ids));
  return TRUE;
}

/**
 * np_story_drop_attach:
 * @page: where stories are read
 * @lit: a part of it that lights up where a drop means something
 * @library: its stories'
 * @changer: does the change
 * @find: gives the stories that a drop is about
 *
 * Lets topics be dropped on the page.
 */
void
np_story_drop_attach (GtkWidget *page, GtkWidget *lit, NpLibrary *library, NpChanger *changer, NpStoryDropFind find)
{
  GtkDropTarget *target = gtk_drop_target_new (NP_TYPE_TOPIC_DRAG, GDK_ACTION_COPY);
  Drop *drop = g_new0 (Drop, 1);

  *drop = (Drop){ page, lit, g_object_ref (library), g_object_ref (changer), find };
  g_object_set_data_full (G_OBJECT (target), "np-drop", drop, (GDestroyNotify) drop_free);
  /* Before the text view, which takes all text that is dropped, and then does nothing with it. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (target), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (target, "accept", G_CALLBACK (accept_cb), drop);
  g_signal_connect_swapped (target, "enter", G_CALLBACK (enter_cb), drop);
  g_signal_connect_swapped (target, "leave", G_CALLBACK (leave_cb), drop);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), drop);
  gtk_widget_add_controller (page, GTK_EVENT_CONTROLLER (target));
}
