/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "promises/qh-promise-deeds.h"
#include "base/qh-text.h"
#include "design/qh-trust.h"
#include <glib/gi18n-lib.h>

/* Saves what was set in @promise as one change; on error it is as its row again. */
static gboolean
save (QhStore *store, QhPromise *promise, const char *label, GError **error)
{
  if (qh_store_begin (store, label, error)) {
    if (qh_store_save (store, QH_RECORD (promise), error))
      return qh_store_commit (store, error);
    qh_store_rollback (store);
  }
  qh_store_revert (store, QH_RECORD (promise));
  return FALSE;
}

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, QH_ERROR, QH_ERROR_INVALID, message);
  return FALSE;
}

static gboolean
refuse_day (QhStore *store, GError **error, const char *format, const char *day)
{
  g_autofree char *label = qh_date_label (day, qh_clock_now (qh_store_get_clock (store)), NULL);
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);

  g_set_error (error, QH_ERROR, QH_ERROR_INVALID, "%s%s%s", parts[0], label,
               parts[1] ? parts[1] : "");
  return FALSE;
}

/* What is said to have happened on @day can have happened then. */
static gboolean
check_day (QhStore *store, QhPromise *promise, const char *day, GError **error)
{
  g_autofree char *today = qh_clock_today (qh_store_get_clock (store));

  if (!day)
    return refuse (error, _ ("Say on which day"));
  if (g_strcmp0 (day, promise->made) < 0)
    return refuse_day (store, error, _ ("It was made on %s: not before that day"), promise->made);
  if (g_strcmp0 (day, today) > 0)
    return refuse (error, _ ("That day has not come yet"));
  return TRUE;
}

static void
set (QhPromise *promise, int status, const char *kept, const char *broken, const char *reason)
{
  g_object_set (promise, "status", status, NULL);
  qh_record_set_string (QH_RECORD (promise), "kept", kept);
  qh_record_set_string (QH_RECORD (promise), "broken", broken);
  qh_record_set_string (QH_RECORD (promise), "reason", reason);
}

gboolean
qh_promise_keep (QhStore *store, QhPromise *promise, const char *day, GError **error)
{
  if (!check_day (store, promise, day, error))
    return FALSE;
  set (promise, QH_PROMISE_STATUS_KEPT, day, NULL, NULL);
  return save (store, promise, _ ("Keep promise"), error);
}

gboolean
qh_promise_break (QhStore *store, QhPromise *promise, const char *day, const char *reason,
                  GError **error)
{
  if (qh_text_is_empty (reason))
    return refuse (error, _ ("Say why it broke: it is what we learn from"));
  if (!check_day (store, promise, day, error))
    return FALSE;
  set (promise, QH_PROMISE_STATUS_BROKEN, NULL, day, reason);
  return save (store, promise, _ ("Break promise"), error);
}

gboolean
qh_promise_can_move (QhStore *store, QhPromise *promise)
{
  g_autofree char *today = qh_clock_today (qh_store_get_clock (store));
  const char *day = qh_promise_counts_from (promise);

  return promise->status == QH_PROMISE_STATUS_OPEN && day && g_strcmp0 (today, day) < 0;
}

static gboolean
check_move (QhStore *store, QhPromise *promise, const char *day, gboolean consent, GError **error)
{
  g_autofree char *today = qh_clock_today (qh_store_get_clock (store));
  const char *stands = qh_promise_counts_from (promise);

  if (promise->status != QH_PROMISE_STATUS_OPEN || !stands)
    return refuse (error, _ ("Only an open promise with a day can be moved"));
  if (g_strcmp0 (today, stands) >= 0)
    return refuse_day (store, error,
                       _ ("It was promised for %s: keep it, or break it with a reason"), stands);
  if (!consent)
    return refuse_day (store, error,
                       _ ("Ask the client first: without his agreement it stands for %s"), stands);
  if (!day || g_strcmp0 (day, today) < 0)
    return refuse (error, _ ("Say to which day, from today on"));
  if (g_strcmp0 (day, promise->due) == 0)
    return refuse (error, _ ("It is promised for that day already"));
  return TRUE;
}

gboolean
qh_promise_move (QhStore *store, QhPromise *promise, const char *day, gboolean consent,
                 GError **error)
{
  g_autofree char *stands = g_strdup (qh_promise_counts_from (promise));

  if (!check_move (store, promise, day, consent, error))
    return FALSE;
  qh_record_set_string (QH_RECORD (promise), "moved_from", stands);
  qh_record_set_string (QH_RECORD (promise), "due", day);
  qh_record_set_int (QH_RECORD (promise), "moves", MAX (promise->moves, 0) + 1);
  g_object_set (promise, "consent", TRUE, NULL);
  return save (store, promise, _ ("Move promise"), error);
}

gboolean
qh_promise_withdraw (QhStore *store, QhPromise *promise, const char *reason, GError **error)
{
  set (promise, QH_PROMISE_STATUS_WITHDRAWN, NULL, NULL, reason);
  return save (store, promise, _ ("Withdraw promise"), error);
}

gboolean
qh_promise_reopen (QhStore *store, QhPromise *promise, GError **error)
{
  set (promise, QH_PROMISE_STATUS_OPEN, NULL, NULL, NULL);
  return save (store, promise, _ ("Reopen promise"), error);
}

/* --- Deleting, and what is linked */

/* Records of @entity that refer to @promise do no longer. */
static gboolean
unlink_all (QhStore *store, const QhEntity *entity, QhRecord *promise, GError **error)
{
  const char *values[] = { promise->id, NULL };
  g_autoptr (GPtrArray) linked =
      qh_store_select (store, entity, "WHERE promise = ?1", values, error);

  for (guint i = 0; linked && i < linked->len; i++) {
    qh_record_set_string (linked->pdata[i], "promise", NULL);
    if (!qh_store_save (store, linked->pdata[i], error))
      return FALSE;
  }
  return linked != NULL;
}

static gboolean
delete_one (QhStore *store, QhRecord *promise, GError **error)
{
  return unlink_all (store, &qh_friction_entity, promise, error) &&
         unlink_all (store, &qh_segment_entity, promise, error) &&
         qh_store_delete (store, promise, error);
}

gboolean
qh_promise_delete_all (QhStore *store, GPtrArray *promises, GError **error)
{
  if (!qh_store_begin (store, _ ("Delete promise"), error))
    return FALSE;
  for (guint i = 0; i < promises->len; i++)
    if (!delete_one (store, promises->pdata[i], error)) {
      qh_store_rollback (store);
      return FALSE;
    }
  return qh_store_commit (store, error);
}

static gboolean
save_link (QhStore *store, QhRecord *friction, GError **error)
{
  if (qh_store_begin (store, _ ("Link friction to promise"), error)) {
    if (qh_store_save (store, friction, error))
      return qh_store_commit (store, error);
    qh_store_rollback (store);
  }
  qh_store_revert (store, friction);
  return FALSE;
}

gboolean
qh_promise_link_friction (QhStore *store, const char *friction, const char *promise, GError **error)
{
  g_autoptr (QhRecord) record = qh_store_get (store, &qh_friction_entity, friction, error);

  if (!record)
    return FALSE;
  qh_record_set_string (record, "promise", promise);
  return save_link (store, record, error);
}
