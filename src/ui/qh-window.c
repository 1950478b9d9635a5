/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "qh-window.h"
#include "clients/qh-clients-page.h"
#include "designer/qh-designer-page.h"
#include "meetings/qh-meetings-page.h"
#include "qh-report.h"
#include "widgets/qh-banner.h"
#include "widgets/qh-header.h"
#include <glib/gi18n-lib.h>

/* A place of the sidebar. Its page is built when it is first opened. */
typedef struct {
  const char *name;
  const char *title;
  const char *icon;
  GtkWidget *(*build) (QhStore *store);
} Place;

struct _QhWindow {
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toasts;
  QhBanner *banner;
  AdwLeaflet *leaflet;
  GtkListBox *sidebar;
  AdwLeaflet *deck;
  GtkStack *pages;

  QhStore *store;
};

G_DEFINE_FINAL_TYPE (QhWindow, qh_window, ADW_TYPE_APPLICATION_WINDOW)

enum { PROP_STORE = 1, PROP_NARROW, N_PROPS };
static GParamSpec *props[N_PROPS];

enum { SIGNAL_FLUSH, N_SIGNALS };
static guint signals[N_SIGNALS];

static const Place places[] = {
  { "meetings", N_ ("Meetings"), "x-office-calendar-symbolic", qh_meetings_page_new },
  { "clients", N_ ("Clients"), "system-users-symbolic", qh_clients_page_new },
};

static const Place *
find_place (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_str_equal (places[i].name, name))
      return &places[i];
  return NULL;
}

static GtkWidget *
build_place_row (const Place *place)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (place->icon));
  gtk_box_append (GTK_BOX (box), gtk_label_new (_ (place->title)));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.page");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", place->name);
  return row;
}

/* The page of @place, built now if it was not open before. */
static GtkWidget *
ensure_page (QhWindow *self, const Place *place)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, place->name);

  if (!page) {
    page = place->build (self->store);
    gtk_stack_add_named (self->pages, page, place->name);
  }
  return page;
}

static gboolean
is_deck_at_root (QhWindow *self)
{
  return adw_leaflet_get_visible_child (self->deck) == GTK_WIDGET (self->pages);
}

/* Drops what lies on the deck beyond the page in view. */
static void
clear_deck (QhWindow *self)
{
  GtkWidget *child = gtk_widget_get_last_child (GTK_WIDGET (self->deck));

  while (child && child != adw_leaflet_get_visible_child (self->deck)) {
    GtkWidget *before = gtk_widget_get_prev_sibling (child);
    adw_leaflet_remove (self->deck, child);
    child = before;
  }
}

/* The page called @name on the deck, or NULL. */
static GtkWidget *
find_on_deck (QhWindow *self, const char *name)
{
  return adw_leaflet_get_child_by_name (self->deck, name);
}

static void
push_page (QhWindow *self, GtkWidget *page, const char *name)
{
  AdwLeafletPage *leaf = adw_leaflet_append (self->deck, page);

  adw_leaflet_page_set_name (leaf, name);
  adw_leaflet_set_visible_child (self->deck, page);
}

static void
show_content (QhWindow *self)
{
  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->deck));
}

static void
open_page (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhWindow *self = QH_WINDOW (widget);
  const Place *place = find_place (g_variant_get_string (parameter, NULL));

  if (!place)
    return;
  gtk_stack_set_visible_child (self->pages, ensure_page (self, place));
  adw_leaflet_set_visible_child (self->deck, GTK_WIDGET (self->pages));
  gtk_list_box_select_row (self->sidebar,
                           gtk_list_box_get_row_at_index (self->sidebar, place - places));
  show_content (self);
}

static void
open_meeting (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhWindow *self = QH_WINDOW (widget);
  const char *id = g_variant_get_string (parameter, NULL);
  GtkWidget *page = find_on_deck (self, id);

  if (page)
    adw_leaflet_set_visible_child (self->deck, page);
  else
    push_page (self, qh_designer_page_new (self->store, id), id);
  show_content (self);
}

static void
go_back (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhWindow *self = QH_WINDOW (widget);

  if (!is_deck_at_root (self))
    adw_leaflet_navigate (self->deck, ADW_NAVIGATION_DIRECTION_BACK);
  else
    adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

static void
flush (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_FLUSH], 0);
}

static void
undo (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhWindow *self = QH_WINDOW (widget);
  g_autoptr (GError) error = NULL;

  g_signal_emit (self, signals[SIGNAL_FLUSH], 0);
  if (!qh_store_undo (self->store, NULL, &error))
    qh_report_error (widget, error);
}

static void
redo (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhWindow *self = QH_WINDOW (widget);
  g_autoptr (GError) error = NULL;

  g_signal_emit (self, signals[SIGNAL_FLUSH], 0);
  if (!qh_store_redo (self->store, NULL, &error))
    qh_report_error (widget, error);
}

