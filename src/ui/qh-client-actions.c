/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "qh-client-actions.h"
#include "qh-report.h"
#include <glib/gi18n-lib.h>

/* What the toast says; taken before the clients are gone. */
static char *
describe_deletion (QhStore *store, GPtrArray *clients)
{
  g_autofree char *with = NULL;
  g_autofree char *name = NULL;

  if (clients->len > 1)
    return g_strdup_printf (ngettext ("%u client deleted", "%u clients deleted", clients->len),
                            clients->len);
  name = qh_record_title (g_ptr_array_index (clients, 0));
  with = qh_store_describe_dependants (store, g_ptr_array_index (clients, 0));
  if (with)
    /* Translators: what was deleted, and what went with it: "3 meetings, 2 contacts" */
    return g_strdup_printf (_ ("%s deleted, with %s"), name, with);
  return g_strdup_printf (_ ("%s deleted"), name);
}

static gboolean
delete_all (QhStore *store, GPtrArray *records, const char *label, GError **error)
{
  if (!qh_store_begin (store, label, error))
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    if (!qh_store_delete_all (store, g_ptr_array_index (records, i), error)) {
      qh_store_rollback (store);
      return FALSE;
    }
  return qh_store_commit (store, error);
}

void
qh_clients_delete (GtkWidget *widget, QhStore *store, GPtrArray *clients)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *told = NULL;

  if (clients->len == 0)
    return;
  told = describe_deletion (store, clients);
  if (delete_all (store, clients, ngettext ("Delete client", "Delete clients", clients->len),
                  &error))
    qh_report (widget, told, TRUE);
  else
    qh_report_error (widget, error);
}

void
qh_record_delete (GtkWidget *widget, QhStore *store, QhRecord *record)
{
  const QhEntity *entity = qh_record_get_entity (record);
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *label = g_strdup_printf (_ ("Delete %s"), _ (entity->label));
  g_autofree char *told = g_strdup_printf (_ ("%s deleted"), _ (entity->label));

  g_ptr_array_add (records, record);
  if (delete_all (store, records, label, &error))
    qh_report (widget, told, TRUE);
  else
    qh_report_error (widget, error);
}
