/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "run/qh-run-keys.h"

typedef struct {
  guint key;
  const char *action;
  const char *target; /* in the text form of GVariant, or NULL */
} Key;

static const Key keys[] = {
  { GDK_KEY_space, "run.next", NULL },      { GDK_KEY_KP_Space, "run.next", NULL },
  { GDK_KEY_Page_Down, "run.next", NULL },  { GDK_KEY_BackSpace, "run.back", NULL },
  { GDK_KEY_Page_Up, "run.back", NULL },    { GDK_KEY_h, "run.pause", NULL },
  { GDK_KEY_Pause, "run.pause", NULL },     { GDK_KEY_plus, "run.add-time", "60" },
  { GDK_KEY_equal, "run.add-time", "60" },  { GDK_KEY_KP_Add, "run.add-time", "60" },
  { GDK_KEY_minus, "run.add-time", "-60" }, { GDK_KEY_KP_Subtract, "run.add-time", "-60" },
  { GDK_KEY_m, "run.fold-other", NULL },    { GDK_KEY_u, "run.unfold", NULL },
  { GDK_KEY_w, "run.catch", "'words'" },    { GDK_KEY_f, "run.catch", "'friction'" },
  { GDK_KEY_p, "run.catch", "'promise'" },  { GDK_KEY_d, "run.deliver", "''" },
  { GDK_KEY_o, "run.output", NULL },        { GDK_KEY_s, "win.small", NULL },
  { GDK_KEY_Escape, "run.end", NULL },
};

static gboolean
activate (GtkWidget *page, const char *action, GVariant *target)
{
  g_autoptr (GVariant) owned = target ? g_variant_ref_sink (target) : NULL;

  gtk_widget_activate_action_variant (page, action, owned);
  return TRUE;
}

gboolean
qh_run_key_activate (GtkWidget *page, guint key)
{
  guint lower = gdk_keyval_to_lower (key);

  if (key >= GDK_KEY_1 && key <= GDK_KEY_9)
    return activate (page, "run.fold", g_variant_new_int32 ((gint32)(key - GDK_KEY_0)));
  if (key >= GDK_KEY_KP_1 && key <= GDK_KEY_KP_9)
    return activate (page, "run.fold", g_variant_new_int32 ((gint32)(key - GDK_KEY_KP_0)));
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].key == lower)
      return activate (page, keys[i].action,
                       keys[i].target ? g_variant_new_parsed (keys[i].target) : NULL);
  return FALSE;
}
