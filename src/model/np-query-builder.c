#include "model/np-query-builder.h"

/* Deeper parentheses than this are passed over: what is made from a search may be walked through by recursion. */
#define MAX_DEPTH 32

/* An open parenthesis, or the search itself. */
typedef struct
{
  GPtrArray *choices; /* of NpTerm: what stands between the ORs, done */
  GPtrArray *terms;   /* of NpTerm: what has to be there together, so far */
  gboolean negated;   /* a - stood before it */
  guint column;
} Group;

struct _NpQueryBuilder
{
  GArray *groups; /* of Group; never empty */
  guint ignored;  /* parentheses open beyond MAX_DEPTH */
  gboolean minus; /* a - that nothing has followed yet */
  guint minus_column;
  gboolean choice; /* an OR that nothing has followed yet */
  guint choice_column;
  GArray *mistakes;
};

static Group *
top (NpQueryBuilder *builder)
{
  return &g_array_index (builder->groups, Group, builder->groups->len - 1);
}

static void
open_group (NpQueryBuilder *builder, gboolean negated, guint column)
{
  Group group = { .negated = negated, .column = column };

  group.choices = g_ptr_array_new_with_free_func ((GDestroyNotify) np_term_free);
  group.terms = g_ptr_array_new_with_free_func ((GDestroyNotify) np_term_free);
  g_array_append_val (builder->groups, group);
}

static void
group_clear (gpointer data)
{
  Group *group = data;

  g_ptr_array_unref (group->choices);
  g_ptr_array_unref (group->terms);
}

/* One term for a list of them; leaves the list empty. */
static NpTerm *
join (NpTermKind kind, GPtrArray *terms)
{
  NpTerm *term;

  if (terms->len == 0)
    return NULL;
  if (terms->len == 1)
    return g_ptr_array_steal_index (terms, 0);
  term = np_term_new (kind, NULL);
  term->children = g_ptr_array_new_with_free_func ((GDestroyNotify) np_term_free);
  g_ptr_array_extend_and_steal (term->children, g_ptr_array_ref (terms));
  return term;
}

static NpTerm *
negate (NpTerm *term)
{
  NpTerm *not = np_term_new (NP_TERM_NOT, NULL);

  not ->children = g_ptr_array_new_with_free_func ((GDestroyNotify) np_term_free);
  g_ptr_array_add (not ->children, term);
  return not ;
}

/* Says what is wrong with an OR or a - that nothing followed, and forgets it. */
static void
drop_operators (NpQueryBuilder *builder)
{
  np_query_builder_drop_minus (builder, TRUE);
  if (builder->choice)
    np_query_builder_add_mistake (builder, builder->choice_column, NP_QUERY_LONE_OPERATOR);
  builder->choice = FALSE;
}

/* Ends what stands between two ORs. */
static void
end_choice (Group *group)
{
  NpTerm *term = join (NP_TERM_AND, group->terms);

  if (term != NULL)
    g_ptr_array_add (group->choices, term);
}

/* An OR counts as soon as something follows it. */
static void
begin_operand (NpQueryBuilder *builder)
{
  if (builder->choice)
    end_choice (top (builder));
  builder->choice = FALSE;
}

static void
close_group (NpQueryBuilder *builder)
{
  Group *group = top (builder);
  gboolean negated = group->negated;
  NpTerm *term;

  drop_operators (builder);
  end_choice (group);
  term = join (NP_TERM_OR, group->choices);
  g_array_set_size (builder->groups, builder->groups->len - 1);
  if (term != NULL)
    g_ptr_array_add (top (builder)->terms, negated ? negate (term) : term);
}

/**
 * np_query_builder_new:
 * @mistakes: (element-type NpQueryMistake): where to add what is wrong
 *
 * Returns: (transfer full): a builder without terms, for np_query_builder_end()
 */
