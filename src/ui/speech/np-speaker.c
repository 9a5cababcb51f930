#include "ui/speech/np-speaker.h"

G_DEFINE_INTERFACE (NpSpeaker, np_speaker, G_TYPE_OBJECT)

enum
{
  ENDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
np_speaker_default_init (NpSpeakerInterface *iface)
{
  signals[ENDED] =
      g_signal_new ("ended", NP_TYPE_SPEAKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

/**
 * np_speaker_say:
 * @self: a speaker
 * @text: a sentence
 * @language: (nullable): of the voice, BCP 47; %NULL for the one that people have chosen
 * @rate: from -%NP_SPEAKER_RATE_MAX to %NP_SPEAKER_RATE_MAX, 0 = usual
 *
 * Says a sentence; what it said before is broken off.
 */
void
np_speaker_say (NpSpeaker *self, const char *text, const char *language, int rate)
{
  g_return_if_fail (NP_IS_SPEAKER (self) && text != NULL);

  NP_SPEAKER_GET_IFACE (self)->say (self, text, language, rate);
}

/**
 * np_speaker_stop:
 * @self: a speaker
 *
 * Is silent at once; "ended" does not come.
 */
void
np_speaker_stop (NpSpeaker *self)
{
  g_return_if_fail (NP_IS_SPEAKER (self));

  NP_SPEAKER_GET_IFACE (self)->stop (self);
}

/**
 * np_speaker_tell_end:
 * @self: a speaker
 * @end: how the sentence ended
 *
 * For those who implement a speaker: emits "ended".
 */
void
np_speaker_tell_end (NpSpeaker *self, NpSpeakerEnd end)
{
  g_return_if_fail (NP_IS_SPEAKER (self));

  g_signal_emit (self, signals[ENDED], 0, (int) end);
}
