/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "promises/qh-promise-page.h"
#include "base/qh-text.h"
#include "promises/qh-promise-actions.h"
#include "promises/qh-promise-deeds.h"
#include "qh-closures.h"
#include "qh-field-edit.h"
#include "qh-report.h"
#include "widgets/qh-box.h"
#include "widgets/qh-client-field.h"
#include "widgets/qh-date-button.h"
#include "widgets/qh-header.h"
#include "widgets/qh-pair-layout.h"
#include "widgets/qh-plain-row.h"
#include "widgets/qh-promise-text.h"
#include "widgets/qh-text-field.h"
#include "widgets/qh-wrap-layout.h"
#include <glib/gi18n-lib.h>

/* So many frictions are listed as linked, and offered to be. */
#define LINKED_MAX 50
#define OFFERED_MAX 20

struct _QhPromisePage {
  AdwBin parent_instance;

  GtkLabel *state;
  GtkWidget *keep_button, *break_button, *move_button, *withdraw_button, *reopen_button;
  GtkWidget *reason_row;
  GtkWidget *due_row;
  GtkWidget *moved_row;
  GtkLabel *moved_to;
  GtkListBox *frictions;
  GtkWidget *friction_group;
  GtkMenuButton *link;

  QhStore *store;
  QhPromise *promise;
};

G_DEFINE_FINAL_TYPE (QhPromisePage, qh_promise_page, ADW_TYPE_BIN)

enum { PROP_STORE = 1, PROP_PROMISE, N_PROPS };
static GParamSpec *props[N_PROPS];

static void
clear (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))))
    gtk_list_box_remove (list, row);
}

static GtkWidget *
append_link (GtkListBox *list, const char *title, const char *subtitle, const char *action,
             const char *id)
{
  GtkWidget *row = qh_plain_row_new (title, subtitle);

  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
  gtk_list_box_append (list, row);
  return row;
}

/* --- How it stands */

static void
show_state (QhPromisePage *self)
{
  const QhClock *clock = qh_store_get_clock (self->store);
  g_autofree char *today = qh_clock_today (clock);
  gboolean is_bad;
  g_autofree char *state =
      qh_promise_state_label (self->promise, today, qh_clock_now (clock), &is_bad);
  g_autofree char *facts = qh_promise_facts_label (self->store, self->promise);
  g_autofree char *text = qh_closure_join (NULL, state, facts);

  gtk_label_set_label (self->state, text);
}

/* What can be done with it is offered, and nothing else. */
static void
offer (QhPromisePage *self, GtkWidget *button, gboolean can)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self),
                                 gtk_actionable_get_action_name (GTK_ACTIONABLE (button)), can);
  gtk_widget_set_visible (button, can);
}

static void
show_deeds (QhPromisePage *self)
{
  gboolean is_open = self->promise->status == QH_PROMISE_STATUS_OPEN;

  offer (self, self->keep_button, is_open);
  offer (self, self->break_button, is_open);
  offer (self, self->move_button, qh_promise_can_move (self->store, self->promise));
  offer (self, self->withdraw_button, is_open);
  offer (self, self->reopen_button, !is_open);
  gtk_widget_set_visible (self->reason_row,
                          self->promise->status == QH_PROMISE_STATUS_BROKEN ||
                              self->promise->status == QH_PROMISE_STATUS_WITHDRAWN);
}

/* A day that was promised is not another one by being edited. */
static void
show_days (QhPromisePage *self)
{
  gint64 now = qh_clock_now (qh_store_get_clock (self->store));
  g_autofree char *due = self->promise->due ? qh_date_label (self->promise->due, now, NULL) : NULL;
  g_autofree char *from =
      self->promise->moved_from ? qh_date_label (self->promise->moved_from, now, NULL) : NULL;
  g_autofree char *moved =
      from ? g_strdup_printf (self->promise->consent ? _ ("Moved from %s, the client agreed")
                                                     : _ ("Moved from %s without his agreement"),
                              from)
           : NULL;

  gtk_widget_set_visible (self->due_row, due == NULL);
  gtk_widget_set_visible (self->moved_row, due != NULL);
  qh_plain_row_set_text (ADW_ACTION_ROW (self->moved_row), _ ("Due"), moved);
  gtk_label_set_label (self->moved_to, due ? due : "");
}

/* --- The frictions that break it */

