#include "cli/np-cli.h"
#include "ui/np-application.h"

#include "np-config.h"

int
main (int argc, char **argv)
{
  return 0;
}
