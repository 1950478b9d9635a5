/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/qh-erase.h"
#include "base/qh-text.h"
#include "store/qh-backup.h"
#include "store/qh-derived.h"
#include "store/qh-settings.h"
#include "store/qh-store-private.h"
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

/* A phone number of fewer characters may be a room or a year. */
#define PHONE_MIN 6

typedef struct {
  QhStore *store;
  QhContact *contact;
  GPtrArray *needles; /* texts by which he is known */
  GPtrArray *ids; /* of records that hold, or held, what is his */
  QhErasure *erasure;
} Erasing;

void
qh_erasure_free (QhErasure *erasure)
{
  g_clear_pointer (&erasure->backups, g_ptr_array_unref);
  g_free (erasure);
}

/* --- Where he is named */

static void
mention_free (QhMention *mention)
{
  g_object_unref (mention->record);
  g_free (mention);
}

static GPtrArray *
list_needles (QhContact *contact)
{
  GPtrArray *needles = g_ptr_array_new_with_free_func (g_free);

  if (strchr (contact->name, ' ') != NULL)
    g_ptr_array_add (needles, g_strdup (contact->name));
  if (contact->email != NULL)
    g_ptr_array_add (needles, g_strdup (contact->email));
  if (contact->phone != NULL && strlen (contact->phone) >= PHONE_MIN)
    g_ptr_array_add (needles, g_strdup (contact->phone));
  return needles;
}

static gboolean
can_name (const QhEntity *entity, const QhField *field)
{
  return field->kind == QH_KIND_TEXT && !(field->flags & QH_FIELD_VERBATIM) &&
         entity != &qh_contact_entity && entity != &qh_movement_entity;
}

static gboolean
add_mentions (QhStore *store, const QhEntity *entity, const QhField *field, const char *needle,
              GPtrArray *mentions, GError **error)
{
  g_autofree char *tail =
      g_strdup_printf ("WHERE instr (lower (%s), lower (?1)) > 0 ORDER BY id", field->name);
  g_autoptr (GPtrArray) found =
      qh_store_select (store, entity, tail, (const char *[]){ needle, NULL }, error);

  for (guint i = 0; found != NULL && i < found->len; i++) {
    QhMention *mention = g_new0 (QhMention, 1);
    mention->record = g_object_ref (found->pdata[i]);
    mention->field = field;
    g_ptr_array_add (mentions, mention);
  }
  return found != NULL;
}

static gboolean
add_all_mentions (QhStore *store, const QhEntity *entity, GPtrArray *needles, GPtrArray *mentions,
                  GError **error)
{
  for (guint k = 0; k < entity->n_fields; k++)
    for (guint i = 0; can_name (entity, &entity->fields[k]) && i < needles->len; i++)
      if (!add_mentions (store, entity, &entity->fields[k], needles->pdata[i], mentions, error))
        return FALSE;
  return TRUE;
}

/* Texts that hold @name as a word of its own. */
static guint
count_texts (QhStore *store, const char *name)
{
  g_autoptr (GPtrArray) mentions = g_ptr_array_new_with_free_func ((GDestroyNotify)mention_free);
  g_autoptr (GPtrArray) needles = g_ptr_array_new ();
  g_autofree char *word = qh_text_fold (name);
  guint n, found = 0;
  const QhEntity *const *entities = qh_entities (&n);

  g_ptr_array_add (needles, (gpointer)name);
  for (guint i = 0; i < n; i++)
    add_all_mentions (store, entities[i], needles, mentions, NULL);
  for (guint i = 0; i < mentions->len; i++) {
    const QhMention *mention = g_ptr_array_index (mentions, i);
    g_autofree char *text = qh_record_get_text (mention->record, mention->field);
    g_autofree char *folded = qh_text_fold (text);
    found += qh_text_find_phrase (folded, word, FALSE) >= 0;
  }
  return found;
}

GPtrArray *
qh_erase_list_mentions (QhStore *store, QhContact *contact, GError **error)
{
  g_autoptr (GPtrArray) mentions = g_ptr_array_new_with_free_func ((GDestroyNotify)mention_free);
  g_autoptr (GPtrArray) needles = list_needles (contact);
  guint n;
  const QhEntity *const *entities = qh_entities (&n);

  for (guint i = 0; i < n; i++)
    if (!add_all_mentions (store, entities[i], needles, mentions, error))
      return NULL;
  return g_steal_pointer (&mentions);
}

