/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "clients/qh-remark-row.h"
#include "clients/qh-remark-details.h"
#include "design/qh-access.h"
#include "qh-closures.h"
#include "qh-report.h"
#include <glib/gi18n-lib.h>

struct _QhRemarkRow {
  QhUnfoldRow parent_instance;

  GtkBox *offers;

  QhStore *store;
  QhPhrases *phrases;
  QhClient *client;
  QhRemark *remark;
  char *caption;
  char *state;
};

G_DEFINE_FINAL_TYPE (QhRemarkRow, qh_remark_row, QH_TYPE_UNFOLD_ROW)

enum { PROP_REMARK = 1, PROP_CAPTION, PROP_STATE, N_PROPS };
static GParamSpec *props[N_PROPS];

static void
take_text (QhRemarkRow *self, char **place, int prop, char *text)
{
  g_free (*place);
  *place = text;
  g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

/* "Sarah Lind · 12 March · Time" */
static char *
describe (QhRemarkRow *self)
{
  gint64 now = qh_clock_now (qh_store_get_clock (self->store));
  g_autoptr (QhRecord) contact =
      self->remark->contact
          ? qh_store_get (self->store, &qh_contact_entity, self->remark->contact, NULL)
          : NULL;
  g_autofree char *day = qh_date_label (self->remark->said, now, NULL);
  g_autofree char *who = qh_closure_join (NULL, contact ? QH_CONTACT (contact)->name : NULL, day);
  const char *theme = qh_enum_label (qh_remark_theme_values, self->remark->theme);

  return qh_closure_join (NULL, who, theme);
}

/* Heard in a meeting that was held; at least part of a plan; or neither. */
static char *
describe_state (QhRemarkRow *self)
{
  const char *values[] = { QH_RECORD (self->remark)->id, NULL };
  gint64 heard = qh_store_count (
      self->store,
      "SELECT max (meeting.status IN ('held', 'debriefed')) FROM segment JOIN meeting ON "
      "meeting.id = segment.meeting WHERE segment.remark = ?1 AND meeting.status <> 'cancelled'",
      values);

  if (heard == 1)
    return g_strdup (_ ("Heard"));
  return g_strdup (heard == 0 ? _ ("In a plan") : _ ("Not heard yet"));
}

/* The client takes the rule only when the store does. */
static gboolean
save_rule (QhRemarkRow *self, const QhAccess *access, GError **error)
{
  if (!qh_store_begin (self->store, _ ("Set access rule"), error))
    return FALSE;
  qh_access_apply (access, self->client);
  if (!qh_store_save (self->store, QH_RECORD (self->client), error)) {
    qh_store_rollback (self->store);
    return FALSE;
  }
  return qh_store_commit (self->store, error);
}

static void
on_offer_clicked (GtkWidget *button, QhRemarkRow *self)
{
  g_autoptr (QhAccess) access =
      qh_access_find (self->phrases, self->remark->words, gtk_widget_get_name (button));
  g_autoptr (GError) error = NULL;

  if (!access)
    return;
  if (save_rule (self, access, &error))
    qh_report (GTK_WIDGET (self), _ ("Access rule set"), TRUE);
  else
    qh_report_error (GTK_WIDGET (self), error);
}

static void
add_offer (QhRemarkRow *self, const QhAccess *access)
{
  g_autofree char *label = qh_access_label (access);
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_name (button, access->field);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), TRUE);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_offer_clicked), self, 0);
  gtk_box_append (self->offers, button);
}

static void
update_offers (QhRemarkRow *self)
{
  g_autoptr (GPtrArray) rules = qh_access_read (self->phrases, self->remark->words);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->offers))))
    gtk_box_remove (self->offers, child);
  for (guint i = 0; i < rules->len; i++) {
    const QhAccess *access = g_ptr_array_index (rules, i);
    if (!qh_access_stands (access, self->client))
      add_offer (self, access);
  }
  child = gtk_widget_get_first_child (GTK_WIDGET (self->offers));
  gtk_widget_set_visible (GTK_WIDGET (self->offers), child != NULL);
}

static GtkWidget *
qh_remark_row_build_details (QhUnfoldRow *row)
{
  QhRemarkRow *self = QH_REMARK_ROW (row);

  return qh_remark_details_new (self->store, self->remark);
}

static void
qh_remark_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QhRemarkRow *self = QH_REMARK_ROW (object);

  switch (id) {
  case PROP_REMARK:
    g_value_set_object (value, self->remark);
    break;
  case PROP_CAPTION:
    g_value_set_string (value, self->caption);
    break;
  case PROP_STATE:
    g_value_set_string (value, self->state);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_remark_row_dispose (GObject *object)
{
  QhRemarkRow *self = QH_REMARK_ROW (object);

  g_clear_object (&self->remark);
  g_clear_object (&self->client);
  g_clear_object (&self->store);
  g_clear_pointer (&self->phrases, qh_phrases_unref);

  G_OBJECT_CLASS (qh_remark_row_parent_class)->dispose (object);
}

static void
qh_remark_row_finalize (GObject *object)
{
  QhRemarkRow *self = QH_REMARK_ROW (object);

  g_free (self->caption);
  g_free (self->state);

  G_OBJECT_CLASS (qh_remark_row_parent_class)->finalize (object);
}

static void
qh_remark_row_class_init (QhRemarkRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = qh_remark_row_get_property;
  object_class->dispose = qh_remark_row_dispose;
  object_class->finalize = qh_remark_row_finalize;
  QH_UNFOLD_ROW_CLASS (klass)->build_details = qh_remark_row_build_details;

  props[PROP_REMARK] = g_param_spec_object ("remark", NULL, NULL, qh_remark_get_type (), flags);
  props[PROP_CAPTION] = g_param_spec_string ("caption", NULL, NULL, NULL, flags);
  props[PROP_STATE] = g_param_spec_string ("state", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/clients/remark-row.ui");
  gtk_widget_class_bind_template_child (widget_class, QhRemarkRow, offers);
  qh_closures_bind (widget_class);
}

static void
qh_remark_row_init (QhRemarkRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
qh_remark_row_new (QhStore *store, QhPhrases *phrases, QhClient *client, QhRemark *remark)
{
  g_return_val_if_fail (QH_IS_STORE (store), NULL);
  g_return_val_if_fail (QH_IS_CLIENT (client), NULL);
  g_return_val_if_fail (QH_IS_REMARK (remark), NULL);

  QhRemarkRow *self = g_object_new (QH_TYPE_REMARK_ROW, NULL);
  self->store = g_object_ref (store);
  self->phrases = qh_phrases_ref (phrases);
  self->client = g_object_ref (client);
  self->remark = g_object_ref (remark);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REMARK]);
  g_signal_connect_object (remark, "notify", G_CALLBACK (qh_remark_row_update), self,
                           G_CONNECT_SWAPPED);
  qh_remark_row_update (self);
  return GTK_WIDGET (self);
}

void
qh_remark_row_update (QhRemarkRow *self)
{
  g_return_if_fail (QH_IS_REMARK_ROW (self));

  take_text (self, &self->caption, PROP_CAPTION, describe (self));
  take_text (self, &self->state, PROP_STATE, describe_state (self));
  update_offers (self);
}
