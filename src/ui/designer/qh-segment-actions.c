/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "designer/qh-segment-actions.h"
#include "designer/qh-plan-edits.h"

struct _QhSegmentActions {
  GSimpleActionGroup parent_instance;

  QhPlanEditor *editor;
  QhSegment *segment;
};

G_DEFINE_FINAL_TYPE (QhSegmentActions, qh_segment_actions, G_TYPE_SIMPLE_ACTION_GROUP)

static void
make_longer (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QhSegmentActions *self = data;

  qh_plan_editor_step (self->editor, self->segment, 1);
}

static void
make_shorter (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QhSegmentActions *self = data;

  qh_plan_editor_step (self->editor, self->segment, -1);
}

static void
move_earlier (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QhSegmentActions *self = data;

  qh_plan_editor_move (self->editor, self->segment, (guint)self->segment->position - 1, TRUE);
}

static void
move_later (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QhSegmentActions *self = data;

  qh_plan_editor_move (self->editor, self->segment, (guint)self->segment->position + 1, TRUE);
}

static void
change_kind (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QhSegmentActions *self = data;
  const QhField *field = qh_entity_field (&qh_segment_entity, "kind");
  int kind = qh_field_enum_value (field, g_variant_get_string (parameter, NULL));

  if (kind != QH_SEGMENT_KIND_UNSET)
    qh_plan_editor_set_kind (self->editor, self->segment, kind);
}

static void
link_to (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QhSegmentActions *self = data;
  const char *field, *id;

  g_variant_get (parameter, "(&s&s)", &field, &id);
  qh_plan_editor_link (self->editor, self->segment, field, *id != '\0' ? id : NULL);
}

static void
duplicate (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QhSegmentActions *self = data;

  qh_plan_editor_duplicate (self->editor, self->segment);
}

static void
remove_it (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QhSegmentActions *self = data;

  qh_plan_editor_remove (self->editor, self->segment);
}

static void
show (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QhSegmentActions *self = data;

  qh_plan_editor_show (self->editor, self->segment);
}

static void
enable (QhSegmentActions *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
on_place_changed (QhSegmentActions *self)
{
  guint n_segments = qh_plan_n_segments (qh_plan_editor_get_plan (self->editor));

  enable (self, "earlier", self->segment->position > 0);
  enable (self, "later", self->segment->position + 1 < n_segments);
}

static void
on_kind_changed (QhSegmentActions *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "kind");
  const char *name = qh_enum_name (qh_segment_kind_values, self->segment->kind);

  g_simple_action_set_state (G_SIMPLE_ACTION (action),
                             g_variant_new_string (name != NULL ? name : ""));
}

static void
qh_segment_actions_dispose (GObject *object)
{
  QhSegmentActions *self = QH_SEGMENT_ACTIONS (object);

  g_clear_object (&self->editor);
  g_clear_object (&self->segment);

  G_OBJECT_CLASS (qh_segment_actions_parent_class)->dispose (object);
}

static void
qh_segment_actions_class_init (QhSegmentActionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qh_segment_actions_dispose;
}

static void
qh_segment_actions_init (QhSegmentActions *self)
{
  static const GActionEntry entries[] = {
    { "longer", make_longer, NULL, NULL, NULL },
    { "shorter", make_shorter, NULL, NULL, NULL },
    { "earlier", move_earlier, NULL, NULL, NULL },
    { "later", move_later, NULL, NULL, NULL },
    { "kind", change_kind, "s", "''", NULL },
    { "link", link_to, "(ss)", NULL, NULL },
    { "duplicate", duplicate, NULL, NULL, NULL },
    { "remove", remove_it, NULL, NULL, NULL },
    { "show", show, NULL, NULL, NULL },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

QhSegmentActions *
qh_segment_actions_new (QhPlanEditor *editor, QhSegment *segment)
{
  QhSegmentActions *self;
  GListModel *segments;

  g_return_val_if_fail (QH_IS_PLAN_EDITOR (editor), NULL);
  g_return_val_if_fail (segment != NULL, NULL);

  self = g_object_new (QH_TYPE_SEGMENT_ACTIONS, NULL);
  self->editor = g_object_ref (editor);
  self->segment = g_object_ref (segment);
  segments = qh_plan_get_segments (qh_plan_editor_get_plan (editor));
  g_signal_connect_object (segment, "notify::position", G_CALLBACK (on_place_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (segments, "items-changed", G_CALLBACK (on_place_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (segment, "notify::kind", G_CALLBACK (on_kind_changed), self,
                           G_CONNECT_SWAPPED);
  on_place_changed (self);
  on_kind_changed (self);
  return self;
}
