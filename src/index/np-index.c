#include "index/np-index.h"
