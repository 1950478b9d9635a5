/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "contact-log/qh-contact-log-text.h"
#include "design/qh-contact-figures.h"
#include "qh-closures.h"
#include <glib/gi18n-lib.h>

static const char *
get_channel (QhContactLog *entry)
{
  return entry->channel != QH_CONTACT_CHANNEL_UNSET
             ? qh_enum_label (qh_contact_channel_values, entry->channel)
             : NULL;
}

char *
qh_contact_log_headline (QhContactLog *entry)
{
  if (entry->words)
    return g_strdup_printf (_ ("“%s”"), entry->words);
  if (entry->wanted)
    return g_strdup (entry->wanted);
  return g_strdup (get_channel (entry) ? get_channel (entry) : _ ("No words"));
}

static char *
label_moment (QhStore *store, QhContactLog *entry)
{
  g_autoptr (GTimeZone) zone = qh_clock_zone (qh_store_get_clock (store));
  g_autofree char *date = qh_instant_to_date (entry->at, zone);
  g_autofree char *day = qh_date_short_label (date);
  g_autofree char *time = qh_instant_clock_label (entry->at, zone);

  /* Translators: a day and a clock time: "6 Nov, 08:41" */
  return g_strdup_printf (_ ("%s, %s"), day, time);
}

char *
qh_contact_log_origin (QhStore *store, QhContactLog *entry)
{
  g_autoptr (QhRecord) client =
      entry->client ? qh_store_get (store, &qh_client_entity, entry->client, NULL) : NULL;
  g_autofree char *moment = label_moment (store, entry);
  g_autofree char *whence =
      qh_closure_join (NULL, client ? QH_CLIENT (client)->name : NULL, moment);

  return qh_closure_join (NULL, whence, get_channel (entry));
}

char *
qh_contact_log_facts (QhContactLog *entry)
{
  g_autofree char *rings =
      entry->rings != QH_NONE
          ? g_strdup_printf (ngettext ("%d ring", "%d rings", (gulong)entry->rings),
                             (int)entry->rings)
          : NULL;
  g_autofree char *answer = qh_closure_join (NULL, rings, entry->answered_by);

  return qh_closure_join (NULL, answer, entry->words ? entry->wanted : NULL);
}

const char *
qh_contact_log_solved_label (QhContactLog *entry)
{
  if (entry->solved == 0)
    return NULL;
  return entry->solved == QH_SOLVED_YES ? _ ("solved") : _ ("not solved");
}

char *
qh_contact_log_upgrade_label (QhContactLog *entry)
{
  if (!qh_contact_log_is_upgraded (entry))
    return NULL;
  return qh_contact_log_is_answered (entry)
             ? g_strdup_printf (_ ("answered by %s"), entry->upgraded_to)
             : g_strdup_printf (_ ("with %s"), entry->upgraded_to);
}
