/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Keeps one row for each segment of the plan. A row is never made anew while its segment is there:
 * it keeps its focus, its cursor and whether it is open, wherever it goes. */
#include "designer/qh-segment-list.h"
#include "designer/qh-segment-drop.h"
#include "designer/qh-segment-row.h"
#include "qh-closures.h"
#include "store/qh-blueprints.h"
#include "widgets/qh-plain-row.h"
#include <glib/gi18n-lib.h>

struct _QhSegmentList {
  AdwBin parent_instance;

  GtkStack *stack;
  GtkListBox *rows;
  GtkMenuButton *add;
  GtkMenuButton *add_first;
  GtkListBox *blueprints;

  QhPlanEditor *editor;
  GMenuModel *menu;
  guint sync_id;
};

G_DEFINE_FINAL_TYPE (QhSegmentList, qh_segment_list, ADW_TYPE_BIN)

static QhPlan *
plan_of (QhSegmentList *self)
{
  return qh_plan_editor_get_plan (self->editor);
}

static QhSegmentRow *
find_row (QhSegmentList *self, QhSegment *segment)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->rows, i)) != NULL; i++)
    if (qh_segment_row_get_segment (QH_SEGMENT_ROW (row)) == segment)
      return QH_SEGMENT_ROW (row);
  return NULL;
}

static gboolean
has_focus_within (GtkWidget *widget)
{
  return (gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

/* Takes away the rows of segments that are gone. Returns where one was that had the focus, or -1.
 */
static int
drop_rows (QhSegmentList *self)
{
  GListModel *segments = qh_plan_get_segments (plan_of (self));
  GtkListBoxRow *row;
  int focused = -1, i = 0;

  while ((row = gtk_list_box_get_row_at_index (self->rows, i)) != NULL) {
    QhSegment *segment = qh_segment_row_get_segment (QH_SEGMENT_ROW (row));

    if (g_list_store_find (G_LIST_STORE (segments), segment, NULL)) {
      i++;
      continue;
    }
    if (has_focus_within (GTK_WIDGET (row)))
      focused = i;
    gtk_list_box_remove (self->rows, GTK_WIDGET (row));
  }
  return focused;
}

static void
add_rows (QhSegmentList *self)
{
  for (guint i = 0; i < qh_plan_n_segments (plan_of (self)); i++) {
    QhSegment *segment = qh_plan_segment (plan_of (self), i);

    if (find_row (self, segment) == NULL)
      gtk_list_box_append (self->rows, qh_segment_row_new (self->editor, segment, self->menu));
  }
}

static void
follow_plan (QhSegmentList *self)
{
  guint n_segments = qh_plan_n_segments (plan_of (self));
  int focused;

  g_clear_handle_id (&self->sync_id, g_source_remove);
  focused = drop_rows (self);
  add_rows (self);
  gtk_list_box_invalidate_sort (self->rows);
  gtk_stack_set_visible_child_name (self->stack, n_segments == 0 ? "empty" : "plan");
  if (focused < 0)
    return;
  if (n_segments == 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->add_first));
  else
    gtk_widget_grab_focus (GTK_WIDGET (
        gtk_list_box_get_row_at_index (self->rows, MIN (focused, (int)n_segments - 1))));
}

static gboolean
on_idle (gpointer data)
{
  QhSegmentList *self = data;

  self->sync_id = 0;
  follow_plan (self);
  return G_SOURCE_REMOVE;
}

/* A move is a removal and an insertion: both have to be over before anything is taken away. */
static void
on_items_changed (QhSegmentList *self)
{
  if (self->sync_id == 0)
    self->sync_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_idle, self, NULL);
}

static void
on_current_changed (QhSegmentList *self)
{
  QhSegment *current = qh_plan_editor_get_current (self->editor);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->rows, i)) != NULL; i++)
    if (qh_segment_row_get_segment (QH_SEGMENT_ROW (row)) == current)
      gtk_widget_add_css_class (GTK_WIDGET (row), "qh-current");
    else
      gtk_widget_remove_css_class (GTK_WIDGET (row), "qh-current");
}

