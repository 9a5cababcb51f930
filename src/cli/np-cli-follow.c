#include "cli/np-cli-follow.h"

#include "base/np-uri.h"
#include "library/np-library-error.h"
#include "library/np-words.h"

#include <glib/gi18n.h>
#include <stdio.h>

/* Why a feed could not be read, in words. */
static char *
dup_trouble (const NpFollowed *feed)
{
  g_autoptr (GError) error =
      np_library_error_new_for_code (feed->trouble, feed->detail != NULL ? feed->detail : feed->trouble);
  g_autofree char *words = np_words_for_error (error);

  return g_strdup_printf ("%s (%s)", words, error->message);
}

static void
print_feed (const NpFollowed *feed, gboolean json)
{
  const char *title = feed->title != NULL ? feed->title : feed->url;

  if (json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      np_cli_add_string (builder, "id", feed->id);
      np_cli_add_string (builder, "url", feed->url);
      np_cli_add_string (builder, "title", feed->title);
      np_cli_add_string (builder, "link", feed->link);
      np_cli_add_string (builder, "followed", feed->followed);
      json_builder_set_member_name (builder, "new");
      json_builder_add_int_value (builder, feed->items->len);
      np_cli_add_string (builder, "error", feed->trouble);
      np_cli_add_string (builder, "errorDetail", feed->detail);
      json_builder_end_object (builder);
      np_cli_print_json (builder);
      return;
    }
  np_cli_print (ngettext ("%s · %u new\n  %s\n", "%s · %u new\n  %s\n", feed->items->len), title, feed->items->len,
                feed->url);
  if (feed->trouble != NULL)
    {
      g_autofree char *trouble = dup_trouble (feed);

      np_cli_print ("  ! %s\n", trouble);
    }
}

/**
 * np_cli_feed_list:
 * @library: the library
 * @options: the command's
 *
 * Prints the feeds that are followed.
 *
 * Returns: the exit status
 */
NpCliStatus
np_cli_feed_list (NpLibrary *library, const NpCliOptions *options)
{
  g_autoptr (GPtrArray) feeds = np_feeds_list (np_library_get_feeds (library));

  for (guint i = 0; i < feeds->len; i++)
    print_feed (feeds->pdata[i], options->json);
  return feeds->len > 0 ? NP_CLI_OK : NP_CLI_NOTHING;
}

static void
print_item (NpFeedItem *item, gboolean json)
{
  const char *time = np_feed_item_get_published (item);

  if (json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      np_cli_add_string (builder, "id", np_feed_item_get_id (item));
      np_cli_add_string (builder, "feed", np_feed_item_get_feed (item));
      np_cli_add_string (builder, "site", np_feed_item_get_site (item));
      np_cli_add_string (builder, "headline", np_feed_item_get_headline (item));
      np_cli_add_string (builder, "deck", np_feed_item_get_deck (item));
      np_cli_add_string (builder, "link", np_feed_item_get_link (item));
      np_cli_add_string (builder, "author", np_feed_item_get_author (item));
      np_cli_add_string (builder, "published", time);
      json_builder_end_object (builder);
      np_cli_print_json (builder);
      return;
    }
  np_cli_print ("%s\n  %s%s%s\n  %s\n", np_feed_item_get_headline (item),
                np_feed_item_get_site (item) != NULL ? np_feed_item_get_site (item) : "", time != NULL ? " · " : "",
                time != NULL ? time : "", np_feed_item_get_link (item));
}

/**
 * np_cli_feed_new:
 * @library: the library
 * @options: the command's
 *
 * Prints the New shelf.
 *
 * Returns: the exit status
 */
NpCliStatus
np_cli_feed_new (NpLibrary *library, const NpCliOptions *options)
{
  GListModel *items = np_feeds_get_items (np_library_get_feeds (library));
  guint n = g_list_model_get_n_items (items);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (NpFeedItem) item = g_list_model_get_item (items, i);

      print_item (item, options->json);
    }
  return n > 0 ? NP_CLI_OK : NP_CLI_NOTHING;
}

/**
 * np_cli_feed_refresh:
 * @library: the library
 * @options: the command's
 *
 * Asks every feed for what is new.
 *
 * Returns: the exit status: failed when one of them could not be had
 */
