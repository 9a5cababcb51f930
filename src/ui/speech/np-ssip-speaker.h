/* speech-dispatcher, over its socket. Protocol: SSIP, "Speech Synthesis Internet Protocol", of its documentation. */
#pragma once

#include "ui/speech/np-speaker.h"

G_BEGIN_DECLS

#define NP_TYPE_SSIP_SPEAKER (np_ssip_speaker_get_type ())
G_DECLARE_FINAL_TYPE (NpSsipSpeaker, np_ssip_speaker, NP, SSIP_SPEAKER, GObject)

NpSpeaker *np_ssip_speaker_new (void);

G_END_DECLS
