/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "housekeeping/qh-housekeeping-page.h"
#include "housekeeping/qh-housekeeping-deeds.h"
#include "housekeeping/qh-housekeeping-dialog.h"
#include "housekeeping/qh-housekeeping-row.h"
#include "qh-report.h"
#include "store/qh-list-model.h"
#include "widgets/qh-focus.h"
#include "widgets/qh-header.h"
#include "widgets/qh-record-list.h"
#include <glib/gi18n-lib.h>

static const struct {
  const char *title, *where, *counter;
} sections[] = {
  { N_ ("Still in Meetings"), "status = 'in_meetings'", "housekeeping.status.in_meetings" },
  { N_ ("Moving"), "status = 'moving'", "housekeeping.status.moving" },
  { N_ ("Done Elsewhere"), "status = 'moved'", "housekeeping.status.moved" },
};

#define N_SECTIONS G_N_ELEMENTS (sections)

struct _QhHousekeepingPage {
  AdwBin parent_instance;

  GtkStack *stack;
  QhRecordList *list;

  QhStore *store;
  QhListModel *models[N_SECTIONS];
  char *subtitle;
};

G_DEFINE_FINAL_TYPE (QhHousekeepingPage, qh_housekeeping_page, ADW_TYPE_BIN)

enum { PROP_STORE = 1, PROP_SUBTITLE, N_PROPS };
static GParamSpec *props[N_PROPS];

static void
update (QhHousekeepingPage *self)
{
  QhHousekeepingSum sum = qh_housekeeping_sum (self->store);
  guint n = 0;

  for (guint i = 0; i < N_SECTIONS; i++)
    n += g_list_model_get_n_items (G_LIST_MODEL (self->models[i]));
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : "empty");
  g_free (self->subtitle);
  self->subtitle = qh_housekeeping_sum_label (&sum);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SUBTITLE]);
}

static QhRow *
build_row (gpointer user_data)
{
  return qh_housekeeping_row_new (QH_HOUSEKEEPING_PAGE (user_data)->store);
}

static void
ask (QhHousekeepingPage *self, QhHousekeeping *task)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (GTK_IS_WINDOW (root))
    gtk_window_present (qh_housekeeping_dialog_new (GTK_WINDOW (root), self->store, task));
}

/* --- What can be done with what is chosen */

/* All but deleting is about one. (transfer full) */
static QhHousekeeping *
get_one (QhHousekeepingPage *self)
{
  g_autoptr (GPtrArray) chosen = qh_record_list_get_chosen (self->list);

  return chosen->len == 1 ? g_object_ref (g_ptr_array_index (chosen, 0)) : NULL;
}

static void
on_list_chosen (QhHousekeepingPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  guint n = qh_record_list_get_n_selected (self->list);
  g_autoptr (QhHousekeeping) one = n <= 1 ? get_one (self) : NULL;

  gtk_widget_action_set_enabled (widget, "housekeeping.open", one != NULL);
  gtk_widget_action_set_enabled (widget, "housekeeping.move", one != NULL);
  gtk_widget_action_set_enabled (widget, "housekeeping.take-back",
                                 one && one->status != QH_HOUSEKEEPING_STATUS_IN_MEETINGS);
}

static void
on_list_open (QhHousekeepingPage *self, QhRecord *task)
{
  ask (self, QH_HOUSEKEEPING (task));
}

static void
on_list_delete (QhHousekeepingPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "housekeeping.delete", NULL);
}

static void
open_chosen (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhHousekeepingPage *self = QH_HOUSEKEEPING_PAGE (widget);
  g_autoptr (QhHousekeeping) one = get_one (self);

  if (one)
    ask (self, one);
}

static void
tell (GtkWidget *widget, gboolean done, const char *told, const GError *error)
{
  if (done)
    qh_report (widget, told, TRUE);
  else
    qh_report_error (widget, error);
}

static void
move_chosen (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhHousekeepingPage *self = QH_HOUSEKEEPING_PAGE (widget);
  g_autoptr (QhHousekeeping) one = get_one (self);
  int target = qh_field_enum_value (qh_entity_field (&qh_housekeeping_entity, "moved_to"),
                                    g_variant_get_string (parameter, NULL));
  g_autoptr (GError) error = NULL;

  if (one && target > 0)
    tell (widget, qh_housekeeping_move (self->store, one, target, &error),
          _ ("The task is done elsewhere"), error);
}

static void
take_chosen_back (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhHousekeepingPage *self = QH_HOUSEKEEPING_PAGE (widget);
  g_autoptr (QhHousekeeping) one = get_one (self);
  g_autoptr (GError) error = NULL;

  if (one)
    tell (widget, qh_housekeeping_take_back (self->store, one, &error),
          _ ("The task is back in meetings"), error);
}

