#include "library/np-import.h"

#include "library/np-import-state.h"

struct _NpImport
{
  GObject parent_instance;
  NpImportTask *task;
  GCancellable *cancellable;
  char *title;
  NpImportStep step;
  double progress;
  gboolean offline; /* waits for a network */
  char *story_id;
  GError *error;
  char **diagnostics;
};

G_DEFINE_FINAL_TYPE (NpImport, np_import, G_TYPE_OBJECT)

typedef enum
{
  PROP_SOURCE = 1,
  PROP_TITLE,
  PROP_STEP,
  PROP_PROGRESS,
  PROP_STORY_ID,
  PROP_ERROR,
  PROP_RUNNING,
  N_PROPS
} Property;

static GParamSpec *properties[N_PROPS];

static void
np_import_finalize (GObject *object)
{
  NpImport *self = NP_IMPORT (object);

  np_import_task_free (self->task);
  g_clear_object (&self->cancellable);
  g_free (self->title);
  g_free (self->story_id);
  g_clear_error (&self->error);
  g_strfreev (self->diagnostics);
  G_OBJECT_CLASS (np_import_parent_class)->finalize (object);
}

static void
np_import_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  NpImport *self = NP_IMPORT (object);

  switch ((Property) id)
    {
    case PROP_SOURCE:
      g_value_set_string (value, np_import_get_source (self));
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_STEP:
      g_value_set_enum (value, (int) self->step);
      break;
    case PROP_PROGRESS:
      g_value_set_double (value, self->progress);
      break;
    case PROP_STORY_ID:
      g_value_set_string (value, self->story_id);
      break;
    case PROP_ERROR:
      g_value_set_boxed (value, self->error);
      break;
    case PROP_RUNNING:
      g_value_set_boolean (value, np_import_is_running (self));
      break;
    case N_PROPS:
      break;
    }
}

