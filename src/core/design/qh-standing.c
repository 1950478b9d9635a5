/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "design/qh-standing.h"

QhStanding *
qh_standing_new (void)
{
  QhStanding *standing = g_new0 (QhStanding, 1);

  standing->available = QH_NONE;
  standing->reserved_number = QH_NONE;
  standing->given_number = QH_NONE;
  return standing;
}

QhStanding *
qh_standing_copy (const QhStanding *standing)
{
  QhStanding *copy = g_memdup2 (standing, sizeof *standing);

  copy->reserved_until = g_strdup (standing->reserved_until);
  copy->given_on = g_strdup (standing->given_on);
  return copy;
}

void
qh_standing_free (QhStanding *standing)
{
  g_free (standing->reserved_until);
  g_free (standing->given_on);
  g_free (standing);
}

gint64
qh_standing_out (const QhStanding *standing)
{
  return standing != NULL ? standing->delivered + standing->reserved : 0;
}

gboolean
qh_standing_is_left (const QhStanding *standing)
{
  return standing == NULL || standing->available == QH_NONE || standing->available > 0;
}

gboolean
qh_standing_has_room (const QhStanding *standing, QhContent *content)
{
  return standing == NULL || standing->his_reserved + standing->his_given < content->per_client;
}