NpQueryBuilder *
np_query_builder_new (GArray *mistakes)
{
  NpQueryBuilder *builder = g_new0 (NpQueryBuilder, 1);

  builder->mistakes = mistakes;
  builder->groups = g_array_new (FALSE, FALSE, sizeof (Group));
  g_array_set_clear_func (builder->groups, group_clear);
  open_group (builder, FALSE, 0);
  return builder;
}

/**
 * np_query_builder_end:
 * @builder: (transfer full): a builder
 *
 * Returns: (transfer full) (nullable): all that was put together, `NULL` for nothing
 */
NpTerm *
np_query_builder_end (NpQueryBuilder *builder)
{
  NpTerm *term;

  while (builder->groups->len > 1)
    {
      np_query_builder_add_mistake (builder, top (builder)->column, NP_QUERY_OPEN_PARENTHESIS);
      close_group (builder);
    }
  drop_operators (builder);
  end_choice (top (builder));
  term = join (NP_TERM_OR, top (builder)->choices);
  g_array_unref (builder->groups);
  g_free (builder);
  return term;
}

/**
 * np_query_builder_add:
 * @builder: a builder
 * @term: (transfer full): the next term
 */
void
np_query_builder_add (NpQueryBuilder *builder, NpTerm *term)
{
  begin_operand (builder);
  g_ptr_array_add (top (builder)->terms, builder->minus ? negate (term) : term);
  builder->minus = FALSE;
}

/**
 * np_query_builder_open:
 * @builder: a builder
 * @column: where the parenthesis stands
 */
void
np_query_builder_open (NpQueryBuilder *builder, guint column)
{
  if (builder->groups->len > MAX_DEPTH)
    {
      builder->ignored++;
      return;
    }
  begin_operand (builder);
  open_group (builder, builder->minus, column);
  builder->minus = FALSE;
}

/**
 * np_query_builder_close:
 * @builder: a builder
 * @column: where the parenthesis stands
 */
void
np_query_builder_close (NpQueryBuilder *builder, guint column)
{
  if (builder->ignored > 0)
    builder->ignored--;
  else if (builder->groups->len > 1)
    close_group (builder);
  else
    {
      drop_operators (builder);
      np_query_builder_add_mistake (builder, column, NP_QUERY_LONE_PARENTHESIS);
    }
}

/**
 * np_query_builder_or:
 * @builder: a builder
 * @column: where the OR stands
 */
void
np_query_builder_or (NpQueryBuilder *builder, guint column)
{
  if (builder->choice || top (builder)->terms->len == 0)
    {
      np_query_builder_add_mistake (builder, column, NP_QUERY_LONE_OPERATOR);
      return;
    }
  builder->choice = TRUE;
  builder->choice_column = column;
}

/**
 * np_query_builder_negate:
 * @builder: a builder
 * @column: where the - stands
 *
 * Turns the meaning of what follows around; two of them leave it as it is.
 */
void
np_query_builder_negate (NpQueryBuilder *builder, guint column)
{
  if (!builder->minus)
    builder->minus_column = column;
  builder->minus = !builder->minus;
}

/**
 * np_query_builder_is_negated:
 * @builder: a builder
 *
 * Returns: whether what follows is turned around
 */
gboolean
np_query_builder_is_negated (NpQueryBuilder *builder)
{
  return builder->minus;
}

/**
 * np_query_builder_drop_minus:
 * @builder: a builder
 * @say: whether that is a mistake of its own
 *
 * Forgets a - that nothing followed.
 */
void
np_query_builder_drop_minus (NpQueryBuilder *builder, gboolean say)
{
  if (builder->minus && say)
    np_query_builder_add_mistake (builder, builder->minus_column, NP_QUERY_LONE_OPERATOR);
  builder->minus = FALSE;
}

/**
 * np_query_builder_add_mistake:
 * @builder: a builder
 * @column: the first character it is about
 * @kind: one of NpQueryMistake's kinds
 */
void
np_query_builder_add_mistake (NpQueryBuilder *builder, guint column, int kind)
{
  NpQueryMistake mistake = { .column = column };

  mistake.kind = kind;
  g_array_append_val (builder->mistakes, mistake);
}
