/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "qh-reminders.h"
#include "store/qh-settings.h"
#include "store/qh-today.h"

/* By the clock on the wall, which sleeps and is set: in seconds. */
#define LOOK_EVERY 20

struct _QhReminders {
  GObject parent_instance;

  QhStore *store;
  GHashTable *told; /* id of a meeting -> its start (gint64 *) as it was told */
  guint timeout;
};

G_DEFINE_FINAL_TYPE (QhReminders, qh_reminders, G_TYPE_OBJECT)

enum { SIGNAL_DUE, SIGNAL_PAST, N_SIGNALS };
static guint signals[N_SIGNALS];

static gboolean
is_told (QhReminders *self, QhMeeting *meeting)
{
  const gint64 *start = g_hash_table_lookup (self->told, QH_RECORD (meeting)->id);

  return start && *start == meeting->start;
}

static void
tell (QhReminders *self, QhMeeting *meeting)
{
  g_hash_table_insert (self->told, g_strdup (QH_RECORD (meeting)->id),
                       g_memdup2 (&meeting->start, sizeof meeting->start));
  g_signal_emit (self, signals[SIGNAL_DUE], 0, meeting);
}

static gboolean
still_holds (GPtrArray *due, const char *id, gint64 start)
{
  for (guint i = 0; i < due->len; i++) {
    QhMeeting *meeting = g_ptr_array_index (due, i);
    if (g_str_equal (QH_RECORD (meeting)->id, id) && meeting->start == start)
      return TRUE;
  }
  return FALSE;
}

/* What was told and does not hold any more. */
static void
forget (QhReminders *self, GPtrArray *due)
{
  GHashTableIter iter;
  gpointer id, start;

  g_hash_table_iter_init (&iter, self->told);
  while (g_hash_table_iter_next (&iter, &id, &start)) {
    g_autofree char *past = NULL;
    if (still_holds (due, id, *(gint64 *)start))
      continue;
    past = g_strdup (id);
    g_hash_table_iter_remove (&iter);
    g_signal_emit (self, signals[SIGNAL_PAST], 0, past);
  }
}

void
qh_reminders_look (QhReminders *self, gint64 now)
{
  g_return_if_fail (QH_IS_REMINDERS (self));

  g_autoptr (GPtrArray) due = NULL;

  if (qh_settings_get_reminders (self->store))
    due = qh_today_list_next (self->store, now, now + QH_REMINDERS_AHEAD, NULL);
  else
    due = g_ptr_array_new ();
  if (!due)
    return;
  forget (self, due);
  for (guint i = 0; i < due->len; i++)
    if (!is_told (self, g_ptr_array_index (due, i)))
      tell (self, g_ptr_array_index (due, i));
}

static void
look_now (QhReminders *self)
{
  qh_reminders_look (self, qh_clock_now (qh_store_get_clock (self->store)));
}

static gboolean
on_timeout (gpointer user_data)
{
  look_now (user_data);
  return G_SOURCE_CONTINUE;
}

static void
on_store_changed (QhReminders *self, guint64 entities)
{
  if ((entities & QH_ENTITY_BIT (&qh_meeting_entity)) != 0)
    look_now (self);
}

static void
qh_reminders_dispose (GObject *object)
{
  QhReminders *self = QH_REMINDERS (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qh_reminders_parent_class)->dispose (object);
}

static void
qh_reminders_finalize (GObject *object)
{
  g_hash_table_unref (QH_REMINDERS (object)->told);

  G_OBJECT_CLASS (qh_reminders_parent_class)->finalize (object);
}

static void
qh_reminders_class_init (QhRemindersClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = qh_reminders_dispose;
  object_class->finalize = qh_reminders_finalize;

  signals[SIGNAL_DUE] = g_signal_new ("due", QH_TYPE_REMINDERS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                      NULL, G_TYPE_NONE, 1, qh_meeting_get_type ());
  signals[SIGNAL_PAST] = g_signal_new ("past", QH_TYPE_REMINDERS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
qh_reminders_init (QhReminders *self)
{
  self->told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

QhReminders *
qh_reminders_new (QhStore *store)
{
  g_return_val_if_fail (QH_IS_STORE (store), NULL);

  QhReminders *self = g_object_new (QH_TYPE_REMINDERS, NULL);
  self->store = g_object_ref (store);
  self->timeout = g_timeout_add_seconds (LOOK_EVERY, on_timeout, self);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  return self;
}
