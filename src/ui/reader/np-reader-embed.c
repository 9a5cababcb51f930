#include "ui/reader/np-reader-embed.h"

#include "base/np-uri.h"
#include "ui/reader/np-reader-links.h"

#include <glib/gi18n.h>

static void
on_open_clicked (GtkButton *button, gpointer user_data)
{
  np_reader_link_open (GTK_WIDGET (button), g_object_get_data (G_OBJECT (button), "href"));
}

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 6);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_button (const char *href, const char *host)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Open in Browser"));
  g_autofree char *name = host != NULL ? g_strdup_printf (_ ("Open %s in the browser"), host) : NULL;

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_margin_top (button, 6);
  gtk_widget_set_tooltip_text (button, href);
  g_object_set_data_full (G_OBJECT (button), "href", g_strdup (href), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (on_open_clicked), NULL);
  if (name != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

/**
 * np_reader_embed_new:
 * @embed: a block with text, an address or both
 *
 * Returns: (transfer floating): a widget that shows it; it has a button only where the address is safe to open
 */
GtkWidget *
np_reader_embed_new (const NpBlock *embed)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *host = NULL;

  g_return_val_if_fail (embed != NULL, NULL);

  host = embed->href != NULL ? np_uri_dup_domain (embed->href) : NULL;
  gtk_widget_add_css_class (card, "np-embed");
  if (host != NULL)
    gtk_box_append (GTK_BOX (card), make_label (host, "dim-label"));
  gtk_box_append (GTK_BOX (card), make_label (embed->text != NULL && *embed->text != '\0'
                                                  ? embed->text
                                                  : _ ("Something from another site was shown here."),
                                              "embed-text"));
  if (np_reader_link_is_safe (embed->href))
    gtk_box_append (GTK_BOX (card), make_button (embed->href, host));
  return card;
}
