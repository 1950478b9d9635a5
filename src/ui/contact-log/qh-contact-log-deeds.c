/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "contact-log/qh-contact-log-deeds.h"
#include "base/qh-text.h"
#include "qh-report.h"
#include <glib/gi18n-lib.h>

/* How long a title is that is made of what somebody said. */
#define TITLE_LENGTH 80

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, QH_ERROR, QH_ERROR_INVALID, message);
  return FALSE;
}

static gboolean
save (QhStore *store, QhRecord *record, const char *label, GError **error)
{
  if (qh_store_begin (store, label, error)) {
    if (qh_store_save (store, record, error))
      return qh_store_commit (store, error);
    qh_store_rollback (store);
  }
  return FALSE;
}

/* --- Answering */

gboolean
qh_contact_log_answer (QhStore *store, QhContactLog *entry, const char *answer, const char *change,
                       const char *told, GError **error)
{
  QhRecord *record = QH_RECORD (entry);

  if (qh_text_is_empty (answer))
    return refuse (error, _ ("Say what he learned: that is why it went to him"));
  if (qh_text_is_empty (change))
    return refuse (error, _ ("Say what changes: else the next one calls, too"));
  if (qh_text_is_empty (told))
    return refuse (error, _ ("Say who told the client"));
  qh_record_set_string (record, "upgrade_answer", answer);
  qh_record_set_string (record, "upgrade_change", change);
  qh_record_set_string (record, "upgrade_told", told);
  if (save (store, record, _ ("Answer upgrade"), error))
    return TRUE;
  qh_store_revert (store, record);
  return FALSE;
}

/* --- Making a friction of it */

static QhTouchpoint
get_touchpoint (QhContactLog *entry)
{
  switch (entry->channel) {
  case QH_CONTACT_CHANNEL_PHONE:
    return QH_TOUCHPOINT_PHONE;
  case QH_CONTACT_CHANNEL_MAIL:
    return QH_TOUCHPOINT_MAIL;
  case QH_CONTACT_CHANNEL_VISIT:
    return QH_TOUCHPOINT_VISIT;
  case QH_CONTACT_CHANNEL_WEBSITE:
    return QH_TOUCHPOINT_WEBSITE;
  default:
    return QH_TOUCHPOINT_OTHER;
  }
}

static char *
get_title (QhContactLog *entry)
{
  const char *text = entry->wanted ? entry->wanted : entry->words;

  return text ? qh_text_shorten (text, TITLE_LENGTH) : g_strdup (_ ("What a client called about"));
}

QhFriction *
qh_contact_log_make_friction (QhStore *store, QhContactLog *entry, GError **error)
{
  g_autoptr (QhFriction) friction = qh_friction_new ();
  QhRecord *record = QH_RECORD (friction);
  g_autoptr (GTimeZone) zone = qh_clock_zone (qh_store_get_clock (store));
  g_autofree char *day = qh_instant_to_date (entry->at, zone);
  g_autofree char *title = get_title (entry);

  qh_record_set_string (record, "client", entry->client);
  qh_record_set_string (record, "contact", entry->contact);
  qh_record_set_string (record, "title", title);
  qh_record_set_string (record, "words", entry->words);
  qh_record_set_string (record, "reported", day);
  qh_record_set_int (record, "minutes", entry->minutes);
  qh_record_set_string (record, "contact_log", QH_RECORD (entry)->id);
  g_object_set (friction, "touchpoint", (int)get_touchpoint (entry), NULL);
  return save (store, record, _ ("Make friction of contact"), error) ? g_steal_pointer (&friction)
                                                                     : NULL;
}

static GPtrArray *
list_frictions (QhStore *store, QhRecord *entry, GError **error)
{
  const char *values[] = { entry->id, NULL };

  return qh_store_select (store, &qh_friction_entity, "WHERE contact_log = ?1 ORDER BY id", values,
                          error);
}

QhFriction *
qh_contact_log_find_friction (QhStore *store, QhContactLog *entry)
{
  g_autoptr (GPtrArray) frictions = list_frictions (store, QH_RECORD (entry), NULL);

  return frictions && frictions->len > 0 ? g_object_ref (g_ptr_array_index (frictions, 0)) : NULL;
}

/* --- Deleting */

static gboolean
delete_one (QhStore *store, QhRecord *entry, GError **error)
{
  g_autoptr (GPtrArray) frictions = list_frictions (store, entry, error);

  for (guint i = 0; frictions && i < frictions->len; i++) {
    QhRecord *friction = g_ptr_array_index (frictions, i);
    qh_record_set_string (friction, "contact_log", NULL);
    if (!qh_store_save (store, friction, error))
      return FALSE;
  }
  return frictions && qh_store_delete (store, entry, error);
}

gboolean
qh_contact_log_delete_all (QhStore *store, GPtrArray *entries, GError **error)
{
  if (!qh_store_begin (store, _ ("Delete contact"), error))
    return FALSE;
  for (guint i = 0; i < entries->len; i++)
    if (!delete_one (store, g_ptr_array_index (entries, i), error)) {
      qh_store_rollback (store);
      return FALSE;
    }
  return qh_store_commit (store, error);
}

/* --- In a window */

void
qh_contact_log_make_friction_here (GtkWidget *widget, QhStore *store, QhContactLog *entry)
{
  g_autoptr (QhFriction) there = NULL;
  g_autoptr (QhFriction) friction = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *told = NULL;

  qh_report_flush (widget);
  there = qh_contact_log_find_friction (store, entry);
  if (there) {
    gtk_widget_activate_action (widget, "win.open-friction", "s", QH_RECORD (there)->id);
    return;
  }
  friction = qh_contact_log_make_friction (store, entry, &error);
  if (!friction) {
    qh_report_error (widget, error);
    return;
  }
  told = g_strdup_printf (_ ("Friction made: “%s”"), friction->title);
  qh_report (widget, told, TRUE);
}

void
qh_contact_logs_delete_here (GtkWidget *widget, QhStore *store, GPtrArray *entries)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *told = NULL;

  if (entries->len == 0)
    return;
  qh_report_flush (widget);
  told = g_strdup_printf (ngettext ("%u contact deleted", "%u contacts deleted", entries->len),
                          entries->len);
  if (qh_contact_log_delete_all (store, entries, &error))
    qh_report (widget, told, TRUE);
  else
    qh_report_error (widget, error);
}
