/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A record: the values of one row, described by its entity's table. Its text is trimmed; what it
 * holds is told to whoever looks, once for each change. */
#include "record/qh-record.h"
#include "base/qh-error.h"
#include "base/qh-id.h"
#include "base/qh-text.h"
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

G_DEFINE_ABSTRACT_TYPE (QhRecord, qh_record, G_TYPE_OBJECT)

#define MEMBER(record, field, type) (*(type *)G_STRUCT_MEMBER_P (record, (field)->offset))

static gboolean
is_string (const QhField *field)
{
  return field->kind == QH_KIND_TEXT || field->kind == QH_KIND_DATE || field->kind == QH_KIND_ID ||
         field->kind == QH_KIND_REFERENCE;
}

/* The numeric value of any field that is not a string. */
static gint64
get_number (QhRecord *record, const QhField *field)
{
  switch (field->kind) {
  case QH_KIND_INTEGER:
  case QH_KIND_INSTANT:
    return MEMBER (record, field, gint64);
  case QH_KIND_BOOLEAN:
    return MEMBER (record, field, gboolean);
  case QH_KIND_ENUM:
    return MEMBER (record, field, int);
  default:
    g_assert_not_reached ();
  }
}

static const QhField *
property_field (QhRecord *record, guint id)
{
  return &qh_record_get_entity (record)->fields[id - 1];
}

static void
notify (QhRecord *record, const QhField *field)
{
  const QhRecordClass *klass = (QhRecordClass *)G_OBJECT_GET_CLASS (record);
  const QhEntity *entity = klass->entity;

  g_assert (field >= entity->fields && field < entity->fields + entity->n_fields);
  g_object_notify_by_pspec (G_OBJECT (record), klass->properties[field - entity->fields]);
}

static gboolean
put_string (QhRecord *record, const QhField *field, const char *value)
{
  char **member = &MEMBER (record, field, char *);
  char *taken = field->flags & QH_FIELD_VERBATIM ? g_strdup (value) : qh_text_trim (value);

  if (g_strcmp0 (*member, taken) == 0) {
    g_free (taken);
    return FALSE;
  }
  g_free (*member);
  *member = taken;
  notify (record, field);
  return TRUE;
}

static gboolean
put_number (QhRecord *record, const QhField *field, gint64 value)
{
  if (get_number (record, field) == value)
    return FALSE;
  if (field->kind == QH_KIND_INTEGER || field->kind == QH_KIND_INSTANT)
    MEMBER (record, field, gint64) = value;
  else
    MEMBER (record, field, int) = (int)value;
  notify (record, field);
  return TRUE;
}

static void
qh_record_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QhRecord *record = QH_RECORD (object);
  const QhField *field = property_field (record, id);

  if (is_string (field))
    g_value_set_string (value, MEMBER (record, field, char *));
  else if (field->kind == QH_KIND_BOOLEAN)
    g_value_set_boolean (value, MEMBER (record, field, gboolean));
  else if (field->kind == QH_KIND_ENUM)
    g_value_set_int (value, MEMBER (record, field, int));
  else
    g_value_set_int64 (value, MEMBER (record, field, gint64));
}

static void
qh_record_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  QhRecord *record = QH_RECORD (object);
  const QhField *field = property_field (record, id);

  if (is_string (field))
    put_string (record, field, g_value_get_string (value));
  else if (field->kind == QH_KIND_BOOLEAN)
    put_number (record, field, g_value_get_boolean (value));
  else if (field->kind == QH_KIND_ENUM)
    put_number (record, field, g_value_get_int (value));
  else
    put_number (record, field, g_value_get_int64 (value));
}

static void
qh_record_constructed (GObject *object)
{
  QhRecord *record = QH_RECORD (object);
  const QhEntity *entity = qh_record_get_entity (record);

  G_OBJECT_CLASS (qh_record_parent_class)->constructed (object);
  for (guint i = 0; i < entity->n_fields; i++) {
    const QhField *field = &entity->fields[i];
    if (field->kind == QH_KIND_INTEGER || field->kind == QH_KIND_INSTANT)
      MEMBER (record, field, gint64) = field->initial;
    else if (field->kind == QH_KIND_ENUM)
      MEMBER (record, field, int) = (int)field->initial;
  }
}

