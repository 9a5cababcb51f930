#include "extract/np-saved-page.h"

#include "base/np-uri.h"

#include <string.h>

/* The comment stands at the head of the page. */
#define LOOK 8192

/* What stands before the address in it: of Internet Explorer, Chrome and those after them, a number of the address's
 * length in brackets; of SingleFile, a line of its own. */
static const struct
{
  const char *mark;
  const char *before;
} marks[] = {
  { "saved from url=(", ")" },
  { "Page saved with SingleFile", " url: " },
  { "Saved by SingleFile", " url: " },
};

/**
 * np_saved_page_dup_address:
 * @html: a page, valid UTF-8
 *
 * Returns: (transfer full) (nullable): the address that the page was saved from, when it says so in a comment
 */
char *
np_saved_page_dup_address (const char *html)
{
  g_autofree char *head = g_strndup (html, LOOK);

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      const char *mark = strstr (head, marks[i].mark);
      const char *before = mark != NULL ? strstr (mark + strlen (marks[i].mark), marks[i].before) : NULL;
      g_autofree char *address = NULL;

      if (before == NULL)
        continue;
      before += strlen (marks[i].before);
      address = g_strndup (before, strcspn (before, " \t\r\n<>\""));
      if (g_utf8_validate (address, -1, NULL) && np_uri_is_web (address))
        return g_steal_pointer (&address);
    }
  return NULL;
}
