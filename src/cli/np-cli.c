#include "cli/np-cli.h"