static void
delete_chosen (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhHousekeepingPage *self = QH_HOUSEKEEPING_PAGE (widget);
  g_autoptr (GPtrArray) chosen = qh_record_list_get_chosen (self->list);
  g_autoptr (GError) error = NULL;
  g_autofree char *told =
      g_strdup_printf (ngettext ("%u task deleted", "%u tasks deleted", chosen->len), chosen->len);

  if (chosen->len > 0)
    tell (widget, qh_housekeeping_delete_all (self->store, chosen, &error), told, error);
}

static void
add (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ask (QH_HOUSEKEEPING_PAGE (widget), NULL);
}

static gboolean
qh_housekeeping_page_grab_focus (GtkWidget *widget)
{
  return qh_focus_hand_on (widget, GTK_WIDGET (QH_HOUSEKEEPING_PAGE (widget)->list));
}

static void
qh_housekeeping_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QhHousekeepingPage *self = QH_HOUSEKEEPING_PAGE (object);

  if (id == PROP_STORE)
    g_value_set_object (value, self->store);
  else
    g_value_set_string (value, self->subtitle);
}

static void
qh_housekeeping_page_set_property (GObject *object, guint id, const GValue *value,
                                   GParamSpec *pspec)
{
  QH_HOUSEKEEPING_PAGE (object)->store = g_value_dup_object (value);
}

static void
build_list (QhHousekeepingPage *self)
{
  qh_record_list_set_factory (self->list, build_row, self);
  for (guint i = 0; i < N_SECTIONS; i++) {
    QhQuery query = { .entity = &qh_housekeeping_entity,
                      .where = sections[i].where,
                      .key = "task_key",
                      .counter = sections[i].counter };
    self->models[i] = qh_list_model_new (self->store, &query, NULL);
    qh_record_list_add_section (self->list, _ (sections[i].title),
                                g_object_ref (G_LIST_MODEL (self->models[i])));
  }
}

static void
qh_housekeeping_page_constructed (GObject *object)
{
  QhHousekeepingPage *self = QH_HOUSEKEEPING_PAGE (object);

  G_OBJECT_CLASS (qh_housekeeping_page_parent_class)->constructed (object);

  build_list (self);
  g_signal_connect_object (self->store, "changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  update (self);
  on_list_chosen (self);
}

static void
qh_housekeeping_page_dispose (GObject *object)
{
  QhHousekeepingPage *self = QH_HOUSEKEEPING_PAGE (object);

  for (guint i = 0; i < N_SECTIONS; i++)
    g_clear_object (&self->models[i]);
  g_clear_object (&self->store);
  g_clear_pointer (&self->subtitle, g_free);

  G_OBJECT_CLASS (qh_housekeeping_page_parent_class)->dispose (object);
}

static void
install (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "housekeeping.open", NULL, open_chosen);
  gtk_widget_class_install_action (klass, "housekeeping.move", "s", move_chosen);
  gtk_widget_class_install_action (klass, "housekeeping.take-back", NULL, take_chosen_back);
  gtk_widget_class_install_action (klass, "housekeeping.delete", NULL, delete_chosen);
  gtk_widget_class_install_action (klass, "page.new", NULL, add);
  g_type_ensure (QH_TYPE_HEADER);
  g_type_ensure (QH_TYPE_RECORD_LIST);
  gtk_widget_class_set_template_from_resource (
      klass, "/io/github/quarterhour/Quarterhour/ui/housekeeping/housekeeping-page.ui");
  gtk_widget_class_bind_template_child (klass, QhHousekeepingPage, stack);
  gtk_widget_class_bind_template_child (klass, QhHousekeepingPage, list);
  gtk_widget_class_bind_template_callback (klass, on_list_open);
  gtk_widget_class_bind_template_callback (klass, on_list_delete);
  gtk_widget_class_bind_template_callback (klass, on_list_chosen);
}

static void
qh_housekeeping_page_class_init (QhHousekeepingPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = qh_housekeeping_page_get_property;
  object_class->set_property = qh_housekeeping_page_set_property;
  object_class->constructed = qh_housekeeping_page_constructed;
  object_class->dispose = qh_housekeeping_page_dispose;
  widget_class->grab_focus = qh_housekeeping_page_grab_focus;

  props[PROP_STORE] =
      g_param_spec_object ("store", NULL, NULL, QH_TYPE_STORE,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_SUBTITLE] =
      g_param_spec_string ("subtitle", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  install (widget_class);
}

static void
qh_housekeeping_page_init (QhHousekeepingPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
qh_housekeeping_page_new (QhStore *store)
{
  g_return_val_if_fail (QH_IS_STORE (store), NULL);

  return g_object_new (QH_TYPE_HOUSEKEEPING_PAGE, "store", store, NULL);
}