/* --- Records */

static void
note (Erasing *erasing, QhRecord *record)
{
  g_ptr_array_add (erasing->ids, g_strdup (record->id));
}

static gboolean
remove_record (Erasing *erasing, QhRecord *record, GError **error)
{
  note (erasing, record);
  erasing->erasure->removed++;
  return qh_store_delete_all (erasing->store, record, error);
}

static gboolean
save_record (Erasing *erasing, QhRecord *record, GError **error)
{
  note (erasing, record);
  erasing->erasure->changed++;
  return qh_store_save (erasing->store, record, error);
}

/* What he said goes; what happened stays. */
static gboolean
cut_words (Erasing *erasing, const QhEntity *entity, GError **error)
{
  const char *values[] = { QH_RECORD (erasing->contact)->id, NULL };
  g_autoptr (GPtrArray) records =
      qh_store_select (erasing->store, entity, "WHERE contact = ?1", values, error);

  for (guint i = 0; records != NULL && i < records->len; i++) {
    QhRecord *record = records->pdata[i];
    if (entity == &qh_remark_entity || entity == &qh_attendee_entity) {
      if (!remove_record (erasing, record, error))
        return FALSE;
      continue;
    }
    qh_record_set_string (record, "contact", NULL);
    if (qh_entity_field (entity, "words") != NULL)
      qh_record_set_string (record, "words", NULL);
    if (!save_record (erasing, record, error))
      return FALSE;
  }
  return records != NULL;
}

static char *
blank_out (const char *text, const char *needle)
{
  g_autofree char *escaped = g_regex_escape_string (needle, -1);
  g_autofree char *pattern = g_strconcat ("(?<!\\w)", escaped, "(?!\\w)", NULL);
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_CASELESS, 0, NULL);

  return regex != NULL ? g_regex_replace_literal (regex, text, -1, 0, _ ("(erased)"), 0, NULL)
                       : g_strdup (text);
}

static gboolean
blank_mention (Erasing *erasing, const QhMention *mention, GError **error)
{
  g_autofree char *text = qh_record_get_text (mention->record, mention->field);
  g_autofree char *before = g_strdup (text);

  for (guint i = 0; text != NULL && i < erasing->needles->len; i++) {
    char *blanked = blank_out (text, erasing->needles->pdata[i]);
    g_free (text);
    text = blanked;
  }
  if (g_strcmp0 (text, before) == 0)
    return TRUE;
  qh_record_set_string (mention->record, mention->field->name, text);
  return save_record (erasing, mention->record, error);
}

static gboolean
blank_mentions (Erasing *erasing, GError **error)
{
  g_autoptr (GPtrArray) mentions = qh_erase_list_mentions (erasing->store, erasing->contact, error);

  for (guint i = 0; mentions != NULL && i < mentions->len; i++)
    if (!blank_mention (erasing, mentions->pdata[i], error))
      return FALSE;
  return mentions != NULL;
}

/* Files are kept as they came or left, or not at all. */
static gboolean
drop_files (Erasing *erasing, const QhEntity *entity, GError **error)
{
  const char *values[] = { erasing->contact->name, QH_RECORD (erasing->contact)->id, NULL };
  g_autoptr (GPtrArray) files =
      qh_store_select (erasing->store, entity,
                       "WHERE instr (bytes, ?1) > 0 OR instr (bytes, ?2) > 0", values, error);

  for (guint i = 0; files != NULL && i < files->len; i++) {
    QhRecord *record = files->pdata[i];
    if (entity == &qh_received_plan_entity) {
      if (!remove_record (erasing, record, error))
        return FALSE;
      continue;
    }
    qh_record_set_string (record, "bytes", NULL);
    if (!save_record (erasing, record, error))
      return FALSE;
  }
  return files != NULL;
}

/* --- Undo */

static gboolean
holds_changes (Erasing *erasing, const char *text, gint64 *newest)
{
  const char *values[] = { text, NULL };
  gint64 id =
      qh_store_count (erasing->store,
                      "SELECT max (id) FROM change WHERE instr (changeset, CAST (?1 AS BLOB)) > 0"
                      "  OR instr (label, ?1) > 0 OR id IN (SELECT change FROM change_movement"
                      "  WHERE contact = ?1 OR instr (reason, ?1) > 0 OR instr (opened, ?1) > 0)",
                      values);

  *newest = MAX (*newest, id);
  return TRUE;
}

