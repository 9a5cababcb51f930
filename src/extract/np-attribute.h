/* Attributes of the parser's elements: asked for more often than anything else of a page. */
#pragma once

#include <gumbo.h>

const char *np_attribute_find (const GumboNode *element, const char *name);
