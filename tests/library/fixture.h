/* A library in a folder of its own, for tests. */
#pragma once

#include "open-library.h"

G_BEGIN_DECLS

typedef struct
{
  char *folder;
  NpLibrary *library; /* (nullable) while it is closed */
  char *id;           /* (nullable) of the story that the test is about */
} Fixture;

/* A test with a fixture: fixture_set_up() makes an empty library. */
#define FIXTURE_TEST(path, test)              FIXTURE_TEST_WITH (path, test, fixture_set_up)
#define FIXTURE_TEST_WITH(path, test, set_up) g_test_add (path, Fixture, NULL, set_up, test, fixture_tear_down)

void fixture_set_up (Fixture *fixture, gconstpointer data);
void fixture_tear_down (Fixture *fixture, gconstpointer data);
void fixture_open (Fixture *fixture);
void fixture_close (Fixture *fixture);
void fixture_wait (NpImport *import);
NpImport *fixture_import_text (Fixture *fixture, const char *text, const char *topic);
NpArticle *fixture_read_story (Fixture *fixture);
void fixture_do (Fixture *fixture, NpChange *change);
void fixture_undo (Fixture *fixture, const char *words);

G_END_DECLS
