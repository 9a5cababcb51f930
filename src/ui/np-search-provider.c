#include "ui/np-search-provider.h"

#include "ui/np-format.h"

#include "np-config.h"

/* The shell shows five, and asks for more of them when there is room. */
#define MAX_RESULTS 20

/* What was typed a moment ago is typed on, and the results are looked at. */
#define LINGER_MS 30000

struct _NpSearchProvider
{
  GObject parent_instance;
  GApplication *application; /* not owned: it owns this */
  NpHome *home;
  NpLibrary *quiet;      /* (nullable) opened to be read, when no window has one open */
  GCancellable *looking; /* (nullable) for what was typed last */
  GDBusConnection *bus;  /* (nullable) where it is exported */
  guint id;
};

G_DEFINE_FINAL_TYPE (NpSearchProvider, np_search_provider, G_TYPE_OBJECT)

static const char interface_xml[] = "<node><interface name='org.gnome.Shell.SearchProvider2'>"
                                    "<method name='GetInitialResultSet'>"
                                    "<arg type='as' name='terms' direction='in'/>"
                                    "<arg type='as' name='results' direction='out'/></method>"
                                    "<method name='GetSubsearchResultSet'>"
                                    "<arg type='as' name='previous_results' direction='in'/>"
                                    "<arg type='as' name='terms' direction='in'/>"
                                    "<arg type='as' name='results' direction='out'/></method>"
                                    "<method name='GetResultMetas'>"
                                    "<arg type='as' name='identifiers' direction='in'/>"
                                    "<arg type='aa{sv}' name='metas' direction='out'/></method>"
                                    "<method name='ActivateResult'>"
                                    "<arg type='s' name='identifier' direction='in'/>"
                                    "<arg type='as' name='terms' direction='in'/>"
                                    "<arg type='u' name='timestamp' direction='in'/></method>"
                                    "<method name='LaunchSearch'>"
                                    "<arg type='as' name='terms' direction='in'/>"
                                    "<arg type='u' name='timestamp' direction='in'/></method>"
                                    "</interface></node>";

/* Without a window the library is only read, so that commands can go on changing it. */
static NpLibrary *
get_library (NpSearchProvider *self)
{
  NpLibrary *library = np_home_get_library (self->home);

  /* A window is there until it is closed. */
  g_application_set_inactivity_timeout (self->application, library == NULL ? LINGER_MS : 0);
  if (library == NULL && self->quiet == NULL)
    self->quiet = np_library_open (np_home_get_folder (self->home), NP_LIBRARY_READ_ONLY, NULL);
  return library != NULL ? library : self->quiet;
}

/* --- looking --- */

/* One call that is being answered; it keeps the program going. */
typedef struct
{
  NpSearchProvider *provider;
  GDBusMethodInvocation *invocation; /* owned until it is answered */
} Call;

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Call *call = user_data;
  g_autoptr (NpSearchProvider) self = call->provider;
  g_autoptr (GPtrArray) stories = np_library_find_stories_finish (NP_LIBRARY (source), result, NULL);
  GVariantBuilder ids;

  /* What was typed before, or a library that cannot be read, has no results: the shell has no place for errors. */
  g_variant_builder_init (&ids, G_VARIANT_TYPE_STRING_ARRAY);
  for (guint i = 0; stories != NULL && i < stories->len; i++)
    g_variant_builder_add (&ids, "s", np_story_get_id (stories->pdata[i]));
  g_dbus_method_invocation_return_value (call->invocation, g_variant_new ("(as)", &ids));
  g_application_release (self->application);
}

static char *
join_terms (GVariant *terms)
{
  g_autofree const char **words = g_variant_get_strv (terms, NULL);

  return g_strjoinv (" ", (char **) words);
}

/* Words that follow others find less, but the index is as fast as a filter over what was found before. */
static void
look (NpSearchProvider *self, GVariant *terms, GDBusMethodInvocation *invocation)
{
  g_autofree char *text = join_terms (terms);
  NpLibrary *library = get_library (self);
  g_autoptr (NpQuery) query = np_query_new (NP_PLACE_ALL, NULL, text);
  Call *call;

  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  if (library == NULL || !np_query_has_words (query))
    {
      g_dbus_method_invocation_return_value (invocation, g_variant_new ("(as)", NULL));
      return;
    }
  query->sort = NP_SORT_RELEVANCE;
  self->looking = g_cancellable_new ();
  call = g_new0 (Call, 1);
  call->provider = g_object_ref (self);
  call->invocation = invocation;
  g_application_hold (self->application);
  np_library_find_stories_async (library, query, MAX_RESULTS, self->looking, found_cb, call);
}

/* --- what a result looks like --- */

/* "ABC News · May 31 · Pompeo says a top North Korean will …", as much of it as there is. */
static char *
describe (NpStory *story)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *date = np_format_date (np_story_get_published (story), now);
  const char *parts[] = { np_story_get_site (story), date, np_story_get_deck (story) };
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", parts[i]);
  return g_string_free (text, FALSE);
}

