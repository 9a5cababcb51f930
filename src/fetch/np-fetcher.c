#include "fetch/np-fetcher.h"
