#include "ui/reader/np-reader-direction.h"

/* After so many letters it is clear which way a story is written. */
#define ENOUGH_LETTERS 400

/* How many letters of each direction were seen. */
typedef struct
{
  guint ltr, rtl;
} Letters;

static gboolean
is_rtl_letter (gunichar c)
{
  GUnicodeScript script = g_unichar_get_script (c);

  return script == G_UNICODE_SCRIPT_ARABIC || script == G_UNICODE_SCRIPT_HEBREW || script == G_UNICODE_SCRIPT_SYRIAC
         || script == G_UNICODE_SCRIPT_THAANA || script == G_UNICODE_SCRIPT_NKO || script == G_UNICODE_SCRIPT_ADLAM;
}

static void
count (const char *text, guint enough, Letters *letters)
{
  for (const char *p = text; *p != '\0' && letters->ltr + letters->rtl < enough; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)))
      {
        if (is_rtl_letter (g_utf8_get_char (p)))
          letters->rtl++;
        else
          letters->ltr++;
      }
}

static GtkTextDirection
decide (const Letters *letters)
{
  if (letters->ltr + letters->rtl == 0)
    return GTK_TEXT_DIR_NONE;
  return letters->rtl > letters->ltr ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR;
}

/**
 * np_reader_direction_of_start:
 * @text: a paragraph
 *
 * Returns: which way its first letter has it set (UAX #9, P2); %GTK_TEXT_DIR_NONE without letters
 */
GtkTextDirection
np_reader_direction_of_start (const char *text)
{
  Letters letters = { 0 };

  count (text, 1, &letters);
  return decide (&letters);
}

/**
 * np_reader_direction_of_text:
 * @text: a line of text
 *
 * Returns: which way most of it is written, whatever it begins with; %GTK_TEXT_DIR_NONE without letters
 */
GtkTextDirection
np_reader_direction_of_text (const char *text)
{
  Letters letters = { 0 };

  count (text, ENOUGH_LETTERS, &letters);
  return decide (&letters);
}

static void
count_blocks (GPtrArray *blocks, Letters *letters)
{
  for (guint i = 0; blocks != NULL && i < blocks->len && letters->ltr + letters->rtl < ENOUGH_LETTERS; i++)
    {
      const NpBlock *block = blocks->pdata[i];

      if (block->text != NULL)
        count (block->text, ENOUGH_LETTERS, letters);
      count_blocks (block->children, letters);
    }
}

/**
 * np_reader_direction_of_story:
 * @article: a story
 *
 * Returns: which way its text is written; that of the window when it has none
 */
GtkTextDirection
np_reader_direction_of_story (const NpArticle *article)
{
  Letters letters = { 0 };
  GtkTextDirection direction;

  count_blocks (article->body, &letters);
  if (letters.ltr + letters.rtl == 0 && article->headline != NULL)
    count (article->headline, ENOUGH_LETTERS, &letters);
  direction = decide (&letters);
  return direction != GTK_TEXT_DIR_NONE ? direction : gtk_widget_get_default_direction ();
}

/**
 * np_reader_direction_mark:
 * @text: a line of text
 * @direction: which way it is to be set
 *
 * Returns: (transfer full): @text, behind an invisible mark (LRM or RLM, UAX #9, 2.6) where it would be set another way
 */
char *
np_reader_direction_mark (const char *text, GtkTextDirection direction)
{
  if (np_reader_direction_of_start (text) == direction)
    return g_strdup (text);
  return g_strconcat (direction == GTK_TEXT_DIR_RTL ? "\u200F" : "\u200E", text, NULL);
}

/**
 * np_reader_direction_set:
 * @widget: a widget that stands in a story or after it
 * @direction: which way the story is written
 *
 * Turns it and all that is in it; what is put into it later does not follow by itself.
 */
void
np_reader_direction_set (GtkWidget *widget, GtkTextDirection direction)
{
  gtk_widget_set_direction (widget, direction);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    np_reader_direction_set (child, direction);
}
