/* `newsprint extract` alone, for measuring it without the rest of the program. */
#include "cli/np-cli-extract.h"

#include <locale.h>

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  return np_cli_extract (argc, argv);
}
