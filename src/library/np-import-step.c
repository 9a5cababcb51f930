#include "library/np-import-step.h"

G_DEFINE_ENUM_TYPE (NpImportStep, np_import_step, G_DEFINE_ENUM_VALUE (NP_IMPORT_WAITING, "waiting"),
                    G_DEFINE_ENUM_VALUE (NP_IMPORT_FETCHING, "fetching"),
                    G_DEFINE_ENUM_VALUE (NP_IMPORT_READING, "reading"),
                    G_DEFINE_ENUM_VALUE (NP_IMPORT_PHOTOS, "photos"), G_DEFINE_ENUM_VALUE (NP_IMPORT_SAVING, "saving"),
                    G_DEFINE_ENUM_VALUE (NP_IMPORT_DONE, "done"), G_DEFINE_ENUM_VALUE (NP_IMPORT_ALREADY, "already"),
                    G_DEFINE_ENUM_VALUE (NP_IMPORT_UPDATED, "updated"),
                    G_DEFINE_ENUM_VALUE (NP_IMPORT_UNCHANGED, "unchanged"),
                    G_DEFINE_ENUM_VALUE (NP_IMPORT_FAILED, "failed"),
                    G_DEFINE_ENUM_VALUE (NP_IMPORT_CANCELLED, "cancelled"))
