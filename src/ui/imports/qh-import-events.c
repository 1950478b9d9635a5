/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "imports/qh-import-events.h"
#include "base/qh-text.h"
#include "base/qh-time.h"
#include "exchange/qh-calendars.h"
#include "widgets/qh-client-chooser.h"
#include "widgets/qh-plain-row.h"
#include <glib/gi18n-lib.h>

/* Rows that are shown; what comes after them is among all others. */
#define ROWS_MAX 50

/* Events of one summary. */
typedef struct {
  QhImportEvents *owner; /* borrowed */
  char *key; /* the summary, folded */
  GPtrArray *events; /* QhCalendarEvent, borrowed */
  QhClient *client; /* NULL: nobody yet */
  GtkMenuButton *button;
} Group;

struct _QhImportEvents {
  AdwBin parent_instance;

  AdwPreferencesGroup *list;

  QhStore *store;
  GPtrArray *groups; /* Group */
  Group *others;
};

G_DEFINE_FINAL_TYPE (QhImportEvents, qh_import_events, ADW_TYPE_BIN)

enum { SIGNAL_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
group_free (gpointer data)
{
  Group *group = data;

  g_free (group->key);
  g_ptr_array_unref (group->events);
  g_clear_object (&group->client);
  g_free (group);
}

static Group *
group_new (QhImportEvents *self, char *key)
{
  Group *group = g_new0 (Group, 1);

  group->owner = self;
  group->key = key;
  group->events = g_ptr_array_new ();
  return group;
}

static gboolean
is_open (const QhCalendarEvent *event)
{
  return !event->client && !event->reason;
}

guint
qh_import_events_count_open (GPtrArray *events)
{
  guint n = 0;

  for (guint i = 0; i < events->len; i++)
    n += is_open (g_ptr_array_index (events, i));
  return n;
}

/* --- Choosing */

static void
set_client (Group *group, QhClient *client)
{
  if (!g_set_object (&group->client, client))
    return;
  gtk_menu_button_set_label (group->button, client ? client->name : _ ("Left out"));
  g_signal_emit (group->owner, signals[SIGNAL_CHANGED], 0);
}

static void
on_chosen (QhClientChooser *chooser, gpointer user_data)
{
  Group *group = user_data;
  QhClient *client = qh_client_chooser_get_client (chooser);

  if (!client && !qh_text_is_empty (qh_client_chooser_get_text (chooser)))
    return;
  set_client (group, client);
  if (client)
    gtk_menu_button_popdown (group->button);
}

/* Built when it is first asked for. */
static void
build_popover (GtkMenuButton *button, gpointer user_data)
{
  Group *group = user_data;
  GtkWidget *chooser, *popover;

  if (gtk_menu_button_get_popover (button))
    return;
  chooser = g_object_new (QH_TYPE_CLIENT_CHOOSER, "store", group->owner->store, "known-only", TRUE,
                          "width-request", 260, NULL);
  popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (popover), chooser);
  gtk_menu_button_set_popover (button, popover);
  g_signal_connect (chooser, "changed", G_CALLBACK (on_chosen), group);
}

/* --- Rows */

