#include "cli/np-cli-feed-preview.h"

#include "base/np-text.h"
#include "base/np-uri.h"
#include "json/np-json-feed.h"
#include "json/np-json-print.h"
#include "library/np-feed-loader.h"

#include <glib/gi18n.h>
#include <stdio.h>

/* As much of a summary as is printed for people. */
#define SUMMARY_CHARS 200

static void
print_entry (const NpFeedEntry *entry)
{
  g_autofree char *summary = np_text_shorten (entry->summary != NULL ? entry->summary : entry->content, SUMMARY_CHARS);
  const char *time = entry->published != NULL ? entry->published : entry->updated;

  np_cli_print ("\n%s\n", entry->title != NULL ? entry->title : _ ("Untitled"));
  if (time != NULL || entry->author != NULL)
    np_cli_print ("  %s%s%s\n", time != NULL ? time : "", time != NULL && entry->author != NULL ? " · " : "",
                  entry->author != NULL ? entry->author : "");
  if (entry->link != NULL)
    np_cli_print ("  %s\n", entry->link);
  if (summary != NULL)
    np_cli_print ("  %s\n", summary);
}

static void
print_feed (const NpFeed *feed)
{
  for (guint i = 0; i < feed->feeds->len; i++)
    np_cli_print ("%s\n", (char *) feed->feeds->pdata[i]);
  if (feed->feeds->len > 0)
    return;
  np_cli_print ("%s\n", feed->title != NULL ? feed->title : _ ("Untitled"));
  if (feed->subtitle != NULL)
    np_cli_print ("%s\n", feed->subtitle);
  if (feed->link != NULL)
    np_cli_print ("%s\n", feed->link);
  for (guint i = 0; i < feed->entries->len; i++)
    print_entry (feed->entries->pdata[i]);
}

/**
 * np_cli_feed_preview:
 * @word: an address or a file
 * @user_agent: (nullable): what to call the program to sites
 * @json: whether for programs
 *
 * Prints what a feed holds and keeps nothing of it.
 *
 * Returns: the exit status
 */
NpCliStatus
np_cli_feed_preview (const char *word, const char *user_agent, gboolean json)
{
  g_auto (GStrv) urls =
      g_utf8_validate (word, -1, NULL) && !g_file_test (word, G_FILE_TEST_EXISTS) ? np_uri_list_from_text (word) : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (NpFeed) feed = np_feed_preview (urls != NULL ? urls[0] : word, user_agent, NULL, &error);

  if (feed == NULL)
    return np_cli_complain_of (word, error);
  if (json)
    {
      g_autoptr (JsonNode) node = np_json_feed_to_node (feed);
      g_autofree char *text = np_json_print_compact (node);

      puts (text);
    }
  else
    print_feed (feed);
  return NP_CLI_OK;
}
