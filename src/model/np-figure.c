#include "model/np-figure.h"

/**
 * np_figure_new:
 *
 * Returns: (transfer full): a figure of which nothing is known
 */
NpFigure *
np_figure_new (void)
{
  return g_new0 (NpFigure, 1);
}

/**
 * np_figure_copy:
 * @figure: a figure
 *
 * Returns: (transfer full): a deep copy
 */
NpFigure *
np_figure_copy (const NpFigure *figure)
{
  NpFigure *copy;

  g_return_val_if_fail (figure != NULL, NULL);

  copy = np_figure_new ();
  copy->file = g_strdup (figure->file);
  copy->source = g_strdup (figure->source);
  copy->alt = g_strdup (figure->alt);
  copy->caption = g_strdup (figure->caption);
  copy->credit = g_strdup (figure->credit);
  copy->width = figure->width;
  copy->height = figure->height;
  copy->bytes = figure->bytes != NULL ? g_bytes_ref (figure->bytes) : NULL;
  copy->unknown = g_strdup (figure->unknown);
  return copy;
}

/**
 * np_figure_free:
 * @figure: (transfer full) (nullable): a figure
 */
void
np_figure_free (NpFigure *figure)
{
  if (figure == NULL)
    return;
  g_free (figure->file);
  g_free (figure->source);
  g_free (figure->alt);
  g_free (figure->caption);
  g_free (figure->credit);
  g_clear_pointer (&figure->bytes, g_bytes_unref);
  g_free (figure->unknown);
  g_free (figure);
}
