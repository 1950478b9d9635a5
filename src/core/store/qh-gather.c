/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The context of a plan: everything its design review needs, by a few indexed queries. */
#include "store/qh-gather.h"
#include "base/qh-text.h"
#include "store/qh-costs.h"
#include "store/qh-settings.h"
#include "store/qh-standings.h"
#include "store/qh-store-private.h"
#include "store/qh-trusts.h"
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define HOUSE_RULES_FILE "house-rules.json"

/* What a settings file of this kind may be at most. */
#define HOUSE_RULES_BYTES_MAX (1024 * 1024)

/* --- The rules of the house and of the rep */

static char *
house_rules_path (QhStore *store)
{
  g_autofree char *folder = g_path_get_dirname (store->path);

  return g_build_filename (folder, HOUSE_RULES_FILE, NULL);
}

static gboolean
set_rules_error (const char *path, const char *reason, GError **error)
{
  g_set_error (error, QH_ERROR, QH_ERROR_INVALID, _ ("The rules of the house, “%s”: %s"), path,
               reason);
  return FALSE;
}

static gboolean
read_house_rules (QhHouseRules *rules, const char *path, gint64 size, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autofree char *json = NULL;
  gsize length;

  if (size > HOUSE_RULES_BYTES_MAX)
    return set_rules_error (path, _ ("the file is larger than 1 MiB"), error);
  if (!g_file_get_contents (path, &json, &length, &failure) ||
      !qh_house_rules_read (rules, json, length, &failure))
    return set_rules_error (path, failure->message, error);
  return TRUE;
}

/* Rules are read again when the file or the settings have changed. A file written twice within one
 * tick of the clock has the same time, but as editors and we write it, another inode. */
static QhHouseRules *
get_rules (QhStore *store, GError **error)
{
  g_autofree char *path = house_rules_path (store);
  g_autofree char *muted = qh_store_get_setting (store, QH_SETTING_MUTED_RULES);
  GStatBuf status = { 0 };
  gboolean there = g_stat (path, &status) == 0;
  g_autofree char *stamp =
      g_strdup_printf ("%d %llu %lld.%ld %lld %s", there, (unsigned long long)status.st_ino,
                       (long long)status.st_mtim.tv_sec, status.st_mtim.tv_nsec,
                       (long long)status.st_size, muted ? muted : "");
  g_autoptr (QhHouseRules) rules = NULL;

  if (g_strcmp0 (stamp, store->house_rules_stamp) == 0)
    return qh_house_rules_ref (store->house_rules);
  rules = qh_house_rules_new ();
  if (there && !read_house_rules (rules, path, status.st_size, error))
    return NULL;
  g_auto (GStrv) ids = g_strsplit (muted ? muted : "", " ", -1);
  for (guint i = 0; ids[i] != NULL; i++)
    qh_house_rules_mute (rules, ids[i], TRUE);
  g_clear_pointer (&store->house_rules, qh_house_rules_unref);
  store->house_rules = qh_house_rules_ref (rules);
  g_free (store->house_rules_stamp);
  store->house_rules_stamp = g_steal_pointer (&stamp);
  return g_steal_pointer (&rules);
}

void
qh_gather_clear (QhStore *store)
{
  g_clear_pointer (&store->house_rules, qh_house_rules_unref);
  g_clear_pointer (&store->phrases, qh_phrases_unref);
  g_clear_pointer (&store->house_rules_stamp, g_free);
  qh_offers_clear (store);
}

/* --- Records */

/* Puts what @tail finds into @records, which is replaced. */
static gboolean
fill (QhStore *store, GPtrArray **records, const QhEntity *entity, const char *tail,
      const char *const *values, GError **error)
{
  GPtrArray *found = qh_store_select (store, entity, tail, values, error);

  if (found == NULL)
    return FALSE;
  g_ptr_array_unref (*records);
  *records = found;
  return TRUE;
}

static gboolean
fill_client (QhStore *store, QhContext *context, GError **error)
{
  const char *values[] = { ((QhRecord *)context->client)->id, NULL };

  return fill (store, &context->contacts, &qh_contact_entity,
               "WHERE client = ?1 ORDER BY name_key, id", values, error) &&
         fill (store, &context->remarks, &qh_remark_entity,
               "WHERE client = ?1 ORDER BY said DESC, id DESC", values, error) &&
         fill (store, &context->frictions, &qh_friction_entity,
               "WHERE id IN (SELECT id FROM friction WHERE client = ?1"
               "  UNION SELECT friction FROM friction_client WHERE client = ?1) ORDER BY id",
               values, error) &&
         fill (store, &context->promises, &qh_promise_entity, "WHERE client = ?1 ORDER BY due, id",
               values, error) &&
         qh_store_trust (store, values[0], &context->trust, error);
}

