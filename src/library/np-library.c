#include "library/np-library.h"
