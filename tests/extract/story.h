/* A small story that pages of tests are made around. */
#pragma once

#include "extract/np-extract.h"

/* Three paragraphs that only a story has. */
#define STORY                                                                                                          \
  "<p>The mayor of Testville said on Friday that the old bridge will be closed for repairs until the end of the "      \
  "year.</p>"                                                                                                          \
  "<p>Drivers will have to take the road along the river, which adds twenty minutes, according to the town's "         \
  "engineers.</p>"                                                                                                     \
  "<p>\"We have no choice,\" she told reporters. \"The bridge was built for horses, and it has carried trucks for "    \
  "decades.\"</p>"

#define STORY_TEXT                                                                                                     \
  "The mayor of Testville said on Friday that the old bridge will be closed for repairs until the end of the "         \
  "year.\n\n"                                                                                                          \
  "Drivers will have to take the road along the river, which adds twenty minutes, according to the town's "            \
  "engineers.\n\n"                                                                                                     \
  "\"We have no choice,\" she told reporters. \"The bridge was built for horses, and it has carried trucks for "       \
  "decades.\""

NpArticle *extract_story (const char *html, const char *type, GError **error);
