/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "search/qh-found-row.h"
#include <glib/gi18n-lib.h>

/* The groups in their order; what is of no other entity stands in the last. */
static const struct {
  const QhEntity *entity;
  const char *title;
} groups[] = {
  { &qh_client_entity, N_ ("Clients") },
  { &qh_contact_entity, N_ ("People") },
  { &qh_meeting_entity, N_ ("Meetings") },
  { &qh_segment_entity, N_ ("Segments") },
  { &qh_remark_entity, N_ ("Words") },
  { &qh_content_entity, N_ ("Content") },
  { &qh_friction_entity, N_ ("Friction") },
  { &qh_promise_entity, N_ ("Promises") },
  { &qh_contact_log_entity, N_ ("Contact Log") },
  { &qh_touchpoint_check_entity, N_ ("Touchpoints") },
  { NULL, N_ ("Other") },
};

struct _QhFoundRow {
  GtkListBoxRow parent_instance;

  GtkLabel *title;
  GtkLabel *snippet;

  const char *group;
  int rank;
  char *action;
  char *target; /* NULL: the action takes none */
};

G_DEFINE_FINAL_TYPE (QhFoundRow, qh_found_row, GTK_TYPE_LIST_BOX_ROW)

static void
qh_found_row_finalize (GObject *object)
{
  QhFoundRow *self = QH_FOUND_ROW (object);

  g_free (self->action);
  g_free (self->target);

  G_OBJECT_CLASS (qh_found_row_parent_class)->finalize (object);
}

static void
qh_found_row_class_init (QhFoundRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = qh_found_row_finalize;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/search/found-row.ui");
  gtk_widget_class_bind_template_child (widget_class, QhFoundRow, title);
  gtk_widget_class_bind_template_child (widget_class, QhFoundRow, snippet);
}

static void
qh_found_row_init (QhFoundRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_group (QhFoundRow *self, const QhEntity *entity)
{
  guint i = 0;

  while (groups[i].entity && groups[i].entity != entity)
    i++;
  self->group = _ (groups[i].title);
  self->rank = i;
}

/* The id that @record's field @name refers to; NULL when it has no such field. */
static char *
get_reference (QhRecord *record, const char *name)
{
  const QhField *field = qh_entity_field (qh_record_get_entity (record), name);

  return field ? qh_record_get_text (record, field) : NULL;
}

/* What has no page of its own opens where it belongs: at its meeting, or at its client. */
static void
set_target (QhFoundRow *self, QhRecord *record)
{
  const QhEntity *entity = qh_record_get_entity (record);
  g_autofree char *meeting = entity == &qh_meeting_entity   ? g_strdup (record->id)
                             : entity == &qh_segment_entity ? get_reference (record, "meeting")
                                                            : NULL;
  g_autofree char *client =
      entity == &qh_client_entity ? g_strdup (record->id) : get_reference (record, "client");

  if (meeting) {
    self->action = g_strdup ("win.open-meeting");
    self->target = g_steal_pointer (&meeting);
  } else if (entity == &qh_content_entity) {
    self->action = g_strdup ("win.open-item");
    self->target = g_strdup (record->id);
  } else if (entity == &qh_friction_entity) {
    self->action = g_strdup ("win.open-friction");
    self->target = g_strdup (record->id);
  } else if (entity == &qh_promise_entity) {
    self->action = g_strdup ("win.open-promise");
    self->target = g_strdup (record->id);
  } else if (entity == &qh_touchpoint_check_entity) {
    self->action = g_strdup ("win.open-touchpoint");
    self->target =
        g_strdup (qh_enum_name (qh_touchpoint_values, QH_TOUCHPOINT_CHECK (record)->touchpoint));
  } else if (entity == &qh_contact_log_entity) {
    self->action = g_strdup ("win.open-contact-log");
    self->target = g_strdup (record->id);
  } else if (client) {
    self->action = g_strdup ("win.open-client");
    self->target = g_steal_pointer (&client);
  }
}

/* "Ferris Dental Group · A recall schedule": what belongs to a client says to whom. */
static char *
name_record (QhStore *store, QhRecord *record)
{
  const QhEntity *entity = qh_record_get_entity (record);
  g_autofree char *id = get_reference (record, "client");
  g_autoptr (QhRecord) client = id ? qh_store_get (store, &qh_client_entity, id, NULL) : NULL;
  g_autofree char *title = qh_record_title (record);

  if (!client)
    return g_steal_pointer (&title);
  if (entity == &qh_contact_entity)
    return g_strdup_printf ("%s · %s", title, QH_CLIENT (client)->name);
  return g_strdup (QH_CLIENT (client)->name);
}

GtkWidget *
qh_found_row_new_for_hit (QhStore *store, const QhHit *hit)
{
  g_return_val_if_fail (QH_IS_STORE (store), NULL);
  g_return_val_if_fail (hit, NULL);

  g_autoptr (QhRecord) record = qh_store_find (store, hit->id, NULL);
  g_autofree char *title = NULL;
  QhFoundRow *self;

  if (!record)
    return NULL;
  self = g_object_new (QH_TYPE_FOUND_ROW, NULL);
  set_group (self, qh_record_get_entity (record));
  set_target (self, record);
  if (!self->action) {
    g_object_unref (g_object_ref_sink (self));
    return NULL;
  }
  title = name_record (store, record);
  gtk_label_set_label (self->title, title);
  gtk_label_set_markup (self->snippet, hit->snippet);
  return GTK_WIDGET (self);
}

GtkWidget *
qh_found_row_new_for_command (const char *title, const char *action)
{
  g_return_val_if_fail (title && action, NULL);

  g_autoptr (GVariant) target = NULL;
  QhFoundRow *self = g_object_new (QH_TYPE_FOUND_ROW, NULL);
  self->group = _ ("Commands");
  self->rank = -1;
  g_action_parse_detailed_name (action, &self->action, &target, NULL);
  self->target = target ? g_variant_dup_string (target, NULL) : NULL;
  gtk_label_set_label (self->title, title);
  gtk_widget_set_visible (GTK_WIDGET (self->snippet), FALSE);
  return GTK_WIDGET (self);
}

const char *
qh_found_row_get_group (QhFoundRow *self)
{
  g_return_val_if_fail (QH_IS_FOUND_ROW (self), NULL);

  return self->group;
}

int
qh_found_row_get_rank (QhFoundRow *self)
{
  g_return_val_if_fail (QH_IS_FOUND_ROW (self), 0);

  return self->rank;
}

void
qh_found_row_open (QhFoundRow *self, GtkWidget *widget)
{
  g_return_if_fail (QH_IS_FOUND_ROW (self));
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (self->target)
    gtk_widget_activate_action (widget, self->action, "s", self->target);
  else if (self->action)
    gtk_widget_activate_action (widget, self->action, NULL);
}
