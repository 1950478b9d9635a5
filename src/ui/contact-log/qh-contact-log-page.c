/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "contact-log/qh-contact-log-page.h"
#include "contact-log/qh-contact-log-deeds.h"
#include "contact-log/qh-contact-log-figures.h"
#include "contact-log/qh-contact-log-filter.h"
#include "contact-log/qh-contact-log-row.h"
#include "contact-log/qh-upgrade-dialog.h"
#include "qh-closures.h"
#include "qh-report.h"
#include "widgets/qh-focus.h"
#include "widgets/qh-header.h"
#include "widgets/qh-record-finder.h"
#include "widgets/qh-view-menu.h"
#include <glib/gi18n-lib.h>

static const QhQuery all_query = { &qh_contact_log_entity, NULL, "at", TRUE, "contact_log" };

struct _QhContactLogPage {
  AdwBin parent_instance;

  QhContactLogFilter *filter;
  QhContactLogFigures *figures;
  QhRecordFinder *finder;
  QhViewMenu *views;

  QhStore *store;
  char *subtitle;
};

G_DEFINE_FINAL_TYPE (QhContactLogPage, qh_contact_log_page, ADW_TYPE_BIN)

enum { PROP_STORE = 1, PROP_SUBTITLE, N_PROPS };
static GParamSpec *props[N_PROPS];

static void
update (QhContactLogPage *self)
{
  guint n = qh_record_finder_count (self->finder);

  g_free (self->subtitle);
  self->subtitle = n > 0 ? g_strdup_printf (ngettext ("%u contact", "%u contacts", n), n) : NULL;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SUBTITLE]);
}

static QhRow *
build_row (gpointer user_data)
{
  return qh_contact_log_row_new (QH_CONTACT_LOG_PAGE (user_data)->store);
}

/* --- Searching and filtering */

static void
on_narrow (QhContactLogPage *self)
{
  g_auto (GStrv) values = NULL;

  if (!self->store)
    return;
  values = qh_contact_log_filter_values (self->filter);
  if (qh_contact_log_filter_is_narrowed (self->filter))
    qh_record_finder_narrow (self->finder, &qh_contact_log_found_query,
                             (const char *const *)values);
  else
    qh_record_finder_widen (self->finder);
}

static void
on_figure (QhContactLogPage *self, int kind, guint span)
{
  qh_contact_log_filter_set_figure (self->filter, kind, span);
  gtk_widget_grab_focus (GTK_WIDGET (self->finder));
}

/* --- What can be done with what is chosen */

static void
on_list_chosen (QhContactLogPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  guint n = qh_record_finder_get_n_selected (self->finder);
  g_autoptr (QhRecord) one = qh_record_finder_get_one (self->finder);

  gtk_widget_action_set_enabled (widget, "contacts.open", n <= 1);
  gtk_widget_action_set_enabled (widget, "contacts.make-friction", n <= 1);
  gtk_widget_action_set_enabled (widget, "contacts.answer",
                                 one && qh_contact_log_is_upgraded (QH_CONTACT_LOG (one)));
}

static void
on_list_open (QhContactLogPage *self, QhRecord *entry)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-contact-log", "s", entry->id);
}

static void
on_list_delete (QhContactLogPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "contacts.delete", NULL);
}

static void
open_chosen (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhContactLogPage *self = QH_CONTACT_LOG_PAGE (widget);
  g_autoptr (QhRecord) entry = qh_record_finder_get_one (self->finder);

  if (entry)
    on_list_open (self, entry);
}

static void
answer_chosen (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhContactLogPage *self = QH_CONTACT_LOG_PAGE (widget);
  g_autoptr (QhRecord) entry = qh_record_finder_get_one (self->finder);
  GtkRoot *root = gtk_widget_get_root (widget);

  if (entry && GTK_IS_WINDOW (root))
    gtk_window_present (
        qh_upgrade_dialog_new (GTK_WINDOW (root), self->store, QH_CONTACT_LOG (entry)));
}

static void
make_friction_of_chosen (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhContactLogPage *self = QH_CONTACT_LOG_PAGE (widget);
  g_autoptr (QhRecord) entry = qh_record_finder_get_one (self->finder);

  if (entry)
    qh_contact_log_make_friction_here (widget, self->store, QH_CONTACT_LOG (entry));
}

static void
delete_chosen (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhContactLogPage *self = QH_CONTACT_LOG_PAGE (widget);
  g_autoptr (GPtrArray) chosen = qh_record_finder_get_chosen (self->finder);

  qh_contact_logs_delete_here (widget, self->store, chosen);
}

static void
add (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.log-contact", NULL);
}