static gboolean
fill_costs (QhStore *store, QhContext *context, GError **error)
{
  for (guint i = 0; i < context->frictions->len; i++) {
    const char *id = ((QhRecord *)context->frictions->pdata[i])->id;
    gint64 cost, clients;
    if (qh_store_get_cost (store, id, &cost, &clients))
      g_hash_table_insert (context->costs, g_strdup (id), g_memdup2 (&cost, sizeof cost));
  }
  return qh_store_check_transaction (store, error);
}

/* When he was met last; where this meeting has a start, before that. */
static void
fill_last_held (QhStore *store, QhContext *context)
{
  QhMeeting *meeting = qh_plan_get_meeting (context->plan);
  const char *id = ((QhRecord *)meeting)->id;
  g_autofree char *before = g_strdup_printf (
      "%" G_GINT64_FORMAT, meeting->start != QH_NONE ? meeting->start : G_MAXINT64);
  const char *values[] = { ((QhRecord *)context->client)->id, id != NULL ? id : "", before, NULL };

  context->last_held =
      qh_store_count (store,
                      "SELECT max (start) FROM meeting WHERE client = ?1 AND id <> ?2"
                      "  AND status IN ('held', 'debriefed') AND start < CAST (?3 AS INTEGER)",
                      values);
}

static gboolean
fill_heard (QhStore *store, QhContext *context, GError **error)
{
  sqlite3_stmt *statement = qh_store_borrow (
      store,
      "SELECT id FROM remark WHERE client = ?1 AND EXISTS (SELECT 1 FROM segment"
      "  JOIN meeting ON meeting.id = segment.meeting"
      "  WHERE segment.remark = remark.id AND meeting.status IN ('held', 'debriefed'))",
      error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, ((QhRecord *)context->client)->id, -1, SQLITE_STATIC);
  while (qh_sqlite_step (statement, &failure))
    g_hash_table_add (context->heard, g_strdup ((const char *)sqlite3_column_text (statement, 0)));
  qh_store_give_back (store, statement);
  return qh_error_pass_on (&failure, error);
}

/* How far back the newest segments of a kind are looked for: so many meetings that were held, and
 * as many that were debriefed. */
#define PACE_MEETINGS "100"
#define PACE_OF(status)                                                      \
  "SELECT * FROM (SELECT id, start FROM meeting WHERE status = '" status "'" \
  "  AND start IS NOT NULL ORDER BY start DESC, id DESC LIMIT " PACE_MEETINGS ")"

static gboolean
fill_paces (QhStore *store, QhContext *context, GError **error)
{
  const char *id = ((QhRecord *)qh_plan_get_meeting (context->plan))->id;
  sqlite3_stmt *row = qh_store_borrow (
      store,
      "SELECT kind, seconds, actual FROM (" PACE_OF ("held") " UNION ALL " PACE_OF (
          "debriefed") ") AS past JOIN segment ON segment.meeting = past.id"
                       "  WHERE actual IS NOT NULL AND past.id IS NOT ?1"
                       "  ORDER BY past.start DESC, past.id DESC, position DESC, segment.id DESC",
      error);
  g_autoptr (GError) failure = NULL;

  if (row == NULL)
    return FALSE;
  sqlite3_bind_text (row, 1, id, -1, SQLITE_STATIC);
  while (qh_sqlite_step (row, &failure)) {
    int kind = qh_field_enum_value (qh_entity_field (&qh_segment_entity, "kind"),
                                    (const char *)sqlite3_column_text (row, 0));
    QhPace *pace = &context->paces[kind];
    if (pace->n >= QH_PACE_SEGMENTS)
      continue;
    pace->n++;
    pace->planned += sqlite3_column_int64 (row, 1);
    pace->actual += sqlite3_column_int64 (row, 2);
  }
  qh_store_give_back (store, row);
  return qh_error_pass_on (&failure, error);
}

/* Other meetings with this output. The key in the store is cut off; the whole text decides. */
static gboolean
fill_same_output (QhStore *store, QhContext *context, GError **error)
{
  QhMeeting *meeting = qh_plan_get_meeting (context->plan);
  const char *id = ((QhRecord *)meeting)->id;
  g_autofree char *key = qh_store_fold_key (meeting->output);
  g_autofree char *folded = qh_text_fold (meeting->output);

  if (key == NULL)
    return TRUE;
  if (!fill (store, &context->same_output, &qh_meeting_entity,
             "WHERE output_key = ?1 AND id <> ?2 AND status <> 'cancelled' ORDER BY start, id",
             (const char *[]){ key, id != NULL ? id : "", NULL }, error))
    return FALSE;
  for (guint i = context->same_output->len; i > 0; i--) {
    QhMeeting *other = g_ptr_array_index (context->same_output, i - 1);
    g_autofree char *other_folded = qh_text_fold (other->output);
    if (!g_str_equal (folded, other_folded))
      g_ptr_array_remove_index (context->same_output, i - 1);
  }
  return TRUE;
}

