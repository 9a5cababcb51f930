/* Reads the story that is shown aloud, sentence by sentence, and shows in the text which one. */
#pragma once

#include "model/np-article.h"
#include "ui/reader/np-reader-view.h"
#include "ui/speech/np-speaker.h"

G_BEGIN_DECLS

#define NP_TYPE_READ_ALOUD (np_read_aloud_get_type ())
G_DECLARE_FINAL_TYPE (NpReadAloud, np_read_aloud, NP, READ_ALOUD, GObject)

typedef enum
{
  NP_READ_ALOUD_SILENT,
  NP_READ_ALOUD_SPEAKING,
  NP_READ_ALOUD_PAUSED,
  NP_READ_ALOUD_FAILED /* there is nobody to speak; silent otherwise */
} NpReadAloudState;

/* Properties:
 *  "state" (int, read)         an NpReadAloudState
 *  "rate" (int, read, write)   how fast, as np_speaker_say() has it
 */
NpReadAloud *np_read_aloud_new (NpReaderView *view, NpSpeaker *speaker);
void np_read_aloud_set_article (NpReadAloud *self, NpArticle *article);
NpReadAloudState np_read_aloud_get_state (NpReadAloud *self);
void np_read_aloud_toggle (NpReadAloud *self);
void np_read_aloud_step (NpReadAloud *self, int sentences);
void np_read_aloud_stop (NpReadAloud *self);

G_END_DECLS
