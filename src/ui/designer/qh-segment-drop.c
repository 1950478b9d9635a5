/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "designer/qh-segment-drop.h"
#include "base/qh-text.h"
#include "designer/qh-plan-edits.h"

/* Characters of what is being dragged. */
#define ICON_CHARS 40

/* What a place for drops has to know; lives as long as its controller. */
typedef struct {
  GtkWidget *widget; /* has the controller */
  QhPlanEditor *editor;
  QhSegment *segment;
} Place;

static const char *const marks[] = { "qh-drop-before", "qh-drop-after", "qh-drop-into" };

static void
place_free (gpointer data, GClosure *closure)
{
  Place *place = data;

  g_object_unref (place->editor);
  g_clear_object (&place->segment);
  g_free (place);
}

static void
mark (GtkWidget *widget, const char *wanted)
{
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_strcmp0 (marks[i], wanted) == 0)
      gtk_widget_add_css_class (widget, marks[i]);
    else
      gtk_widget_remove_css_class (widget, marks[i]);
}

static gboolean
is_behind (Place *place, double y)
{
  return y > gtk_widget_get_height (place->widget) / 2.0;
}

static guint
place_beside (QhSegment *moved, QhSegment *target, gboolean after)
{
  guint position = (guint)target->position + (after ? 1 : 0);

  return moved->position < position ? position - 1 : position;
}

gboolean
qh_plan_editor_drop (QhPlanEditor *editor, QhRecord *record, QhSegment *segment, gboolean after)
{
  if (QH_IS_SEGMENT (record)) {
    if (segment == NULL || (QhSegment *)record == segment)
      return FALSE;
    return qh_plan_editor_move (editor, QH_SEGMENT (record),
                                place_beside (QH_SEGMENT (record), segment, after), TRUE);
  }
  if (QH_IS_REMARK (record))
    return qh_plan_editor_send_remark (editor, QH_REMARK (record), segment);
  if (QH_IS_FRICTION (record))
    return qh_plan_editor_send_friction (editor, QH_FRICTION (record), segment);
  if (QH_IS_PROMISE (record))
    return qh_plan_editor_send_promise (editor, QH_PROMISE (record), segment);
  if (QH_IS_CONTENT (record))
    return qh_plan_editor_send_content (editor, QH_CONTENT (record), segment);
  if (QH_IS_CONTACT (record))
    return qh_plan_editor_invite (editor, QH_CONTACT (record));
  return FALSE;
}

static GdkDragAction
on_motion (GtkDropTarget *target, double x, double y, Place *place)
{
  const GValue *value = gtk_drop_target_get_value (target);
  gboolean moves = value != NULL && G_VALUE_HOLDS (value, qh_segment_get_type ());

  if (moves && place->segment == NULL)
    return 0;
  mark (place->widget, !moves                 ? "qh-drop-into"
                       : is_behind (place, y) ? "qh-drop-after"
                                              : "qh-drop-before");
  return moves ? GDK_ACTION_MOVE : GDK_ACTION_COPY;
}

static void
on_leave (GtkDropTarget *target, Place *place)
{
  mark (place->widget, NULL);
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, Place *place)
{
  mark (place->widget, NULL);
  return qh_plan_editor_drop (place->editor, g_value_get_object (value), place->segment,
                              is_behind (place, y));
}

void
qh_segment_drop_attach (GtkWidget *widget, QhPlanEditor *editor, QhSegment *segment)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_MOVE | GDK_ACTION_COPY);
  GType types[] = { qh_segment_get_type (), qh_remark_get_type (),  qh_friction_get_type (),
                    qh_promise_get_type (), qh_content_get_type (), qh_contact_get_type () };
  Place *place = g_new0 (Place, 1);

  place->widget = widget;
  place->editor = g_object_ref (editor);
  place->segment = segment != NULL ? g_object_ref (segment) : NULL;
  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect_data (target, "drop", G_CALLBACK (on_drop), place, place_free, 0);
  g_signal_connect (target, "motion", G_CALLBACK (on_motion), place);
  g_signal_connect (target, "leave", G_CALLBACK (on_leave), place);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (target));
}

static GdkContentProvider *
on_drag_prepare (GtkDragSource *source, double x, double y, QhRecord *record)
{
  return gdk_content_provider_new_typed (G_OBJECT_TYPE (record), record);
}

/* What hangs on the pointer: what the record is called, on a ground of its own. */
static void
on_drag_begin (GtkDragSource *source, GdkDrag *drag, QhRecord *record)
{
  g_autofree char *title = qh_record_title (record);
  g_autofree char *cut = qh_text_shorten (title, ICON_CHARS);
  GtkWidget *label = gtk_label_new (cut);

  gtk_widget_add_css_class (label, "qh-drag-icon");
  gtk_drag_icon_set_child (GTK_DRAG_ICON (gtk_drag_icon_get_for_drag (drag)), label);
}

static void
record_free (gpointer record, GClosure *closure)
{
  g_object_unref (record);
}

void
qh_record_drag_attach (GtkWidget *widget, QhRecord *record)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, QH_IS_SEGMENT (record) ? GDK_ACTION_MOVE : GDK_ACTION_COPY);
  g_signal_connect_data (source, "prepare", G_CALLBACK (on_drag_prepare), g_object_ref (record),
                         record_free, 0);
  g_signal_connect (source, "drag-begin", G_CALLBACK (on_drag_begin), record);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (source));
}
