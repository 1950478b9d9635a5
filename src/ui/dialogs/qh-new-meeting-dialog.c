/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dialogs/qh-new-meeting-dialog.h"
#include "qh-closures.h"
#include "qh-day-time.h"
#include "qh-meeting-actions.h"
#include "qh-report.h"
#include "store/qh-blueprints.h"
#include "widgets/qh-client-chooser.h"
#include "widgets/qh-date-button.h"
#include "widgets/qh-plain-row.h"
#include <glib/gi18n-lib.h>

/* How many meetings are offered to be copied. */
#define MEETINGS_OFFERED "30"

struct _QhNewMeetingDialog {
  AdwWindow parent_instance;

  QhClientChooser *client;
  QhDateButton *day;
  GtkEditable *hour;
  AdwComboRow *mode;
  GtkEditable *place;
  AdwPreferencesGroup *starts;
  GtkCheckButton *empty;
  GtkCheckButton *copy;
  AdwComboRow *copied;
  GtkLabel *problem;

  QhStore *store;
  GPtrArray *blueprints; /* QhBlueprint */
  GPtrArray *checks; /* GtkCheckButton, one a blueprint, in the same order */
  GPtrArray *meetings; /* QhMeeting, those that can be copied */
};

G_DEFINE_FINAL_TYPE (QhNewMeetingDialog, qh_new_meeting_dialog, ADW_TYPE_WINDOW)

static void
show_problem (QhNewMeetingDialog *self, const char *text)
{
  gtk_label_set_label (self->problem, text ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), text != NULL);
}

/* Tomorrow, or the Monday after it where that is a weekend. */
static char *
get_next_working_day (QhStore *store)
{
  g_autofree char *today = qh_clock_today (qh_store_get_clock (store));
  int weekday = (qh_date_to_days (today) - 1) % 7; /* day 1 was a Monday */

  return qh_date_add_days (today, weekday == 4 ? 3 : weekday == 5 ? 2 : 1);
}

/* --- Blueprints of one's own; undo takes back what is done with them here */

/* Below the dialog, where Undo is. */
static void
tell (QhNewMeetingDialog *self, const char *format, const char *name)
{
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);
  g_autofree char *text = g_strjoinv (name, parts);

  qh_report (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self))), text, TRUE);
}

static gboolean
has_name (QhNewMeetingDialog *self, const char *name, const char *except)
{
  g_autoptr (GPtrArray) all = qh_store_list_blueprints (self->store, NULL);
  g_autofree char *folded = g_utf8_casefold (name, -1);

  for (guint i = 0; all && i < all->len; i++) {
    const QhBlueprint *blueprint = g_ptr_array_index (all, i);
    g_autofree char *other = g_utf8_casefold (blueprint->title, -1);
    if (g_str_equal (other, folded) && g_strcmp0 (blueprint->id, except) != 0)
      return TRUE;
  }
  return FALSE;
}

static gboolean
rename_blueprint (QhNewMeetingDialog *self, QhRecord *own, const char *name, GError **error)
{
  gboolean begun;

  if (has_name (self, name, own->id)) {
    g_set_error (error, QH_ERROR, QH_ERROR_INVALID, _ ("There is a blueprint “%s” already."), name);
    return FALSE;
  }
  qh_record_set_string (own, "name", name);
  begun = qh_store_begin (self->store, _ ("Rename blueprint"), error);
  if (begun && qh_store_save (self->store, own, error))
    return qh_store_commit (self->store, error);
  if (begun)
    qh_store_rollback (self->store);
  qh_store_revert (self->store, own);
  return FALSE;
}

static void
on_rename (GtkEntry *entry, QhNewMeetingDialog *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (entry), ADW_TYPE_ACTION_ROW);
  const char *id = gtk_widget_get_name (GTK_WIDGET (entry));
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
  g_autofree char *plain = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (QhRecord) own = qh_store_get (self->store, &qh_own_blueprint_entity, id, &error);

  show_problem (self, NULL);
  gtk_popover_popdown (
      GTK_POPOVER (gtk_widget_get_ancestor (GTK_WIDGET (entry), GTK_TYPE_POPOVER)));
  if (*name == '\0' || (own && g_str_equal (QH_OWN_BLUEPRINT (own)->name, name)))
    return;
  if (!own || !rename_blueprint (self, own, name, &error)) {
    show_problem (self, error->message);
    return;
  }
  plain = g_markup_escape_text (name, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), plain);
  tell (self, _ ("Now called “%s”"), name);
}

