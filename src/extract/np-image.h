/* Which address an image element stands for, and whether it is a photo at all. */
#pragma once

#include "extract/np-dom.h"

G_BEGIN_DECLS

/* An image of the page. A plain record. */
typedef struct
{
  char *source; /* (nullable) absolute address of its best version */
  char *alt;    /* (nullable) */
  guint width;  /* as the page says, 0 = unknown */
  guint height;
} NpImage;

gboolean np_image_is_image (const NpDom *dom, guint node);
gboolean np_image_is_sign (const NpDom *dom, guint node);
gboolean np_image_is_address (const char *source, const char *base);
gboolean np_image_read (const NpDom *dom, guint node, const char *base, NpImage *image);
void np_image_clear (NpImage *image);
gboolean np_image_is_photo_address (const char *source);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NpImage, np_image_clear)

G_END_DECLS
