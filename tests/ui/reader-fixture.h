/* A reader in a window, with a library of four stories in a folder of its own. */
#pragma once

#include "ui/reader/np-reader.h"

G_BEGIN_DECLS

typedef struct
{
  char *folder;
  NpLibrary *library;
  GtkWidget *window;
  NpReader *reader;
  char *sample; /* ids */
  char *arabic;
  char *lengthy;
  char *footnotes;
  char *opened; /* what the signals said last */
  char *searched;
  NpChange *change;
  gboolean handle; /* whether "change" is handled */
} ReaderFixture;

/* Whether a widget is the one that is looked for, by @text. */
typedef gboolean (*ReaderIs) (GtkWidget *widget, const char *text);

void reader_isolate_homes (void);
void reader_set_up (ReaderFixture *fixture, gconstpointer data);
void reader_tear_down (ReaderFixture *fixture, gconstpointer data);
void reader_run_for (guint milliseconds);
void reader_show (ReaderFixture *fixture, const char *id, const char *text);
NpArticle *reader_read_story (ReaderFixture *fixture, const char *id);

GtkWidget *reader_find_widget (GtkWidget *widget, GType type, ReaderIs is, const char *text);
GtkWidget *reader_wait_for (ReaderFixture *fixture, GType type, ReaderIs is, const char *text);
void reader_wait_until_gone (ReaderFixture *fixture, GType type, ReaderIs is, const char *text);
gboolean reader_has_tooltip (GtkWidget *widget, const char *text);
gboolean reader_has_label (GtkWidget *widget, const char *text);
gboolean reader_has_text (GtkWidget *widget, const char *text);

G_END_DECLS
