/* The feeds of NpLibrary. */
#include "library/np-feeds-parts.h"
#include "library/np-library-parts.h"

static GQuark
feeds_quark (void)
{
  return g_quark_from_static_string ("np-library-feeds");
}

/**
 * np_library_get_feeds:
 * @self: a library
 *
 * For the main thread.
 *
 * Returns: (transfer none): the feeds that are followed, and the New shelf
 */
NpFeeds *
np_library_get_feeds (NpLibrary *self)
{
  NpFeeds *feeds;

  g_return_val_if_fail (NP_IS_LIBRARY (self), NULL);

  feeds = g_object_get_qdata (G_OBJECT (self), feeds_quark ());
  if (feeds == NULL)
    {
      feeds = np_feeds_new (np_library_get_catalog (self));
      g_object_set_qdata_full (G_OBJECT (self), feeds_quark (), feeds, g_object_unref);
    }
  return feeds;
}

/**
 * np_library_close_feeds:
 * @self: a library that is about to be closed
 *
 * Ends what its feeds do.
 */
void
np_library_close_feeds (NpLibrary *self)
{
  NpFeeds *feeds = g_object_get_qdata (G_OBJECT (self), feeds_quark ());

  if (feeds != NULL)
    np_feeds_close (feeds);
}

static gboolean
change_nothing (NpFollowing *following, gpointer user_data)
{
  return FALSE;
}

/**
 * np_library_look_at_feeds:
 * @self: a library
 *
 * Has its feeds, when somebody has asked for them, read feeds.json again: somebody may have changed it. In any thread.
 */
void
np_library_look_at_feeds (NpLibrary *self)
{
  NpFeeds *feeds = g_object_get_qdata (G_OBJECT (self), feeds_quark ());
  g_autoptr (GError) error = NULL;

  if (feeds != NULL && !np_feeds_change (feeds, change_nothing, NULL, &error))
    g_message ("the feeds cannot be read: %s", error->message);
  np_library_tell_damage (self);
}
