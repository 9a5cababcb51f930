#include "model/np-leads.h"

/**
 * np_leads_clear:
 * @leads: leads
 *
 * Frees what they hold.
 */
void
np_leads_clear (NpLeads *leads)
{
  g_clear_pointer (&leads->refresh, g_free);
  g_clear_pointer (&leads->canonical, g_free);
  g_clear_pointer (&leads->next, g_free);
  leads->refresh_seconds = 0;
}