static void
show_toast (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const char *text;
  gboolean with_undo;

  g_variant_get (parameter, "(&sb)", &text, &with_undo);
  qh_window_toast (QH_WINDOW (widget), text, with_undo);
}

/* A store that cannot be written concerns every page and stays true: that is a banner. */
static void
show_error (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhWindow *self = QH_WINDOW (widget);
  const char *message;
  int code;

  g_variant_get (parameter, "(i&s)", &code, &message);
  if (code == QH_ERROR_FULL || code == QH_ERROR_READ_ONLY || code == QH_ERROR_STORE)
    qh_banner_show (self->banner, message, _ ("Save a Copy…"), "win.backup");
  else
    qh_window_toast (self, message, FALSE);
}

static void
on_store_can_undo (QhWindow *self)
{
  gboolean can_undo, can_redo;

  g_object_get (self->store, "can-undo", &can_undo, "can-redo", &can_redo, NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", can_undo);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo", can_redo);
}

static void
on_deck_transition (QhWindow *self)
{
  if (!adw_leaflet_get_child_transition_running (self->deck))
    clear_deck (self);
}

static void
on_leaflet_folded (QhWindow *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NARROW]);
}

static void
qh_window_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QhWindow *self = QH_WINDOW (object);

  switch (id) {
  case PROP_STORE:
    g_value_set_object (value, self->store);
    break;
  case PROP_NARROW:
    g_value_set_boolean (value, adw_leaflet_get_folded (self->leaflet));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_window_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  QhWindow *self = QH_WINDOW (object);

  switch (id) {
  case PROP_STORE:
    self->store = g_value_dup_object (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_window_constructed (GObject *object)
{
  QhWindow *self = QH_WINDOW (object);

  G_OBJECT_CLASS (qh_window_parent_class)->constructed (object);

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    gtk_list_box_append (self->sidebar, build_place_row (&places[i]));
  g_signal_connect_object (self->store, "notify::can-undo", G_CALLBACK (on_store_can_undo), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->store, "notify::can-redo", G_CALLBACK (on_store_can_undo), self,
                           G_CONNECT_SWAPPED);
  on_store_can_undo (self);
}

static void
qh_window_dispose (GObject *object)
{
  QhWindow *self = QH_WINDOW (object);

  g_clear_object (&self->store);

  G_OBJECT_CLASS (qh_window_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.page", "s", open_page);
  gtk_widget_class_install_action (klass, "win.open-meeting", "s", open_meeting);
  gtk_widget_class_install_action (klass, "win.back", NULL, go_back);
  gtk_widget_class_install_action (klass, "win.flush", NULL, flush);
  gtk_widget_class_install_action (klass, "win.undo", NULL, undo);
  gtk_widget_class_install_action (klass, "win.redo", NULL, redo);
  gtk_widget_class_install_action (klass, "win.toast", "(sb)", show_toast);
  gtk_widget_class_install_action (klass, "win.error", "(is)", show_error);
}

static void
qh_window_class_init (QhWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = qh_window_get_property;
  object_class->set_property = qh_window_set_property;
  object_class->constructed = qh_window_constructed;
  object_class->dispose = qh_window_dispose;

  props[PROP_STORE] =
      g_param_spec_object ("store", NULL, NULL, QH_TYPE_STORE,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_NARROW] =
      g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[SIGNAL_FLUSH] = g_signal_new ("flush", QH_TYPE_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 0);

  g_type_ensure (QH_TYPE_BANNER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quarterhour/Quarterhour/ui/window.ui");
  gtk_widget_class_bind_template_child (widget_class, QhWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, QhWindow, banner);
  gtk_widget_class_bind_template_child (widget_class, QhWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, QhWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, QhWindow, deck);
  gtk_widget_class_bind_template_child (widget_class, QhWindow, pages);
  gtk_widget_class_bind_template_callback (widget_class, on_deck_transition);
  gtk_widget_class_bind_template_callback (widget_class, on_leaflet_folded);
  install_actions (widget_class);
}

static void
qh_window_init (QhWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

QhWindow *
qh_window_new (GtkApplication *application, QhStore *store)
{
  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (QH_IS_STORE (store), NULL);

  return g_object_new (QH_TYPE_WINDOW, "application", application, "store", store, NULL);
}

QhStore *
qh_window_get_store (QhWindow *self)
{
  g_return_val_if_fail (QH_IS_WINDOW (self), NULL);

  return self->store;
}

void
qh_window_toast (QhWindow *self, const char *text, gboolean with_undo)
{
  g_return_if_fail (QH_IS_WINDOW (self));
  g_return_if_fail (text);

  g_autofree char *escaped = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (escaped);
  if (with_undo) {
    adw_toast_set_button_label (toast, _ ("_Undo"));
    adw_toast_set_action_name (toast, "win.undo");
  }
  adw_toast_overlay_add_toast (self->toasts, toast);
}

gboolean
qh_window_has_page (const char *name)
{
  g_return_val_if_fail (name, FALSE);

  return find_place (name) != NULL;
}