static gboolean
qh_contact_log_page_grab_focus (GtkWidget *widget)
{
  return qh_focus_hand_on (widget, GTK_WIDGET (QH_CONTACT_LOG_PAGE (widget)->finder));
}

static void
qh_contact_log_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QhContactLogPage *self = QH_CONTACT_LOG_PAGE (object);

  switch (id) {
  case PROP_STORE:
    g_value_set_object (value, self->store);
    break;
  case PROP_SUBTITLE:
    g_value_set_string (value, self->subtitle);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_contact_log_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  QhContactLogPage *self = QH_CONTACT_LOG_PAGE (object);

  switch (id) {
  case PROP_STORE:
    self->store = g_value_dup_object (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_contact_log_page_constructed (GObject *object)
{
  QhContactLogPage *self = QH_CONTACT_LOG_PAGE (object);

  G_OBJECT_CLASS (qh_contact_log_page_parent_class)->constructed (object);

  qh_record_finder_set_rows (self->finder, self->store, build_row, self);
  qh_record_finder_set_search (self->finder, qh_contact_log_filter_get_search (self->filter),
                               GTK_WIDGET (self));
  g_signal_connect_object (qh_record_finder_add_section (self->finder, NULL, &all_query, NULL),
                           "items-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  on_list_chosen (self);
  qh_contact_log_filter_keep (self->filter, self->views);
  qh_view_menu_start (self->views, self->store, GTK_WIDGET (self), "contact-log");
}

static void
qh_contact_log_page_dispose (GObject *object)
{
  g_clear_object (&QH_CONTACT_LOG_PAGE (object)->store);

  G_OBJECT_CLASS (qh_contact_log_page_parent_class)->dispose (object);
}

static void
qh_contact_log_page_finalize (GObject *object)
{
  g_free (QH_CONTACT_LOG_PAGE (object)->subtitle);

  G_OBJECT_CLASS (qh_contact_log_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  g_type_ensure (QH_TYPE_VIEW_MENU);
  g_type_ensure (QH_TYPE_CONTACT_LOG_FIGURES);
  g_type_ensure (QH_TYPE_CONTACT_LOG_FILTER);
  g_type_ensure (QH_TYPE_HEADER);
  g_type_ensure (QH_TYPE_RECORD_FINDER);
  gtk_widget_class_set_template_from_resource (
      klass, "/io/github/quarterhour/Quarterhour/ui/contact-log/contact-log-page.ui");
  gtk_widget_class_bind_template_child (klass, QhContactLogPage, filter);
  gtk_widget_class_bind_template_child (klass, QhContactLogPage, views);
  gtk_widget_class_bind_template_child (klass, QhContactLogPage, figures);
  gtk_widget_class_bind_template_child (klass, QhContactLogPage, finder);
  gtk_widget_class_bind_template_callback (klass, on_narrow);
  gtk_widget_class_bind_template_callback (klass, on_figure);
  gtk_widget_class_bind_template_callback (klass, on_list_open);
  gtk_widget_class_bind_template_callback (klass, on_list_delete);
  gtk_widget_class_bind_template_callback (klass, on_list_chosen);
  qh_closures_bind (klass);
}

static void
install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "contacts.open", NULL, open_chosen);
  gtk_widget_class_install_action (klass, "contacts.answer", NULL, answer_chosen);
  gtk_widget_class_install_action (klass, "contacts.make-friction", NULL, make_friction_of_chosen);
  gtk_widget_class_install_action (klass, "contacts.delete", NULL, delete_chosen);
  gtk_widget_class_install_action (klass, "page.new", NULL, add);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_m, GDK_CONTROL_MASK, "contacts.make-friction",
                                       NULL);
}

static void
qh_contact_log_page_class_init (QhContactLogPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = qh_contact_log_page_get_property;
  object_class->set_property = qh_contact_log_page_set_property;
  object_class->constructed = qh_contact_log_page_constructed;
  object_class->dispose = qh_contact_log_page_dispose;
  object_class->finalize = qh_contact_log_page_finalize;
  widget_class->grab_focus = qh_contact_log_page_grab_focus;

  props[PROP_STORE] =
      g_param_spec_object ("store", NULL, NULL, QH_TYPE_STORE,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_SUBTITLE] =
      g_param_spec_string ("subtitle", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  install_actions (widget_class);
  bind_template (widget_class);
}

static void
qh_contact_log_page_init (QhContactLogPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
qh_contact_log_page_new (QhStore *store)
{
  g_return_val_if_fail (QH_IS_STORE (store), NULL);

  return g_object_new (QH_TYPE_CONTACT_LOG_PAGE, "store", store, NULL);
}
