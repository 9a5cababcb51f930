#include "library/np-words.h"

#include "library/np-library-error.h"

#include <glib/gi18n.h>

/* What each class of trouble is called, and what to do next; NULL: nothing that can be done. */
typedef struct
{
  const char *what;
  const char *next;
} Words;

static const Words words[] = {
  [NP_LIBRARY_ERROR_FAILED] = { N_ ("Something went wrong"), NULL },
  [NP_LIBRARY_ERROR_BAD_ADDRESS] = { N_ ("This is not an address"), N_ ("Check it for a missing or extra character.") },
  [NP_LIBRARY_ERROR_SCHEME] = { N_ ("Only http and https addresses can be saved"),
                                N_ ("Open the story in the browser and copy its address from there.") },
  [NP_LIBRARY_ERROR_NO_HOST] = { N_ ("There is no site with this name"), N_ ("Check the spelling of the address.") },
  [NP_LIBRARY_ERROR_OFFLINE] = { N_ ("There is no network"), N_ ("Try again when you are online.") },
  [NP_LIBRARY_ERROR_REFUSED] = { N_ ("The site does not answer"), N_ ("Try again later.") },
  [NP_LIBRARY_ERROR_TIMEOUT] = { N_ ("The site took too long to answer"), N_ ("Try again later.") },
  [NP_LIBRARY_ERROR_TLS] = { N_ ("The site’s certificate is not valid"),
                             N_ ("Check the address and your computer’s clock.") },
  [NP_LIBRARY_ERROR_REDIRECTS] = { N_ ("The site redirects from one address to the next without end"),
                                   N_ ("Open the story in the browser and copy its address from there.") },
  [NP_LIBRARY_ERROR_TOO_BIG] = { N_ ("This is too large for a story"),
                                 N_ ("Open it in the browser and paste its text here.") },
  [NP_LIBRARY_ERROR_GONE] = { N_ ("The site has no such page"),
                              N_ ("Check the address, or look for the story on the site.") },
  [NP_LIBRARY_ERROR_FORBIDDEN] = { N_ ("The site does not give this page to everyone"),
                                   N_ ("Log in with the browser and paste the story’s text here.") },
  [NP_LIBRARY_ERROR_BUSY] = { N_ ("The site is too busy"), N_ ("Try again in some minutes.") },
  [NP_LIBRARY_ERROR_SERVER] = { N_ ("The site has a problem of its own"), N_ ("Try again later.") },
  [NP_LIBRARY_ERROR_BROKEN] = { N_ ("What the site sent is incomplete"), N_ ("Try again.") },
  [NP_LIBRARY_ERROR_PRIVATE] = { N_ ("A public page leads into your own network"),
                                 N_ ("If you trust it, open it in the browser and copy the address from there.") },
  [NP_LIBRARY_ERROR_OWN_NETWORK] = { N_ ("Addresses in your own network are switched off"),
                                     N_ ("Switch them on in the preferences, or open the story in the browser and "
                                         "paste its text here.") },
  [NP_LIBRARY_ERROR_NO_STORY] = { N_ ("There is no story on this page"),
                                  N_ ("Open it in the browser and paste the story’s text here.") },
  [NP_LIBRARY_ERROR_LOG_IN] = { N_ ("The site shows this page only to those who have logged in"),
                                N_ ("Log in with the browser, then paste the story’s text here, or save the page there "
                                    "and open its file.") },
  [NP_LIBRARY_ERROR_PAY_WALL] = { N_ ("The site wants to be paid for this story"),
                                  N_ ("If you have a subscription, log in with the browser and paste the story’s text "
                                      "here.") },
  [NP_LIBRARY_ERROR_CHECK] = { N_ ("The site first wants to know whether a person reads this page"),
                               N_ ("Open it in the browser, then paste the story’s text here, or save the page there "
                                   "and open its file.") },
  [NP_LIBRARY_ERROR_CONSENT] = { N_ ("The site asks for consent before it shows this page"),
                                 N_ ("Open it in the browser, then paste the story’s text here, or save the page there "
                                     "and open its file.") },
  [NP_LIBRARY_ERROR_SCRIPT] = { N_ ("This page needs JavaScript, and Newsprint runs no scripts"),
                                N_ ("Open it in the browser, then paste the story’s text here, or save the page there "
                                    "and open its file.") },
  [NP_LIBRARY_ERROR_LISTING] = { N_ ("This page leads to stories but is none"),
                                 N_ ("Open one of its stories in the browser and copy the address from there.") },
  [NP_LIBRARY_ERROR_TYPE] = { N_ ("A story cannot be read from this kind of file"),
                              N_ ("Open it in another program and paste its text here.") },
  [NP_LIBRARY_ERROR_EMPTY] = { N_ ("It is empty"), N_ ("Check that it is the right page or file.") },
  [NP_LIBRARY_ERROR_TOO_DEEP] = { N_ ("This page is made in a way that cannot be read"),
                                  N_ ("Open it in the browser and paste the story’s text here.") },
  [NP_LIBRARY_ERROR_WORKER_TIMEOUT] = { N_ ("This page took too long to read"),
                                        N_ ("Open it in the browser and paste the story’s text here.") },
  [NP_LIBRARY_ERROR_WORKER_CRASHED] = { N_ ("This page could not be read: it stopped the part that reads pages"),
                                        N_ ("Open it in the browser and paste the story’s text here.") },
  [NP_LIBRARY_ERROR_WORKER_MEMORY] = { N_ ("This page takes too much memory to read"),
                                       N_ ("Open it in the browser and paste the story’s text here.") },
  [NP_LIBRARY_ERROR_NO_PDF_READER] = { N_ ("The program that reads PDFs is not installed"),
                                       N_ ("Install poppler-utils (on Arch: poppler) and try again, or paste the "
                                           "story’s "
                                           "text here.") },
  [NP_LIBRARY_ERROR_WORKER_START] = { N_ ("The part that reads pages could not be started"),
                                      N_ ("Start Newsprint again, then try again.") },
  [NP_LIBRARY_ERROR_NOT_FOUND] = { N_ ("There is no such file"), N_ ("Check its name and its folder.") },
  [NP_LIBRARY_ERROR_IS_FOLDER] = { N_ ("This is a folder"), N_ ("Choose the files in it.") },
  [NP_LIBRARY_ERROR_PERMISSION] = { N_ ("You are not allowed to open or change this"),
                                    N_ ("Change its permissions, or choose another place.") },
  [NP_LIBRARY_ERROR_NO_SPACE] = { N_ ("The disk is full"), N_ ("Make room on it, then try again.") },
  [NP_LIBRARY_ERROR_READ_ONLY] = { N_ ("The library can only be read"),
                                   N_ ("Open it in a place that can be written.") },
  [NP_LIBRARY_ERROR_LOCKED] = { N_ ("Another Newsprint has this library open"),
                                N_ ("Close that one, then try again.") },
  [NP_LIBRARY_ERROR_DAMAGED] = { N_ ("A file of the library is damaged"),
                                 N_ ("It was set aside in the folder “damaged”; put a copy from a backup in its "
                                     "place.") },
  [NP_LIBRARY_ERROR_VERSION] = { N_ ("This was written by a newer version of Newsprint"), N_ ("Update Newsprint.") },
  [NP_LIBRARY_ERROR_NOT_A_LIBRARY] = { N_ ("This folder is not a library"),
                                       N_ ("Choose an empty folder, or one that holds a library.") },
  [NP_LIBRARY_ERROR_NO_FOLDER] = { N_ ("The library is not in its folder"),
                                   N_ ("Connect the drive that it is on, or choose another folder in the "
                                       "preferences.") },
  [NP_LIBRARY_ERROR_IO] = { N_ ("The disk reported an error"), N_ ("Check the disk, then try again.") },
  [NP_LIBRARY_ERROR_NO_SUCH_STORY] = { N_ ("There is no such story"), N_ ("Look for it with a search.") },
  [NP_LIBRARY_ERROR_NO_SUCH_TOPIC] = { N_ ("There is no such topic"), N_ ("Check its name.") },
  [NP_LIBRARY_ERROR_TOPIC_EXISTS] = { N_ ("There is already a topic with this name"),
                                      N_ ("Choose another name, or merge the two.") },
  [NP_LIBRARY_ERROR_TOPIC_CYCLE] = { N_ ("A topic cannot go into itself"), N_ ("Choose another topic.") },
  [NP_LIBRARY_ERROR_TOPIC_NAME] = { N_ ("A topic needs a name"), N_ ("Type a name.") },
  [NP_LIBRARY_ERROR_NO_FEED] = { N_ ("This is neither a feed nor a page that names one"),
                                 N_ ("Look on the site for the address of its feed.") },
  [NP_LIBRARY_ERROR_NO_SUCH_FEED] = { N_ ("This feed is not followed"),
                                      N_ ("“newsprint feed list” shows those that are.") },
  [NP_LIBRARY_ERROR_NO_SUCH_SEARCH] = { N_ ("There is no such search"), N_ ("Check its name.") },
  [NP_LIBRARY_ERROR_DATE] = { N_ ("This is no date that can be read"),
                              N_ ("Write it as 2018-05-31, or 2018-05-31 15:48.") },
};

