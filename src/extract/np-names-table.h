/* The words that pages name their elements with, in many languages. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Kinds of content, as bits. */
typedef enum
{
  NP_NAME_ARTICLE = 1 << 0,    /* article, story, post, entry: the story's own parts */
  NP_NAME_BODY = 1 << 1,       /* body, content, text of such a thing: where the story's text lives */
  NP_NAME_NAVIGATION = 1 << 2, /* menus, breadcrumbs, page numbers, tables of contents */
  NP_NAME_FOOTER = 1 << 3,
  NP_NAME_SHARE = 1 << 4,
  NP_NAME_RELATED = 1 << 5, /* other stories */
  NP_NAME_SIGN_UP = 1 << 6, /* newsletters, subscriptions, log-ins, donations */
  NP_NAME_COMMENTS = 1 << 7,
  NP_NAME_ADVERT = 1 << 8,
  NP_NAME_TAGS = 1 << 9,
  NP_NAME_AUTHOR = 1 << 10,
  NP_NAME_BYLINE = 1 << 11,
  NP_NAME_DATE = 1 << 12,
  NP_NAME_META = 1 << 13, /* the line with date, section, reading time */
  NP_NAME_CAPTION = 1 << 14,
  NP_NAME_CREDIT = 1 << 15,
  NP_NAME_HIDDEN = 1 << 16, /* not seen on a screen: for screen readers, for print */
  NP_NAME_DECK = 1 << 17,
  NP_NAME_HEADLINE = 1 << 18,
  NP_NAME_EMBED = 1 << 19,
  NP_NAME_GALLERY = 1 << 20,
  NP_NAME_SIDE = 1 << 21,   /* sidebars, rails, widgets */
  NP_NAME_DIALOG = 1 << 22, /* cookie notices, pop-ups, overlays */
  NP_NAME_PULL_QUOTE = 1 << 23,
  NP_NAME_PLAYER = 1 << 24, /* video and audio players with their controls */
  NP_NAME_ICON = 1 << 25,   /* logos, avatars, icons */
  NP_NAME_PHOTO = 1 << 26,
  NP_NAME_INFO_BOX = 1 << 27, /* facts beside the story */
  NP_NAME_LEAD = 1 << 28,     /* lead, lede, intro: a deck or the first paragraph */
  NP_NAME_SITE = 1 << 29,     /* header, masthead of the site */
} NpNames;

NpNames np_names_table_look_up (const char *word, const char *next);

G_END_DECLS
