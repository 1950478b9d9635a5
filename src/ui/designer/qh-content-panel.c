/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "designer/qh-content-panel.h"
#include "designer/qh-list-follow.h"
#include "designer/qh-offer-row.h"

/* The panel shows no more: those that fit best and are scarcest. */
#define MAX_ITEMS 60

struct _QhContentPanel {
  AdwBin parent_instance;

  GtkListBox *items;

  QhPlanEditor *editor;
  GListStore *content;
  gboolean has_content;
};

G_DEFINE_FINAL_TYPE (QhContentPanel, qh_content_panel, ADW_TYPE_BIN)

enum { PROP_HAS_CONTENT = 1, N_PROPS };
static GParamSpec *props[N_PROPS];

static GtkWidget *
make_offer (gpointer record, gpointer data)
{
  return qh_offer_row_new (QH_CONTENT_PANEL (data)->editor, record);
}

static void
show_ranked (QhContentPanel *self, GPtrArray *ranked)
{
  for (guint i = 0; i < ranked->len; i++)
    qh_offer_row_show_ranked (QH_OFFER_ROW (gtk_list_box_get_row_at_index (self->items, (int)i)),
                              ranked->pdata[i]);
}

static void
refresh (QhContentPanel *self)
{
  const QhContext *context = qh_plan_editor_get_context (self->editor);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) ranked =
      qh_store_rank_content (qh_plan_editor_get_store (self->editor), context, MAX_ITEMS, &error);
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();

  if (ranked == NULL) {
    qh_plan_editor_fail (self->editor, error);
    return;
  }
  for (guint i = 0; i < ranked->len; i++)
    g_ptr_array_add (shown, ((QhRanked *)ranked->pdata[i])->content);
  qh_list_follow (self->content, shown);
  show_ranked (self, ranked);
}

/* Whether the library holds anything, be it that none is left for him: then he can wait for it. */
static gboolean
is_some (QhContentPanel *self)
{
  return qh_plan_editor_get_context (self->editor)->content->len > 0 ||
         qh_store_count (qh_plan_editor_get_store (self->editor),
                         "SELECT n FROM counter WHERE name = 'content'", NULL) > 0;
}

/* The list itself waits until it is in view. */
static void
on_reviewed (QhContentPanel *self)
{
  gboolean has_content = is_some (self);

  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
  if (self->has_content == has_content)
    return;
  self->has_content = has_content;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_HAS_CONTENT]);
}

/* Enter and a click do what the menu offers first. */
static void
on_row_activated (QhContentPanel *self, GtkListBoxRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (row), "offer.plan", NULL);
}

static void
qh_content_panel_map (GtkWidget *widget)
{
  if (QH_CONTENT_PANEL (widget)->editor != NULL)
    refresh (QH_CONTENT_PANEL (widget));

  GTK_WIDGET_CLASS (qh_content_panel_parent_class)->map (widget);
}

static void
qh_content_panel_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, QH_CONTENT_PANEL (object)->has_content);
}

static void
qh_content_panel_dispose (GObject *object)
{
  QhContentPanel *self = QH_CONTENT_PANEL (object);

  g_clear_object (&self->editor);
  g_clear_object (&self->content);

  G_OBJECT_CLASS (qh_content_panel_parent_class)->dispose (object);
}

static void
qh_content_panel_class_init (QhContentPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = qh_content_panel_get_property;
  object_class->dispose = qh_content_panel_dispose;
  widget_class->map = qh_content_panel_map;
  props[PROP_HAS_CONTENT] = g_param_spec_boolean ("has-content", NULL, NULL, FALSE,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/designer/content-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, QhContentPanel, items);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
qh_content_panel_init (QhContentPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->content = g_list_store_new (qh_content_get_type ());
}

void
qh_content_panel_set_editor (QhContentPanel *self, QhPlanEditor *editor)
{
  g_return_if_fail (QH_IS_CONTENT_PANEL (self));
  g_return_if_fail (QH_IS_PLAN_EDITOR (editor));
  g_return_if_fail (self->editor == NULL);

  self->editor = g_object_ref (editor);
  gtk_list_box_bind_model (self->items, G_LIST_MODEL (self->content), make_offer, self, NULL);
  g_signal_connect_object (editor, "reviewed", G_CALLBACK (on_reviewed), self, G_CONNECT_SWAPPED);
  on_reviewed (self);
}
