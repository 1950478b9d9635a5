/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "record/qh-field.h"
#include <glib/gi18n-lib.h>

guint
qh_enum_count (const QhEnumValue *values)
{
  guint n = 0;

  while (values[n].name != NULL)
    n++;
  return n;
}

int
qh_field_enum_value (const QhField *field, const char *name)
{
  if (name == NULL)
    return 0;
  for (int i = 0; field->values[i].name != NULL; i++)
    if (g_str_equal (field->values[i].name, name))
      return i + 1;
  return 0;
}

const char *
qh_enum_name (const QhEnumValue *values, int value)
{
  return value >= 1 && (guint)value <= qh_enum_count (values) ? values[value - 1].name : NULL;
}

const char *
qh_enum_label (const QhEnumValue *values, int value)
{
  const QhEnumValue *found;

  if (value < 1 || (guint)value > qh_enum_count (values))
    return NULL;
  found = &values[value - 1];
  return found->context != NULL ? g_dpgettext2 (GETTEXT_PACKAGE, found->context, found->label)
                                : _ (found->label);
}

char *
qh_enum_names (const QhEnumValue *values)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; values[i].name != NULL; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", values[i].name);
  return g_string_free (names, FALSE);
}
