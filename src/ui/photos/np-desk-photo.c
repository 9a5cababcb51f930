#include "ui/photos/np-desk-photo.h"

#include "base/np-text.h"

#include <string.h>

struct _NpDeskPhoto
{
  GObject parent_instance;
  char *file;
  GPtrArray *credits; /* char* each once */
  char *alt;          /* (nullable) the first that is known */
  guint width, height;
  GPtrArray *uses;
  GString *folded; /* all its words, as they are looked for */
};

G_DEFINE_FINAL_TYPE (NpDeskPhoto, np_desk_photo, G_TYPE_OBJECT)

static void
use_free (gpointer data)
{
  NpDeskUse *use = data;

  g_free (use->id);
  g_free (use->headline);
  g_free (use->caption);
  g_free (use);
}

static void
np_desk_photo_finalize (GObject *object)
{
  NpDeskPhoto *self = NP_DESK_PHOTO (object);

  g_free (self->file);
  g_ptr_array_unref (self->credits);
  g_free (self->alt);
  g_ptr_array_unref (self->uses);
  g_string_free (self->folded, TRUE);
  G_OBJECT_CLASS (np_desk_photo_parent_class)->finalize (object);
}

static void
np_desk_photo_class_init (NpDeskPhotoClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = np_desk_photo_finalize;
}

static void
np_desk_photo_init (NpDeskPhoto *self)
{
  self->uses = g_ptr_array_new_with_free_func (use_free);
  self->folded = g_string_new (NULL);
  self->credits = np_strings_new ();
}

/**
 * np_desk_photo_new:
 * @file: the photo in the library: "media/ab/ab34….jpg"
 *
 * Returns: (transfer full): a photo of no story yet
 */
NpDeskPhoto *
np_desk_photo_new (const char *file)
{
  NpDeskPhoto *self = g_object_new (NP_TYPE_DESK_PHOTO, NULL);

  self->file = g_strdup (file);
  return self;
}

static void
fold (NpDeskPhoto *self, const char *text)
{
  g_autofree char *folded = text != NULL ? np_text_fold (text) : NULL;

  if (folded != NULL)
    g_string_append_printf (self->folded, "%s\n", folded);
}

/**
 * np_desk_photo_add:
 * @self: a photo
 * @article: a story that shows it
 * @figure: how it does
 */
void
np_desk_photo_add (NpDeskPhoto *self, const NpArticle *article, const NpFigure *figure)
{
  NpDeskUse *use;

  g_return_if_fail (NP_IS_DESK_PHOTO (self) && article != NULL && figure != NULL);

  use = g_new0 (NpDeskUse, 1);
  use->id = g_strdup (article->id);
  use->headline = g_strdup (article->headline != NULL ? article->headline : "");
  use->caption = g_strdup (figure->caption);
  g_ptr_array_add (self->uses, use);
  if (figure->credit != NULL && *figure->credit != '\0' && !np_strings_contain (self->credits, figure->credit))
    g_ptr_array_add (self->credits, g_strdup (figure->credit));
  if (self->alt == NULL)
    self->alt = g_strdup (figure->alt);
  self->width = MAX (self->width, figure->width);
  self->height = MAX (self->height, figure->height);
  fold (self, figure->caption);
  fold (self, figure->credit);
  fold (self, figure->alt);
  fold (self, article->headline);
}

/**
 * np_desk_photo_get_file:
 * @self: a photo
 *
 * Returns: the photo in the library
 */
const char *
np_desk_photo_get_file (NpDeskPhoto *self)
{
  g_return_val_if_fail (NP_IS_DESK_PHOTO (self), NULL);

  return self->file;
}

/**
 * np_desk_photo_get_credits:
 * @self: a photo
 *
 * Returns: (transfer none) (element-type utf8): its credits; stories do not always agree
 */
GPtrArray *
np_desk_photo_get_credits (NpDeskPhoto *self)
{
  g_return_val_if_fail (NP_IS_DESK_PHOTO (self), NULL);

  return self->credits;
}

/**
 * np_desk_photo_dup_credit:
 * @self: a photo
 *
 * Returns: (transfer full) (nullable): all its credits in a line; %NULL where there is none
 */
char *
np_desk_photo_dup_credit (NpDeskPhoto *self)
{
  g_autoptr (GPtrArray) credits = NULL;

  g_return_val_if_fail (NP_IS_DESK_PHOTO (self), NULL);

  if (self->credits->len == 0)
    return NULL;
  credits = np_strings_copy (self->credits);
  g_ptr_array_add (credits, NULL);
  return g_strjoinv (" · ", (char **) credits->pdata);
}

/**
 * np_desk_photo_dup_caption:
 * @self: a photo
 *
 * Returns: (transfer full): all captions that it has, each once and in a line of its own; empty where there is none
 */
char *
np_desk_photo_dup_caption (NpDeskPhoto *self)
{
  g_autoptr (GPtrArray) captions = g_ptr_array_new ();

  g_return_val_if_fail (NP_IS_DESK_PHOTO (self), NULL);

  for (guint i = 0; i < self->uses->len; i++)
    {
      const NpDeskUse *use = self->uses->pdata[i];

      if (use->caption != NULL && *use->caption != '\0'
          && !g_ptr_array_find_with_equal_func (captions, use->caption, g_str_equal, NULL))
        g_ptr_array_add (captions, use->caption);
    }
  g_ptr_array_add (captions, NULL);
  return g_strjoinv ("\n", (char **) captions->pdata);
}

/**
 * np_desk_photo_get_uses:
 * @self: a photo
 *
 * Returns: (transfer none) (element-type NpDeskUse): where it stands
 */
GPtrArray *
np_desk_photo_get_uses (NpDeskPhoto *self)
{
  g_return_val_if_fail (NP_IS_DESK_PHOTO (self), NULL);

  return self->uses;
}

/**
 * np_desk_photo_new_figure:
 * @self: a photo
 *
 * Returns: (transfer full): the photo for a viewer, with all its captions
 */
NpFigure *
np_desk_photo_new_figure (NpDeskPhoto *self)
{
  NpFigure *figure;

  g_return_val_if_fail (NP_IS_DESK_PHOTO (self), NULL);

  figure = np_figure_new ();
  figure->file = g_strdup (self->file);
  figure->alt = g_strdup (self->alt);
  figure->caption = np_desk_photo_dup_caption (self);
  figure->credit = np_desk_photo_dup_credit (self);
  figure->width = self->width;
  figure->height = self->height;
  return figure;
}

/**
 * np_desk_photo_matches:
 * @self: a photo
 * @folded: what is looked for, as of np_text_fold()
 *
 * Returns: whether a caption, its credit, its alt text or the headline of its story has @folded in it
 */
gboolean
np_desk_photo_matches (NpDeskPhoto *self, const char *folded)
{
  g_return_val_if_fail (NP_IS_DESK_PHOTO (self), FALSE);

  return strstr (self->folded->str, folded) != NULL;
}
