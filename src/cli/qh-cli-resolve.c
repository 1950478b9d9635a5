/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From words on the command line to entities, records and fields. */
#include "qh-cli-resolve.h"
#include "base/qh-id.h"
#include "base/qh-text.h"
#include <glib/gi18n-lib.h>

const QhEntity *
qh_cli_find_entity (const char *kind, GError **error)
{
  const QhEntity *entity = qh_entity_find (kind);

  if (entity == NULL) {
    g_autofree char *names = qh_entity_names ();
    g_set_error (error, QH_ERROR, QH_ERROR_INVALID, _ ("unknown kind “%s”: expected one of %s"),
                 kind, names);
  }
  return entity;
}

static gboolean
set_ambiguous (const char *reference, GPtrArray *found, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++) {
    QhRecord *record = found->pdata[i];
    g_string_append_printf (names, "%s%s %s", i > 0 ? ", " : "",
                            qh_record_get_entity (record)->name, record->id);
  }
  g_set_error (error, QH_ERROR, QH_ERROR_INVALID, _ ("“%s” is the name of several: %s"), reference,
               names->str);
  return FALSE;
}

/* Adds the record of @entity that is called @name to @found; an ambiguous name is an error. */
static gboolean
find_by_name (QhStore *store, const QhEntity *entity, const char *name, GPtrArray *found,
              GError **error)
{
  g_autoptr (GError) problem = NULL;
  QhRecord *record;

  if (entity->title == NULL)
    return TRUE;
  record = qh_store_resolve (store, entity, name, &problem);
  if (record != NULL) {
    g_ptr_array_add (found, record);
    return TRUE;
  }
  if (g_error_matches (problem, QH_ERROR, QH_ERROR_NOT_FOUND))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

QhRecord *
qh_cli_resolve (QhCli *cli, const char *reference, GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_entities;
  const QhEntity *const *entities = qh_entities (&n_entities);

  if (qh_id_is_valid (reference))
    return qh_store_find (cli->store, reference, error);
  for (guint i = 0; i < n_entities; i++)
    if (!find_by_name (cli->store, entities[i], reference, found, error))
      return NULL;
  if (found->len == 1)
    return g_object_ref (found->pdata[0]);
  if (found->len > 1)
    set_ambiguous (reference, found, error);
  else
    g_set_error (error, QH_ERROR, QH_ERROR_NOT_FOUND,
                 _ ("nothing is called “%s”: expected an id or a name"), reference);
  return NULL;
}

/* The field that a person may set under @name. */
static const QhField *
find_field (const QhEntity *entity, const char *name, GError **error)
{
  const QhField *field = qh_entity_field (entity, name);

  if (field == NULL || (field->flags & QH_FIELD_AUTOMATIC)) {
    g_autofree char *names = qh_entity_field_names (entity);
    g_set_error (error, QH_ERROR, QH_ERROR_INVALID,
                 /* Translators: a kind of record, a field, and the fields there are */
                 _ ("%s has no field “%s” to be set: expected one of %s"), entity->name, name,
                 names);
    return NULL;
  }
  return field;
}

/* A time without an offset is meant here, as far as the record has no zone of its own. */
static gboolean
set_plain (QhCli *cli, QhRecord *record, const QhField *field, const char *text, GError **error)
{
  g_autoptr (GTimeZone) zone = qh_clock_zone (&cli->clock);
  const QhEntity *entity = qh_record_get_entity (record);
  gint64 instant;

  if (field->kind == QH_KIND_INSTANT && qh_entity_field (entity, "zone") == NULL &&
      qh_instant_parse (text, zone, &instant)) {
    qh_record_set_int (record, field->name, instant);
    return TRUE;
  }
  return qh_record_set_text (record, field, text, error);
}

gboolean
qh_cli_set_plain_fields (QhCli *cli, QhRecord *record, GError **error)
{
  /* The zone comes first: a time without an offset is read in it. */
  for (int pass = 0; pass < 2; pass++)
    for (guint i = 0; i < cli->fields->len; i++) {
      const QhCliField *given = cli->fields->pdata[i];
      const QhField *field = find_field (qh_record_get_entity (record), given->name, error);
      if (field == NULL)
        return FALSE;
      if (field->kind == QH_KIND_REFERENCE || (field->kind == QH_KIND_INSTANT) != (pass == 1))
        continue;
      if (!set_plain (cli, record, field, given->value, error))
        return FALSE;
    }
  return TRUE;
}

/* The record at @client whose name is @name; NULL when it is not exactly one. */
static QhRecord *
find_at_client (QhStore *store, const QhEntity *entity, const char *client, const char *name)
{
  const char *const values[] = { client, NULL };
  g_autoptr (GPtrArray) records =
      qh_store_select (store, entity, "WHERE client = ?1", values, NULL);
  g_autofree char *wanted = qh_text_fold (name);
  QhRecord *found = NULL;
  guint n_found = 0;

  for (guint i = 0; records != NULL && i < records->len; i++) {
    g_autofree char *title = qh_record_title (records->pdata[i]);
    g_autofree char *folded = qh_text_fold (title);
    if (g_str_equal (folded, wanted)) {
      found = records->pdata[i];
      n_found++;
    }
  }
  return n_found == 1 ? g_object_ref (found) : NULL;
}

static QhRecord *
resolve_reference (QhCli *cli, QhRecord *record, const QhField *field, const char *text,
                   GError **error)
{
  const QhEntity *target = qh_entity_find (field->target);
  const QhField *own = qh_entity_field (qh_record_get_entity (record), "client");
  g_autofree char *client = own != NULL ? qh_record_get_text (record, own) : NULL;
  g_autoptr (GError) problem = NULL;
  QhRecord *found = qh_store_resolve (cli->store, target, text, &problem);

  if (found == NULL && client != NULL && qh_entity_field (target, "client") != NULL &&
      !qh_id_is_valid (text))
    found = find_at_client (cli->store, target, client, text);
  if (found == NULL) {
    g_prefix_error (&problem, "%s: ", field->name);
    g_propagate_error (error, g_steal_pointer (&problem));
  }
  return found;
}

static gboolean
set_reference (QhCli *cli, QhRecord *record, const QhField *field, const char *text, GError **error)
{
  g_autoptr (QhRecord) found = NULL;

  if (qh_text_is_empty (text))
    return qh_record_set_text (record, field, NULL, error);
  found = resolve_reference (cli, record, field, text, error);
  if (found != NULL)
    qh_record_set_string (record, field->name, found->id);
  return found != NULL;
}

gboolean
qh_cli_set_references (QhCli *cli, QhRecord *record, GError **error)
{
  /* The client comes first: names of people and meetings are looked up with him. */
  for (int pass = 0; pass < 2; pass++)
    for (guint i = 0; i < cli->fields->len; i++) {
      const QhCliField *given = cli->fields->pdata[i];
      const QhField *field = qh_entity_field (qh_record_get_entity (record), given->name);
      if (field->kind != QH_KIND_REFERENCE || g_str_equal (field->name, "client") != (pass == 0))
        continue;
      if (!set_reference (cli, record, field, given->value, error))
        return FALSE;
    }
  return TRUE;
}