static void
qh_record_finalize (GObject *object)
{
  QhRecord *record = QH_RECORD (object);
  const QhEntity *entity = qh_record_get_entity (record);

  for (guint i = 0; i < entity->n_fields; i++)
    if (is_string (&entity->fields[i]))
      g_free (MEMBER (record, &entity->fields[i], char *));
  G_OBJECT_CLASS (qh_record_parent_class)->finalize (object);
}

static void
qh_record_class_init (QhRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = qh_record_constructed;
  object_class->finalize = qh_record_finalize;
}

static void
qh_record_init (QhRecord *record)
{
}

static GParamSpec *
field_pspec (const QhField *field, const char *name)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  if (is_string (field))
    return g_param_spec_string (name, NULL, NULL, NULL, flags);
  if (field->kind == QH_KIND_BOOLEAN)
    return g_param_spec_boolean (name, NULL, NULL, FALSE, flags);
  if (field->kind == QH_KIND_ENUM)
    return g_param_spec_int (name, NULL, NULL, 0, G_MAXINT, 0, flags);
  return g_param_spec_int64 (name, NULL, NULL, G_MININT64, G_MAXINT64, QH_NONE, flags);
}

void
qh_record_class_describe (QhRecordClass *klass, const QhEntity *entity)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  klass->entity = entity;
  klass->properties = g_new (GParamSpec *, entity->n_fields); /* as long as the class: for good */
  object_class->get_property = qh_record_get_property;
  object_class->set_property = qh_record_set_property;
  for (guint i = 0; i < entity->n_fields; i++) {
    g_autofree char *name = g_strdelimit (g_strdup (entity->fields[i].name), "_", '-');
    klass->properties[i] = field_pspec (&entity->fields[i], g_intern_string (name));
    g_object_class_install_property (object_class, i + 1, klass->properties[i]);
  }
}

QhRecord *
qh_record_new (const QhEntity *entity)
{
  return g_object_new (entity->get_type (), NULL);
}

QhRecord *
qh_record_duplicate (QhRecord *record)
{
  QhRecord *copy = qh_record_new (qh_record_get_entity (record));
  qh_record_assign (copy, record);
  return copy;
}

const QhEntity *
qh_record_get_entity (QhRecord *record)
{
  return ((QhRecordClass *)G_OBJECT_GET_CLASS (record))->entity;
}

static gboolean
same_name (const char *field, const char *name)
{
  for (; *field != '\0' && *name != '\0'; field++, name++)
    if (*field != *name && !(*field == '_' && *name == '-'))
      return FALSE;
  return *field == *name;
}

const QhField *
qh_entity_field (const QhEntity *entity, const char *name)
{
  for (guint i = 0; i < entity->n_fields; i++)
    if (same_name (entity->fields[i].name, name))
      return &entity->fields[i];
  return NULL;
}

char *
qh_entity_field_names (const QhEntity *entity)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < entity->n_fields; i++)
    if (!(entity->fields[i].flags & QH_FIELD_AUTOMATIC))
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", entity->fields[i].name);
  return g_string_free (names, FALSE);
}

char *
qh_record_title (QhRecord *record)
{
  const QhEntity *entity = qh_record_get_entity (record);
  const char *title = NULL;

  if (entity->title != NULL)
    title = MEMBER (record, qh_entity_field (entity, entity->title), char *);
  return g_strdup (title != NULL ? title : _ (entity->label));
}

gboolean
qh_record_is_none (QhRecord *record, const QhField *field)
{
  if (is_string (field))
    return MEMBER (record, field, char *) == NULL;
  if (field->kind == QH_KIND_BOOLEAN)
    return FALSE;
  if (field->kind == QH_KIND_ENUM)
    return MEMBER (record, field, int) == 0;
  return MEMBER (record, field, gint64) == QH_NONE;
}

/* The record's own zone, NULL where its entity has none. */
static GTimeZone *
record_zone (QhRecord *record, const QhField *field)
{
  const QhField *zone = qh_entity_field (qh_record_get_entity (record), "zone");

  if (zone == NULL || (field->flags & QH_FIELD_AUTOMATIC) || qh_record_is_none (record, zone))
    return NULL;
  return g_time_zone_new_identifier (MEMBER (record, zone, char *));
}

