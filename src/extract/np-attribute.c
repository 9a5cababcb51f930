#include "extract/np-attribute.h"

#include <string.h>

/**
 * np_attribute_find:
 * @element: an element
 * @name: an attribute's name in lower case, as the parser writes them
 *
 * Returns: (transfer none) (nullable): its value; `NULL` when @element has no such attribute
 */
const char *
np_attribute_find (const GumboNode *element, const char *name)
{
  const GumboVector *attributes = &element->v.element.attributes;

  for (unsigned int i = 0; i < attributes->length; i++)
    {
      const GumboAttribute *attribute = attributes->data[i];

      if (attribute->name[0] == name[0] && strcmp (attribute->name, name) == 0)
        return attribute->value;
    }
  return NULL;
}
