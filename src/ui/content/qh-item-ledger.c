/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "content/qh-item-ledger.h"
#include "content/qh-movement-text.h"
#include "widgets/qh-plain-row.h"

/* How many lines are shown here. */
#define SHORT 8

struct _QhItemLedger {
  QhItemPart parent_instance;

  GtkListBox *list;
  GtkWidget *more;
};

G_DEFINE_FINAL_TYPE (QhItemLedger, qh_item_ledger, QH_TYPE_ITEM_PART)

static GtkWidget *
build_row (QhStore *store, QhMovement *movement, gint64 now)
{
  g_autofree char *title = qh_movement_title (store, movement);
  g_autofree char *details = qh_movement_details (movement, now);

  return qh_plain_row_new (title, details);
}

static void
qh_item_ledger_update (QhItemPart *part)
{
  QhItemLedger *self = QH_ITEM_LEDGER (part);
  QhStore *store = qh_item_part_get_store (part);
  gint64 now = qh_clock_now (qh_store_get_clock (store));
  const char *values[] = { QH_RECORD (qh_item_part_get_item (part))->id, NULL };
  g_autoptr (GPtrArray) lines =
      qh_store_select (store, &qh_movement_entity,
                       "WHERE content = ?1 ORDER BY at DESC, id DESC LIMIT 9", values, NULL);
  guint n = lines ? lines->len : 0;

  qh_item_part_clear (self->list);
  for (guint i = 0; i < MIN (n, SHORT); i++)
    gtk_list_box_append (self->list, build_row (store, g_ptr_array_index (lines, i), now));
  gtk_widget_set_visible (self->more, n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}

static void
on_more_clicked (QhItemLedger *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-ledger", "s",
                              QH_RECORD (qh_item_part_get_item (QH_ITEM_PART (self)))->id);
}

static void
qh_item_ledger_class_init (QhItemLedgerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  QH_ITEM_PART_CLASS (klass)->update = qh_item_ledger_update;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/content/item-ledger.ui");
  gtk_widget_class_bind_template_child (widget_class, QhItemLedger, list);
  gtk_widget_class_bind_template_child (widget_class, QhItemLedger, more);
  gtk_widget_class_bind_template_callback (widget_class, on_more_clicked);
}

static void
qh_item_ledger_init (QhItemLedger *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
