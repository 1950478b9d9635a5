/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dialogs/qh-preferences-window.h"
#include "design/qh-house-rules.h"
#include "dialogs/qh-rule-switch.h"
#include "exchange/qh-team-folder.h"
#include "exchange/qh-transfer-file.h"
#include "qh-field-control.h"
#include "qh-money.h"
#include "store/qh-settings.h"
#include "widgets/qh-plain-row.h"
#include <glib/gi18n-lib.h>

#define N_SEVERITIES 4

/* The currencies that are offered beside the one that is set. */
static const char *const currencies[] = { "EUR", "USD", "GBP", "CHF", "JPY", "SEK", "NOK",
                                          "DKK", "PLN", "CZK", "CAD", "AUD", "INR", "BRL" };

struct _QhPreferencesWindow {
  AdwPreferencesWindow parent_instance;

  GtkEditable *name;
  GtkLabel *code;
  AdwComboRow *currency;
  AdwActionRow *team;
  AdwComboRow *scheme;
  GtkSwitch *reminders;
  GtkEditable *rate;
  GtkSpinButton *shares[N_SEVERITIES];
  AdwPreferencesGroup *rules;

  QhStore *store;
  GPtrArray *switches; /* QhRuleSwitch, borrowed */
  gboolean is_showing; /* the controls are set by us */
};

G_DEFINE_FINAL_TYPE (QhPreferencesWindow, qh_preferences_window, ADW_TYPE_PREFERENCES_WINDOW)

static void
report (QhPreferencesWindow *self, const GError *error)
{
  g_autofree char *text = g_markup_escape_text (error->message, -1);

  adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (self), adw_toast_new (text));
}

static void
show_text (GtkEditable *editable, const char *text)
{
  if (g_strcmp0 (gtk_editable_get_text (editable), text) != 0)
    gtk_editable_set_text (editable, text);
}

static guint
find_currency (const char *currency)
{
  for (guint i = 0; i < G_N_ELEMENTS (currencies); i++)
    if (g_strcmp0 (currencies[i], currency) == 0)
      return i;
  return G_N_ELEMENTS (currencies);
}

static void
show_currency (QhPreferencesWindow *self)
{
  g_autofree char *currency = qh_settings_get_currency (self->store);
  guint position = find_currency (currency);
  g_autoptr (GtkStringList) codes = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (currencies); i++)
    gtk_string_list_append (codes, currencies[i]);
  if (position == G_N_ELEMENTS (currencies))
    gtk_string_list_append (codes, currency);
  adw_combo_row_set_model (self->currency, G_LIST_MODEL (codes));
  adw_combo_row_set_selected (self->currency, position);
}

static void
show_team (QhPreferencesWindow *self)
{
  g_autofree char *folder = qh_team_folder_get (self->store);
  g_autofree char *name = folder ? g_filename_display_name (folder) : NULL;

  qh_plain_row_set_text (self->team, _ ("Team Folder"), name ? name : _ ("None chosen"));
}

static void
show_settings (QhPreferencesWindow *self)
{
  g_autofree char *name = qh_settings_get_user_name (self->store);
  g_autoptr (QhAddress) own = qh_transfer_own_address (self->store);
  g_autofree char *currency = qh_settings_get_currency (self->store);
  g_autofree char *rate = qh_money_to_entry (qh_settings_get_hourly_rate (self->store), currency);

  self->is_showing = TRUE;
  show_text (self->name, name);
  gtk_label_set_text (self->code, own->code ? own->code : "–");
  show_text (self->rate, rate);
  show_currency (self);
  show_team (self);
  adw_combo_row_set_selected (self->scheme, qh_settings_get_color_scheme (self->store));
  gtk_switch_set_active (self->reminders, qh_settings_get_reminders (self->store));
  for (int i = 0; i < N_SEVERITIES; i++)
    gtk_spin_button_set_value (self->shares[i], qh_settings_get_share (self->store, i + 1) / 10.0);
  self->is_showing = FALSE;
}

static void
on_name_apply (QhPreferencesWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (!qh_settings_set_user_name (self->store, gtk_editable_get_text (self->name), &error))
    report (self, error);
}

/* It has a dialog of its own, which tells how things stand there. */
static void
on_team_activated (QhPreferencesWindow *self)
{
  GtkWidget *parent = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));

  gtk_window_close (GTK_WINDOW (self));
  gtk_widget_activate_action (parent, "win.team-folder", NULL);
}

static void
on_rate_apply (QhPreferencesWindow *self)
{
  const char *text = gtk_editable_get_text (self->rate);
  g_autofree char *currency = qh_settings_get_currency (self->store);
  g_autoptr (GError) error = NULL;
  gint64 rate;

  if (!qh_money_parse (text, currency, &rate))
    g_set_error (&error, QH_ERROR, QH_ERROR_INVALID,
                 _ ("“%s” is not an amount; write it like 45 or 45.50"), text);
  else if (qh_settings_set_hourly_rate (self->store, rate, &error))
    return;
  report (self, error);
}

static void
on_currency_selected (QhPreferencesWindow *self)
{
  GtkStringObject *item = adw_combo_row_get_selected_item (self->currency);
  g_autoptr (GError) error = NULL;

  if (self->is_showing || !item)
    return;
  if (!qh_settings_set_currency (self->store, gtk_string_object_get_string (item), &error))
    report (self, error);
}