char *
qh_record_get_text (QhRecord *record, const QhField *field)
{
  if (qh_record_is_none (record, field))
    return NULL;
  if (is_string (field))
    return g_strdup (MEMBER (record, field, char *));
  if (field->kind == QH_KIND_BOOLEAN)
    return g_strdup (MEMBER (record, field, gboolean) ? "true" : "false");
  if (field->kind == QH_KIND_ENUM)
    return g_strdup (qh_enum_name (field->values, MEMBER (record, field, int)));
  if (field->kind == QH_KIND_INSTANT) {
    g_autoptr (GTimeZone) zone = record_zone (record, field);
    return qh_instant_format (MEMBER (record, field, gint64), zone);
  }
  return g_strdup_printf ("%" G_GINT64_FORMAT, MEMBER (record, field, gint64));
}

static gboolean
read_integer (const char *text, gint64 *number)
{
  char *end = NULL;

  errno = 0;
  *number = g_ascii_strtoll (text, &end, 10);
  return errno == 0 && end != text && *end == '\0' && !g_ascii_isspace (*text);
}

static gboolean
read_boolean (const char *text, gint64 *number)
{
  *number = g_str_equal (text, "true");
  return *number || g_str_equal (text, "false");
}

/* What would be right for @field, for an error text. */
static char *
describe_range (const QhField *field)
{
  g_autofree char *names = NULL;

  switch (field->kind) {
  case QH_KIND_INTEGER:
    return g_strdup_printf (_ ("%" PRId64 " to %" PRId64), field->min, field->max);
  case QH_KIND_BOOLEAN:
    return g_strdup (_ ("true or false"));
  case QH_KIND_ENUM:
    names = qh_enum_names (field->values);
    return g_strdup_printf (_ ("one of %s"), names);
  case QH_KIND_DATE:
    return g_strdup (_ ("a date like 2026-12-01"));
  case QH_KIND_INSTANT:
    return g_strdup (_ ("a time like 2026-12-01T10:00:00+01:00"));
  case QH_KIND_ID:
  case QH_KIND_REFERENCE:
    return g_strdup (_ ("an id"));
  case QH_KIND_TEXT:
    break;
  }
  if (field->flags & QH_FIELD_EMAIL)
    return g_strdup (_ ("a mail address like name@client.example"));
  return g_strdup (_ ("text of at most 64 KiB in UTF-8"));
}

static gboolean
set_range_error (const QhField *field, const char *got, GError **error)
{
  g_autofree char *range = describe_range (field);
  g_autofree char *valid = g_utf8_make_valid (got, -1);
  g_autofree char *shown = qh_text_shorten (valid, 60);

  g_set_error (error, QH_ERROR, QH_ERROR_INVALID,
               /* Translators: a field's name, what would be right, and what was given */
               _ ("%s: expected %s, got “%s”"), field->name, range, shown);
  return FALSE;
}

static gboolean
is_string_right (const QhField *field, const char *text)
{
  switch (field->kind) {
  case QH_KIND_DATE:
    return qh_date_is_valid (text);
  case QH_KIND_ID:
  case QH_KIND_REFERENCE:
    return qh_id_is_valid (text);
  default:
    return !(field->flags & QH_FIELD_EMAIL) || qh_text_is_email (text);
  }
}

static gboolean
check_string (const QhField *field, const char *text, GError **error)
{
  if (!g_utf8_validate (text, -1, NULL))
    return set_range_error (field, text, error);
  if (strlen (text) > (field->flags & QH_FIELD_VERBATIM ? QH_VERBATIM_MAX : QH_TEXT_MAX)) {
    g_set_error (error, QH_ERROR, QH_ERROR_INVALID,
                 _ ("%s: expected text of at most 64 KiB, got %zu bytes"), field->name,
                 strlen (text));
    return FALSE;
  }
  return is_string_right (field, text) || set_range_error (field, text, error);
}