static void
add_rename (QhNewMeetingDialog *self, AdwActionRow *row, const QhBlueprint *blueprint)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *entry = gtk_entry_new ();
  g_autofree char *label = g_strdup_printf (_ ("Rename the blueprint “%s”"), blueprint->title);

  gtk_widget_set_name (entry, blueprint->id);
  gtk_editable_set_text (GTK_EDITABLE (entry), blueprint->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Name"),
                                  -1);
  g_signal_connect_object (entry, "activate", G_CALLBACK (on_rename), self, 0);
  gtk_popover_set_child (GTK_POPOVER (popover), entry);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "document-edit-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Rename"));
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  adw_action_row_add_suffix (row, button);
}

/* Away with it. */
static void
on_delete (GtkButton *button, QhNewMeetingDialog *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (button), ADW_TYPE_ACTION_ROW);
  const char *id = gtk_widget_get_name (GTK_WIDGET (button));
  g_autoptr (GError) error = NULL;
  g_autoptr (QhRecord) own = qh_store_get (self->store, &qh_own_blueprint_entity, id, &error);

  if (!own || !qh_store_delete (self->store, own, &error)) {
    show_problem (self, error->message);
    return;
  }
  gtk_check_button_set_active (self->empty, TRUE);
  gtk_widget_set_visible (row, FALSE);
  tell (self, _ ("“%s” deleted"), QH_OWN_BLUEPRINT (own)->name);
}

static void
add_delete (QhNewMeetingDialog *self, AdwActionRow *row, const QhBlueprint *blueprint)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *label = g_strdup_printf (_ ("Delete the blueprint “%s”"), blueprint->title);

  gtk_widget_set_name (button, blueprint->id);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Delete"));
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_delete), self, 0);
  adw_action_row_add_suffix (row, button);
}

static GtkWidget *
add_start (QhNewMeetingDialog *self, const QhBlueprint *blueprint)
{
  g_autofree char *achieved = qh_blueprint_achieved (blueprint);
  g_autofree char *subtitle = qh_closure_join (NULL, blueprint->when, achieved);
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *row = qh_plain_row_new (blueprint->title, subtitle);

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (check), self->empty);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  if (blueprint->is_own) {
    add_rename (self, ADW_ACTION_ROW (row), blueprint);
    add_delete (self, ADW_ACTION_ROW (row), blueprint);
  }
  adw_preferences_group_add (self->starts, row);
  return check;
}

static void
fill_blueprints (QhNewMeetingDialog *self)
{
  self->blueprints = qh_store_list_blueprints (self->store, NULL);
  if (!self->blueprints)
    self->blueprints = qh_blueprints ();
  self->checks = g_ptr_array_new ();
  for (guint i = 0; i < self->blueprints->len; i++)
    g_ptr_array_add (self->checks, add_start (self, g_ptr_array_index (self->blueprints, i)));
  if (self->checks->len > 0)
    gtk_check_button_set_active (g_ptr_array_index (self->checks, 0), TRUE);
}

/* "Ferris Dental Group, 26 Nov: A recall schedule" */
static char *
describe_meeting (QhNewMeetingDialog *self, QhMeeting *meeting)
{
  gint64 now = qh_clock_now (qh_store_get_clock (self->store));
  g_autoptr (QhRecord) client =
      qh_store_get (self->store, &qh_client_entity, meeting->client, NULL);
  g_autofree char *when = qh_closure_when_short (NULL, meeting->start, meeting->zone, now);
  g_autofree char *aim = qh_closure_aim (NULL, meeting->output, meeting->title);

  return g_strdup_printf ("%s, %s: %s", client ? QH_CLIENT (client)->name : "", when ? when : "–",
                          aim);
}

/* The newest meetings; @first, when there is one, on top. */
static void
fill_meetings (QhNewMeetingDialog *self, QhMeeting *first)
{
  g_autoptr (GPtrArray) newest = qh_store_select (
      self->store, &qh_meeting_entity, "ORDER BY start DESC LIMIT " MEETINGS_OFFERED, NULL, NULL);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  self->meetings = g_ptr_array_new_with_free_func (g_object_unref);
  if (first)
    g_ptr_array_add (self->meetings, g_object_ref (first));
  for (guint i = 0; newest && i < newest->len; i++)
    if (g_ptr_array_index (newest, i) != (gpointer)first)
      g_ptr_array_add (self->meetings, g_object_ref (g_ptr_array_index (newest, i)));
  for (guint i = 0; i < self->meetings->len; i++) {
    g_autofree char *name = describe_meeting (self, g_ptr_array_index (self->meetings, i));
    gtk_string_list_append (names, name);
  }
  adw_combo_row_set_model (self->copied, G_LIST_MODEL (names));
  gtk_widget_set_visible (GTK_WIDGET (self->copied), self->meetings->len > 0);
}

