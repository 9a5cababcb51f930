#include "ui/highlights/np-highlight-item.h"

#include "base/np-text.h"

#include <string.h>

struct _NpHighlightItem
{
  GObject parent_instance;
  NpHighlight *highlight;
  char *story_id;
  char *story_name;
  char *folded; /* all its words, as they are looked for */
};

G_DEFINE_FINAL_TYPE (NpHighlightItem, np_highlight_item, G_TYPE_OBJECT)

static void
np_highlight_item_finalize (GObject *object)
{
  NpHighlightItem *self = NP_HIGHLIGHT_ITEM (object);

  np_highlight_free (self->highlight);
  g_free (self->story_id);
  g_free (self->story_name);
  g_free (self->folded);
  G_OBJECT_CLASS (np_highlight_item_parent_class)->finalize (object);
}

static void
np_highlight_item_class_init (NpHighlightItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = np_highlight_item_finalize;
}

static void
np_highlight_item_init (NpHighlightItem *self)
{
}

/**
 * np_highlight_item_new:
 * @article: a story
 * @highlight: one of its highlights
 *
 * Returns: (transfer full): the highlight, knowing its story
 */
NpHighlightItem *
np_highlight_item_new (const NpArticle *article, const NpHighlight *highlight)
{
  NpHighlightItem *self = g_object_new (NP_TYPE_HIGHLIGHT_ITEM, NULL);
  const char *site = article->site_name != NULL ? article->site_name : article->site_domain;
  const char *headline = article->headline != NULL ? article->headline : "";
  g_autofree char *all = NULL;

  self->highlight = np_highlight_copy (highlight);
  self->story_id = g_strdup (article->id);
  self->story_name = site != NULL ? g_strconcat (headline, " · ", site, NULL) : g_strdup (headline);
  all = g_strjoin (" ", highlight->text, highlight->note != NULL ? highlight->note : "", self->story_name, NULL);
  self->folded = np_text_fold (all);
  return self;
}

/**
 * np_highlight_item_get_highlight:
 * @self: an item
 *
 * Returns: (transfer none): the highlight
 */
const NpHighlight *
np_highlight_item_get_highlight (NpHighlightItem *self)
{
  g_return_val_if_fail (NP_IS_HIGHLIGHT_ITEM (self), NULL);

  return self->highlight;
}

/**
 * np_highlight_item_get_story_id:
 * @self: an item
 *
 * Returns: the id of its story
 */
const char *
np_highlight_item_get_story_id (NpHighlightItem *self)
{
  g_return_val_if_fail (NP_IS_HIGHLIGHT_ITEM (self), NULL);

  return self->story_id;
}

/**
 * np_highlight_item_get_story_name:
 * @self: an item
 *
 * Returns: headline and site of its story
 */
const char *
np_highlight_item_get_story_name (NpHighlightItem *self)
{
  g_return_val_if_fail (NP_IS_HIGHLIGHT_ITEM (self), NULL);

  return self->story_name;
}

/**
 * np_highlight_item_matches:
 * @self: an item
 * @folded: what is looked for, as of np_text_fold()
 *
 * Returns: whether its words, its note or its story's name have @folded in them
 */
gboolean
np_highlight_item_matches (NpHighlightItem *self, const char *folded)
{
  g_return_val_if_fail (NP_IS_HIGHLIGHT_ITEM (self), FALSE);

  return strstr (self->folded, folded) != NULL;
}