/* Reads @text as the number of @field's kind, its range included. */
static gboolean
read_number (QhRecord *record, const QhField *field, const char *text, gint64 *number)
{
  g_autoptr (GTimeZone) zone = NULL;

  switch (field->kind) {
  case QH_KIND_INTEGER:
    return read_integer (text, number) && *number >= field->min && *number <= field->max;
  case QH_KIND_BOOLEAN:
    return read_boolean (text, number);
  case QH_KIND_ENUM:
    *number = qh_field_enum_value (field, text);
    return *number != 0;
  case QH_KIND_INSTANT:
    zone = record_zone (record, field);
    if (zone == NULL)
      zone = g_time_zone_new_local ();
    return qh_instant_parse (text, zone, number);
  default:
    g_assert_not_reached ();
  }
}

gboolean
qh_record_set_text (QhRecord *record, const QhField *field, const char *text, GError **error)
{
  gint64 number;

  if (text != NULL && !g_utf8_validate (text, -1, NULL))
    return set_range_error (field, text, error);
  g_autofree char *value = field->flags & QH_FIELD_VERBATIM ? g_strdup (text) : qh_text_trim (text);
  if (is_string (field)) {
    if (value != NULL && !check_string (field, value, error))
      return FALSE;
    put_string (record, field, value);
    return TRUE;
  }
  if (value == NULL)
    number = field->initial;
  else if (!read_number (record, field, value, &number))
    return set_range_error (field, value, error);
  put_number (record, field, number);
  return TRUE;
}

gboolean
qh_record_set_string (QhRecord *record, const char *name, const char *value)
{
  const QhField *field = qh_entity_field (qh_record_get_entity (record), name);

  g_return_val_if_fail (field != NULL && is_string (field), FALSE);
  return put_string (record, field, value);
}

gboolean
qh_record_set_int (QhRecord *record, const char *name, gint64 value)
{
  const QhField *field = qh_entity_field (qh_record_get_entity (record), name);

  g_return_val_if_fail (field != NULL && !is_string (field), FALSE);
  return put_number (record, field, value);
}

void
qh_record_assign (QhRecord *record, QhRecord *from)
{
  const QhEntity *entity = qh_record_get_entity (record);

  g_return_if_fail (qh_record_get_entity (from) == entity);
  g_object_freeze_notify (G_OBJECT (record));
  for (guint i = 0; i < entity->n_fields; i++) {
    const QhField *field = &entity->fields[i];
    if (is_string (field))
      put_string (record, field, MEMBER (from, field, char *));
    else
      put_number (record, field, get_number (from, field));
  }
  g_object_thaw_notify (G_OBJECT (record));
}

gboolean
qh_record_equal (QhRecord *a, QhRecord *b)
{
  const QhEntity *entity = qh_record_get_entity (a);

  if (qh_record_get_entity (b) != entity)
    return FALSE;
  for (guint i = 0; i < entity->n_fields; i++) {
    const QhField *field = &entity->fields[i];
    if (is_string (field) ? g_strcmp0 (MEMBER (a, field, char *), MEMBER (b, field, char *)) != 0
                          : get_number (a, field) != get_number (b, field))
      return FALSE;
  }
  return TRUE;
}

static gboolean
check_field (QhRecord *record, const QhField *field, GError **error)
{
  if (qh_record_is_none (record, field)) {
    if (!(field->flags & QH_FIELD_REQUIRED))
      return TRUE;
    g_set_error (error, QH_ERROR, QH_ERROR_INVALID,
                 /* Translators: a field's name */
                 _ ("%s: missing"), field->name);
    return FALSE;
  }
  if (is_string (field))
    return check_string (field, MEMBER (record, field, char *), error);
  gint64 number = get_number (record, field);
  gboolean right = TRUE;
  if (field->kind == QH_KIND_INTEGER)
    right = number >= field->min && number <= field->max;
  else if (field->kind == QH_KIND_ENUM)
    right = qh_enum_name (field->values, (int)number) != NULL;
  if (right)
    return TRUE;
  g_autofree char *got = g_strdup_printf ("%" G_GINT64_FORMAT, number);
  return set_range_error (field, got, error);
}

gboolean
qh_record_check (QhRecord *record, GError **error)
{
  const QhEntity *entity = qh_record_get_entity (record);

  for (guint i = 0; i < entity->n_fields; i++)
    if (!check_field (record, &entity->fields[i], error))
      return FALSE;
  return entity->check == NULL || entity->check (record, error);
}
