/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "designer/qh-link-menu.h"
#include "designer/qh-designer-text.h"

/* A menu holds no more; the rest is in the side panel. */
#define MAX_ITEMS 15

/* A menu takes an underscore for a mnemonic. */
static char *
without_mnemonics (const char *label)
{
  g_auto (GStrv) parts = g_strsplit (label, "_", -1);

  return g_strjoinv ("__", parts);
}

static void
append_link (GMenu *menu, const char *field, QhRecord *record)
{
  g_autofree char *label = qh_link_label (field, record);
  g_autofree char *escaped = without_mnemonics (label);
  g_autoptr (GMenuItem) item = g_menu_item_new (escaped, NULL);

  g_menu_item_set_action_and_target (item, "segment.link", "(ss)", field, record->id);
  g_menu_append_item (menu, item);
}

GMenuModel *
qh_link_menu_new (const QhContext *context)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; qh_link_fields[i] != NULL; i++) {
    GPtrArray *choices = qh_link_choices (context, qh_link_fields[i]);
    g_autoptr (GMenu) submenu = g_menu_new ();

    for (guint j = 0; j < MIN (choices->len, MAX_ITEMS); j++)
      append_link (submenu, qh_link_fields[i], choices->pdata[j]);
    if (choices->len > 0)
      g_menu_append_submenu (menu, qh_link_heading (qh_link_fields[i]), G_MENU_MODEL (submenu));
  }
  return G_MENU_MODEL (menu);
}
