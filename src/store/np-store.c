#include "store/np-store.h"
