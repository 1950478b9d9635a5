/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "record/qh-record-sql.h"

#define MEMBER(record, field, type) (*(type *)G_STRUCT_MEMBER_P (record, (field)->offset))

char *
qh_entity_columns (const QhEntity *entity, const char *prefix)
{
  GString *columns = g_string_new (NULL);

  for (guint i = 0; i < entity->n_fields; i++)
    g_string_append_printf (columns, "%s%s%s", i > 0 ? ", " : "", prefix, entity->fields[i].name);
  return g_string_free (columns, FALSE);
}

void
qh_record_bind_field (QhRecord *record, const QhField *field, sqlite3_stmt *statement, int index)
{
  if (qh_record_is_none (record, field)) {
    sqlite3_bind_null (statement, index);
    return;
  }
  switch (field->kind) {
  case QH_KIND_INTEGER:
  case QH_KIND_INSTANT:
    sqlite3_bind_int64 (statement, index, MEMBER (record, field, gint64));
    return;
  case QH_KIND_BOOLEAN:
    sqlite3_bind_int (statement, index, MEMBER (record, field, gboolean) != FALSE);
    return;
  case QH_KIND_ENUM:
    sqlite3_bind_text (statement, index, qh_enum_name (field->values, MEMBER (record, field, int)),
                       -1, SQLITE_STATIC);
    return;
  case QH_KIND_TEXT:
  case QH_KIND_DATE:
  case QH_KIND_ID:
  case QH_KIND_REFERENCE:
    sqlite3_bind_text (statement, index, MEMBER (record, field, char *), -1, SQLITE_STATIC);
    return;
  }
}

void
qh_record_bind (QhRecord *record, sqlite3_stmt *statement, int first)
{
  const QhEntity *entity = qh_record_get_entity (record);

  for (guint i = 0; i < entity->n_fields; i++)
    qh_record_bind_field (record, &entity->fields[i], statement, first + i);
}

static void
read_field (QhRecord *record, const QhField *field, sqlite3_stmt *statement, int column)
{
  gboolean none = sqlite3_column_type (statement, column) == SQLITE_NULL;
  const char *text;

  switch (field->kind) {
  case QH_KIND_INTEGER:
  case QH_KIND_INSTANT:
    qh_record_set_int (record, field->name,
                       none ? QH_NONE : sqlite3_column_int64 (statement, column));
    return;
  case QH_KIND_BOOLEAN:
    qh_record_set_int (record, field->name, sqlite3_column_int (statement, column) != 0);
    return;
  case QH_KIND_ENUM:
    text = (const char *)sqlite3_column_text (statement, column);
    qh_record_set_int (record, field->name, qh_field_enum_value (field, text));
    return;
  case QH_KIND_TEXT:
  case QH_KIND_DATE:
  case QH_KIND_ID:
  case QH_KIND_REFERENCE:
    text = (const char *)sqlite3_column_text (statement, column);
    qh_record_set_string (record, field->name, text);
    return;
  }
}

void
qh_record_read (QhRecord *record, sqlite3_stmt *statement, int first)
{
  const QhEntity *entity = qh_record_get_entity (record);

  g_object_freeze_notify (G_OBJECT (record));
  for (guint i = 0; i < entity->n_fields; i++)
    read_field (record, &entity->fields[i], statement, first + i);
  g_object_thaw_notify (G_OBJECT (record));
}