static void
add_meta (GVariantBuilder *metas, NpStory *story)
{
  g_autofree char *description = describe (story);

  g_variant_builder_open (metas, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (metas, "{sv}", "id", g_variant_new_string (np_story_get_id (story)));
  g_variant_builder_add (
      metas, "{sv}", "name",
      g_variant_new_string (np_story_get_headline (story) != NULL ? np_story_get_headline (story) : ""));
  g_variant_builder_add (metas, "{sv}", "description", g_variant_new_string (description));
  g_variant_builder_add (metas, "{sv}", "gicon", g_variant_new_string (NP_APPLICATION_ID));
  if (np_story_get_url (story) != NULL)
    g_variant_builder_add (metas, "{sv}", "clipboardText", g_variant_new_string (np_story_get_url (story)));
  g_variant_builder_close (metas);
}

static void
tell_metas (NpSearchProvider *self, GVariant *ids, GDBusMethodInvocation *invocation)
{
  g_autofree const char **names = g_variant_get_strv (ids, NULL);
  NpLibrary *library = get_library (self);
  GVariantBuilder metas;

  g_variant_builder_init (&metas, G_VARIANT_TYPE ("aa{sv}"));
  for (gsize i = 0; library != NULL && names[i] != NULL; i++)
    {
      g_autoptr (NpStory) story = np_library_find_story (library, names[i], NULL);

      if (story != NULL)
        add_meta (&metas, story);
    }
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(aa{sv})", &metas));
}

/* --- the bus --- */

static void
call_cb (GDBusConnection *bus, const char *sender, const char *path, const char *interface, const char *method,
         GVariant *parameters, GDBusMethodInvocation *invocation, gpointer user_data)
{
  NpSearchProvider *self = user_data;
  GActionGroup *actions = G_ACTION_GROUP (self->application);
  g_autoptr (GVariant) first = g_variant_get_child_value (parameters, 0);

  if (g_str_equal (method, "GetInitialResultSet"))
    look (self, first, invocation);
  else if (g_str_equal (method, "GetSubsearchResultSet"))
    {
      g_autoptr (GVariant) terms = g_variant_get_child_value (parameters, 1);

      look (self, terms, invocation);
    }
  else if (g_str_equal (method, "GetResultMetas"))
    tell_metas (self, first, invocation);
  else
    {
      g_autofree char *text = g_str_equal (method, "LaunchSearch") ? join_terms (first) : NULL;

      if (text != NULL)
        g_action_group_activate_action (actions, "search", g_variant_new_string (text));
      else
        g_action_group_activate_action (actions, "open-story", first);
      g_dbus_method_invocation_return_value (invocation, NULL);
    }
}

static const GDBusInterfaceVTable vtable = { .method_call = call_cb };

static void
np_search_provider_dispose (GObject *object)
{
  NpSearchProvider *self = NP_SEARCH_PROVIDER (object);

  np_search_provider_unexport (self);
  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  if (self->quiet != NULL)
    np_library_close (self->quiet);
  g_clear_object (&self->quiet);
  g_clear_object (&self->home);
  G_OBJECT_CLASS (np_search_provider_parent_class)->dispose (object);
}

static void
np_search_provider_class_init (NpSearchProviderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = np_search_provider_dispose;
}

static void
np_search_provider_init (NpSearchProvider *self)
{
}

/**
 * np_search_provider_new:
 * @application: the application; its actions "open-story" and "search", both of type "s", do what is asked for. It
 *   outlives the provider
 * @home: where the stories are
 *
 * Returns: (transfer full): a provider that is on no bus yet
 */
NpSearchProvider *
np_search_provider_new (GApplication *application, NpHome *home)
{
  NpSearchProvider *self = g_object_new (NP_TYPE_SEARCH_PROVIDER, NULL);

  self->application = application;
  self->home = g_object_ref (home);
  return self;
}

/**
 * np_search_provider_export:
 * @self: a provider
 * @bus: where the application is
 * @path: the object path
 * @error: of `G_IO_ERROR`
 *
 * Returns: whether it can be asked now
 */
gboolean
np_search_provider_export (NpSearchProvider *self, GDBusConnection *bus, const char *path, GError **error)
{
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (interface_xml, NULL);

  g_return_val_if_fail (NP_IS_SEARCH_PROVIDER (self) && self->id == 0, FALSE);

  self->id = g_dbus_connection_register_object (bus, path, node->interfaces[0], &vtable, self, NULL, error);
  if (self->id == 0)
    return FALSE;
  self->bus = g_object_ref (bus);
  return TRUE;
}

/**
 * np_search_provider_unexport:
 * @self: a provider
 *
 * Takes it from its bus.
 */
void
np_search_provider_unexport (NpSearchProvider *self)
{
  g_return_if_fail (NP_IS_SEARCH_PROVIDER (self));

  if (self->id != 0)
    g_dbus_connection_unregister_object (self->bus, self->id);
  self->id = 0;
  g_clear_object (&self->bus);
}
