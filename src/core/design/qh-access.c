/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a client's words to the access rule that follows from them. */
#include "design/qh-access.h"
#include "base/qh-text.h"
#include "design/qh-phrases-private.h"
#include <glib/gi18n-lib.h>

/* The access rules, in the order of the model. */
static const struct {
  const char *field;
  const char *label;
} kinds[] = {
  { "minutes_limit", NULL },
  { "no_phone", N_ ("Set “no phone”") },
  { "no_print", N_ ("Set “no print”") },
  { "no_cold_mail", N_ ("Set “no cold mail”") },
  { "orders_online", N_ ("Set “orders online”") },
  { "gatekeeper", NULL },
};

void
qh_access_free (QhAccess *access)
{
  g_free (access->gatekeeper);
  g_free (access);
}

/* Whether what was found makes a rule: a limit has a range. */
static gboolean
is_rule (const char *field, gint64 minutes)
{
  const QhField *limit = qh_entity_field (&qh_client_entity, "minutes_limit");

  return !g_str_equal (field, limit->name) || (minutes >= limit->min && minutes <= limit->max);
}

static QhAccess *
find_in (GPtrArray *sentences, const char *field)
{
  for (guint i = 0; i < sentences->len; i++) {
    g_autofree char *name = NULL;
    gint64 minutes = 0;
    QhAccess *access;
    if (!qh_sentence_fits (g_ptr_array_index (sentences, i), field, &minutes, &name) ||
        !is_rule (field, minutes))
      continue;
    access = g_new0 (QhAccess, 1);
    access->field = g_intern_string (field);
    access->minutes = g_str_equal (field, "minutes_limit") ? minutes : 0;
    access->gatekeeper = g_str_equal (field, "gatekeeper") ? g_steal_pointer (&name) : NULL;
    return access;
  }
  return NULL;
}

/* The remark's sentences as each language sees them. (GPtrArray of QhSentence) */
static GPtrArray *
read_all (QhPhrases *phrases, const char *words)
{
  GPtrArray *tables = qh_phrases_access (phrases);
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);

  for (guint i = 0; words != NULL && i < tables->len; i++)
    g_ptr_array_add (all, qh_access_table_read (g_ptr_array_index (tables, i), words));
  return all;
}

static QhAccess *
find_in_all (GPtrArray *all, const char *field)
{
  QhAccess *access = NULL;

  for (guint i = 0; access == NULL && i < all->len; i++)
    access = find_in (g_ptr_array_index (all, i), field);
  return access;
}

GPtrArray *
qh_access_read (QhPhrases *phrases, const char *words)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify)qh_access_free);
  g_autoptr (GPtrArray) all = read_all (phrases, words);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    QhAccess *access = find_in_all (all, kinds[i].field);
    if (access != NULL)
      g_ptr_array_add (found, access);
  }
  return found;
}

QhAccess *
qh_access_find (QhPhrases *phrases, const char *words, const char *field)
{
  g_autoptr (GPtrArray) all = read_all (phrases, words);

  return find_in_all (all, field);
}

gboolean
qh_access_stands (const QhAccess *access, QhClient *client)
{
  const QhField *field = qh_entity_field (&qh_client_entity, access->field);
  g_autofree char *present = qh_record_get_text (QH_RECORD (client), field);
  g_autofree char *folded = qh_text_fold (present);
  g_autofree char *offered = qh_text_fold (access->gatekeeper);

  if (access->minutes > 0)
    return client->minutes_limit == access->minutes;
  /* "Sarah" is known already where "Sarah Lind, front desk" stands. */
  if (access->gatekeeper != NULL)
    return qh_text_find_phrase (folded, offered, FALSE) >= 0;
  return g_str_equal (folded, "true");
}

void
qh_access_apply (const QhAccess *access, QhClient *client)
{
  if (access->minutes > 0)
    qh_record_set_int (QH_RECORD (client), access->field, access->minutes);
  else if (access->gatekeeper != NULL)
    qh_record_set_string (QH_RECORD (client), access->field, access->gatekeeper);
  else
    qh_record_set_int (QH_RECORD (client), access->field, TRUE);
}

char *
qh_access_label (const QhAccess *access)
{
  if (access->minutes > 0)
    return g_strdup_printf (
        ngettext ("Set the limit to %d minute", "Set the limit to %d minutes", access->minutes),
        (int)access->minutes);
  if (access->gatekeeper != NULL)
    /* Translators: a name */
    return g_strdup_printf (_ ("Set the gatekeeper: %s"), access->gatekeeper);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].field, access->field) == 0)
      return g_strdup (_ (kinds[i].label));
  return NULL;
}
