/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/qh-friction-text.h"
#include <glib/gi18n-lib.h>

static guint
count_shares (QhStore *store, QhFriction *friction)
{
  const char *values[] = { QH_RECORD (friction)->id, friction->client ? friction->client : "",
                           NULL };
  gint64 n = qh_store_count (
      store, "SELECT count (*) FROM friction_client WHERE friction = ?1 AND client <> ?2", values);

  return (guint)MAX (n, 0);
}

/* Who shares it, where only one does. */
static QhRecord *
find_only_client (QhStore *store, QhFriction *friction)
{
  const char *values[] = { QH_RECORD (friction)->id, NULL };
  g_autoptr (GPtrArray) clients = qh_store_select (
      store, &qh_client_entity,
      "WHERE id IN (SELECT client FROM friction_client WHERE friction = ?1) LIMIT 1", values, NULL);

  return clients && clients->len > 0 ? g_object_ref (g_ptr_array_index (clients, 0)) : NULL;
}

char *
qh_friction_clients_label (QhStore *store, QhFriction *friction)
{
  guint n = count_shares (store, friction);
  g_autoptr (QhRecord) client = NULL;

  if (friction->client)
    client = qh_store_get (store, &qh_client_entity, friction->client, NULL);
  else if (n == 1)
    client = find_only_client (store, friction);
  if (client && (n == 0 || !friction->client))
    return g_strdup (QH_CLIENT (client)->name);
  if (client)
    /* Translators: a client, and how many others */
    return g_strdup_printf (ngettext ("%s and %u more", "%s and %u more", n),
                            QH_CLIENT (client)->name, n);
  return n > 0 ? g_strdup_printf (ngettext ("%u client", "%u clients", n), n) : NULL;
}

char *
qh_friction_age_label (QhFriction *friction, const char *today)
{
  int days = qh_date_to_days (today) - qh_date_to_days (friction->reported);

  if (days <= 0)
    return g_strdup (_ ("today"));
  if (days < 60)
    return g_strdup_printf (ngettext ("%d day", "%d days", days), days);
  if (days < 730)
    return g_strdup_printf (ngettext ("%d month", "%d months", days / 30), days / 30);
  return g_strdup_printf (ngettext ("%d year", "%d years", days / 365), days / 365);
}

static char *
label_removed (QhFriction *friction)
{
  g_autofree char *day = friction->removed ? qh_date_short_label (friction->removed) : NULL;

  if (!day)
    return g_strdup (_ ("removed"));
  return friction->told ? g_strdup_printf (_ ("removed %s, the client was told"), day)
                        : g_strdup_printf (_ ("removed %s, the client has not heard"), day);
}

char *
qh_friction_hand_label (QhFriction *friction, const char *today, gboolean *is_late)
{
  g_autofree char *day = friction->due ? qh_date_short_label (friction->due) : NULL;

  *is_late = FALSE;
  if (friction->status == QH_FRICTION_STATUS_REMOVED)
    return label_removed (friction);
  if (friction->status == QH_FRICTION_STATUS_ACCEPTED)
    return g_strdup (_ ("accepted"));
  *is_late = friction->due && g_strcmp0 (friction->due, today) < 0;
  if (friction->owner && day)
    /* Translators: who has it in hand, and until which day */
    return g_strdup_printf (_ ("%s, by %s"), friction->owner, day);
  if (day)
    return g_strdup_printf (_ ("due %s"), day);
  return g_strdup (friction->owner);
}

char *
qh_friction_times_label (QhFriction *friction)
{
  if (friction->times_per_year == QH_NONE)
    return NULL;
  return g_strdup_printf (_ ("%d a year"), (int)friction->times_per_year);
}
