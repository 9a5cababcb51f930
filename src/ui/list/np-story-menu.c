#include "ui/list/np-story-menu.h"

#include <glib/gi18n.h>

static void
append (GMenu *menu, const char *label, const char *action, const char *accel)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  if (accel != NULL)
    g_menu_item_set_attribute (item, "accel", "s", accel);
  g_menu_append_item (menu, item);
}

static gboolean
all_are (GPtrArray *stories, gboolean (*is) (NpStory *))
{
  for (guint i = 0; i < stories->len; i++)
    if (!is (stories->pdata[i]))
      return FALSE;
  return stories->len > 0;
}

/**
 * np_story_menu_new:
 * @stories: (element-type NpStory): what the menu is about
 *
 * Returns: (transfer full): a menu of `win.` actions, named for what they do to @stories
 */
GMenuModel *
np_story_menu_new (GPtrArray *stories)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) keep = g_menu_new (), topics = g_menu_new (), go = g_menu_new (), end = g_menu_new ();
  gboolean trashed = all_are (stories, np_story_get_trashed);

  if (!trashed)
    {
      append (keep, all_are (stories, np_story_get_starred) ? _ ("Un_star") : _ ("_Star"), "win.star", "s");
      append (keep, all_are (stories, np_story_get_archived) ? _ ("Move to _Inbox") : _ ("_Archive"), "win.archive",
              "e");
      append (keep, all_are (stories, np_story_get_read) ? _ ("Mark _Unread") : _ ("Mark _Read"), "win.read", "u");
      append (topics, _ ("_Topics…"), "win.topics", "t");
      append (topics, _ ("_New Topic from Selection…"), "win.new-topic-from-stories", NULL);
    }
  append (go, _ ("Open in _Browser"), "win.open-in-browser", "<Control>b");
  append (go, _ ("_Copy Link"), "win.copy-link", "<Control><Shift>c");
  if (trashed)
    {
      append (end, _ ("_Put Back"), "win.restore", NULL);
      append (end, _ ("_Delete for Good…"), "win.delete", "<Shift>Delete");
      append (end, _ ("_Empty Trash…"), "win.empty-trash", NULL);
    }
  else
    append (end, _ ("Move to _Trash"), "win.trash", "Delete");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (keep));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (topics));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (go));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (end));
  return G_MENU_MODEL (menu);
}
