/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "contact-log/qh-contact-entry-page.h"
#include "contact-log/qh-contact-log-deeds.h"
#include "contact-log/qh-contact-log-text.h"
#include "contact-log/qh-upgrade-dialog.h"
#include "design/qh-contact-figures.h"
#include "qh-closures.h"
#include "qh-field-control.h"
#include "qh-field-edit.h"
#include "qh-report.h"
#include "widgets/qh-client-field.h"
#include "widgets/qh-day-time-field.h"
#include "widgets/qh-header.h"
#include "widgets/qh-pair-layout.h"
#include "widgets/qh-plain-row.h"
#include "widgets/qh-text-field.h"
#include <glib/gi18n-lib.h>

struct _QhContactEntryPage {
  AdwBin parent_instance;

  QhHeader *header;
  AdwComboRow *person;
  GtkLabel *state;
  GtkListBox *frictions;

  QhStore *store;
  QhContactLog *entry;
  GPtrArray *people; /* QhContact, as they are offered, or NULL */
  gboolean is_setting;
};

G_DEFINE_FINAL_TYPE (QhContactEntryPage, qh_contact_entry_page, ADW_TYPE_BIN)

enum { PROP_STORE = 1, PROP_ENTRY, N_PROPS };
static GParamSpec *props[N_PROPS];

/* --- What is shown */

/* The client's people, and whom the entry names though he is none of them. (transfer container) */
static GPtrArray *
list_people (QhContactEntryPage *self)
{
  const char *client = self->entry->client, *named = self->entry->contact;
  const char *values[] = { client ? client : "", named ? named : "", NULL };
  GPtrArray *people =
      qh_store_select (self->store, &qh_contact_entity,
                       "WHERE client = ?1 OR id = ?2 ORDER BY name_key, id", values, NULL);

  return people ? people : g_ptr_array_new_with_free_func (g_object_unref);
}

static gboolean
are_same (GPtrArray *a, GPtrArray *b)
{
  for (guint i = 0; i < a->len && i < b->len; i++)
    if (a->pdata[i] != b->pdata[i])
      return FALSE;
  return a->len == b->len;
}

/* The choices are made anew only when they are others: one of them may just be chosen. */
static void
fill_people (QhContactEntryPage *self)
{
  GPtrArray *people = list_people (self);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  gboolean is_same = self->people && are_same (self->people, people);

  g_clear_pointer (&self->people, g_ptr_array_unref);
  self->people = people;
  if (is_same)
    return;
  gtk_string_list_append (names, _ ("Nobody named"));
  for (guint i = 0; i < people->len; i++)
    gtk_string_list_append (names, QH_CONTACT (people->pdata[i])->name);
  adw_combo_row_set_model (self->person, G_LIST_MODEL (names));
  qh_field_control_name_parts (GTK_WIDGET (self->person), _ ("Who it was"));
}

static void
show_person (QhContactEntryPage *self)
{
  guint chosen = 0;

  self->is_setting = TRUE;
  fill_people (self);
  for (guint i = 0; i < self->people->len; i++)
    if (g_strcmp0 (QH_RECORD (self->people->pdata[i])->id, self->entry->contact) == 0)
      chosen = i + 1;
  adw_combo_row_set_selected (self->person, chosen);
  gtk_widget_set_sensitive (GTK_WIDGET (self->person), self->people->len > 0);
  self->is_setting = FALSE;
}

/* What an upgrade still waits for. */
static const char *
describe_upgrade (QhContactLog *entry)
{
  if (!qh_contact_log_is_upgraded (entry))
    return _ ("It went up to nobody");
  if (qh_contact_log_is_answered (entry))
    return _ ("Answered, and the client knows");
  if (!entry->upgrade_answer)
    return _ ("Open: what did he learn?");
  return entry->upgrade_change ? _ ("Open: who told the client?") : _ ("Open: what changes?");
}

static void
add_friction (QhContactEntryPage *self, QhFriction *friction)
{
  GtkWidget *row = qh_plain_row_new (friction->title,
                                     qh_enum_label (qh_friction_status_values, friction->status));

  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", QH_RECORD (friction)->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-friction");
  gtk_list_box_append (self->frictions, row);
}

static void
show_frictions (QhContactEntryPage *self)
{
  const char *values[] = { QH_RECORD (self->entry)->id, NULL };
  g_autoptr (GPtrArray) frictions = qh_store_select (
      self->store, &qh_friction_entity, "WHERE contact_log = ?1 ORDER BY id", values, NULL);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->frictions))))
    gtk_list_box_remove (self->frictions, row);
  for (guint i = 0; frictions && i < frictions->len; i++)
    add_friction (self, g_ptr_array_index (frictions, i));
  gtk_widget_set_visible (GTK_WIDGET (self->frictions), frictions && frictions->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "contact.make-friction",
                                 frictions && frictions->len == 0);
}

static void
update (QhContactEntryPage *self)
{
  g_autofree char *origin = qh_contact_log_origin (self->store, self->entry);

  g_object_set (self->header, "title", origin, NULL);
  gtk_label_set_label (self->state, describe_upgrade (self->entry));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "contact.answer",
                                 qh_contact_log_is_upgraded (self->entry));
  show_person (self);
  show_frictions (self);
}