static void
on_scheme_selected (QhPreferencesWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (self->is_showing)
    return;
  if (!qh_settings_set_color_scheme (self->store, adw_combo_row_get_selected (self->scheme),
                                     &error))
    report (self, error);
}

static void
on_reminders_switched (QhPreferencesWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (self->is_showing)
    return;
  if (!qh_settings_set_reminders (self->store, gtk_switch_get_active (self->reminders), &error))
    report (self, error);
}

/* Turning a share up step by step is one step of undo. */
static gboolean
save_share (QhPreferencesWindow *self, int severity, int share, GError **error)
{
  g_autofree char *key = g_strdup_printf ("%p share %d", (gpointer)self, severity);

  if (!qh_store_continue (self->store, _ ("Change assumption"), key, error))
    return FALSE;
  if (!qh_settings_set_share (self->store, severity, share, error)) {
    qh_store_rollback (self->store);
    return FALSE;
  }
  return qh_store_commit (self->store, error);
}

static void
on_share_changed (GtkSpinButton *button, QhPreferencesWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (self->is_showing)
    return;
  for (int i = 0; i < N_SEVERITIES; i++) {
    int share = (int)(gtk_spin_button_get_value (button) * 10 + 0.5);
    if (self->shares[i] == button && !save_share (self, i + 1, share, &error))
      report (self, error);
  }
}

static void
on_rule_failed (QhPreferencesWindow *self, const GError *error)
{
  report (self, error);
}

static void
fill_rules (QhPreferencesWindow *self)
{
  const char *const *ids = qh_house_rules_ids ();

  for (guint i = 0; ids[i]; i++) {
    GtkWidget *row = qh_rule_switch_new (self->store, ids[i]);
    g_signal_connect_object (row, "failed", G_CALLBACK (on_rule_failed), self, G_CONNECT_SWAPPED);
    adw_preferences_group_add (self->rules, row);
    g_ptr_array_add (self->switches, row);
  }
}

/* A preferences window of libadwaita 1.2 does not let go of its pages; the store must not stay open
 * for that. */
static void
remove_rules (QhPreferencesWindow *self)
{
  for (guint i = 0; i < self->switches->len; i++)
    adw_preferences_group_remove (self->rules, g_ptr_array_index (self->switches, i));
  g_ptr_array_set_size (self->switches, 0);
}

static void
qh_preferences_window_dispose (GObject *object)
{
  QhPreferencesWindow *self = QH_PREFERENCES_WINDOW (object);

  remove_rules (self);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qh_preferences_window_parent_class)->dispose (object);
}

static void
qh_preferences_window_finalize (GObject *object)
{
  g_ptr_array_unref (QH_PREFERENCES_WINDOW (object)->switches);

  G_OBJECT_CLASS (qh_preferences_window_parent_class)->finalize (object);
}

static void
qh_preferences_window_class_init (QhPreferencesWindowClass *klass)
{
  static const char *const shares[] = { "share_1", "share_2", "share_3", "share_4" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qh_preferences_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = qh_preferences_window_finalize;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/dialogs/preferences-window.ui");
  gtk_widget_class_bind_template_child (widget_class, QhPreferencesWindow, name);
  gtk_widget_class_bind_template_child (widget_class, QhPreferencesWindow, code);
  gtk_widget_class_bind_template_child (widget_class, QhPreferencesWindow, currency);
  gtk_widget_class_bind_template_child (widget_class, QhPreferencesWindow, scheme);
  gtk_widget_class_bind_template_child (widget_class, QhPreferencesWindow, team);
  gtk_widget_class_bind_template_child (widget_class, QhPreferencesWindow, reminders);
  gtk_widget_class_bind_template_child (widget_class, QhPreferencesWindow, rate);
  gtk_widget_class_bind_template_child (widget_class, QhPreferencesWindow, rules);
  for (int i = 0; i < N_SEVERITIES; i++)
    gtk_widget_class_bind_template_child_full (widget_class, shares[i], FALSE,
                                               G_STRUCT_OFFSET (QhPreferencesWindow, shares) +
                                                   i * sizeof (GtkSpinButton *));
  gtk_widget_class_bind_template_callback (widget_class, on_name_apply);
  gtk_widget_class_bind_template_callback (widget_class, on_team_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_rate_apply);
  gtk_widget_class_bind_template_callback (widget_class, on_currency_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_scheme_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_reminders_switched);
  gtk_widget_class_bind_template_callback (widget_class, on_share_changed);
}

static void
qh_preferences_window_init (QhPreferencesWindow *self)
{
  self->is_showing = TRUE;
  self->switches = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int i = 0; i < N_SEVERITIES; i++)
    qh_field_control_still_wheel (GTK_WIDGET (self->shares[i]));
}

GtkWindow *
qh_preferences_window_new (GtkWindow *parent, QhStore *store)
{
  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (QH_IS_STORE (store), NULL);

  QhPreferencesWindow *self =
      g_object_new (QH_TYPE_PREFERENCES_WINDOW, "transient-for", parent, "modal", TRUE, NULL);
  self->store = g_object_ref (store);
  show_settings (self);
  fill_rules (self);
  g_signal_connect_object (store, "changed", G_CALLBACK (show_settings), self, G_CONNECT_SWAPPED);
  return GTK_WINDOW (self);
}
