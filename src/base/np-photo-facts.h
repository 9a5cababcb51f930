/* What a photo says of itself: its caption, and whose it is (IPTC Core: Description, Creator, Credit Line, Source,
 * Copyright Notice). A plain record. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  NP_PHOTO_CAPTION,
  NP_PHOTO_CREATOR, /* several are parted by ", " */
  NP_PHOTO_CREDIT,
  NP_PHOTO_SOURCE,
  NP_PHOTO_COPYRIGHT,
  NP_PHOTO_N_FACTS
} NpPhotoFactKind;

typedef struct
{
  char *values[NP_PHOTO_N_FACTS]; /* (nullable) each as of np_text_clean(), never empty */
} NpPhotoFacts;

NpPhotoFacts *np_photo_facts_new (void);
void np_photo_facts_free (NpPhotoFacts *facts);
void np_photo_facts_offer (NpPhotoFacts *facts, NpPhotoFactKind kind, const char *text, gsize length);
char *np_photo_facts_dup_credit (const NpPhotoFacts *facts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpPhotoFacts, np_photo_facts_free)

G_END_DECLS