/* An entry that is no more (deleted, or its making undone) leaves no page behind. */
static void
on_store_changed (QhContactEntryPage *self)
{
  const char *id = QH_RECORD (self->entry)->id;
  g_autoptr (QhRecord) record = qh_store_get (self->store, &qh_contact_log_entity, id, NULL);

  if (record)
    update (self);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.close-page", "s", id);
}

/* --- What is done */

static void
on_person_chosen (QhContactEntryPage *self)
{
  guint chosen = adw_combo_row_get_selected (self->person);
  QhRecord *record = QH_RECORD (self->entry);
  g_autoptr (GError) error = NULL;
  const char *id;

  if (self->is_setting || !self->people || chosen > self->people->len)
    return;
  id = chosen > 0 ? QH_RECORD (self->people->pdata[chosen - 1])->id : NULL;
  if (!qh_record_set_string (record, "contact", id) || qh_store_save (self->store, record, &error))
    return;
  qh_store_revert (self->store, record);
  show_person (self);
  qh_report_error (GTK_WIDGET (self), error);
}

static void
answer (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhContactEntryPage *self = QH_CONTACT_ENTRY_PAGE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);

  qh_report_flush (widget);
  if (GTK_IS_WINDOW (root))
    gtk_window_present (qh_upgrade_dialog_new (GTK_WINDOW (root), self->store, self->entry));
}

static void
make_friction (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhContactEntryPage *self = QH_CONTACT_ENTRY_PAGE (widget);

  qh_contact_log_make_friction_here (widget, self->store, self->entry);
}

static void delete (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhContactEntryPage *self = QH_CONTACT_ENTRY_PAGE (widget);
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();

  g_ptr_array_add (entries, self->entry);
  qh_contact_logs_delete_here (widget, self->store, entries);
}

static void
add (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.log-contact", NULL);
}

static void
qh_contact_entry_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QhContactEntryPage *self = QH_CONTACT_ENTRY_PAGE (object);

  switch (id) {
  case PROP_STORE:
    g_value_set_object (value, self->store);
    break;
  case PROP_ENTRY:
    g_value_set_object (value, self->entry);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_contact_entry_page_set_property (GObject *object, guint id, const GValue *value,
                                    GParamSpec *pspec)
{
  QhContactEntryPage *self = QH_CONTACT_ENTRY_PAGE (object);

  switch (id) {
  case PROP_STORE:
    self->store = g_value_dup_object (value);
    break;
  case PROP_ENTRY:
    self->entry = g_value_dup_object (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_contact_entry_page_constructed (GObject *object)
{
  QhContactEntryPage *self = QH_CONTACT_ENTRY_PAGE (object);

  G_OBJECT_CLASS (qh_contact_entry_page_parent_class)->constructed (object);

  update (self);
  g_signal_connect_object (self->store, "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

static void
qh_contact_entry_page_dispose (GObject *object)
{
  QhContactEntryPage *self = QH_CONTACT_ENTRY_PAGE (object);

  g_clear_pointer (&self->people, g_ptr_array_unref);
  g_clear_object (&self->entry);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qh_contact_entry_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  g_type_ensure (QH_TYPE_CLIENT_FIELD);
  g_type_ensure (QH_TYPE_DAY_TIME_FIELD);
  g_type_ensure (QH_TYPE_FIELD_EDIT);
  g_type_ensure (QH_TYPE_HEADER);
  g_type_ensure (QH_TYPE_PAIR_LAYOUT);
  g_type_ensure (QH_TYPE_TEXT_FIELD);
  gtk_widget_class_set_template_from_resource (
      klass, "/io/github/quarterhour/Quarterhour/ui/contact-log/contact-entry-page.ui");
  gtk_widget_class_bind_template_child (klass, QhContactEntryPage, header);
  gtk_widget_class_bind_template_child (klass, QhContactEntryPage, person);
  gtk_widget_class_bind_template_child (klass, QhContactEntryPage, state);
  gtk_widget_class_bind_template_child (klass, QhContactEntryPage, frictions);
  gtk_widget_class_bind_template_callback (klass, on_person_chosen);
  qh_closures_bind (klass);
}

static void
qh_contact_entry_page_class_init (QhContactEntryPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags once = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = qh_contact_entry_page_get_property;
  object_class->set_property = qh_contact_entry_page_set_property;
  object_class->constructed = qh_contact_entry_page_constructed;
  object_class->dispose = qh_contact_entry_page_dispose;

  props[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, QH_TYPE_STORE, once);
  props[PROP_ENTRY] = g_param_spec_object ("entry", NULL, NULL, qh_contact_log_get_type (), once);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_install_action (widget_class, "contact.answer", NULL, answer);
  gtk_widget_class_install_action (widget_class, "contact.make-friction", NULL, make_friction);
  gtk_widget_class_install_action (widget_class, "contact.delete", NULL, delete);
  gtk_widget_class_install_action (widget_class, "page.new", NULL, add);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_m, GDK_CONTROL_MASK,
                                       "contact.make-friction", NULL);
  bind_template (widget_class);
}

static void
qh_contact_entry_page_init (QhContactEntryPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
qh_contact_entry_page_new (QhStore *store, QhContactLog *entry)
{
  g_return_val_if_fail (QH_IS_STORE (store), NULL);
  g_return_val_if_fail (QH_IS_CONTACT_LOG (entry), NULL);

  return g_object_new (QH_TYPE_CONTACT_ENTRY_PAGE, "store", store, "entry", entry, NULL);
}