/* The steps that hold any of it go, and those before them, which could not be reached any more. */
static gboolean
drop_changes (Erasing *erasing, GError **error)
{
  gint64 newest = 0;
  g_autofree char *last = NULL;

  for (guint i = 0; i < erasing->ids->len; i++)
    holds_changes (erasing, erasing->ids->pdata[i], &newest);
  for (guint i = 0; i < erasing->needles->len; i++)
    holds_changes (erasing, erasing->needles->pdata[i], &newest);
  holds_changes (erasing, erasing->contact->name, &newest);
  last = g_strdup_printf ("%" G_GINT64_FORMAT, newest);
  erasing->erasure->changes = (guint)qh_store_count (
      erasing->store, "SELECT count (*) FROM change WHERE id <= CAST (?1 AS INTEGER)",
      (const char *[]){ last, NULL });
  return qh_store_run (erasing->store, error, "DELETE FROM change WHERE id <= CAST (?1 AS INTEGER)",
                       last, NULL);
}

/* What was typed, and what lists are narrowed to, goes where he is named in it; of saved views only
 * his name does. */
static gboolean
drop_typed (Erasing *erasing, GError **error)
{
  for (guint i = 0; i < erasing->needles->len; i++) {
    const char *needle = erasing->needles->pdata[i];

    if (!qh_store_run (erasing->store, error,
                       "DELETE FROM setting WHERE (key GLOB '" QH_SETTING_DRAFT
                       "*' OR key GLOB '" QH_SETTING_KEPT
                       "*') AND instr (lower (value), lower (?1)) > 0",
                       needle, NULL) ||
        !qh_store_run (erasing->store, error,
                       "UPDATE setting SET value = replace (value, ?1, '…')"
                       "  WHERE key GLOB '" QH_SETTING_VIEWS "*' AND instr (value, ?1) > 0",
                       needle, NULL))
      return FALSE;
  }
  return TRUE;
}

/* --- What stays */

static void
count_what_stays (Erasing *erasing)
{
  const char *id[] = { QH_RECORD (erasing->contact)->id, NULL };
  const char *name[] = { erasing->contact->name, NULL };

  erasing->erasure->exports =
      (guint)qh_store_count (erasing->store,
                             "SELECT count (*) FROM export WHERE meeting IN"
                             "  (SELECT meeting FROM attendee WHERE contact = ?1)",
                             id);
  erasing->erasure->lines = (guint)qh_store_count (
      erasing->store,
      "SELECT count (*) FROM movement WHERE instr (reason, ?1) > 0 OR instr (opened, ?1) > 0",
      name);
}

static gboolean
erase_records (Erasing *erasing, GError **error)
{
  static const QhEntity *const of_contact[] = { &qh_remark_entity, &qh_attendee_entity,
                                                &qh_contact_log_entity, &qh_friction_entity,
                                                &qh_promise_entity };
  QhRecord *record = QH_RECORD (erasing->contact);

  count_what_stays (erasing);
  if (strchr (erasing->contact->name, ' ') == NULL)
    erasing->erasure->unsure = count_texts (erasing->store, erasing->contact->name);
  for (guint i = 0; i < G_N_ELEMENTS (of_contact); i++)
    if (!cut_words (erasing, of_contact[i], error))
      return FALSE;
  return drop_files (erasing, &qh_received_plan_entity, error) &&
         drop_files (erasing, &qh_export_entity, error) && blank_mentions (erasing, error) &&
         drop_typed (erasing, error) && remove_record (erasing, record, error) &&
         drop_changes (erasing, error);
}

/* In one transaction that is no step of undo; without @keep it is taken back. */
static gboolean
erase (Erasing *erasing, gboolean keep, GError **error)
{
  gboolean ok;

  if (!qh_store_begin (erasing->store, NULL, error))
    return FALSE;
  ok = erase_records (erasing, error);
  if (ok && keep)
    return qh_store_commit (erasing->store, error);
  qh_store_rollback (erasing->store);
  return ok || qh_store_fail (erasing->store, error);
}

/* Deleted rows stay in free pages, in older segments of the search index and in the journal until
 * they are written over. */
