/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "friction/qh-friction-links.h"
#include "base/qh-text.h"
#include "qh-report.h"
#include "store/qh-promises.h"
#include "widgets/qh-plain-row.h"
#include <glib/gi18n-lib.h>

/* How many of what could be many are offered. */
#define PROMISES_MAX 30
#define MEETINGS_MAX 20

struct _QhFrictionLinks {
  QhFrictionPart parent_instance;

  GtkListBox *list;
  GtkMenuButton *choose;
};

G_DEFINE_FINAL_TYPE (QhFrictionLinks, qh_friction_links, QH_TYPE_FRICTION_PART)

static void
append_row (QhFrictionLinks *self, const char *title, const char *subtitle, const char *action,
            const char *id)
{
  GtkWidget *row = qh_plain_row_new (title, subtitle);

  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);
  if (action) {
    adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                               gtk_image_new_from_icon_name ("go-next-symbolic"));
    gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
    gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", id);
    gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
  }
  gtk_list_box_append (self->list, row);
}

static void
add_contact_log (QhFrictionLinks *self, QhStore *store, QhFriction *friction, gint64 now)
{
  g_autoptr (QhRecord) entry = friction->contact_log ? qh_store_get (store, &qh_contact_log_entity,
                                                                     friction->contact_log, NULL)
                                                     : NULL;
  g_autofree char *date = NULL;
  g_autofree char *day = NULL;
  g_autofree char *subtitle = NULL;

  if (!entry)
    return;
  date = qh_instant_to_date (QH_CONTACT_LOG (entry)->at, NULL);
  day = qh_date_label (date, now, NULL);
  subtitle = g_strdup_printf (_ ("From a contact on %s"), day);
  append_row (self, QH_CONTACT_LOG (entry)->words ? QH_CONTACT_LOG (entry)->words : _ ("No words"),
              subtitle, "win.open-contact-log", entry->id);
}

static void
add_promise (QhFrictionLinks *self, QhStore *store, QhFriction *friction)
{
  g_autoptr (QhRecord) promise =
      friction->promise ? qh_store_get (store, &qh_promise_entity, friction->promise, NULL) : NULL;

  if (promise)
    append_row (self, QH_PROMISE (promise)->what, _ ("The public promise it breaks"),
                "win.open-promise", promise->id);
}

static void
add_meetings (QhFrictionLinks *self, QhStore *store, QhFriction *friction, gint64 now)
{
  g_autofree char *max = g_strdup_printf ("%d", MEETINGS_MAX);
  const char *values[] = { QH_RECORD (friction)->id, max, NULL };
  g_autoptr (GPtrArray) meetings =
      qh_store_select (store, &qh_meeting_entity,
                       "WHERE id IN (SELECT meeting FROM segment WHERE friction = ?1) "
                       "ORDER BY start DESC, id DESC LIMIT CAST (?2 AS INTEGER)",
                       values, NULL);

  for (guint i = 0; meetings && i < meetings->len; i++) {
    QhMeeting *meeting = g_ptr_array_index (meetings, i);
    g_autoptr (QhRecord) client = qh_store_get (store, &qh_client_entity, meeting->client, NULL);
    g_autofree char *date =
        meeting->start != QH_NONE ? qh_instant_to_date (meeting->start, NULL) : NULL;
    g_autofree char *day = date ? qh_date_label (date, now, NULL) : NULL;
    g_autofree char *subtitle =
        day ? g_strdup_printf (_ ("Meeting on %s"), day) : g_strdup (_ ("Meeting without a day"));
    append_row (self, client ? QH_CLIENT (client)->name : meeting->title, subtitle,
                "win.open-meeting", QH_RECORD (meeting)->id);
  }
}

static void
qh_friction_links_update (QhFrictionPart *part)
{
  QhFrictionLinks *self = QH_FRICTION_LINKS (part);
  QhStore *store = qh_friction_part_get_store (part);
  QhFriction *friction = qh_friction_part_get_friction (part);
  gint64 now = qh_clock_now (qh_store_get_clock (store));

  qh_friction_part_clear (self->list);
  add_contact_log (self, store, friction, now);
  add_promise (self, store, friction);
  add_meetings (self, store, friction, now);
  gtk_widget_set_visible (GTK_WIDGET (self->list),
                          gtk_widget_get_first_child (GTK_WIDGET (self->list)) != NULL);
}

static void
append_item (GMenu *menu, const char *label, const char *id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "friction.set-promise", "s", id);
  g_menu_append_item (menu, item);
}

/* Looked up when it is asked for: there may be many. */
static void
fill_choices (GtkMenuButton *button, gpointer user_data)
{
  QhFrictionPart *part = QH_FRICTION_PART (user_data);
  QhStore *store = qh_friction_part_get_store (part);
  g_autoptr (GPtrArray) promises = qh_store_list_public_promises (store, PROMISES_MAX, NULL);
  g_autoptr (GMenu) menu = g_menu_new ();

  append_item (menu, _ ("None"), "");
  for (guint i = 0; promises && i < promises->len; i++) {
    QhPromise *promise = g_ptr_array_index (promises, i);
    g_autofree char *what = qh_text_shorten (promise->what, 48);
    append_item (menu, what, QH_RECORD (promise)->id);
  }
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
set_promise (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhFrictionPart *part = QH_FRICTION_PART (widget);
  QhStore *store = qh_friction_part_get_store (part);
  QhRecord *friction = QH_RECORD (qh_friction_part_get_friction (part));
  g_autoptr (GError) error = NULL;

  if (!friction ||
      !qh_record_set_string (friction, "promise", g_variant_get_string (parameter, NULL)))
    return;
  if (qh_store_save (store, friction, &error))
    return;
  qh_store_revert (store, friction);
  qh_report_error (widget, error);
}

static void
qh_friction_links_class_init (QhFrictionLinksClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  QH_FRICTION_PART_CLASS (klass)->update = qh_friction_links_update;

  gtk_widget_class_install_action (widget_class, "friction.set-promise", "s", set_promise);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/friction/friction-links.ui");
  gtk_widget_class_bind_template_child (widget_class, QhFrictionLinks, list);
  gtk_widget_class_bind_template_child (widget_class, QhFrictionLinks, choose);
}

static void
qh_friction_links_init (QhFrictionLinks *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->choose, fill_choices, self, NULL);
}
