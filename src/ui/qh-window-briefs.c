/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "qh-window-briefs.h"
#include "friction/qh-friction-brief.h"
#include "qh-window.h"

static QhFriction *
get_friction (GtkWidget *window, const char *id)
{
  QhRecord *record =
      qh_store_get (qh_window_get_store (QH_WINDOW (window)), &qh_friction_entity, id, NULL);

  return record ? QH_FRICTION (record) : NULL;
}

static void
save_brief (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (QhFriction) friction = NULL;
  const char *id, *name;
  int format;

  g_variant_get (parameter, "(&s&s)", &id, &name);
  format = qh_format_from_name (name);
  friction = get_friction (widget, id);
  if (friction && format >= 0 && qh_format_is_brief ((QhFormat)format))
    qh_friction_brief_save (widget, qh_window_get_store (QH_WINDOW (widget)), friction,
                            (QhFormat)format);
}

static void
print_brief (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (QhFriction) friction = get_friction (widget, g_variant_get_string (parameter, NULL));

  if (friction)
    qh_friction_brief_print (widget, qh_window_get_store (QH_WINDOW (widget)), friction);
}

void
qh_window_briefs_install (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.save-brief", "(ss)", save_brief);
  gtk_widget_class_install_action (klass, "win.print-brief", "s", print_brief);
}