static int
compare_rows (GtkListBoxRow *a, GtkListBoxRow *b, gpointer data)
{
  gint64 first = qh_segment_row_get_segment (QH_SEGMENT_ROW (a))->position;
  gint64 second = qh_segment_row_get_segment (QH_SEGMENT_ROW (b))->position;

  return first < second ? -1 : first > second;
}

static GtkWidget *
make_blueprint_row (const QhBlueprint *blueprint)
{
  g_autofree char *achieved = qh_blueprint_achieved (blueprint);
  g_autofree char *subtitle = qh_closure_join (NULL, blueprint->when, achieved);
  GtkWidget *row = qh_plain_row_new (blueprint->title, subtitle);
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "designer.blueprint");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", blueprint->id);
  return row;
}

/* The blueprints are offered the first time the plan is empty. */
static void
on_empty_map (QhSegmentList *self)
{
  g_autoptr (GPtrArray) blueprints = NULL;

  if (gtk_list_box_get_row_at_index (self->blueprints, 0) != NULL)
    return;
  blueprints = qh_store_list_blueprints (qh_plan_editor_get_store (self->editor), NULL);
  for (guint i = 0; blueprints != NULL && i < blueprints->len; i++)
    gtk_list_box_append (self->blueprints, make_blueprint_row (blueprints->pdata[i]));
}

static void
qh_segment_list_dispose (GObject *object)
{
  QhSegmentList *self = QH_SEGMENT_LIST (object);

  g_clear_handle_id (&self->sync_id, g_source_remove);
  g_clear_object (&self->editor);
  g_clear_object (&self->menu);

  G_OBJECT_CLASS (qh_segment_list_parent_class)->dispose (object);
}

static void
qh_segment_list_class_init (QhSegmentListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qh_segment_list_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/designer/segment-list.ui");
  gtk_widget_class_bind_template_child (widget_class, QhSegmentList, stack);
  gtk_widget_class_bind_template_child (widget_class, QhSegmentList, rows);
  gtk_widget_class_bind_template_child (widget_class, QhSegmentList, add);
  gtk_widget_class_bind_template_child (widget_class, QhSegmentList, add_first);
  gtk_widget_class_bind_template_child (widget_class, QhSegmentList, blueprints);
  gtk_widget_class_bind_template_callback (widget_class, on_empty_map);
}

static void
qh_segment_list_init (QhSegmentList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_sort_func (self->rows, compare_rows, NULL, NULL);
}

void
qh_segment_list_set_editor (QhSegmentList *self, QhPlanEditor *editor, GMenuModel *menu)
{
  g_return_if_fail (QH_IS_SEGMENT_LIST (self));
  g_return_if_fail (QH_IS_PLAN_EDITOR (editor));
  g_return_if_fail (self->editor == NULL);

  self->editor = g_object_ref (editor);
  self->menu = g_object_ref (menu);
  g_signal_connect_object (qh_plan_get_segments (plan_of (self)), "items-changed",
                           G_CALLBACK (on_items_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "current-changed", G_CALLBACK (on_current_changed), self,
                           G_CONNECT_SWAPPED);
  qh_segment_drop_attach (GTK_WIDGET (self), editor, NULL);
  follow_plan (self);
}

void
qh_segment_list_focus (QhSegmentList *self, QhSegment *segment, gboolean edit)
{
  QhSegmentRow *row;

  g_return_if_fail (QH_IS_SEGMENT_LIST (self));
  follow_plan (self);
  row = find_row (self, segment);
  if (row == NULL)
    return;
  if (edit)
    qh_segment_row_edit (row);
  else
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

void
qh_segment_list_add (QhSegmentList *self)
{
  GtkMenuButton *button;

  g_return_if_fail (QH_IS_SEGMENT_LIST (self));
  button = qh_plan_n_segments (plan_of (self)) > 0 ? self->add : self->add_first;
  /* The focus brings it into view, where its menu can be seen. */
  gtk_widget_grab_focus (GTK_WIDGET (button));
  gtk_menu_button_popup (button);
}