static void
append_friction (QhPromisePage *self, QhFriction *friction)
{
  const char *id = QH_RECORD (friction)->id;
  GtkWidget *row = append_link (self->frictions, friction->title,
                                qh_enum_label (qh_friction_status_values, friction->status),
                                "win.open-friction", id);
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");
  g_autofree char *label = g_strdup_printf (_ ("Unlink %s"), friction->title);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("It does not break this promise"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "promise.unlink");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
}

static void
show_frictions (QhPromisePage *self)
{
  g_autofree char *max = g_strdup_printf ("%d", LINKED_MAX);
  const char *values[] = { QH_RECORD (self->promise)->id, max, NULL };
  g_autoptr (GPtrArray) frictions = qh_store_select (
      self->store, &qh_friction_entity,
      "WHERE promise = ?1 ORDER BY reported DESC, id DESC LIMIT CAST (?2 AS INTEGER)", values,
      NULL);

  clear (self->frictions);
  for (guint i = 0; frictions && i < frictions->len; i++)
    append_friction (self, g_ptr_array_index (frictions, i));
  gtk_widget_set_visible (GTK_WIDGET (self->frictions), frictions && frictions->len > 0);
  gtk_widget_set_visible (self->friction_group,
                          self->promise->public || (frictions && frictions->len > 0));
}

/* Looked up when it is asked for: those that cost most come first. */
static void
fill_choices (GtkMenuButton *button, gpointer user_data)
{
  QhPromisePage *self = user_data;
  g_autofree char *max = g_strdup_printf ("%d", OFFERED_MAX);
  const char *values[] = { max, NULL };
  g_autoptr (GPtrArray) frictions = qh_store_select (
      self->store, &qh_friction_entity,
      "WHERE id IN (SELECT friction FROM friction_cost WHERE status = 'open' ORDER BY cost DESC "
      "LIMIT CAST (?1 AS INTEGER)) AND promise IS NULL ORDER BY title_key, id",
      values, NULL);
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; frictions && i < frictions->len; i++) {
    QhFriction *friction = g_ptr_array_index (frictions, i);
    g_autofree char *title = qh_text_shorten (friction->title, 48);
    g_autoptr (GMenuItem) item = g_menu_item_new (title, NULL);
    g_menu_item_set_action_and_target (item, "promise.link", "s", QH_RECORD (friction)->id);
    g_menu_append_item (menu, item);
  }
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
set_link (GtkWidget *widget, const char *friction, const char *promise, const char *told)
{
  QhPromisePage *self = QH_PROMISE_PAGE (widget);
  g_autoptr (GError) error = NULL;

  if (qh_promise_link_friction (self->store, friction, promise, &error))
    qh_report (widget, told, TRUE);
  else
    qh_report_error (widget, error);
}

static void
link_one (GtkWidget *widget, const char *action, GVariant *parameter)
{
  set_link (widget, g_variant_get_string (parameter, NULL),
            QH_RECORD (QH_PROMISE_PAGE (widget)->promise)->id, _ ("Friction linked"));
}

static void
unlink_one (GtkWidget *widget, const char *action, GVariant *parameter)
{
  set_link (widget, g_variant_get_string (parameter, NULL), NULL, _ ("Friction unlinked"));
}

/* --- All of it */

/* A promise that is no more leaves no page behind. */
static void
update (QhPromisePage *self)
{
  const char *id = QH_RECORD (self->promise)->id;
  g_autoptr (QhRecord) record = qh_store_get (self->store, &qh_promise_entity, id, NULL);

  if (!record) {
    gtk_widget_activate_action (GTK_WIDGET (self), "win.close-page", "s", id);
    return;
  }
  show_state (self);
  show_deeds (self);
  show_days (self);
  show_frictions (self);
}

static void
act (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhPromisePage *self = QH_PROMISE_PAGE (widget);
  g_autoptr (GPtrArray) promises = g_ptr_array_new ();

  qh_report_flush (widget);
  g_ptr_array_add (promises, self->promise);
  qh_promise_act (widget, self->store, promises, strchr (action, '.') + 1);
}

static void
add (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.new-promise", NULL);
}

static void
qh_promise_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QhPromisePage *self = QH_PROMISE_PAGE (object);

  if (id == PROP_STORE)
    g_value_set_object (value, self->store);
  else
    g_value_set_object (value, self->promise);
}

