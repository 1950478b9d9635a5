/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "persons/qh-merge-text.h"
#include "base/qh-text.h"
#include "store/qh-merge.h"
#include <glib/gi18n-lib.h>

#define VALUE_LENGTH 60

static void
line_free (gpointer data)
{
  QhMergeLine *line = data;

  g_free (line->value);
  g_free (line->about);
  g_free (line);
}

/* Whom it is with, who wrote it and when is no matter of choice. */
static gboolean
is_told (const QhField *field)
{
  return !(field->flags & QH_FIELD_AUTOMATIC) && field->kind != QH_KIND_REFERENCE &&
         !g_str_equal (field->name, "author") && !g_str_equal (field->name, "uid");
}

static char *
describe_value (QhRecord *record, const QhField *field)
{
  g_autofree char *text = qh_record_get_text (record, field);

  if (!text)
    return NULL;
  if (field->kind == QH_KIND_BOOLEAN)
    return g_strdup (g_str_equal (text, "true") ? _ ("Yes") : _ ("No"));
  if (field->kind == QH_KIND_ENUM)
    return g_strdup (_ (qh_enum_label (field->values, qh_field_enum_value (field, text))));
  return qh_text_shorten (text, VALUE_LENGTH);
}

static char *
describe_origin (const QhField *field, const char *kept, const char *others, const char *merged)
{
  const char *label = _ (field->label);

  if (g_strcmp0 (merged, kept) == 0)
    /* Translators: a field's name, and the value that goes */
    return g_strdup_printf (_ ("%s · instead of “%s”"), label, others);
  if (!kept || field->kind == QH_KIND_BOOLEAN)
    /* Translators: a field's name */
    return g_strdup_printf (_ ("%s · from the other"), label);
  /* Translators: a field's name */
  return g_strdup_printf (_ ("%s · of both"), label);
}

static void
add_line (GPtrArray *lines, const QhField *field, QhRecord *keep, QhRecord *other, QhRecord *merged)
{
  g_autofree char *kept = describe_value (keep, field);
  g_autofree char *others = describe_value (other, field);
  g_autofree char *value = describe_value (merged, field);
  QhMergeLine *line;

  if (!others || !value || g_strcmp0 (kept, others) == 0 ||
      (field->kind == QH_KIND_BOOLEAN && g_strcmp0 (kept, value) == 0))
    return;
  line = g_new0 (QhMergeLine, 1);
  line->about = describe_origin (field, kept, others, value);
  line->value = g_steal_pointer (&value);
  g_ptr_array_add (lines, line);
}

GPtrArray *
qh_merge_text_list (QhRecord *keep, QhRecord *other)
{
  const QhEntity *entity = qh_record_get_entity (keep);
  GPtrArray *lines = g_ptr_array_new_with_free_func (line_free);
  g_autoptr (QhRecord) merged = qh_merge_preview (keep, other);

  for (guint i = 0; i < entity->n_fields; i++)
    if (is_told (&entity->fields[i]))
      add_line (lines, &entity->fields[i], keep, other, merged);
  return lines;
}
