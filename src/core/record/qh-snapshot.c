/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A copy of a record's struct, without the object: its strings are owned, nobody is told. */
#include "record/qh-snapshot.h"
#include <string.h>

struct _QhSnapshot {
  const QhEntity *entity;
  gpointer values;
};

#define MEMBER(values, field, type) (*(type *)G_STRUCT_MEMBER_P (values, (field)->offset))

static gboolean
is_string (const QhField *field)
{
  return field->kind == QH_KIND_TEXT || field->kind == QH_KIND_DATE || field->kind == QH_KIND_ID ||
         field->kind == QH_KIND_REFERENCE;
}

static gboolean
is_wide (const QhField *field)
{
  return field->kind == QH_KIND_INTEGER || field->kind == QH_KIND_INSTANT;
}

static gint64
number (gpointer values, const QhField *field)
{
  return is_wide (field) ? MEMBER (values, field, gint64) : MEMBER (values, field, int);
}

static gboolean
equal (gpointer a, gpointer b, const QhField *field)
{
  if (is_string (field))
    return g_strcmp0 (MEMBER (a, field, char *), MEMBER (b, field, char *)) == 0;
  return number (a, field) == number (b, field);
}

static void
copy (gpointer values, gpointer from, const QhField *field)
{
  if (is_string (field))
    MEMBER (values, field, char *) = g_strdup (MEMBER (from, field, char *));
  else if (is_wide (field))
    MEMBER (values, field, gint64) = MEMBER (from, field, gint64);
  else
    MEMBER (values, field, int) = MEMBER (from, field, int);
}

static void
clear (QhSnapshot *snapshot)
{
  for (guint i = 0; i < snapshot->entity->n_fields; i++)
    if (is_string (&snapshot->entity->fields[i]))
      g_clear_pointer (&MEMBER (snapshot->values, &snapshot->entity->fields[i], char *), g_free);
}

/* Of @from, a struct of @entity. */
static QhSnapshot *
make (const QhEntity *entity, gpointer from)
{
  QhSnapshot *snapshot = g_new (QhSnapshot, 1);
  GTypeQuery query;

  g_assert (entity->n_fields <= 64);
  g_type_query (entity->get_type (), &query);
  snapshot->entity = entity;
  snapshot->values = g_malloc0 (query.instance_size);
  for (guint i = 0; i < entity->n_fields; i++)
    copy (snapshot->values, from, &entity->fields[i]);
  return snapshot;
}

QhSnapshot *
qh_snapshot_new (QhRecord *record)
{
  return make (qh_record_get_entity (record), record);
}

QhSnapshot *
qh_snapshot_copy (QhSnapshot *snapshot)
{
  return make (snapshot->entity, snapshot->values);
}

void
qh_snapshot_free (QhSnapshot *snapshot)
{
  clear (snapshot);
  g_free (snapshot->values);
  g_free (snapshot);
}

void
qh_snapshot_take (QhSnapshot *snapshot, QhRecord *record)
{
  g_return_if_fail (qh_record_get_entity (record) == snapshot->entity);
  clear (snapshot);
  for (guint i = 0; i < snapshot->entity->n_fields; i++)
    copy (snapshot->values, record, &snapshot->entity->fields[i]);
}

const char *
qh_snapshot_id (QhSnapshot *snapshot)
{
  return ((QhRecord *)snapshot->values)->id;
}

gint64
qh_snapshot_modified (QhSnapshot *snapshot)
{
  return ((QhRecord *)snapshot->values)->modified;
}

const char *
qh_snapshot_text (QhSnapshot *snapshot, const char *name)
{
  const QhField *field = qh_entity_field (snapshot->entity, name);

  g_return_val_if_fail (field != NULL && is_string (field), NULL);
  return MEMBER (snapshot->values, field, char *);
}

gint64
qh_snapshot_number (QhSnapshot *snapshot, const char *name)
{
  const QhField *field = qh_entity_field (snapshot->entity, name);

  g_return_val_if_fail (field != NULL && !is_string (field), 0);
  return number (snapshot->values, field);
}

QhFieldSet
qh_snapshot_compare (QhSnapshot *snapshot, QhRecord *record)
{
  QhFieldSet fields = 0;

  g_return_val_if_fail (qh_record_get_entity (record) == snapshot->entity, 0);
  for (guint i = 0; i < snapshot->entity->n_fields; i++)
    if (!equal (snapshot->values, record, &snapshot->entity->fields[i]))
      fields |= QH_FIELD_BIT (i);
  return fields;
}

void
qh_snapshot_restore (QhSnapshot *snapshot, QhRecord *record, QhFieldSet fields)
{
  g_return_if_fail (qh_record_get_entity (record) == snapshot->entity);
  g_object_freeze_notify (G_OBJECT (record));
  for (guint i = 0; i < snapshot->entity->n_fields; i++) {
    const QhField *field = &snapshot->entity->fields[i];
    if (!(fields & QH_FIELD_BIT (i)))
      continue;
    if (is_string (field))
      qh_record_set_string (record, field->name, MEMBER (snapshot->values, field, char *));
    else
      qh_record_set_int (record, field->name, number (snapshot->values, field));
  }
  g_object_thaw_notify (G_OBJECT (record));
}
