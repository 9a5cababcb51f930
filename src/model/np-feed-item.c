#include "model/np-feed-item.h"

#include "model/np-time.h"

typedef enum
{
  PROP_ID = 1,
  PROP_FEED,
  PROP_SITE,
  PROP_HEADLINE,
  PROP_DECK,
  PROP_LINK,
  PROP_AUTHOR,
  PROP_PUBLISHED,
  PROP_ARRIVED
} Property;

#define N_PROPERTIES (PROP_ARRIVED + 1)

struct _NpFeedItem
{
  GObject parent_instance;
  char *texts[N_PROPERTIES]; /* by property */
};

G_DEFINE_FINAL_TYPE (NpFeedItem, np_feed_item, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPERTIES];

static void
np_feed_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_string (value, NP_FEED_ITEM (object)->texts[id]);
}

static void
np_feed_item_finalize (GObject *object)
{
  NpFeedItem *self = NP_FEED_ITEM (object);

  for (guint i = 0; i < N_PROPERTIES; i++)
    g_free (self->texts[i]);
  G_OBJECT_CLASS (np_feed_item_parent_class)->finalize (object);
}

static void
np_feed_item_class_init (NpFeedItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  static const char *const names[N_PROPERTIES] = { NULL,   "id",   "feed",   "site",      "headline",
                                                   "deck", "link", "author", "published", "arrived" };

  object_class->get_property = np_feed_item_get_property;
  object_class->finalize = np_feed_item_finalize;
  for (guint i = 1; i < N_PROPERTIES; i++)
    properties[i] = g_param_spec_string (names[i], NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
np_feed_item_init (NpFeedItem *self)
{
}

/**
 * np_feed_item_new:
 * @init: what it is made from
 *
 * Returns: (transfer full): an item
 */
NpFeedItem *
np_feed_item_new (const NpFeedItemInit *init)
{
  NpFeedItem *self;

  g_return_val_if_fail (init != NULL && init->id != NULL && init->feed != NULL && init->link != NULL, NULL);

  self = g_object_new (NP_TYPE_FEED_ITEM, NULL);
  self->texts[PROP_ID] = g_strdup (init->id);
  self->texts[PROP_FEED] = g_strdup (init->feed);
  self->texts[PROP_SITE] = g_strdup (init->site);
  self->texts[PROP_HEADLINE] = g_strdup (init->headline);
  self->texts[PROP_DECK] = g_strdup (init->deck);
  self->texts[PROP_LINK] = g_strdup (init->link);
  self->texts[PROP_AUTHOR] = g_strdup (init->author);
  self->texts[PROP_PUBLISHED] = g_strdup (init->published);
  self->texts[PROP_ARRIVED] = g_strdup (init->arrived);
  if (init->headline == NULL || *init->headline == '\0')
    {
      g_free (self->texts[PROP_HEADLINE]);
      self->texts[PROP_HEADLINE] = g_strdup (init->link);
    }
  return self;
}

/**
 * np_feed_item_get_id:
 * @self: an item
 *
 * Returns: (transfer none): what tells it from the others of its feed
 */
const char *
np_feed_item_get_id (NpFeedItem *self)
{
  g_return_val_if_fail (NP_IS_FEED_ITEM (self), NULL);

  return self->texts[PROP_ID];
}

/**
 * np_feed_item_get_feed:
 * @self: an item
 *
 * Returns: (transfer none): the id of its feed
 */
const char *
np_feed_item_get_feed (NpFeedItem *self)
{
  g_return_val_if_fail (NP_IS_FEED_ITEM (self), NULL);

  return self->texts[PROP_FEED];
}

/**
 * np_feed_item_get_site:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): what the feed is called
 */
const char *
np_feed_item_get_site (NpFeedItem *self)
{
  g_return_val_if_fail (NP_IS_FEED_ITEM (self), NULL);

  return self->texts[PROP_SITE];
}

/**
 * np_feed_item_get_headline:
 * @self: an item
 *
 * Returns: (transfer none): its headline, the address where it has none
 */
const char *
np_feed_item_get_headline (NpFeedItem *self)
{
  g_return_val_if_fail (NP_IS_FEED_ITEM (self), NULL);

  return self->texts[PROP_HEADLINE];
}

/**
 * np_feed_item_get_deck:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): what the feed says of it
 */
const char *
np_feed_item_get_deck (NpFeedItem *self)
{
  g_return_val_if_fail (NP_IS_FEED_ITEM (self), NULL);

  return self->texts[PROP_DECK];
}

/**
 * np_feed_item_get_link:
 * @self: an item
 *
 * Returns: (transfer none): its address
 */
const char *
np_feed_item_get_link (NpFeedItem *self)
{
  g_return_val_if_fail (NP_IS_FEED_ITEM (self), NULL);

  return self->texts[PROP_LINK];
}

/**
 * np_feed_item_get_author:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): who wrote it
 */
const char *
np_feed_item_get_author (NpFeedItem *self)
{
  g_return_val_if_fail (NP_IS_FEED_ITEM (self), NULL);

  return self->texts[PROP_AUTHOR];
}

/**
 * np_feed_item_get_published:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): when it was published
 */
const char *
np_feed_item_get_published (NpFeedItem *self)
{
  g_return_val_if_fail (NP_IS_FEED_ITEM (self), NULL);

  return self->texts[PROP_PUBLISHED];
}

/**
 * np_feed_item_get_arrived:
 * @self: an item
 *
 * Returns: (transfer none): when it was first seen
 */
const char *
np_feed_item_get_arrived (NpFeedItem *self)
{
  g_return_val_if_fail (NP_IS_FEED_ITEM (self), NULL);

  return self->texts[PROP_ARRIVED];
}

/**
 * np_feed_item_get_sort_key:
 * @self: an item
 *
 * Returns: a number to order items by: when it was published, or else when it arrived
 */
gint64
np_feed_item_get_sort_key (NpFeedItem *self)
{
  gint64 published;

  g_return_val_if_fail (NP_IS_FEED_ITEM (self), 0);

  published = np_time_sort_key (self->texts[PROP_PUBLISHED]);
  return published != G_MININT64 ? published : np_time_sort_key (self->texts[PROP_ARRIVED]);
}