static gboolean
overwrite (QhStore *store)
{
  return qh_derived_purge (store->db, NULL) && qh_sqlite_exec (store->db, "VACUUM", NULL) &&
         qh_sqlite_int (store->db, "PRAGMA wal_checkpoint (TRUNCATE)", 1) == 0;
}

static void
handle_backups (Erasing *erasing, gboolean remove)
{
  QhErasure *erasure = erasing->erasure;

  erasure->backups = qh_backup_list (erasing->store->path);
  for (guint i = erasure->backups->len; remove && i > 0; i--)
    if (g_unlink (erasure->backups->pdata[i - 1]) == 0)
      g_ptr_array_remove_index (erasure->backups, i - 1);
}

QhErasure *
qh_erase_contact (QhStore *store, QhContact *contact, gboolean backups, GError **error)
{
  G_GNUC_UNUSED g_autoptr (QhContact) held = g_object_ref (contact);
  g_autoptr (GPtrArray) needles = list_needles (contact);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autofree QhErasure *erasure = g_new0 (QhErasure, 1);
  Erasing erasing = { store, contact, needles, ids, erasure };
  gboolean ok;

  g_return_val_if_fail (QH_IS_STORE (store) && store->change.depth == 0, NULL);
  if (!qh_sqlite_exec (store->db, "PRAGMA secure_delete = ON", error))
    return NULL;
  ok = erase (&erasing, TRUE, error);
  if (ok)
    erasure->is_overwritten = overwrite (store);
  qh_sqlite_exec (store->db, "PRAGMA secure_delete = OFF", NULL);
  if (!ok)
    return NULL;
  qh_store_look_at_changes (store);
  handle_backups (&erasing, backups);
  return g_steal_pointer (&erasure);
}

QhErasure *
qh_erase_preview (QhStore *store, QhContact *contact, GError **error)
{
  g_autoptr (QhContact) held = g_object_ref (contact);
  g_autoptr (GPtrArray) needles = list_needles (contact);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (QhErasure) erasure = g_new0 (QhErasure, 1);
  Erasing erasing = { store, contact, needles, ids, erasure };

  g_return_val_if_fail (QH_IS_STORE (store) && store->change.depth == 0, NULL);
  if (!erase (&erasing, FALSE, error))
    return NULL;
  erasure->is_overwritten = TRUE;
  handle_backups (&erasing, FALSE);
  return g_steal_pointer (&erasure);
}

/* --- Words */

static void
add_line (GPtrArray *lines, guint n, char *line)
{
  if (n > 0)
    g_ptr_array_add (lines, line);
  else
    g_free (line);
}

GPtrArray *
qh_erasure_list_gone (const QhErasure *erasure)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  add_line (lines, 1,
            g_strdup_printf (ngettext ("%u record erased", "%u records erased", erasure->removed),
                             erasure->removed));
  add_line (lines, 1,
            g_strdup_printf (ngettext ("%u record kept without him", "%u records kept without him",
                                       erasure->changed),
                             erasure->changed));
  add_line (lines, 1,
            g_strdup_printf (ngettext ("%u step of undo given up", "%u steps of undo given up",
                                       erasure->changes),
                             erasure->changes));
  return lines;
}

GPtrArray *
qh_erasure_list_left (const QhErasure *erasure)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  add_line (lines, !erasure->is_overwritten,
            g_strdup (_ ("Not reached: remains in the store’s file, because another program has it"
                         " open. They are written over as time goes by.")));
  add_line (lines, erasure->lines,
            g_strdup_printf (
                ngettext ("Not reached: %u line of the ledger names him; lines are never edited.",
                          "Not reached: %u lines of the ledger name him; lines are never edited.",
                          erasure->lines),
                erasure->lines));
  add_line (
      lines, erasure->exports,
      g_strdup_printf (ngettext ("Not reached: he may stand in %u file that has left the house.",
                                 "Not reached: he may stand in %u files that have left the house.",
                                 erasure->exports),
                       erasure->exports));
  add_line (lines, erasure->unsure,
            g_strdup_printf (ngettext ("Not touched: %u text holds his name, one word that may be"
                                       " anybody’s. Look for it.",
                                       "Not touched: %u texts hold his name, one word that may be"
                                       " anybody’s. Look for it.",
                                       erasure->unsure),
                             erasure->unsure));
  return lines;
}
