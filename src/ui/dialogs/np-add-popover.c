#include "ui/dialogs/np-add-popover.h"

#include "base/np-text.h"
#include "base/np-uri.h"
#include "ui/np-intake.h"

#include <glib/gi18n.h>

struct _NpAddPopover
{
  GtkPopover parent_instance;
  GtkEditable *entry;
  GtkWidget *save;
  GtkWidget *hint;
  NpLibrary *library;
};

G_DEFINE_FINAL_TYPE (NpAddPopover, np_add_popover, GTK_TYPE_POPOVER)

static void
changed_cb (NpAddPopover *self)
{
  gtk_widget_set_sensitive (self->save, !np_text_is_empty (gtk_editable_get_text (self->entry)));
  gtk_widget_set_visible (self->hint, FALSE);
}

static void
save_cb (NpAddPopover *self)
{
  const char *text = gtk_editable_get_text (self->entry);
  g_auto (GStrv) addresses = NULL;

  if (self->library == NULL || np_text_is_empty (text))
    return;
  addresses = np_uri_list_from_text (text);
  if (addresses == NULL)
    {
      gtk_widget_set_visible (self->hint, TRUE);
      return;
    }
  np_intake_text (self->library, text, NULL);
  gtk_editable_set_text (self->entry, "");
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
choose_cb (NpAddPopover *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.choose-files", NULL);
}

static void
np_add_popover_dispose (GObject *object)
{
  g_clear_object (&NP_ADD_POPOVER (object)->library);
  G_OBJECT_CLASS (np_add_popover_parent_class)->dispose (object);
}

static void
np_add_popover_class_init (NpAddPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = np_add_popover_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/page/newsprint/Newsprint/dialogs/np-add-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, NpAddPopover, entry);
  gtk_widget_class_bind_template_child (widget_class, NpAddPopover, save);
  gtk_widget_class_bind_template_child (widget_class, NpAddPopover, hint);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
}

static void
np_add_popover_init (NpAddPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * np_add_popover_set_library:
 * @self: a popover
 * @library: where to save
 */
void
np_add_popover_set_library (NpAddPopover *self, NpLibrary *library)
{
  g_return_if_fail (NP_IS_ADD_POPOVER (self));

  g_set_object (&self->library, library);
}
