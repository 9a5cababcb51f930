#include "json/np-json-article.h"
