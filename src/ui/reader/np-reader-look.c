#include "ui/reader/np-reader-look.h"

#include "np-reader-resources.h"

#define STYLE_SHEET "/page/newsprint/Newsprint/reader/np-reader.css"

/* Once a display. */
static void
add_style_sheet (GdkDisplay *display)
{
  static const char *const mark = "np-reader-style-sheet";
  g_autoptr (GtkCssProvider) provider = NULL;

  if (display == NULL || g_object_get_data (G_OBJECT (display), mark) != NULL)
    return;
  g_resources_register (np_reader_get_resource ());
  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (provider, STYLE_SHEET);
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_object_set_data_full (G_OBJECT (display), mark, g_steal_pointer (&provider), g_object_unref);
}

static void
on_theme_changed (NpReaderStyle *style, GParamSpec *spec, GtkWidget *widget)
{
  static const char *const themes[] = { "light", "sepia", "dark" };

  for (gsize i = 0; i < G_N_ELEMENTS (themes); i++)
    if (g_str_equal (themes[i], np_reader_style_get_theme (style)))
      gtk_widget_add_css_class (widget, themes[i]);
    else
      gtk_widget_remove_css_class (widget, themes[i]);
}

/**
 * np_reader_look_follow:
 * @widget: the reader
 * @style: how it is set
 *
 * Gives @widget the reader's look, in the colours of @style from now on.
 */
void
np_reader_look_follow (GtkWidget *widget, NpReaderStyle *style)
{
  g_return_if_fail (GTK_IS_WIDGET (widget) && NP_IS_READER_STYLE (style));

  add_style_sheet (gtk_widget_get_display (widget));
  gtk_widget_add_css_class (widget, "np-reader");
  g_signal_connect_object (style, "notify::theme", G_CALLBACK (on_theme_changed), widget, 0);
  on_theme_changed (style, NULL, widget);
}