static void
fill_modes (QhNewMeetingDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (const QhEnumValue *mode = qh_meeting_mode_values; mode->name; mode++)
    gtk_string_list_append (names, _ (mode->label));
  adw_combo_row_set_model (self->mode, G_LIST_MODEL (names));
}

static void
on_copied_selected (QhNewMeetingDialog *self)
{
  if (self->meetings)
    gtk_check_button_set_active (self->copy, TRUE);
}

static void
on_changed (QhNewMeetingDialog *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.create",
                                 qh_client_chooser_is_decided (self->client));
  show_problem (self, NULL);
}

/* The instant that day and time name. */
static gboolean
read_start (QhNewMeetingDialog *self, gint64 *start, GError **error)
{
  const char *text = gtk_editable_get_text (self->hour);
  g_autoptr (GTimeZone) zone = qh_clock_zone (qh_store_get_clock (self->store));
  g_autofree char *instant = NULL;
  int hour, minute;

  if (!qh_time_of_day_read (text, &hour, &minute)) {
    g_set_error (error, QH_ERROR, QH_ERROR_INVALID,
                 _ ("Time: “%s” is not a time of day; write it like 10:00"), text);
    return FALSE;
  }
  if (!qh_date_button_get_date (self->day)) {
    *start = QH_NONE;
    return TRUE;
  }
  instant = g_strdup_printf ("%s %02d:%02d", qh_date_button_get_date (self->day), hour, minute);
  return qh_instant_parse (instant, zone, start);
}

/* The client that is chosen, or a new one of the name that is typed. */
static QhClient *
take_client (QhNewMeetingDialog *self, GError **error)
{
  QhClient *chosen = qh_client_chooser_get_client (self->client);
  g_autoptr (QhClient) client = NULL;

  if (chosen)
    return g_object_ref (chosen);
  client = qh_client_new ();
  qh_record_set_string (QH_RECORD (client), "name", qh_client_chooser_get_text (self->client));
  if (!qh_store_save (self->store, QH_RECORD (client), error))
    return NULL;
  return g_steal_pointer (&client);
}

static QhPlan *
build_empty (const char *client)
{
  g_autoptr (QhMeeting) meeting = qh_meeting_new ();

  qh_record_set_string (QH_RECORD (meeting), "client", client);
  return qh_plan_new (meeting);
}

static QhPlan *
build_copy (QhNewMeetingDialog *self, const char *client, GError **error)
{
  guint selected = adw_combo_row_get_selected (self->copied);
  QhRecord *meeting = g_ptr_array_index (self->meetings, selected);
  g_autoptr (QhPlan) plan = qh_store_load_plan (self->store, meeting->id, error);

  return plan ? qh_plan_copy (plan, client) : NULL;
}

/* The design the meeting begins with. */
static QhPlan *
build_plan (QhNewMeetingDialog *self, QhClient *client, GError **error)
{
  const char *id = QH_RECORD (client)->id;
  QhPlan *plan;

  if (gtk_check_button_get_active (self->copy) && self->meetings->len > 0)
    return build_copy (self, id, error);
  plan = build_empty (id);
  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (self->checks, i)))
      qh_blueprint_apply (g_ptr_array_index (self->blueprints, i), plan, qh_client_limit (client));
  return plan;
}

static void
set_place_and_time (QhNewMeetingDialog *self, QhRecord *meeting, gint64 start)
{
  g_autofree char *zone = qh_zone_system_name ();

  qh_record_set_int (meeting, "start", start);
  qh_record_set_string (meeting, "zone", zone);
  qh_record_set_int (meeting, "mode", adw_combo_row_get_selected (self->mode) + 1);
  qh_record_set_string (meeting, "place", gtk_editable_get_text (self->place));
}

