#include "topics/np-suggest.h"
