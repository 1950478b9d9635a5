/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "friction/qh-friction-deeds.h"
#include "base/qh-text.h"
#include <glib/gi18n-lib.h>

/* Saves what was set in @friction as one change; on error it is as its row again. */
static gboolean
save (QhStore *store, QhFriction *friction, const char *label, GError **error)
{
  if (qh_store_begin (store, label, error)) {
    if (qh_store_save (store, QH_RECORD (friction), error))
      return qh_store_commit (store, error);
    qh_store_rollback (store);
  }
  qh_store_revert (store, QH_RECORD (friction));
  return FALSE;
}

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, QH_ERROR, QH_ERROR_INVALID, message);
  return FALSE;
}

static void
set_status (QhFriction *friction, QhFrictionStatus status)
{
  g_object_set (friction, "status", (int)status, NULL);
}

gboolean
qh_friction_hand_over (QhStore *store, QhFriction *friction, const char *owner, const char *due,
                       const char *ask, GError **error)
{
  if (qh_text_is_empty (owner))
    return refuse (error, _ ("Say who takes it on"));
  set_status (friction, QH_FRICTION_STATUS_FIXING);
  qh_record_set_string (QH_RECORD (friction), "owner", owner);
  qh_record_set_string (QH_RECORD (friction), "due", due);
  qh_record_set_string (QH_RECORD (friction), "ask", ask);
  qh_record_set_string (QH_RECORD (friction), "removed", NULL);
  return save (store, friction, _ ("Hand friction over"), error);
}

gboolean
qh_friction_remove (QhStore *store, QhFriction *friction, const char *change, const char *day,
                    const char *learned, const char *told, GError **error)
{
  if (qh_text_is_empty (change))
    return refuse (error, _ ("Say what changed: the client is to hear it"));
  if (!day)
    return refuse (error, _ ("Say since when it is gone"));
  set_status (friction, QH_FRICTION_STATUS_REMOVED);
  qh_record_set_string (QH_RECORD (friction), "change", change);
  qh_record_set_string (QH_RECORD (friction), "removed", day);
  qh_record_set_string (QH_RECORD (friction), "learned", learned);
  qh_record_set_string (QH_RECORD (friction), "told", told);
  return save (store, friction, _ ("Remove friction"), error);
}

gboolean
qh_friction_accept (QhStore *store, QhFriction *friction, const char *reason, GError **error)
{
  if (qh_text_is_empty (reason))
    return refuse (error, _ ("Say why it stays"));
  set_status (friction, QH_FRICTION_STATUS_ACCEPTED);
  qh_record_set_string (QH_RECORD (friction), "reason", reason);
  qh_record_set_string (QH_RECORD (friction), "removed", NULL);
  return save (store, friction, _ ("Accept friction"), error);
}

gboolean
qh_friction_reopen (QhStore *store, QhFriction *friction, GError **error)
{
  set_status (friction, friction->owner ? QH_FRICTION_STATUS_FIXING : QH_FRICTION_STATUS_OPEN);
  qh_record_set_string (QH_RECORD (friction), "removed", NULL);
  qh_record_set_string (QH_RECORD (friction), "told", NULL);
  qh_record_set_string (QH_RECORD (friction), "reason", NULL);
  return save (store, friction, _ ("Reopen friction"), error);
}

/* --- Deleting */

static gboolean
unlink_segments (QhStore *store, QhRecord *friction, GError **error)
{
  const char *values[] = { friction->id, NULL };
  g_autoptr (GPtrArray) segments =
      qh_store_select (store, &qh_segment_entity, "WHERE friction = ?1", values, error);

  for (guint i = 0; segments && i < segments->len; i++) {
    QhRecord *segment = g_ptr_array_index (segments, i);
    qh_record_set_string (segment, "friction", NULL);
    if (!qh_store_save (store, segment, error))
      return FALSE;
  }
  return segments != NULL;
}

