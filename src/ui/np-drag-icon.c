#include "ui/np-drag-icon.h"

#include "ui/np-drag-escape.h"

static const char *
icon_for (GdkDragAction action)
{
  return action == GDK_ACTION_COPY   ? "list-add-symbolic"
         : action == GDK_ACTION_LINK ? "insert-link-symbolic"
         : action == GDK_ACTION_MOVE ? "go-jump-symbolic"
                                     : "action-unavailable-symbolic";
}

/* Under a drag that does nothing where it is there is no sign at all: most of the way it is over nothing. */
static void
action_cb (GdkDrag *drag, GParamSpec *pspec, GtkWidget *sign)
{
  GdkDragAction action = gdk_drag_get_selected_action (drag);

  gtk_image_set_from_icon_name (GTK_IMAGE (sign), icon_for (action));
  gtk_widget_set_opacity (sign, action == 0 ? 0.3 : 1);
}

static GtkWidget *
make_label (const char *text, gboolean dim)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 32);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (dim)
    {
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dim-label");
    }
  return label;
}

/**
 * np_drag_icon_set:
 * @source: the source of a drag that has begun
 * @label: what is carried; of several the one that was taken hold of
 * @detail: (nullable): what comes with it: "214 stories"
 * @n: how many are carried
 *
 * Shows a card with @label under the pointer, with the number when it is more than one, and with a sign of what letting
 * go would do, which follows the keys that are held. Escape ends the drag.
 */
void
np_drag_icon_set (GtkDragSource *source, const char *label, const char *detail, guint n)
{
  GdkDrag *drag = gtk_drag_source_get_drag (source);
  GtkWidget *box, *sign, *words;

  if (drag == NULL)
    return;
  np_drag_escape_watch (drag);
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  gtk_widget_add_css_class (box, "np-drag-icon");
  sign = gtk_image_new ();
  gtk_box_append (GTK_BOX (box), sign);
  words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (words), make_label (label, FALSE));
  if (detail != NULL)
    gtk_box_append (GTK_BOX (words), make_label (detail, TRUE));
  gtk_box_append (GTK_BOX (box), words);
  if (n > 1)
    {
      g_autofree char *number = g_strdup_printf ("%'u", n);
      GtkWidget *badge = gtk_label_new (number);

      gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (badge, "np-badge");
      gtk_box_append (GTK_BOX (box), badge);
    }
  g_signal_connect_object (drag, "notify::selected-action", G_CALLBACK (action_cb), sign, 0);
  action_cb (drag, NULL, sign);
  gtk_drag_icon_set_child (GTK_DRAG_ICON (gtk_drag_icon_get_for_drag (drag)), box);
  gdk_drag_set_hotspot (drag, -12, -8);
}