/* The id of the new meeting; NULL when it could not be saved. */
static char *
save (QhNewMeetingDialog *self, gint64 start, GError **error)
{
  g_autoptr (QhClient) client = take_client (self, error);
  g_autoptr (QhPlan) plan = client ? build_plan (self, client, error) : NULL;

  if (!plan)
    return NULL;
  set_place_and_time (self, QH_RECORD (qh_plan_get_meeting (plan)), start);
  if (!qh_store_save_plan (self->store, plan, _ ("New meeting"), error))
    return NULL;
  return g_strdup (QH_RECORD (qh_plan_get_meeting (plan))->id);
}

static char *
save_in_one_change (QhNewMeetingDialog *self, GError **error)
{
  g_autofree char *id = NULL;
  gint64 start;

  if (!read_start (self, &start, error) || !qh_store_begin (self->store, _ ("New meeting"), error))
    return NULL;
  id = save (self, start, error);
  if (!id) {
    qh_store_rollback (self->store);
    return NULL;
  }
  return qh_store_commit (self->store, error) ? g_steal_pointer (&id) : NULL;
}

static void
create (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhNewMeetingDialog *self = QH_NEW_MEETING_DIALOG (widget);
  g_autoptr (GError) error = NULL;
  g_autofree char *id = save_in_one_change (self, &error);

  if (!id) {
    show_problem (self, error->message);
    return;
  }
  gtk_widget_activate_action (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self))),
                              "win.open-meeting", "s", id);
  gtk_window_close (GTK_WINDOW (self));
}

static void
qh_new_meeting_dialog_dispose (GObject *object)
{
  QhNewMeetingDialog *self = QH_NEW_MEETING_DIALOG (object);

  g_clear_pointer (&self->blueprints, g_ptr_array_unref);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  g_clear_pointer (&self->meetings, g_ptr_array_unref);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qh_new_meeting_dialog_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (
      klass, "/io/github/quarterhour/Quarterhour/ui/dialogs/new-meeting-dialog.ui");
  gtk_widget_class_bind_template_child (klass, QhNewMeetingDialog, client);
  gtk_widget_class_bind_template_child (klass, QhNewMeetingDialog, day);
  gtk_widget_class_bind_template_child (klass, QhNewMeetingDialog, hour);
  gtk_widget_class_bind_template_child (klass, QhNewMeetingDialog, mode);
  gtk_widget_class_bind_template_child (klass, QhNewMeetingDialog, place);
  gtk_widget_class_bind_template_child (klass, QhNewMeetingDialog, starts);
  gtk_widget_class_bind_template_child (klass, QhNewMeetingDialog, empty);
  gtk_widget_class_bind_template_child (klass, QhNewMeetingDialog, copy);
  gtk_widget_class_bind_template_child (klass, QhNewMeetingDialog, copied);
  gtk_widget_class_bind_template_child (klass, QhNewMeetingDialog, problem);
  gtk_widget_class_bind_template_callback (klass, on_changed);
  gtk_widget_class_bind_template_callback (klass, on_copied_selected);
}

static void
qh_new_meeting_dialog_class_init (QhNewMeetingDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qh_new_meeting_dialog_dispose;

  gtk_widget_class_install_action (widget_class, "dialog.create", NULL, create);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "dialog.create", NULL);
  g_type_ensure (QH_TYPE_CLIENT_CHOOSER);
  g_type_ensure (QH_TYPE_DATE_BUTTON);
  bind_template (widget_class);
}

static void
qh_new_meeting_dialog_init (QhNewMeetingDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.create", FALSE);
}

static void
fill (QhNewMeetingDialog *self, QhClient *client, QhMeeting *copied)
{
  g_autofree char *day = get_next_working_day (self->store);

  g_object_set (self->client, "store", self->store, NULL);
  fill_modes (self);
  fill_meetings (self, copied);
  fill_blueprints (self);
  qh_date_button_set_date (self->day, day);
  if (client)
    qh_client_chooser_set_client (self->client, client);
  if (copied)
    gtk_check_button_set_active (self->copy, TRUE);
  gtk_widget_grab_focus (client ? GTK_WIDGET (self->hour) : GTK_WIDGET (self->client));
}

GtkWindow *
qh_new_meeting_dialog_new (GtkWindow *parent, QhStore *store, QhClient *client, QhMeeting *copied)
{
  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (QH_IS_STORE (store), NULL);

  QhNewMeetingDialog *self =
      g_object_new (QH_TYPE_NEW_MEETING_DIALOG, "transient-for", parent, NULL);
  self->store = g_object_ref (store);
  fill (self, client, copied);
  return GTK_WINDOW (self);
}