gboolean
qh_friction_delete_all (QhStore *store, GPtrArray *frictions, GError **error)
{
  if (!qh_store_begin (store, _ ("Delete friction"), error))
    return FALSE;
  for (guint i = 0; i < frictions->len; i++) {
    QhRecord *friction = g_ptr_array_index (frictions, i);
    if (!unlink_segments (store, friction, error) || !qh_store_delete (store, friction, error)) {
      qh_store_rollback (store);
      return FALSE;
    }
  }
  return qh_store_commit (store, error);
}

/* --- Whom it touches */

static GPtrArray *
list_shares (QhStore *store, QhFriction *friction)
{
  const char *values[] = { QH_RECORD (friction)->id, NULL };

  return qh_store_select (store, &qh_friction_client_entity, "WHERE friction = ?1 ORDER BY id",
                          values, NULL);
}

static QhRecord *
find_share (GPtrArray *shares, const char *client)
{
  for (guint i = 0; shares && i < shares->len; i++)
    if (g_str_equal (QH_FRICTION_CLIENT (g_ptr_array_index (shares, i))->client, client))
      return g_ptr_array_index (shares, i);
  return NULL;
}

static gboolean
add_share (QhStore *store, QhFriction *friction, const char *client, GError **error)
{
  g_autoptr (QhRecord) share = qh_record_new (&qh_friction_client_entity);

  qh_record_set_string (share, "friction", QH_RECORD (friction)->id);
  qh_record_set_string (share, "client", client);
  return qh_store_save (store, share, error);
}

gboolean
qh_friction_add_client (QhStore *store, QhFriction *friction, const char *client, GError **error)
{
  g_autoptr (GPtrArray) shares = list_shares (store, friction);

  if (g_strcmp0 (friction->client, client) == 0 || find_share (shares, client))
    return TRUE;
  if (!friction->client && shares->len == 0) {
    qh_record_set_string (QH_RECORD (friction), "client", client);
    return save (store, friction, _ ("Share friction"), error);
  }
  if (!qh_store_begin (store, _ ("Share friction"), error))
    return FALSE;
  if (add_share (store, friction, client, error))
    return qh_store_commit (store, error);
  qh_store_rollback (store);
  return FALSE;
}

/* The first of those who share it takes the place of its own client. */
static gboolean
move_up (QhStore *store, QhFriction *friction, GPtrArray *shares, GError **error)
{
  QhRecord *next = NULL;

  for (guint i = 0; i < shares->len && !next; i++)
    if (g_strcmp0 (QH_FRICTION_CLIENT (shares->pdata[i])->client, friction->client) != 0)
      next = g_ptr_array_index (shares, i);
  qh_record_set_string (QH_RECORD (friction), "contact", NULL);
  qh_record_set_string (QH_RECORD (friction), "client",
                        next ? QH_FRICTION_CLIENT (next)->client : NULL);
  return (!next || qh_store_delete (store, next, error)) &&
         qh_store_save (store, QH_RECORD (friction), error);
}

gboolean
qh_friction_take_client (QhStore *store, QhFriction *friction, const char *client, GError **error)
{
  g_autoptr (GPtrArray) shares = list_shares (store, friction);
  QhRecord *share = find_share (shares, client);
  gboolean is_own = g_strcmp0 (friction->client, client) == 0;

  if (!qh_store_begin (store, _ ("Take client off friction"), error))
    return FALSE;
  if ((!share || qh_store_delete (store, share, error)) &&
      (!is_own || move_up (store, friction, shares, error)))
    return qh_store_commit (store, error);
  qh_store_rollback (store);
  qh_store_revert (store, QH_RECORD (friction));
  return FALSE;
}

GPtrArray *
qh_friction_list_clients (QhStore *store, QhFriction *friction)
{
  const char *values[] = { QH_RECORD (friction)->id, friction->client ? friction->client : "",
                           NULL };

  return qh_store_select (store, &qh_client_entity,
                          "WHERE id = ?2 OR id IN (SELECT client FROM friction_client WHERE "
                          "friction = ?1) ORDER BY id <> ?2, name_key, id",
                          values, NULL);
}
