#include "ui/list/np-list-order.h"

#include "ui/list/np-place-sort.h"

struct _NpListOrder
{
  GObject parent_instance;
  NpSettings *settings;
  NpPlace place;
  char *topic;
  NpSort sort;
  NpSort applied; /* that of the last query: @sort or relevance */
  gboolean ascending;
  gboolean by_relevance; /* while there are words to look for, until another order is chosen */
};

G_DEFINE_FINAL_TYPE (NpListOrder, np_list_order, G_TYPE_OBJECT)

typedef enum
{
  PROP_SORT = 1,
  PROP_ASCENDING,
  N_PROPS
} Property;

static GParamSpec *properties[N_PROPS];
static guint changed_signal;

static void
set_sort (NpListOrder *self, const char *name)
{
  NpSort sort;

  if (!np_sort_from_string (name, &sort))
    return;
  self->by_relevance = sort == NP_SORT_RELEVANCE;
  if (sort != NP_SORT_RELEVANCE)
    {
      /* Newest first, A first, longest first. */
      self->ascending = sort != self->sort ? sort == NP_SORT_HEADLINE || sort == NP_SORT_SITE : self->ascending;
      self->sort = sort;
      np_place_sort_set (self->settings, self->place, self->topic, self->sort, self->ascending);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ASCENDING]);
    }
  g_signal_emit (self, changed_signal, 0);
}

static void
set_ascending (NpListOrder *self, gboolean ascending)
{
  if (self->ascending == ascending)
    return;
  self->ascending = ascending;
  np_place_sort_set (self->settings, self->place, self->topic, self->sort, self->ascending);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ASCENDING]);
  g_signal_emit (self, changed_signal, 0);
}

static void
np_list_order_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  NpListOrder *self = NP_LIST_ORDER (object);

  switch ((Property) id)
    {
    case PROP_SORT:
      g_value_set_string (value, np_sort_to_string (self->applied));
      break;
    case PROP_ASCENDING:
      g_value_set_boolean (value, self->ascending);
      break;
    case N_PROPS:
      break;
    }
}

static void
np_list_order_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  NpListOrder *self = NP_LIST_ORDER (object);

  switch ((Property) id)
    {
    case PROP_SORT:
      set_sort (self, g_value_get_string (value));
      break;
    case PROP_ASCENDING:
      set_ascending (self, g_value_get_boolean (value));
      break;
    case N_PROPS:
      break;
    }
}

static void
np_list_order_dispose (GObject *object)
{
  NpListOrder *self = NP_LIST_ORDER (object);

  g_clear_object (&self->settings);
  G_OBJECT_CLASS (np_list_order_parent_class)->dispose (object);
}

static void
np_list_order_finalize (GObject *object)
{
  g_free (NP_LIST_ORDER (object)->topic);
  G_OBJECT_CLASS (np_list_order_parent_class)->finalize (object);
}

static void
np_list_order_class_init (NpListOrderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = np_list_order_get_property;
  object_class->set_property = np_list_order_set_property;
  object_class->dispose = np_list_order_dispose;
  object_class->finalize = np_list_order_finalize;
  properties[PROP_SORT] = g_param_spec_string ("sort", NULL, NULL, "published", flags);
  properties[PROP_ASCENDING] = g_param_spec_boolean ("ascending", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  changed_signal = g_signal_new ("changed", NP_TYPE_LIST_ORDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
np_list_order_init (NpListOrder *self)
{
  self->by_relevance = TRUE;
}

/**
 * np_list_order_new:
 * @settings: where the order of each place is kept
 *
 * Returns: (transfer full): the order of the inbox
 */
NpListOrder *
np_list_order_new (NpSettings *settings)
{
  NpListOrder *self = g_object_new (NP_TYPE_LIST_ORDER, NULL);

  self->settings = g_object_ref (settings);
  np_list_order_show (self, NP_PLACE_INBOX, NULL);
  self->applied = self->sort;
  return self;
}

/**
 * np_list_order_add_actions:
 * @self: an order
 * @actions: gets the actions "sort" and "ascending", for a menu; they hold @self
 */
void
np_list_order_add_actions (NpListOrder *self, GActionMap *actions)
{
  g_autoptr (GPropertyAction) sort = NULL, ascending = NULL;

  g_return_if_fail (NP_IS_LIST_ORDER (self) && G_IS_ACTION_MAP (actions));

  sort = g_property_action_new ("sort", self, "sort");
  ascending = g_property_action_new ("ascending", self, "ascending");
  g_action_map_add_action (actions, G_ACTION (sort));
  g_action_map_add_action (actions, G_ACTION (ascending));
}

/**
 * np_list_order_show:
 * @self: an order
 * @place: a place
 * @topic: (nullable): key of a topic
 *
 * Takes the order that another place or topic had last.
 */
void
np_list_order_show (NpListOrder *self, NpPlace place, const char *topic)
{
  g_return_if_fail (NP_IS_LIST_ORDER (self));

  self->place = place;
  g_free (self->topic);
  self->topic = g_strdup (topic);
  self->sort = np_place_sort_get (self->settings, place, topic, &self->ascending);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ASCENDING]);
}

/**
 * np_list_order_borrow:
 * @self: an order
 * @sort: what is sorted by
 * @ascending: whether the smallest comes first
 *
 * Takes another order until another place is shown; the place's own is not forgotten.
 */
void
np_list_order_borrow (NpListOrder *self, NpSort sort, gboolean ascending)
{
  g_return_if_fail (NP_IS_LIST_ORDER (self));

  self->by_relevance = sort == NP_SORT_RELEVANCE;
  if (sort != NP_SORT_RELEVANCE)
    {
      self->sort = sort;
      self->ascending = ascending;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ASCENDING]);
    }
  g_signal_emit (self, changed_signal, 0);
}

/**
 * np_list_order_prefer_relevance:
 * @self: an order
 *
 * Puts what fits best first in a new search, until the user chooses another order.
 */
void
np_list_order_prefer_relevance (NpListOrder *self)
{
  g_return_if_fail (NP_IS_LIST_ORDER (self));

  self->by_relevance = TRUE;
}

/**
 * np_list_order_apply:
 * @self: an order
 * @query: the query that comes next
 *
 * Sorts @query.
 */
void
np_list_order_apply (NpListOrder *self, NpQuery *query)
{
  g_return_if_fail (NP_IS_LIST_ORDER (self) && query != NULL);

  self->applied = self->by_relevance && np_query_has_words (query) ? NP_SORT_RELEVANCE : self->sort;
  query->sort = self->applied;
  query->ascending = query->sort != NP_SORT_RELEVANCE && self->ascending;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SORT]);
}
