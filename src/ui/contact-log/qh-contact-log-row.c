/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "contact-log/qh-contact-log-row.h"
#include "contact-log/qh-contact-log-text.h"
#include "design/qh-contact-figures.h"
#include "qh-closures.h"
#include "widgets/qh-box.h"
#include "widgets/qh-pair-layout.h"
#include "widgets/qh-wrap-layout.h"
#include <glib/gi18n-lib.h>

struct _QhContactLogRow {
  QhRow parent_instance;

  GtkLabel *headline;
  GtkLabel *origin;
  GtkLabel *facts;
  GtkLabel *solved;
  GtkLabel *failure;
  GtkLabel *upgrade;

  QhStore *store;
};

G_DEFINE_FINAL_TYPE (QhContactLogRow, qh_contact_log_row, QH_TYPE_ROW)

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text && *text);
}

static void
show_pill (GtkLabel *label, const char *text, const char *state)
{
  const char *classes[] = { "qh-pill", "caption", state, NULL };

  show_text (label, text);
  gtk_widget_set_css_classes (GTK_WIDGET (label), classes);
}

static void
show_entry (QhContactLogRow *self, QhContactLog *entry)
{
  g_autofree char *headline = qh_contact_log_headline (entry);
  g_autofree char *origin = qh_contact_log_origin (self->store, entry);
  g_autofree char *facts = qh_contact_log_facts (entry);
  g_autofree char *upgrade = qh_contact_log_upgrade_label (entry);

  gtk_label_set_label (self->headline, headline);
  show_text (self->origin, origin);
  show_text (self->facts, facts);
  show_pill (self->solved, qh_contact_log_solved_label (entry),
             entry->solved == QH_SOLVED_NO ? "bad" : NULL);
  show_pill (self->failure, entry->failure ? _ ("avoidable") : NULL, NULL);
  show_pill (self->upgrade, upgrade, qh_contact_log_is_answered (entry) ? NULL : "warn");
}

static void
qh_contact_log_row_show (QhRow *row, QhRecord *record)
{
  if (record)
    show_entry (QH_CONTACT_LOG_ROW (row), QH_CONTACT_LOG (record));
}

static void
on_store_changed (QhContactLogRow *self, guint64 entities)
{
  QhEntities mine = QH_ENTITY_BIT (&qh_contact_log_entity) | QH_ENTITY_BIT (&qh_client_entity);
  QhRecord *record = qh_row_get_record (QH_ROW (self));

  if (!record || (entities & mine) == 0)
    return;
  show_entry (self, QH_CONTACT_LOG (record));
  qh_row_update_label (QH_ROW (self));
}

static char *
qh_contact_log_row_describe (QhRow *row)
{
  QhContactLogRow *self = QH_CONTACT_LOG_ROW (row);
  QhContactLog *entry = QH_CONTACT_LOG (qh_row_get_record (row));
  g_autofree char *headline = qh_contact_log_headline (entry);
  g_autofree char *origin = qh_contact_log_origin (self->store, entry);
  g_autofree char *facts = qh_contact_log_facts (entry);
  g_autofree char *upgrade = qh_contact_log_upgrade_label (entry);
  const char *parts[] = { facts, qh_contact_log_solved_label (entry),
                          entry->failure ? _ ("avoidable") : NULL, upgrade };
  g_autoptr (GString) label = g_string_new (headline);

  g_string_append_printf (label, "; %s", origin);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] && *parts[i])
      g_string_append_printf (label, "; %s", parts[i]);
  return g_strdup (label->str);
}

static void
qh_contact_log_row_dispose (GObject *object)
{
  g_clear_object (&QH_CONTACT_LOG_ROW (object)->store);

  G_OBJECT_CLASS (qh_contact_log_row_parent_class)->dispose (object);
}

static void
qh_contact_log_row_class_init (QhContactLogRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qh_contact_log_row_dispose;
  QH_ROW_CLASS (klass)->show = qh_contact_log_row_show;
  QH_ROW_CLASS (klass)->describe = qh_contact_log_row_describe;

  g_type_ensure (QH_TYPE_BOX);
  g_type_ensure (QH_TYPE_PAIR_LAYOUT);
  g_type_ensure (QH_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/contact-log/contact-log-row.ui");
  gtk_widget_class_bind_template_child (widget_class, QhContactLogRow, headline);
  gtk_widget_class_bind_template_child (widget_class, QhContactLogRow, origin);
  gtk_widget_class_bind_template_child (widget_class, QhContactLogRow, facts);
  gtk_widget_class_bind_template_child (widget_class, QhContactLogRow, solved);
  gtk_widget_class_bind_template_child (widget_class, QhContactLogRow, failure);
  gtk_widget_class_bind_template_child (widget_class, QhContactLogRow, upgrade);
}

static void
qh_contact_log_row_init (QhContactLogRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

QhRow *
qh_contact_log_row_new (QhStore *store)
{
  g_return_val_if_fail (QH_IS_STORE (store), NULL);

  QhContactLogRow *self = g_object_new (QH_TYPE_CONTACT_LOG_ROW, NULL);
  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  return QH_ROW (self);
}