static void
np_import_class_init (NpImportClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = np_import_finalize;
  object_class->get_property = np_import_get_property;
  properties[PROP_SOURCE] = g_param_spec_string ("source", NULL, NULL, NULL, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_STEP] = g_param_spec_enum ("step", NULL, NULL, NP_TYPE_IMPORT_STEP, NP_IMPORT_WAITING, flags);
  properties[PROP_PROGRESS] = g_param_spec_double ("progress", NULL, NULL, -1, 1, -1, flags);
  properties[PROP_STORY_ID] = g_param_spec_string ("story-id", NULL, NULL, NULL, flags);
  properties[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, flags);
  properties[PROP_RUNNING] = g_param_spec_boolean ("running", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
np_import_init (NpImport *self)
{
  self->cancellable = g_cancellable_new ();
  self->progress = -1;
}

/**
 * np_import_new:
 * @task: what is to be imported
 * @title: (nullable): what to call it until its headline is known
 *
 * Returns: (transfer full): an import that waits
 */
NpImport *
np_import_new (const NpImportTask *task, const char *title)
{
  NpImport *self = g_object_new (NP_TYPE_IMPORT, NULL);

  self->task = np_import_task_copy (task);
  self->title = g_strdup (title != NULL ? title : np_import_get_source (self));
  return self;
}

/**
 * np_import_get_task:
 * @self: an import
 *
 * Returns: (transfer none): what is to be imported
 */
const NpImportTask *
np_import_get_task (NpImport *self)
{
  g_return_val_if_fail (NP_IS_IMPORT (self), NULL);

  return self->task;
}

/**
 * np_import_get_cancellable:
 * @self: an import
 *
 * Returns: (transfer none): what stops it
 */
GCancellable *
np_import_get_cancellable (NpImport *self)
{
  g_return_val_if_fail (NP_IS_IMPORT (self), NULL);

  return self->cancellable;
}

/**
 * np_import_get_source:
 * @self: an import
 *
 * Returns: the address or file it comes from; "" for pasted text
 */
const char *
np_import_get_source (NpImport *self)
{
  g_return_val_if_fail (NP_IS_IMPORT (self), NULL);

  if (self->task->url != NULL)
    return self->task->url;
  return self->task->file != NULL ? self->task->file : "";
}

/**
 * np_import_get_title:
 * @self: an import
 *
 * Returns: the headline once it is known, else what it was given as
 */
const char *
np_import_get_title (NpImport *self)
{
  g_return_val_if_fail (NP_IS_IMPORT (self), NULL);

  return self->title;
}

/**
 * np_import_get_step:
 * @self: an import
 *
 * Returns: how far it is
 */
NpImportStep
np_import_get_step (NpImport *self)
{
  g_return_val_if_fail (NP_IS_IMPORT (self), NP_IMPORT_FAILED);

  return self->step;
}

/**
 * np_import_get_progress:
 * @self: an import
 *
 * Returns: how much of the present step is done, 0–1; below 0 when it is not known
 */
double
np_import_get_progress (NpImport *self)
{
  g_return_val_if_fail (NP_IS_IMPORT (self), -1);

  return self->progress;
}

/**
 * np_import_get_story_id:
 * @self: an import
 *
 * Returns: (nullable): the story it became, or that was saved before
 */
const char *
np_import_get_story_id (NpImport *self)
{
  g_return_val_if_fail (NP_IS_IMPORT (self), NULL);

  return self->story_id;
}

/**
 * np_import_get_error:
 * @self: an import
 *
 * Returns: (nullable): of `NP_LIBRARY_ERROR`: why it failed
 */
const GError *
np_import_get_error (NpImport *self)
{
  g_return_val_if_fail (NP_IS_IMPORT (self), NULL);

  return self->error;
}

/**
 * np_import_is_running:
 * @self: an import
 *
 * Returns: whether it has not ended yet
 */
gboolean
np_import_is_running (NpImport *self)
{
  g_return_val_if_fail (NP_IS_IMPORT (self), FALSE);

  return self->step < NP_IMPORT_DONE;
}

/**
 * np_import_is_offline:
 * @self: an import
 *
 * Returns: whether it waits for a network
 */
gboolean
np_import_is_offline (NpImport *self)
{
  g_return_val_if_fail (NP_IS_IMPORT (self), FALSE);

  return self->offline && self->step == NP_IMPORT_WAITING;
}

/**
 * np_import_set_offline:
 * @self: an import
 *
 * Says that it waits for a network, once it is put back, until it goes on.
 */
void
np_import_set_offline (NpImport *self)
{
  g_return_if_fail (NP_IS_IMPORT (self));

  self->offline = TRUE;
}

/**
 * np_import_get_diagnostics:
 * @self: an import
 *
 * Returns: (transfer none) (nullable) (array zero-terminated=1): what of a saved story could not be had
 */
const char *const *
np_import_get_diagnostics (NpImport *self)
{
  g_return_val_if_fail (NP_IS_IMPORT (self), NULL);

  return (const char *const *) self->diagnostics;
}

/**
 * np_import_cancel:
 * @self: an import
 *
 * Stops it; it ends as `NP_IMPORT_CANCELLED` unless it was done already.
 */
void
np_import_cancel (NpImport *self)
{
  g_return_if_fail (NP_IS_IMPORT (self));

  g_cancellable_cancel (self->cancellable);
}

/**
 * np_import_update:
 * @self: an import that runs
 * @step: how far it is
 * @progress: how much of the step is done, 0–1, below 0 when it is not known
 * @title: (nullable): its headline, when that is known now
 */
void
np_import_update (NpImport *self, NpImportStep step, double progress, const char *title)
{
  g_return_if_fail (NP_IS_IMPORT (self));

  if (title != NULL && g_strcmp0 (title, self->title) != 0)
    {
      g_free (self->title);
      self->title = g_strdup (title);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
    }
  progress = CLAMP (progress, -1, 1);
  if (progress != self->progress)
    {
      self->progress = progress;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROGRESS]);
    }
  if (step != self->step)
    {
      gboolean was_running = np_import_is_running (self);

      self->step = step;
      self->offline &= step == NP_IMPORT_WAITING;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STEP]);
      if (was_running != np_import_is_running (self))
        g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RUNNING]);
    }
}

/**
 * np_import_finish:
 * @self: an import that runs
 * @step: how it ended
 * @result: (nullable): what became of it
 * @error: (nullable): why it failed
 */
void
np_import_finish (NpImport *self, NpImportStep step, const NpImportResult *result, const GError *error)
{
  g_return_if_fail (NP_IS_IMPORT (self) && step >= NP_IMPORT_DONE);

  if (result != NULL)
    {
      self->story_id = g_strdup (result->story_id);
      self->diagnostics = g_strdupv (result->diagnostics);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STORY_ID]);
    }
  if (error != NULL)
    {
      self->error = g_error_copy (error);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
    }
  np_import_update (self, step, 1, NULL);
}