static const Words *
lookup (const GError *error)
{
  if (error->domain == NP_LIBRARY_ERROR && error->code >= 0 && error->code < (int) G_N_ELEMENTS (words))
    return &words[error->code];
  return &words[NP_LIBRARY_ERROR_FAILED];
}

/**
 * np_words_for_error:
 * @error: of `NP_LIBRARY_ERROR`, or cancelled
 *
 * Returns: (transfer full): what happened, in a sentence without a full stop
 */
char *
np_words_for_error (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return g_strdup (_ ("Cancelled"));
  return g_strdup (_ (lookup (error)->what));
}

/**
 * np_words_for_next_step:
 * @error: of `NP_LIBRARY_ERROR`, or cancelled
 *
 * Returns: (transfer full) (nullable): what to do about it, a sentence with its full stop
 */
char *
np_words_for_next_step (const GError *error)
{
  const char *next;

  g_return_val_if_fail (error != NULL, NULL);

  next = lookup (error)->next;
  return next != NULL ? g_strdup (_ (next)) : NULL;
}

/* What a later Newsprint wrote: with some files the whole library can only be read. */
static char *
words_for_later (GPtrArray *later)
{
  for (guint i = 0; i < later->len; i++)
    if (g_str_equal (later->pdata[i], "library.json") || g_str_equal (later->pdata[i], "topics.json"))
      return g_strdup (_ ("A newer version of Newsprint has written to this library: until this one is updated, it can "
                          "be read but not changed"));
  if (later->len > 0)
    return g_strdup_printf (_ ("“%s” was written by a newer version of Newsprint: until this one is updated, what is "
                               "in it can be seen but not changed"),
                            (const char *) later->pdata[0]);
  return NULL;
}

