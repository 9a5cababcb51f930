#include "worker/np-worker-frame.h"

#include "base/np-uri.h"
#include "extract/np-extract.h"

#include <string.h>

#define MARK "NPw1"

/* Byte strings, since what a site's headers say need not be UTF-8: addresses asked for and come to, media type,
 * charset, redirects, status, page, and the task. */
#define PAGE_TYPE "(maymaymaymayaayuayu)"

/* An error's domain ("" = none), code and message; where the page leads; what was read, in the form of its task. */
#define ANSWER_TYPE "(ayiay(mayumaymay)ay)"

/* Longer addresses are none. */
#define ADDRESS_MAX 4096

/**
 * np_worker_frame_write_head:
 * @head: `NP_WORKER_HEAD_BYTES` to be written
 * @length: of the frame that follows
 */
void
np_worker_frame_write_head (guint8 *head, gsize length)
{
  guint32 number = (guint32) length;

  memcpy (head, MARK, 4);
  memcpy (head + 4, &number, 4);
}

/**
 * np_worker_frame_read_head:
 * @head: `NP_WORKER_HEAD_BYTES`
 * @length: (out): of the frame that follows
 *
 * Returns: whether @head is one, and the frame not too long
 */
gboolean
np_worker_frame_read_head (const guint8 *head, gsize *length)
{
  guint32 number;

  memcpy (&number, head + 4, 4);
  *length = number;
  return memcmp (head, MARK, 4) == 0 && number <= NP_WORKER_FRAME_BYTES;
}

static GVariant *
bytes_variant (GBytes *bytes)
{
  return g_variant_new_from_bytes (G_VARIANT_TYPE_BYTESTRING, bytes, TRUE);
}

/* Not asked whether it is in normal form, which takes a look at each byte by itself: what is not reads as empty. */
static GVariant *
open_frame (GBytes *frame, const char *type)
{
  return g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (type), frame, FALSE));
}

/**
 * np_worker_frame_from_page:
 * @page: a page
 * @task: what to read in it
 *
 * Returns: (transfer full): the frame that carries both, without its head
 */
GBytes *
np_worker_frame_from_page (const NpPage *page, NpWorkerTask task)
{
  g_autoptr (GPtrArray) redirects = g_ptr_array_new ();
  g_autoptr (GVariant) frame = NULL;

  for (guint i = 0; i < page->redirects->len; i++)
    g_ptr_array_add (redirects, page->redirects->pdata[i]);
  g_ptr_array_add (redirects, NULL);
  frame = g_variant_new ("(m^aym^aym^aym^ay^aayu@ayu)", page->url, page->final_url, page->content_type, page->charset,
                         redirects->pdata, page->status, bytes_variant (page->bytes), (guint32) task);
  g_variant_ref_sink (frame);
  return g_variant_get_data_as_bytes (frame);
}

/**
 * np_worker_frame_to_page:
 * @frame: a frame without its head
 * @task: (out): what to read in it
 *
 * Returns: (transfer full): the page in it; an empty one when it carries none
 */
NpPage *
np_worker_frame_to_page (GBytes *frame, NpWorkerTask *task)
{
  g_autoptr (GVariant) variant = open_frame (frame, PAGE_TYPE), bytes = NULL;
  g_autoptr (GBytes) content = NULL;
  g_auto (GStrv) redirects = NULL;
  guint32 number;
  NpPage *page;

  bytes = g_variant_get_child_value (variant, 6);
  content = g_variant_get_data_as_bytes (bytes);
  page = np_page_new (content);
  g_variant_get (variant, "(m^aym^aym^aym^ay^aayu@ayu)", &page->url, &page->final_url, &page->content_type,
                 &page->charset, &redirects, &page->status, NULL, &number);
  *task = number <= NP_WORKER_TASK_WHOLE ? (NpWorkerTask) number : NP_WORKER_TASK_STORY;
  page->whole = *task == NP_WORKER_TASK_WHOLE;
  for (guint i = 0; redirects[i] != NULL; i++)
    g_ptr_array_add (page->redirects, g_strdup (redirects[i]));
  return page;
}

/**
 * np_worker_frame_from_answer:
 * @result: (nullable): what was read
 * @leads: where the page leads
 * @error: (nullable): why there is nothing
 *
 * Returns: (transfer full): the frame that carries either, without its head
 */
GBytes *
np_worker_frame_from_answer (GBytes *result, const NpLeads *leads, const GError *error)
{
  g_autoptr (GBytes) bytes = result != NULL ? g_bytes_ref (result) : g_bytes_new_static ("", 0);
  g_autoptr (GVariant) frame = NULL;

  frame = g_variant_new ("(^ayi^ay(m^ayum^aym^ay)@ay)", error != NULL ? g_quark_to_string (error->domain) : "",
                         error != NULL ? error->code : 0, error != NULL ? error->message : "", leads->refresh,
                         leads->refresh_seconds, leads->canonical, leads->next, bytes_variant (bytes));
  g_variant_ref_sink (frame);
  return g_variant_get_data_as_bytes (frame);
}

/* Whoever goes there asks again whether that may be; here it has to be an address at all. */
static void
drop_unless_address (char **address)
{
  if (*address != NULL
      && (strlen (*address) > ADDRESS_MAX || !g_utf8_validate (*address, -1, NULL) || !np_uri_is_web (*address)))
    g_clear_pointer (address, g_free);
}

static void
read_leads (GVariant *answer, NpLeads *leads)
{
  np_leads_clear (leads);
  g_variant_get_child (answer, 3, "(m^ayum^aym^ay)", &leads->refresh, &leads->refresh_seconds, &leads->canonical,
                       &leads->next);
  drop_unless_address (&leads->refresh);
  drop_unless_address (&leads->canonical);
  drop_unless_address (&leads->next);
}

/**
 * np_worker_frame_to_answer:
 * @frame: a frame without its head
 * @result: (out) (transfer full) (nullable): what is said to be what was read, in the form of the task
 * @leads: (out caller-allocates): zeroed before; where it is said to lead
 * @error: (out): or the `NP_EXTRACT_ERROR` in it
 *
 * Returns: whether @frame is an answer at all; `FALSE` leaves both as they are
 */
gboolean
np_worker_frame_to_answer (GBytes *frame, GBytes **result, NpLeads *leads, GError **error)
{
  g_autoptr (GVariant) variant = open_frame (frame, ANSWER_TYPE), bytes = NULL;
  g_autofree char *text = NULL;
  const char *domain, *message;
  int code;

  g_variant_get (variant, "(^&ayi^&ay@(mayumaymay)@ay)", &domain, &code, &message, NULL, &bytes);
  read_leads (variant, leads);
  if (*domain == '\0')
    {
      *result = g_variant_get_data_as_bytes (bytes);
      return TRUE;
    }
  /* Of all domains only this one can be meant; a name is never made into a quark because a child says so. */
  if (strcmp (domain, g_quark_to_string (NP_EXTRACT_ERROR)) != 0 || code < NP_EXTRACT_ERROR_NO_STORY
      || code > NP_EXTRACT_ERROR_LISTING)
    return FALSE;
  text = g_utf8_make_valid (message, -1);
  g_set_error_literal (error, NP_EXTRACT_ERROR, code, text);
  return TRUE;
}
