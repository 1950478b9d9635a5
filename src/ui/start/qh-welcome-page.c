/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "start/qh-welcome-page.h"
#include "exchange/qh-sample.h"
#include "qh-report.h"
#include "widgets/qh-dial-view.h"

struct _QhWelcomePage {
  AdwBin parent_instance;

  QhDialView *dial;

  QhStore *store;
};

G_DEFINE_FINAL_TYPE (QhWelcomePage, qh_welcome_page, ADW_TYPE_BIN)

/* A quarter of an hour as it can be: the picture says what the sentence says. */
static const QhBlock picture[] = {
  { QH_SEGMENT_KIND_OPEN, 60 },        { QH_SEGMENT_KIND_ESCAPE, 240 },
  { QH_SEGMENT_KIND_EDUCATE, 240 },    { QH_SEGMENT_KIND_IMPROVE, 180 },
  { QH_SEGMENT_KIND_AESTHETICS, 120 },
};

static void
on_sample_clicked (QhWelcomePage *self)
{
  g_autoptr (GError) error = NULL;

  if (qh_sample_fill (self->store, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "s", "today");
  else
    qh_report_error (GTK_WIDGET (self), error);
}

static void
qh_welcome_page_dispose (GObject *object)
{
  g_clear_object (&QH_WELCOME_PAGE (object)->store);

  G_OBJECT_CLASS (qh_welcome_page_parent_class)->dispose (object);
}

static void
qh_welcome_page_class_init (QhWelcomePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qh_welcome_page_dispose;

  g_type_ensure (QH_TYPE_DIAL_VIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/start/welcome-page.ui");
  gtk_widget_class_bind_template_child (widget_class, QhWelcomePage, dial);
  gtk_widget_class_bind_template_callback (widget_class, on_sample_clicked);
}

static void
qh_welcome_page_init (QhWelcomePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  qh_dial_view_show_blocks (self->dial, picture, G_N_ELEMENTS (picture), 15 * QH_MINUTE, -1);
}

GtkWidget *
qh_welcome_page_new (QhStore *store)
{
  g_return_val_if_fail (QH_IS_STORE (store), NULL);

  QhWelcomePage *self = g_object_new (QH_TYPE_WELCOME_PAGE, NULL);
  self->store = g_object_ref (store);
  return GTK_WIDGET (self);
}