/**
 * np_words_for_files:
 * @damaged: (element-type utf8): files that could not be read
 * @merged: (element-type utf8): files that other versions of them were merged into
 * @later: (element-type utf8): files at the library's top that a later version has written
 *
 * Returns: (transfer full) (nullable): what happened to them, `NULL` when there are none
 */
char *
np_words_for_files (GPtrArray *damaged, GPtrArray *merged, GPtrArray *later)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) lines = NULL;
  g_autofree char *first = NULL, *second = NULL, *third = NULL;

  g_return_val_if_fail (damaged != NULL && merged != NULL && later != NULL, NULL);

  if (damaged->len > 0)
    first = g_strdup_printf (
        ngettext ("%u damaged file was set aside in the library’s folder “damaged”: %s",
                  "%u damaged files were set aside in the library’s folder “damaged”, among them %s", damaged->len),
        damaged->len, (const char *) damaged->pdata[0]);
  if (merged->len > 0)
    second = g_strdup_printf (
        ngettext (
            "Two versions of %u file were merged; what was merged is in the library’s folder “damaged”: %s",
            "Versions of %u files were merged; what was merged is in the library’s folder “damaged”, among them %s",
            merged->len),
        merged->len, (const char *) merged->pdata[0]);
  third = words_for_later (later);
  if (first != NULL)
    g_strv_builder_add (builder, first);
  if (second != NULL)
    g_strv_builder_add (builder, second);
  if (third != NULL)
    g_strv_builder_add (builder, third);
  lines = g_strv_builder_end (builder);
  return lines[0] != NULL ? g_strjoinv ("\n", lines) : NULL;
}
