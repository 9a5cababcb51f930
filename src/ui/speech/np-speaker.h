/* Says one sentence at a time. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define NP_TYPE_SPEAKER (np_speaker_get_type ())
G_DECLARE_INTERFACE (NpSpeaker, np_speaker, NP, SPEAKER, GObject)

/* How fast, in the steps of SSIP: -100 slowest, 0 usual, 100 fastest. */
#define NP_SPEAKER_RATE_MAX 100

typedef enum
{
  NP_SPEAKER_SAID,        /* to its end */
  NP_SPEAKER_INTERRUPTED, /* by somebody else who has something to say, such as a screen reader */
  NP_SPEAKER_FAILED       /* there is nobody to speak, or no voice */
} NpSpeakerEnd;

struct _NpSpeakerInterface
{
  GTypeInterface parent_interface;

  void (*say) (NpSpeaker *self, const char *text, const char *language, int rate);
  void (*stop) (NpSpeaker *self);
};

/* Signals:
 *  "ended" (int end)   the sentence that was said last came to an NpSpeakerEnd; not after np_speaker_stop()
 */
void np_speaker_say (NpSpeaker *self, const char *text, const char *language, int rate);
void np_speaker_stop (NpSpeaker *self);
void np_speaker_tell_end (NpSpeaker *self, NpSpeakerEnd end);

G_END_DECLS
