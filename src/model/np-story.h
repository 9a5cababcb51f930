/* One story as the list shows it: what the index knows without opening the article's file.
 * Signal "changed" (): np_story_assign() gave it other values; rows that show it draw themselves again. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define NP_TYPE_STORY (np_story_get_type ())
G_DECLARE_FINAL_TYPE (NpStory, np_story, NP, STORY, GObject)

/* What a story is made from; all strings are copied by np_story_new(). */
typedef struct
{
  gint64 row; /* the index's number of the story; stable while the index lives */
  const char *id;
  const char *path; /* of its file, relative to the library's folder */
  const char *url;
  const char *headline;
  const char *deck; /* the deck, or else the beginning of the body */
  const char *site;
  const char *byline;
  const char *published;
  const char *saved;
  const char *thumbnail;       /* the lead photo's file, relative to the library's folder */
  const char *snippet;         /* the words around a search's matches, each match between \x02 and \x03 */
  const char *marked_headline; /* the headline with the matches in it marked in the same way; NULL for none */
  const char *const *topics;   /* keys as the article names them */
  guint words;
  gboolean read;
  gboolean starred;
  gboolean archived;
  gboolean trashed;
} NpStoryInit;

NpStory *np_story_new (const NpStoryInit *init);
void np_story_assign (NpStory *self, NpStory *from);
gint64 np_story_get_row (NpStory *self);
const char *np_story_get_id (NpStory *self);
const char *np_story_get_path (NpStory *self);
const char *np_story_get_url (NpStory *self);
const char *np_story_get_headline (NpStory *self);
const char *np_story_get_deck (NpStory *self);
const char *np_story_get_site (NpStory *self);
const char *np_story_get_byline (NpStory *self);
const char *np_story_get_published (NpStory *self);
const char *np_story_get_saved (NpStory *self);
const char *np_story_get_thumbnail (NpStory *self);
const char *np_story_get_snippet (NpStory *self);
const char *np_story_get_marked_headline (NpStory *self);
const char *const *np_story_get_topics (NpStory *self);
guint np_story_get_words (NpStory *self);
gboolean np_story_get_read (NpStory *self);
gboolean np_story_get_starred (NpStory *self);
gboolean np_story_get_archived (NpStory *self);
gboolean np_story_get_trashed (NpStory *self);

G_END_DECLS
