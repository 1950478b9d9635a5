/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "contact-log/qh-contact-log-figures.h"
#include "contact-log/qh-contact-log-filter.h"
#include "qh-field-control.h"
#include "store/qh-contacts.h"
#include <glib/gi18n-lib.h>

#define FIRST_SPAN 2

typedef struct {
  GtkWidget *button;
  GtkLabel *value;
  GtkLabel *basis;
} Card;

struct _QhContactLogFigures {
  AdwBin parent_instance;

  GtkBox *cards;
  GtkDropDown *span;

  QhStore *store;
  Card card[QH_N_CONTACT_FIGURES];
  guint idle;
};

G_DEFINE_FINAL_TYPE (QhContactLogFigures, qh_contact_log_figures, ADW_TYPE_BIN)

enum { PROP_STORE = 1, N_PROPS };
static GParamSpec *props[N_PROPS];

enum { SIGNAL_FIGURE, N_SIGNALS };
static guint signals[N_SIGNALS];

static guint
get_span (QhContactLogFigures *self)
{
  guint chosen = gtk_drop_down_get_selected (self->span);

  return chosen < QH_N_CONTACT_LOG_SPANS ? chosen : FIRST_SPAN;
}

static void
show_figure (QhContactLogFigures *self, QhContactFigureKind kind, const QhContactFigure *figure)
{
  Card *card = &self->card[kind];
  g_autofree char *value = qh_contact_figure_value (figure);
  g_autofree char *basis = qh_contact_figure_basis (figure);
  g_autofree char *label =
      g_strdup_printf ("%s: %s, %s", qh_contact_figure_title (kind), value, basis);

  gtk_label_set_label (card->value, value);
  gtk_label_set_label (card->basis, basis);
  gtk_accessible_update_property (GTK_ACCESSIBLE (card->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
}

static void
update (QhContactLogFigures *self)
{
  QhContactFigures figures = { 0 };
  gint64 since = qh_contact_log_since (self->store, qh_contact_log_spans[get_span (self)]);

  if (!qh_store_count_contacts (self->store, since, &figures, NULL))
    return;
  for (int i = 0; i < QH_N_CONTACT_FIGURES; i++)
    show_figure (self, i, &figures.of[i]);
}

static gboolean
on_idle (gpointer user_data)
{
  QhContactLogFigures *self = user_data;

  self->idle = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

/* Behind drawing: of very many contacts it takes a moment. */
static void
schedule (QhContactLogFigures *self)
{
  if (self->idle == 0 && self->store && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->idle = g_idle_add_full (G_PRIORITY_LOW, on_idle, self, NULL);
}

static void
on_store_changed (QhContactLogFigures *self, guint64 entities)
{
  if ((entities & QH_ENTITY_BIT (&qh_contact_log_entity)) != 0)
    schedule (self);
}

static void
on_clicked (GtkWidget *button, QhContactLogFigures *self)
{
  for (int i = 0; i < QH_N_CONTACT_FIGURES; i++)
    if (self->card[i].button == button)
      g_signal_emit (self, signals[SIGNAL_FIGURE], 0, i, get_span (self));
}

static GtkLabel *
add_label (GtkWidget *box, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
build_card (QhContactLogFigures *self, QhContactFigureKind kind)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *button = gtk_button_new ();

  self->card[kind].button = button;
  self->card[kind].value = add_label (box, "–", "title-2");
  add_label (box, qh_contact_figure_title (kind), "caption");
  self->card[kind].basis = add_label (box, "", "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->card[kind].basis), "dim-label");
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "qh-figure");
  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_set_tooltip_text (button, _ ("Show what it is made of"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  qh_contact_figure_title (kind), -1);
  g_signal_connect (button, "clicked", G_CALLBACK (on_clicked), self);
  gtk_box_append (self->cards, button);
}

static void
qh_contact_log_figures_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (qh_contact_log_figures_parent_class)->map (widget);

  schedule (QH_CONTACT_LOG_FIGURES (widget));
}

static void
set_store (QhContactLogFigures *self, QhStore *store)
{
  if (!g_set_object (&self->store, store) || !store)
    return;
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED);
  schedule (self);
}

static void
qh_contact_log_figures_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, QH_CONTACT_LOG_FIGURES (object)->store);
}

static void
qh_contact_log_figures_set_property (GObject *object, guint id, const GValue *value,
                                     GParamSpec *pspec)
{
  set_store (QH_CONTACT_LOG_FIGURES (object), g_value_get_object (value));
}

static void
qh_contact_log_figures_dispose (GObject *object)
{
  QhContactLogFigures *self = QH_CONTACT_LOG_FIGURES (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qh_contact_log_figures_parent_class)->dispose (object);
}

static void
qh_contact_log_figures_class_init (QhContactLogFiguresClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = qh_contact_log_figures_get_property;
  object_class->set_property = qh_contact_log_figures_set_property;
  object_class->dispose = qh_contact_log_figures_dispose;
  widget_class->map = qh_contact_log_figures_map;

  props[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, QH_TYPE_STORE,
                                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[SIGNAL_FIGURE] =
      g_signal_new ("figure", QH_TYPE_CONTACT_LOG_FIGURES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/contact-log/contact-log-figures.ui");
  gtk_widget_class_bind_template_child (widget_class, QhContactLogFigures, cards);
  gtk_widget_class_bind_template_child (widget_class, QhContactLogFigures, span);
  gtk_widget_class_bind_template_callback (widget_class, schedule);
}

static void
qh_contact_log_figures_init (QhContactLogFigures *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int i = 0; i < QH_N_CONTACT_FIGURES; i++)
    build_card (self, i);
  qh_field_control_name_parts (GTK_WIDGET (self->span), _ ("Counted within"));
  gtk_drop_down_set_selected (self->span, FIRST_SPAN);
}

void
qh_contact_log_figures_settle (QhContactLogFigures *self)
{
  g_return_if_fail (QH_IS_CONTACT_LOG_FIGURES (self));

  g_clear_handle_id (&self->idle, g_source_remove);
  update (self);
}