static void
name_button (GtkWidget *button, const char *title)
{
  /* Translators: the summary of an event that fits no client */
  g_autofree char *label = g_strdup_printf (_ ("Client for “%s”"), title);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

static void
add_row (QhImportEvents *self, Group *group, const char *title, const char *subtitle)
{
  GtkWidget *row = qh_plain_row_new (title, subtitle);
  GtkWidget *button = gtk_menu_button_new ();

  group->button = GTK_MENU_BUTTON (button);
  gtk_menu_button_set_label (group->button, _ ("Left out"));
  gtk_menu_button_set_create_popup_func (group->button, build_popover, group, NULL);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  name_button (button, title);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (self->list, row);
}

static char *
describe_group (QhImportEvents *self, const Group *group)
{
  const QhClock *clock = qh_store_get_clock (self->store);
  g_autoptr (GTimeZone) zone = qh_clock_zone (clock);
  const QhCalendarEvent *first = g_ptr_array_index (group->events, 0);
  g_autofree char *date = qh_instant_to_date (first->start, zone);
  g_autofree char *day = qh_date_label (date, qh_clock_now (clock), zone);
  g_autofree char *time = qh_instant_clock_label (first->start, zone);
  guint n = group->events->len - 1;

  if (n == 0)
    return g_strdup_printf ("%s, %s", day, time);
  /* Translators: when an event is, and how many others there are of the same name */
  return g_strdup_printf (ngettext ("%s, %s, and %u more", "%s, %s, and %u more", n), day, time, n);
}

static void
add_group_row (QhImportEvents *self, Group *group)
{
  const QhCalendarEvent *first = g_ptr_array_index (group->events, 0);
  g_autofree char *title = qh_text_shorten (first->summary ? first->summary : _ ("No title"), 80);
  g_autofree char *subtitle = describe_group (self, group);

  add_row (self, group, title, subtitle);
}

static Group *
find_group (QhImportEvents *self, const QhCalendarEvent *event)
{
  g_autofree char *key = qh_text_fold (event->summary ? event->summary : "");

  for (guint i = 0; i < self->groups->len; i++) {
    Group *group = g_ptr_array_index (self->groups, i);
    if (g_str_equal (group->key, key))
      return group;
  }
  if (self->groups->len == ROWS_MAX)
    return NULL;
  g_ptr_array_add (self->groups, group_new (self, g_steal_pointer (&key)));
  return g_ptr_array_index (self->groups, self->groups->len - 1);
}

static void
fill (QhImportEvents *self, GPtrArray *events)
{
  for (guint i = 0; i < events->len; i++) {
    QhCalendarEvent *event = g_ptr_array_index (events, i);
    Group *group = is_open (event) ? find_group (self, event) : NULL;
    if (group)
      g_ptr_array_add (group->events, event);
  }
  for (guint i = 0; i < self->groups->len; i++)
    add_group_row (self, g_ptr_array_index (self->groups, i));
  self->others = group_new (self, NULL);
  add_row (self, self->others, _ ("All others that fit no client"), NULL);
}

static void
qh_import_events_dispose (GObject *object)
{
  QhImportEvents *self = QH_IMPORT_EVENTS (object);

  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->others, group_free);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qh_import_events_parent_class)->dispose (object);
}

static void
qh_import_events_class_init (QhImportEventsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qh_import_events_dispose;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", QH_TYPE_IMPORT_EVENTS, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
qh_import_events_init (QhImportEvents *self)
{
  self->list = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->list, _ ("Whose Are These?"));
  adw_preferences_group_set_description (
      self->list, _ ("No attendee and no name in the title tells which client they are with."));
  self->groups = g_ptr_array_new_with_free_func (group_free);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
}

GtkWidget *
qh_import_events_new (QhStore *store, GPtrArray *events)
{
  g_return_val_if_fail (QH_IS_STORE (store), NULL);
  g_return_val_if_fail (events, NULL);

  QhImportEvents *self = g_object_new (QH_TYPE_IMPORT_EVENTS, NULL);
  self->store = g_object_ref (store);
  fill (self, events);
  return GTK_WIDGET (self);
}

GHashTable *
qh_import_events_get_clients (QhImportEvents *self)
{
  g_return_val_if_fail (QH_IS_IMPORT_EVENTS (self), NULL);

  GHashTable *clients = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < self->groups->len; i++) {
    const Group *group = g_ptr_array_index (self->groups, i);
    for (guint k = 0; group->client && k < group->events->len; k++) {
      const QhCalendarEvent *event = g_ptr_array_index (group->events, k);
      g_hash_table_insert (clients, g_strdup (event->uid),
                           g_strdup (QH_RECORD (group->client)->id));
    }
  }
  return clients;
}

const char *
qh_import_events_get_client (QhImportEvents *self)
{
  g_return_val_if_fail (QH_IS_IMPORT_EVENTS (self), NULL);

  return self->others->client ? QH_RECORD (self->others->client)->id : NULL;
}