/* --- Content */

static void
add_content (QhContext *context, QhContent *content, QhStanding *standing)
{
  g_ptr_array_add (context->content, g_object_ref (content));
  g_hash_table_insert (context->standings, g_strdup (((QhRecord *)content)->id), standing);
}

/* What the plan links to comes first, whatever its state. */
static gboolean
add_linked_content (QhStore *store, QhContext *context, GError **error)
{
  QhMeeting *meeting = qh_plan_get_meeting (context->plan);

  for (guint i = 0; i < qh_plan_n_segments (context->plan); i++) {
    const char *id = qh_plan_segment (context->plan, i)->content;
    g_autoptr (QhRecord) content = NULL;
    QhStanding *standing;
    if (id == NULL || g_hash_table_contains (context->standings, id))
      continue;
    content = qh_store_get (store, &qh_content_entity, id, error);
    if (content == NULL)
      return FALSE;
    standing = qh_store_get_standing (store, (QhContent *)content, meeting->client,
                                      ((QhRecord *)meeting)->id, error);
    if (standing == NULL)
      return FALSE;
    add_content (context, (QhContent *)content, standing);
  }
  return TRUE;
}

/* Then what he could be given at the meeting's date, or today. */
static gboolean
add_offers (QhStore *store, QhContext *context, GError **error)
{
  QhMeeting *meeting = qh_plan_get_meeting (context->plan);
  gint64 at = meeting->start != QH_NONE ? meeting->start : context->now;
  g_autofree char *day = qh_instant_to_date (at, context->zone);
  g_autoptr (GPtrArray) offers = qh_offers_list (store, meeting->client, day, error);

  if (offers == NULL)
    return FALSE;
  for (guint i = 0; i < offers->len; i++) {
    const QhOffer *offer = g_ptr_array_index (offers, i);
    const char *id = ((QhRecord *)offer->content)->id;
    if (!g_hash_table_contains (context->standings, id))
      add_content (context, offer->content, qh_standing_copy (offer->standing));
  }
  return TRUE;
}

/* --- All of it */

static gboolean
fill_plan (QhStore *store, QhContext *context, GError **error)
{
  const char *id = ((QhRecord *)qh_plan_get_meeting (context->plan))->id;

  return add_linked_content (store, context, error) && add_offers (store, context, error) &&
         fill_same_output (store, context, error) &&
         fill (store, &context->accepted, &qh_finding_accepted_entity,
               "WHERE meeting = ?1 ORDER BY id", (const char *[]){ id != NULL ? id : "", NULL },
               error);
}

/* The lists of the user's language, and of English. */
static QhPhrases *
get_phrases (QhStore *store)
{
  if (store->phrases == NULL)
    store->phrases = qh_phrases_new (g_get_language_names ()[0]);
  return qh_phrases_ref (store->phrases);
}

static gboolean
fill_rules (QhStore *store, QhContext *context, GError **error)
{
  QhHouseRules *rules = get_rules (store, error);

  if (rules == NULL)
    return FALSE;
  qh_house_rules_unref (context->rules);
  context->rules = rules;
  qh_phrases_unref (context->phrases);
  context->phrases = get_phrases (store);
  return TRUE;
}

QhContext *
qh_store_gather (QhStore *store, QhPlan *plan, GError **error)
{
  g_autoptr (QhContext) context = NULL;
  g_autoptr (QhRecord) client = NULL;
  g_autoptr (GTimeZone) zone = NULL;
  QhMeeting *meeting;

  g_return_val_if_fail (QH_IS_STORE (store) && QH_IS_PLAN (plan), NULL);
  meeting = qh_plan_get_meeting (plan);
  if (meeting->client == NULL) {
    g_set_error_literal (error, QH_ERROR, QH_ERROR_INVALID, _ ("client: a meeting needs one"));
    return NULL;
  }
  client = qh_store_get (store, &qh_client_entity, meeting->client, error);
  if (client == NULL)
    return NULL;
  zone = qh_clock_zone (&store->clock);
  context = qh_context_new (plan, (QhClient *)client, qh_clock_now (&store->clock), zone);
  if (!fill_rules (store, context, error) || !fill_client (store, context, error) ||
      !fill_costs (store, context, error) || !fill_heard (store, context, error) ||
      !fill_paces (store, context, error) || !fill_plan (store, context, error))
    return NULL;
  fill_last_held (store, context);
  return g_steal_pointer (&context);
}