NpCliStatus
np_cli_feed_refresh (NpLibrary *library, const NpCliOptions *options)
{
  NpFeeds *feeds = np_library_get_feeds (library);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = NULL;
  NpCliStatus status = NP_CLI_OK;
  guint n_new = 0;

  if (!np_feeds_refresh (feeds, &n_new, NULL, &error))
    return np_cli_complain_of (np_library_get_folder (library), error);
  list = np_feeds_list (feeds);
  for (guint i = 0; i < list->len; i++)
    {
      const NpFollowed *feed = list->pdata[i];
      g_autofree char *trouble = NULL;

      if (options->json)
        print_feed (feed, TRUE);
      if (feed->trouble == NULL)
        continue;
      trouble = dup_trouble (feed);
      np_cli_complain ("%s: %s", feed->url, trouble);
      status = NP_CLI_FAILED;
    }
  if (!options->json)
    np_cli_print (ngettext ("%u new item\n", "%u new items\n", n_new), n_new);
  return status;
}

/**
 * np_cli_feed_remove:
 * @library: the library
 * @options: the command's; its second word is a feed
 *
 * Follows a feed no more.
 *
 * Returns: the exit status
 */
NpCliStatus
np_cli_feed_remove (NpLibrary *library, const NpCliOptions *options)
{
  g_autofree char *word = g_utf8_make_valid (options->words[1], -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (NpFollowed) feed = np_feeds_unfollow (np_library_get_feeds (library), word, &error);

  return feed != NULL ? NP_CLI_OK : np_cli_complain_of (word, error);
}

/**
 * np_cli_feed_import:
 * @library: the library
 * @options: the command's; its second word is an OPML file
 *
 * Follows the feeds of a list.
 *
 * Returns: the exit status
 */
NpCliStatus
np_cli_feed_import (NpLibrary *library, const NpCliOptions *options)
{
  g_autoptr (GError) error = NULL;

  if (!np_feeds_import_opml (np_library_get_feeds (library), options->words[1], &error))
    return np_cli_complain_of (options->words[1], error);
  return np_cli_feed_list (library, options);
}

/**
 * np_cli_feed_export:
 * @library: the library
 * @options: the command's
 *
 * Prints the feeds as OPML.
 *
 * Returns: the exit status
 */
NpCliStatus
np_cli_feed_export (NpLibrary *library, const NpCliOptions *options)
{
  g_autoptr (GBytes) bytes = np_feeds_export_opml (np_library_get_feeds (library));

  fwrite (g_bytes_get_data (bytes, NULL), 1, g_bytes_get_size (bytes), stdout);
  return NP_CLI_OK;
}

static NpCliStatus
follow (NpLibrary *library, const char *word, gboolean json)
{
  g_autofree char *valid = g_utf8_make_valid (word, -1);
  g_auto (GStrv) urls = np_uri_list_from_text (valid);
  g_autoptr (GError) error = NULL;
  g_autoptr (NpFollowed) feed = NULL;

  feed = np_feeds_follow (np_library_get_feeds (library), urls != NULL ? urls[0] : valid, NULL, &error);
  if (feed == NULL)
    return np_cli_complain_of (valid, error);
  print_feed (feed, json);
  return NP_CLI_OK;
}

/**
 * np_cli_follow:
 * @argc: how many words
 * @argv: (array length=argc): the command and its arguments
 *
 * Follows feeds from now on.
 *
 * Returns: the exit status
 */
int
np_cli_follow (int argc, char **argv)
{
  g_auto (NpCliOptions) options = { .fetches = TRUE };
  g_autoptr (NpLibrary) library = NULL;
  g_autoptr (GError) reason = NULL;
  NpCliStatus status = NP_CLI_OK;

  if (!np_cli_options_parse (&options, argc, argv, _ ("URL…"),
                             _ ("Follows feeds: what is new in them waits on the New shelf."), NULL, NULL))
    return NP_CLI_USAGE;
  if (np_cli_options_count (&options) == 0)
    return np_cli_complain_of_usage (_ ("follow: which feed?"));
  library = np_cli_open_to_write (&options, &reason);
  if (reason != NULL)
    {
      if (library != NULL)
        np_cli_complain_of (np_library_get_folder (library), reason);
      return NP_CLI_NOT_WRITABLE;
    }
  for (guint i = 0; options.words[i] != NULL; i++)
    status = np_cli_worse (status, follow (library, options.words[i], options.json));
  np_library_close (library);
  return status;
}
