/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "qh-item-actions.h"
#include "qh-report.h"
#include <glib/gi18n-lib.h>

typedef gboolean (*Edit) (QhStore *store, QhRecord *item, GError **error);

/* Applies @edit to every item in one change. */
static gboolean
edit_all (QhStore *store, GPtrArray *items, const char *label, Edit edit, GError **error)
{
  if (!qh_store_begin (store, label, error))
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    if (!edit (store, g_ptr_array_index (items, i), error)) {
      qh_store_rollback (store);
      return FALSE;
    }
  return qh_store_commit (store, error);
}

static gboolean
set_retired (QhStore *store, QhRecord *item, gboolean retired, GError **error)
{
  gboolean before = QH_CONTENT (item)->retired;

  g_object_set (item, "retired", retired, NULL);
  if (qh_store_save (store, item, error))
    return TRUE;
  g_object_set (item, "retired", before, NULL);
  return FALSE;
}

static gboolean
retire (QhStore *store, QhRecord *item, GError **error)
{
  return set_retired (store, item, TRUE, error);
}

static gboolean
bring_back (QhStore *store, QhRecord *item, GError **error)
{
  return set_retired (store, item, FALSE, error);
}

void
qh_items_retire (GtkWidget *widget, QhStore *store, GPtrArray *items, gboolean retired)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *told =
      retired ? g_strdup_printf (ngettext ("%u item retired", "%u items retired", items->len),
                                 items->len)
              : g_strdup_printf (ngettext ("%u item is back in the library",
                                           "%u items are back in the library", items->len),
                                 items->len);

  if (items->len == 0)
    return;
  if (edit_all (store, items, retired ? _ ("Retire content") : _ ("Bring content back"),
                retired ? retire : bring_back, &error))
    qh_report (widget, told, TRUE);
  else
    qh_report_error (widget, error);
}

/* The first of @items that has a ledger; NULL when none has. */
static QhContent *
find_with_ledger (QhStore *store, GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++) {
    QhRecord *item = g_ptr_array_index (items, i);
    const char *values[] = { item->id, NULL };
    if (qh_store_count (store, "SELECT 1 FROM movement WHERE content = ?1 LIMIT 1", values) == 1)
      return QH_CONTENT (item);
  }
  return NULL;
}

static char *
describe_deletion (GPtrArray *items)
{
  if (items->len == 1)
    return g_strdup_printf (_ ("%s deleted"), QH_CONTENT (g_ptr_array_index (items, 0))->title);
  return g_strdup_printf (ngettext ("%u item deleted", "%u items deleted", items->len), items->len);
}

void
qh_items_delete (GtkWidget *widget, QhStore *store, GPtrArray *items)
{
  QhContent *kept = find_with_ledger (store, items);
  g_autoptr (GError) error = NULL;
  g_autofree char *told = NULL;

  if (items->len == 0)
    return;
  if (kept) {
    told = g_strdup_printf (_ ("“%s” has a ledger, which is never rubbed out: retire it instead"),
                            kept->title);
    qh_report (widget, told, FALSE);
    return;
  }
  told = describe_deletion (items);
  if (edit_all (store, items, _ ("Delete content"), qh_store_delete_all, &error))
    qh_report (widget, told, TRUE);
  else
    qh_report_error (widget, error);
}

void
qh_item_duplicate (GtkWidget *widget, QhStore *store, QhContent *item)
{
  g_autoptr (QhRecord) copy = qh_record_duplicate (QH_RECORD (item));
  g_autofree char *title = g_strdup_printf (_ ("%s (copy)"), item->title);
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&copy->id, g_free);
  qh_record_set_string (copy, "title", title);
  qh_record_set_string (copy, "file", NULL);
  g_object_set (copy, "retired", FALSE, NULL);
  if (qh_store_save (store, copy, &error))
    gtk_widget_activate_action (widget, "win.open-item", "s", copy->id);
  else
    qh_report_error (widget, error);
}
