#include "ui/np-application.h"
