#include "ui/speech/np-ssip-speaker.h"

#include "ui/speech/np-ssip-link.h"

#include <pango/pango.h>
#include <string.h>

/* Codes of SSIP. */
#define OK_MESSAGE_QUEUED 225
#define FIRST_ERROR       300
#define EVENT_END         702
#define EVENT_CANCELED    703

struct _NpSsipSpeaker
{
  GObject parent_instance;

  NpSsipLink *link; /* (nullable) until something is to be said, and after it was lost */
  gboolean speaking;
  guint asked;  /* how many sentences were sent */
  guint queued; /* how many of them the daemon has taken */
  char *id;     /* (nullable) its name for the last one */
  NpSpeakerEnd end;
  guint telling; /* source */
};

static void np_ssip_speaker_init_iface (NpSpeakerInterface *iface);
static void np_ssip_speaker_stop (NpSpeaker *speaker);

G_DEFINE_FINAL_TYPE_WITH_CODE (NpSsipSpeaker, np_ssip_speaker, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (NP_TYPE_SPEAKER, np_ssip_speaker_init_iface))

static gboolean
tell (gpointer data)
{
  NpSsipSpeaker *self = data;

  self->telling = 0;
  if (self->end == NP_SPEAKER_FAILED)
    g_clear_pointer (&self->link, np_ssip_link_free);
  np_speaker_tell_end (NP_SPEAKER (self), self->end);
  return G_SOURCE_REMOVE;
}

/* Later, since who hears it may let go of this and its link, which is still busy. */
static void
end (NpSsipSpeaker *self, NpSpeakerEnd how)
{
  self->speaking = FALSE;
  g_clear_pointer (&self->id, g_free);
  self->end = how;
  if (self->telling == 0)
    self->telling = g_idle_add (tell, self);
}

static void
on_reply (const char *command, int code, const char *detail, gpointer user_data)
{
  NpSsipSpeaker *self = user_data;

  /* A voice that does not know a language or a rate speaks all the same. */
  if (code >= FIRST_ERROR && g_str_has_prefix (command, "SPEAK") && self->speaking)
    end (self, NP_SPEAKER_FAILED);
  if (code != OK_MESSAGE_QUEUED)
    return;
  self->queued++;
  if (self->queued == self->asked && self->speaking)
    {
      g_free (self->id);
      self->id = g_strdup (detail);
    }
}

static void
on_event (int code, const char *message, gpointer user_data)
{
  NpSsipSpeaker *self = user_data;

  if (!self->speaking || self->id == NULL || g_strcmp0 (self->id, message) != 0)
    return;
  if (code == EVENT_END)
    end (self, NP_SPEAKER_SAID);
  else if (code == EVENT_CANCELED)
    end (self, NP_SPEAKER_INTERRUPTED);
}

static void
on_lost (gpointer user_data)
{
  end (user_data, NP_SPEAKER_FAILED);
}

static const NpSsipLinkFuncs link_funcs = { on_reply, on_event, on_lost };

static void send (NpSsipSpeaker *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
send (NpSsipSpeaker *self, const char *format, ...)
{
  g_autofree char *command = NULL;
  va_list args;

  va_start (args, format);
  command = g_strdup_vprintf (format, args);
  va_end (args);
  np_ssip_link_send (self->link, command);
}

static void
open_link (NpSsipSpeaker *self)
{
  g_autofree char *user = g_strdup (g_get_user_name ());

  self->asked = self->queued = 0;
  self->link = np_ssip_link_new (&link_funcs, self);
  g_strcanon (user, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "-_", '_');
  send (self, "SET SELF CLIENT_NAME %s:newsprint:main", user);
  send (self, "SET SELF NOTIFICATION END ON");
  send (self, "SET SELF NOTIFICATION CANCEL ON");
}

/* The letters before the first hyphen: voices are known by language, and seldom by country. It comes from a page. */
static char *
dup_language (const char *language)
{
  gsize n = 0;

  if (language == NULL || *language == '\0')
    language = pango_language_to_string (pango_language_get_default ());
  while (g_ascii_isalpha (language[n]))
    n++;
  return n >= 2 && n <= 3 ? g_ascii_strdown (language, (gssize) n) : g_strdup ("en");
}

/* One line, so that nothing in it can be a command, and no line of it the dot that ends a text. */
static char *
dup_line (const char *text)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (line, g_unichar_iscntrl (c) || c == 0x2028 || c == 0x2029 ? ' ' : c);
    }
  if (line->str[0] == '.')
    g_string_prepend_c (line, '.');
  return g_strdup (line->str);
}

static void
np_ssip_speaker_say (NpSpeaker *speaker, const char *text, const char *language, int rate)
{
  NpSsipSpeaker *self = NP_SSIP_SPEAKER (speaker);
  g_autofree char *voice = dup_language (language), *line = dup_line (text);

  np_ssip_speaker_stop (speaker);
  if (self->link == NULL)
    open_link (self);
  send (self, "SET SELF LANGUAGE %s", voice);
  send (self, "SET SELF RATE %d", CLAMP (rate, -NP_SPEAKER_RATE_MAX, NP_SPEAKER_RATE_MAX));
  send (self, "SPEAK");
  send (self, "%s\r\n.", line);
  self->asked++;
  self->speaking = TRUE;
}

static void
np_ssip_speaker_stop (NpSpeaker *speaker)
{
  NpSsipSpeaker *self = NP_SSIP_SPEAKER (speaker);

  if (self->telling != 0 && self->end == NP_SPEAKER_FAILED)
    g_clear_pointer (&self->link, np_ssip_link_free);
  g_clear_handle_id (&self->telling, g_source_remove);
  g_clear_pointer (&self->id, g_free);
  if (self->speaking && self->link != NULL)
    send (self, "CANCEL SELF");
  self->speaking = FALSE;
}

static void
np_ssip_speaker_dispose (GObject *object)
{
  NpSsipSpeaker *self = NP_SSIP_SPEAKER (object);

  g_clear_handle_id (&self->telling, g_source_remove);
  g_clear_pointer (&self->link, np_ssip_link_free);
  g_clear_pointer (&self->id, g_free);
  G_OBJECT_CLASS (np_ssip_speaker_parent_class)->dispose (object);
}

static void
np_ssip_speaker_init_iface (NpSpeakerInterface *iface)
{
  iface->say = np_ssip_speaker_say;
  iface->stop = np_ssip_speaker_stop;
}

static void
np_ssip_speaker_class_init (NpSsipSpeakerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = np_ssip_speaker_dispose;
}

static void
np_ssip_speaker_init (NpSsipSpeaker *self)
{
}

/**
 * np_ssip_speaker_new:
 *
 * Returns: (transfer full): a speaker; it looks for the daemon, or starts it, when it has something to say
 */
NpSpeaker *
np_ssip_speaker_new (void)
{
  return g_object_new (NP_TYPE_SSIP_SPEAKER, NULL);
}
