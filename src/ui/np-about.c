#include "ui/np-about.h"

#include "np-config.h"

#include <glib/gi18n.h>

/**
 * np_about_show:
 * @parent: (nullable): the window over which it opens
 *
 * Says what the program is, whose, and of which version.
 */
void
np_about_show (GtkWindow *parent)
{
  adw_show_about_window (parent, "application-name", _ ("Newsprint"), "application-icon", NP_APPLICATION_ID, "version",
                         NP_VERSION, "comments", _ ("Keep news stories, read them in peace, and sort them by topic"),
                         "developer-name", _ ("The Newsprint project"), "license-type", GTK_LICENSE_GPL_3_0,
                         "translator-credits",
                         /* Translators: your names, one a line */
                         _ ("translator-credits"), NULL);
}
