/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "touchpoints/qh-touchpoints-page.h"
#include "qh-follow.h"
#include "touchpoints/qh-checks.h"
#include "widgets/qh-box.h"
#include "widgets/qh-focus.h"
#include "widgets/qh-header.h"
#include "widgets/qh-plain-row.h"
#include "widgets/qh-wrap-layout.h"
#include <glib/gi18n-lib.h>

struct _QhTouchpointsPage {
  AdwBin parent_instance;

  GtkListBox *list;

  QhStore *store;
  char *subtitle;
  GtkWidget *rows[QH_TOUCHPOINT_OTHER + 1];
  GtkWidget *suffixes[QH_TOUCHPOINT_OTHER + 1]; /* what is said at the end of a row */
};

G_DEFINE_FINAL_TYPE (QhTouchpointsPage, qh_touchpoints_page, ADW_TYPE_BIN)

enum { PROP_STORE = 1, PROP_SUBTITLE, N_PROPS };
static GParamSpec *props[N_PROPS];

static GtkWidget *
build_due (void)
{
  GtkWidget *pill = gtk_label_new (_ ("Check again"));

  gtk_widget_add_css_class (pill, "qh-pill");
  gtk_widget_add_css_class (pill, "caption");
  gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
  return pill;
}

static void
build_rows (QhTouchpointsPage *self)
{
  for (int spot = QH_TOUCHPOINT_PHONE; spot <= QH_TOUCHPOINT_OTHER; spot++) {
    GtkWidget *row = qh_plain_row_new (qh_enum_label (qh_touchpoint_values, spot), NULL);
    adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
    gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
    gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s",
                                      qh_enum_name (qh_touchpoint_values, spot));
    gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-touchpoint");
    gtk_list_box_append (self->list, row);
    self->rows[spot] = row;
  }
}

/* Beside each other, or in lines where the text is large. */
static GtkWidget *
build_pills (QhHealth health, gboolean is_due)
{
  QhBox *box = g_object_new (QH_TYPE_BOX, "valign", GTK_ALIGN_CENTER, NULL);

  gtk_widget_set_layout_manager (
      GTK_WIDGET (box), g_object_new (QH_TYPE_WRAP_LAYOUT, "spacing", 6, "line-spacing", 3, NULL));
  if (is_due)
    qh_box_append (box, build_due ());
  qh_box_append (box, qh_health_pill (health));
  return GTK_WIDGET (box);
}

static void
show_suffix (QhTouchpointsPage *self, int spot, QhHealth health, gboolean is_due)
{
  AdwActionRow *row = ADW_ACTION_ROW (self->rows[spot]);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  if (self->suffixes[spot])
    adw_action_row_remove (row, self->suffixes[spot]);
  gtk_box_append (GTK_BOX (box), build_pills (health, is_due));
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("go-next-symbolic"));
  adw_action_row_add_suffix (row, box);
  self->suffixes[spot] = box;
}

static void
show_spot (QhTouchpointsPage *self, int spot, const QhTrust *trust)
{
  g_autofree char *facts = qh_checks_describe (self->store, spot);
  g_autofree char *reasons = trust ? qh_checks_reasons (&trust->spots[spot]) : NULL;
  g_autofree char *subtitle = reasons ? g_strdup_printf ("%s\n%s", facts, reasons) : NULL;
  QhHealth health = trust ? trust->spots[spot].health : QH_HEALTH_GREY;

  qh_plain_row_set_text (ADW_ACTION_ROW (self->rows[spot]),
                         qh_enum_label (qh_touchpoint_values, spot), subtitle ? subtitle : facts);
  show_suffix (self, spot, health, qh_checks_is_due (self->store, spot));
}

static void
update (gpointer user_data)
{
  QhTouchpointsPage *self = user_data;
  g_autoptr (QhTrust) trust = NULL;

  qh_store_trust_figures (self->store, NULL, &trust, NULL);
  for (int spot = QH_TOUCHPOINT_PHONE; spot <= QH_TOUCHPOINT_OTHER; spot++)
    show_spot (self, spot, trust);
  g_free (self->subtitle);
  self->subtitle = qh_checks_sum_label (self->store, trust);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SUBTITLE]);
}

static gboolean
qh_touchpoints_page_grab_focus (GtkWidget *widget)
{
  return qh_focus_hand_on (widget, QH_TOUCHPOINTS_PAGE (widget)->rows[QH_TOUCHPOINT_PHONE]);
}

static void
qh_touchpoints_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QhTouchpointsPage *self = QH_TOUCHPOINTS_PAGE (object);

  if (id == PROP_STORE)
    g_value_set_object (value, self->store);
  else
    g_value_set_string (value, self->subtitle);
}

static void
qh_touchpoints_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  QH_TOUCHPOINTS_PAGE (object)->store = g_value_dup_object (value);
}

static void
qh_touchpoints_page_constructed (GObject *object)
{
  QhTouchpointsPage *self = QH_TOUCHPOINTS_PAGE (object);

  G_OBJECT_CLASS (qh_touchpoints_page_parent_class)->constructed (object);

  build_rows (self);
  qh_follow (self, self->store, QH_CHECKS_ENTITIES, update);
}

static void
qh_touchpoints_page_dispose (GObject *object)
{
  QhTouchpointsPage *self = QH_TOUCHPOINTS_PAGE (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->subtitle, g_free);

  G_OBJECT_CLASS (qh_touchpoints_page_parent_class)->dispose (object);
}

static void
qh_touchpoints_page_class_init (QhTouchpointsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = qh_touchpoints_page_get_property;
  object_class->set_property = qh_touchpoints_page_set_property;
  object_class->constructed = qh_touchpoints_page_constructed;
  object_class->dispose = qh_touchpoints_page_dispose;
  widget_class->grab_focus = qh_touchpoints_page_grab_focus;

  props[PROP_STORE] =
      g_param_spec_object ("store", NULL, NULL, QH_TYPE_STORE,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_SUBTITLE] =
      g_param_spec_string ("subtitle", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (QH_TYPE_HEADER);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/touchpoints/touchpoints-page.ui");
  gtk_widget_class_bind_template_child (widget_class, QhTouchpointsPage, list);
}

static void
qh_touchpoints_page_init (QhTouchpointsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
qh_touchpoints_page_new (QhStore *store)
{
  g_return_val_if_fail (QH_IS_STORE (store), NULL);

  return g_object_new (QH_TYPE_TOUCHPOINTS_PAGE, "store", store, NULL);
}
