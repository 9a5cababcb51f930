/* Makes system calls of this program fail, one at a time. Only what writes is counted, and only while armed. */
#pragma once

#include <glib.h>

typedef enum
{
  FAULT_NO_SPACE,
  FAULT_IO,
  FAULT_INTERRUPTED,
  FAULT_SHORT_WRITE,
  FAULT_LAST = FAULT_SHORT_WRITE
} Fault;

void fault_arm (Fault fault, guint nth);
guint fault_disarm (void);
void fault_pause (gboolean pause);
void fault_last (gboolean last);
void fault_pass_over (const char *folder);
const char *fault_to_string (Fault fault);