static void
qh_promise_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  QhPromisePage *self = QH_PROMISE_PAGE (object);

  if (id == PROP_STORE)
    self->store = g_value_dup_object (value);
  else
    self->promise = g_value_dup_object (value);
}

static void
qh_promise_page_constructed (GObject *object)
{
  QhPromisePage *self = QH_PROMISE_PAGE (object);

  G_OBJECT_CLASS (qh_promise_page_parent_class)->constructed (object);

  gtk_menu_button_set_create_popup_func (self->link, fill_choices, self, NULL);
  g_signal_connect_object (self->store, "changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  update (self);
}

static void
qh_promise_page_dispose (GObject *object)
{
  QhPromisePage *self = QH_PROMISE_PAGE (object);

  g_clear_object (&self->promise);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qh_promise_page_parent_class)->dispose (object);
}

static void
ensure_types (void)
{
  g_type_ensure (QH_TYPE_BOX);
  g_type_ensure (QH_TYPE_CLIENT_FIELD);
  g_type_ensure (QH_TYPE_DATE_BUTTON);
  g_type_ensure (QH_TYPE_FIELD_EDIT);
  g_type_ensure (QH_TYPE_HEADER);
  g_type_ensure (QH_TYPE_PAIR_LAYOUT);
  g_type_ensure (QH_TYPE_TEXT_FIELD);
  g_type_ensure (QH_TYPE_WRAP_LAYOUT);
}

static void
bind_template (GtkWidgetClass *klass)
{
  ensure_types ();
  gtk_widget_class_set_template_from_resource (
      klass, "/io/github/quarterhour/Quarterhour/ui/promises/promise-page.ui");
  gtk_widget_class_bind_template_child (klass, QhPromisePage, state);
  gtk_widget_class_bind_template_child (klass, QhPromisePage, keep_button);
  gtk_widget_class_bind_template_child (klass, QhPromisePage, break_button);
  gtk_widget_class_bind_template_child (klass, QhPromisePage, move_button);
  gtk_widget_class_bind_template_child (klass, QhPromisePage, withdraw_button);
  gtk_widget_class_bind_template_child (klass, QhPromisePage, reopen_button);
  gtk_widget_class_bind_template_child (klass, QhPromisePage, reason_row);
  gtk_widget_class_bind_template_child (klass, QhPromisePage, due_row);
  gtk_widget_class_bind_template_child (klass, QhPromisePage, moved_row);
  gtk_widget_class_bind_template_child (klass, QhPromisePage, moved_to);
  gtk_widget_class_bind_template_child (klass, QhPromisePage, frictions);
  gtk_widget_class_bind_template_child (klass, QhPromisePage, friction_group);
  gtk_widget_class_bind_template_child (klass, QhPromisePage, link);
  qh_closures_bind (klass);
}

static void
qh_promise_page_class_init (QhPromisePageClass *klass)
{
  static const char *const deeds[] = { "promise.keep",     "promise.break",  "promise.move",
                                       "promise.withdraw", "promise.reopen", "promise.delete" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags once = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = qh_promise_page_get_property;
  object_class->set_property = qh_promise_page_set_property;
  object_class->constructed = qh_promise_page_constructed;
  object_class->dispose = qh_promise_page_dispose;

  props[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, QH_TYPE_STORE, once);
  props[PROP_PROMISE] = g_param_spec_object ("promise", NULL, NULL, qh_promise_get_type (), once);
  g_object_class_install_properties (object_class, N_PROPS, props);

  for (guint i = 0; i < G_N_ELEMENTS (deeds); i++)
    gtk_widget_class_install_action (widget_class, deeds[i], NULL, act);
  gtk_widget_class_install_action (widget_class, "promise.link", "s", link_one);
  gtk_widget_class_install_action (widget_class, "promise.unlink", "s", unlink_one);
  gtk_widget_class_install_action (widget_class, "page.new", NULL, add);
  bind_template (widget_class);
}

static void
qh_promise_page_init (QhPromisePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
qh_promise_page_new (QhStore *store, QhPromise *promise)
{
  g_return_val_if_fail (QH_IS_STORE (store), NULL);
  g_return_val_if_fail (QH_IS_PROMISE (promise), NULL);

  return g_object_new (QH_TYPE_PROMISE_PAGE, "store", store, "promise", promise, NULL);
}
