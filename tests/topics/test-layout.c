#include "topics/np-layout.h"

#include <math.h>

static void
settle (NpLayout *layout)
{
  guint steps = 0;

  np_layout_scatter (layout);
  while (np_layout_step (layout))
    g_assert_cmpuint (++steps, <, 2000);
}

static double
distance (NpLayout *layout, guint a, guint b)
{
  const NpLayoutNode *one = np_layout_get_node (layout, a), *two = np_layout_get_node (layout, b);

  return hypot (one->x - two->x, one->y - two->y);
}

/* Two rings of ten with one weak line between: what belongs together ends up together, and nothing lies over another.
 */
static void
test_rings (void)
{
  g_autoptr (NpLayout) layout = np_layout_new (20);
  double near = 0, far = 0;

  for (guint i = 0; i < 20; i++)
    np_layout_add_edge (layout, i, i < 10 ? (i + 1) % 10 : 10 + (i + 1) % 10, 0.9f);
  np_layout_add_edge (layout, 0, 10, 0.05f);
  settle (layout);
  for (guint i = 0; i < 20; i++)
    for (guint j = i + 1; j < 20; j++)
      {
        g_assert_cmpfloat (distance (layout, i, j), >, 15);
        *((i < 10) == (j < 10) ? &near : &far) += distance (layout, i, j) / ((i < 10) == (j < 10) ? 90 : 100);
      }
  g_assert_cmpfloat (near, <, far);
}

static void
test_odd (void)
{
  static const guint sizes[] = { 0, 1, 2, 300 };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (NpLayout) layout = np_layout_new (sizes[i]);

      /* All in one place. */
      for (guint j = 0; j < sizes[i]; j++)
        np_layout_place (layout, j, 5, 5);
      settle (layout);
      for (guint j = 0; j < sizes[i]; j++)
        {
          g_assert_true (isfinite (np_layout_get_node (layout, j)->x));
          g_assert_cmpfloat (fabsf (np_layout_get_node (layout, j)->x), <, 20000);
        }
    }
}

/* What was laid out stays where it is when one more comes, and what is held does not move at all. */
static void
test_stable (void)
{
  g_autoptr (NpLayout) layout = np_layout_new (30), again = np_layout_new (31);

  for (guint i = 1; i < 30; i++)
    np_layout_add_edge (layout, i, i / 3, 0.5f);
  settle (layout);
  for (guint i = 0; i < 30; i++)
    np_layout_place (again, i, np_layout_get_node (layout, i)->x, np_layout_get_node (layout, i)->y);
  for (guint i = 1; i < 31; i++)
    np_layout_add_edge (again, i, i / 3, 0.5f);
  np_layout_get_node (again, 4)->fixed = TRUE;
  settle (again);
  g_assert_true (np_layout_get_node (again, 4)->x == np_layout_get_node (layout, 4)->x);
  for (guint i = 0; i < 30; i++)
    g_assert_cmpfloat (hypot (np_layout_get_node (again, i)->x - np_layout_get_node (layout, i)->x,
                              np_layout_get_node (again, i)->y - np_layout_get_node (layout, i)->y),
                       <, 150);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/topics/layout/rings", test_rings);
  g_test_add_func ("/topics/layout/odd", test_odd);
  g_test_add_func ("/topics/layout/stable", test_stable);
  return g_test_run ();
}
