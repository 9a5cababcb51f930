#include "cli/np-cli-show.h"

#include "cli/np-cli-options.h"
#include "cli/np-cli-story.h"
#include "json/np-json-article.h"

#include <glib/gi18n.h>
#include <stdio.h>

static void print_blocks (const NpArticle *article, GPtrArray *blocks, const char *indent);

static void
print_line (const char *label, const char *value)
{
  if (value != NULL && *value != '\0')
    np_cli_print ("%s%s%s\n", label, *label != '\0' ? " " : "", value);
}

static void
print_figure (const NpFigure *figure, const char *indent)
{
  const char *what = figure->caption != NULL ? figure->caption : figure->alt;

  np_cli_print ("%s[%s] %s\n", indent, _ ("Photo"), what != NULL ? what : "");
  if (figure->credit != NULL)
    np_cli_print ("%s        %s\n", indent, figure->credit);
  if (figure->file != NULL)
    np_cli_print ("%s        %s\n", indent, figure->file);
}

/* Text of several lines, each with @indent. */
static void
print_text (const char *text, const char *indent, const char *mark)
{
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    np_cli_print ("%s%s%s\n", indent, i == 0 ? mark : "", lines[i]);
}

static void
print_row (const NpBlock *row, const char *indent)
{
  np_cli_print ("%s", indent);
  for (guint i = 0; row->children != NULL && i < row->children->len; i++)
    {
      const NpBlock *cell = row->children->pdata[i];
      np_cli_print ("%s%s", i > 0 ? " | " : "", cell->text != NULL ? cell->text : "");
    }
  np_cli_print ("\n");
}

static void
print_block (const NpArticle *article, const NpBlock *block, const char *indent)
{
  g_autofree char *deeper = g_strconcat (indent, "  ", NULL);
  g_autofree char *quoted = g_strconcat (indent, "> ", NULL);

  switch (block->type)
    {
    case NP_BLOCK_PARAGRAPH:
    case NP_BLOCK_CELL:
    case NP_BLOCK_PREFORMATTED:
      print_text (block->text, block->type == NP_BLOCK_PREFORMATTED ? deeper : indent, "");
      break;
    case NP_BLOCK_HEADING:
      print_text (block->text, indent, "## ");
      break;
    case NP_BLOCK_QUOTE:
      print_blocks (article, block->children, quoted);
      return;
    case NP_BLOCK_LIST:
    case NP_BLOCK_TABLE:
      for (guint i = 0; block->children != NULL && i < block->children->len; i++)
        print_block (article, block->children->pdata[i], indent);
      break;
    case NP_BLOCK_ITEM:
      np_cli_print ("%s•\n", indent);
      print_blocks (article, block->children, deeper);
      return;
    case NP_BLOCK_ROW:
      print_row (block, indent);
      return;
    case NP_BLOCK_RULE:
      np_cli_print ("%s* * *\n", indent);
      break;
    case NP_BLOCK_FIGURE:
      if (block->figure < article->figures->len)
        print_figure (article->figures->pdata[block->figure], indent);
      break;
    case NP_BLOCK_EMBED:
      np_cli_print ("%s%s %s\n", indent, block->text != NULL ? block->text : "",
                    block->href != NULL ? block->href : "");
      break;
    case NP_BLOCK_UNKNOWN:
      return;
    }
  np_cli_print ("%s\n", indent);
}

static void
print_blocks (const NpArticle *article, GPtrArray *blocks, const char *indent)
{
  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    print_block (article, blocks->pdata[i], indent);
}

static gboolean
has_figure (GPtrArray *blocks, guint figure)
{
  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      const NpBlock *block = blocks->pdata[i];

      if ((block->type == NP_BLOCK_FIGURE && block->figure == figure) || has_figure (block->children, figure))
        return TRUE;
    }
  return FALSE;
}

static void
print_article (const NpArticle *article, const NpTopicTree *tree)
{
  g_autoptr (GPtrArray) keys = np_strings_copy (article->topics);
  g_autofree char *topics = NULL, *suggested = NULL;
  g_autoptr (GPtrArray) suggestions = np_strings_copy (article->suggested_topics);

  g_ptr_array_add (keys, NULL);
  g_ptr_array_add (suggestions, NULL);
  topics = np_cli_dup_topic_names ((const char *const *) keys->pdata, tree);
  suggested = g_strjoinv (", ", (char **) suggestions->pdata);
  print_line ("", article->headline);
  print_line ("", article->deck);
  print_line ("", article->byline);
  print_line ("", article->site_name != NULL ? article->site_name : article->site_domain);
  print_line ("", article->published);
  print_line ("", article->url);
  np_cli_print ("\n");
  for (guint i = 0; i < article->figures->len; i++)
    if (!has_figure (article->body, i))
      {
        print_figure (article->figures->pdata[i], "");
        np_cli_print ("\n");
      }
  print_blocks (article, article->body, "");
  print_line (_ ("Topics:"), topics);
  print_line (_ ("Suggested topics:"), suggested);
  print_line (_ ("Note:"), article->note);
}

static NpCliStatus
show (NpLibrary *library, const char *name, gboolean json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NpTopicTree) tree = np_library_get_topics (library);
  g_autoptr (NpStory) story = np_cli_find_story (library, name, &error);
  g_autoptr (NpArticle) article =
      story != NULL ? np_library_read_article (library, np_story_get_id (story), &error) : NULL;

  if (article == NULL)
    return np_cli_complain_of (name, error);
  if (json)
    {
      g_autoptr (GBytes) document = np_json_article_to_bytes (article);
      fwrite (g_bytes_get_data (document, NULL), 1, g_bytes_get_size (document), stdout);
      fflush (stdout);
    }
  else
    print_article (article, tree);
  return NP_CLI_OK;
}

/**
 * np_cli_show:
 * @argc: how many words
 * @argv: (array length=argc): the command and its arguments
 *
 * Prints stories.
 *
 * Returns: the exit status
 */
int
np_cli_show (int argc, char **argv)
{
  g_auto (NpCliOptions) options = { 0 };
  g_autoptr (NpLibrary) library = NULL;
  NpCliStatus status = NP_CLI_OK;

  if (!np_cli_options_parse (&options, argc, argv, _ ("STORY…"), _ ("Prints stories as text."),
                             _ ("STORY is the id of a story, the beginning of one, or its address. With --json the "
                                "document is\nprinted that the library keeps."),
                             NULL))
    return NP_CLI_USAGE;
  if (np_cli_options_count (&options) == 0)
    return np_cli_complain_of_usage ("%s", _ ("No story is named"));
  library = np_cli_open_to_read (&options, &status);
  if (library == NULL)
    return status;
  for (guint i = 0; options.words[i] != NULL; i++)
    status = np_cli_worse (status, show (library, options.words[i], options.json));
  np_cli_settle ();
  np_library_close (library);
  return status;
}
