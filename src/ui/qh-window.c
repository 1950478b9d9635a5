/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two leaflets, one in the other: the outer one folds the sidebar away where there is no room for
 * two; the inner one, the deck, always shows one page and slides back to the one it was opened
 * from. What lies on the deck beyond the page in view is dropped. */
#include "qh-window.h"
#include "clients/qh-client-page.h"
#include "contact-log/qh-contact-entry-page.h"
#include "content/qh-item-page.h"
#include "content/qh-ledger-page.h"
#include "debrief/qh-debrief-page.h"
#include "designer/qh-changes-page.h"
#include "designer/qh-compose-page.h"
#include "designer/qh-designer-page.h"
#include "dialogs/qh-message-dialog.h"
#include "friction/qh-friction-page.h"
#include "housekeeping/qh-housekeeping-page.h"
#include "imports/qh-import-page.h"
#include "promises/qh-promise-page.h"
#include "qh-news.h"
#include "qh-place-row.h"
#include "qh-recent.h"
#include "qh-report.h"
#include "qh-toasts.h"
#include "qh-window-beside.h"
#include "qh-window-briefs.h"
#include "qh-window-commands.h"
#include "qh-window-offers.h"
#include "qh-window-pages.h"
#include "qh-window-runs.h"
#include "qh-window-size.h"
#include "qh-window-team.h"
#include "qh-window-upkeep.h"
#include "reviews/qh-across-page.h"
#include "reviews/qh-received-plan-page.h"
#include "start/qh-welcome-page.h"
#include "touchpoints/qh-touchpoint-page.h"
#include "touchpoints/qh-touchpoints-page.h"
#include "widgets/qh-banner.h"
#include "widgets/qh-header.h"
#include <glib/gi18n-lib.h>

/* An offer stays longer than what is only told, in seconds. */
#define OFFER_TIMEOUT 12

/* Pages of the deck that belong to a place wherever they were opened from; what the day asks for
 * stays with Today where it was opened there. */
static const struct {
  GType (*get_type) (void);
  const char *place;
  gboolean is_of_today;
} belongings[] = {
  { qh_client_page_get_type, "clients" },         { qh_designer_page_get_type, "meetings" },
  { qh_debrief_page_get_type, "meetings", TRUE }, { qh_friction_page_get_type, "friction" },
  { qh_housekeeping_page_get_type, "friction" },  { qh_promise_page_get_type, "promises" },
  { qh_touchpoints_page_get_type, "friction" },   { qh_contact_entry_page_get_type, "contact-log" },
  { qh_touchpoint_page_get_type, "friction" },    { qh_item_page_get_type, "content" },
  { qh_ledger_page_get_type, "content" },         { qh_received_plan_page_get_type, "reviews" },
  { qh_across_page_get_type, "reviews" },         { qh_import_page_get_type, "clients" },
  { qh_changes_page_get_type, "meetings" },       { qh_compose_page_get_type, "meetings", TRUE },
};

struct _QhWindow {
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toasts;
  GtkBox *column;
  GtkMenuButton *menu_button;
  GMenuModel *main_menu;
  GtkStack *root;
  AdwLeaflet *leaflet;
  AdwHeaderBar *sidebar_bar;
  GtkListBox *sidebar;
  AdwLeaflet *deck;
  GtkStack *pages;

  QhStore *store;
  QhBanner *banner; /* NULL until there is something to say */
  gboolean is_beside; /* the four below are NULL: another window does that for the store */
  QhWindowUpkeep *upkeep;
  QhWindowOffers *offers;
  QhWindowRuns *runs;
  QhWindowTeam *team;
  QhRecent *recent;
  guint counting;
  guint folding;
  gboolean is_narrow;
  gboolean is_pushing; /* a page onto the deck, or back into view */
  gboolean is_failing; /* the last save failed: the banner says why */
  AdwToast *undo_toast; /* offers what only the newest change can be offered; weak */
};

G_DEFINE_FINAL_TYPE (QhWindow, qh_window, ADW_TYPE_APPLICATION_WINDOW)

enum { PROP_STORE = 1, PROP_BESIDE, PROP_NARROW, N_PROPS };
static GParamSpec *props[N_PROPS];

enum { SIGNAL_FLUSH, N_SIGNALS };
static guint signals[N_SIGNALS];

/* --- The sidebar */

static void
count_places (QhWindow *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->sidebar, i)); i++)
    qh_place_row_update (QH_PLACE_ROW (row), self->store);
}

static gboolean
on_counting (gpointer user_data)
{
  QhWindow *self = user_data;

  self->counting = 0;
  count_places (self);
  return G_SOURCE_REMOVE;
}

/* Behind drawing: the counts may come a moment later. */
static void
schedule_counting (QhWindow *self)
{
  if (self->counting == 0)
    self->counting = g_idle_add_full (G_PRIORITY_LOW, on_counting, self, NULL);
}

static void
fill_sidebar (QhWindow *self)
{
  for (const QhPlace *place = qh_places (); place->name; place++)
    gtk_list_box_append (self->sidebar, qh_place_row_new (place));
}

/* The place that what is in view belongs to, from wherever it was opened. */
static const char *
get_place_in_view (QhWindow *self)
{
  GtkWidget *page = adw_leaflet_get_visible_child (self->deck);
  const char *below = gtk_stack_get_visible_child_name (self->pages);

  for (guint i = 0; i < G_N_ELEMENTS (belongings); i++)
    if (G_TYPE_CHECK_INSTANCE_TYPE (page, belongings[i].get_type ()))
      return belongings[i].is_of_today && g_strcmp0 (below, "today") == 0 ? below
                                                                          : belongings[i].place;
  return below;
}

/* The place in view is marked beside its page, not where the sidebar stands alone. */
static void
mark_place (QhWindow *self)
{
  const char *name = get_place_in_view (self);
  const QhPlace *place = name ? qh_place_find (name) : NULL;
  gboolean is_alone = adw_leaflet_get_folded (self->leaflet);

  gtk_list_box_select_row (self->sidebar,
                           place && !is_alone
                               ? gtk_list_box_get_row_at_index (self->sidebar, place - qh_places ())
                               : NULL);
}

/* The menu's popover is built when it is first asked for: the start does not wait for it. */
static void
fill_menu_button (GtkMenuButton *button, gpointer user_data)
{
  if (!gtk_menu_button_get_menu_model (button))
    gtk_menu_button_set_menu_model (button, QH_WINDOW (user_data)->main_menu);
}

/* --- The deck */

static gboolean
is_deck_at_root (QhWindow *self)
{
  return adw_leaflet_get_visible_child (self->deck) == GTK_WIDGET (self->pages);
}

static void
clear_deck (QhWindow *self)
{
  GtkWidget *beyond;

  while ((beyond = adw_leaflet_get_adjacent_child (self->deck, ADW_NAVIGATION_DIRECTION_FORWARD)))
    adw_leaflet_remove (self->deck, beyond);
}

static void
flush (QhWindow *self)
{
  g_signal_emit (self, signals[SIGNAL_FLUSH], 0);
}

static void
show_content (QhWindow *self)
{
  gtk_stack_set_visible_child (self->root, GTK_WIDGET (self->leaflet));
  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->deck));
}

/* A page stands on a place: without one, going back would lead nowhere. */
static void
ensure_place (QhWindow *self, const QhPlace *place)
{
  if (!gtk_stack_get_child_by_name (self->pages, place->name))
    gtk_stack_add_named (self->pages, place->build (self->store), place->name);
}

static void
show_place (QhWindow *self, const QhPlace *place)
{
  ensure_place (self, place);
  gtk_stack_set_visible_child_name (self->pages, place->name);
  adw_leaflet_set_visible_child (self->deck, GTK_WIDGET (self->pages));
  mark_place (self);
  show_content (self);
  gtk_widget_grab_focus (gtk_stack_get_visible_child (self->pages));
}

/* A transition that runs ends while the next begins: what comes is not yet in view then, and must
 * not be taken for what was left. */
static void
push_page (QhWindow *self, GtkWidget *page, const char *name, const char *place)
{
  AdwLeafletPage *leaf;

  if (!gtk_stack_get_visible_child (self->pages))
    show_place (self, qh_place_find (place));
  clear_deck (self);
  leaf = adw_leaflet_append (self->deck, page);
  adw_leaflet_page_set_name (leaf, name);
  self->is_pushing = TRUE;
  adw_leaflet_set_visible_child (self->deck, page);
  self->is_pushing = FALSE;
  show_content (self);
}

/* Shows the page called @name if it lies on the deck already. */
static gboolean
show_on_deck (QhWindow *self, const char *name)
{
  GtkWidget *page = adw_leaflet_get_child_by_name (self->deck, name);

  if (!page)
    return FALSE;
  self->is_pushing = TRUE;
  adw_leaflet_set_visible_child (self->deck, page);
  self->is_pushing = FALSE;
  show_content (self);
  return TRUE;
}

static void
on_deck_page (QhWindow *self)
{
  const char *name = adw_leaflet_get_visible_child_name (self->deck);

  if (name)
    qh_recent_visit (self->recent, name);
  mark_place (self);
}

static void
on_deck_transition (QhWindow *self)
{
  if (self->is_pushing || adw_leaflet_get_child_transition_running (self->deck))
    return;
  clear_deck (self);
  if (is_deck_at_root (self) && gtk_stack_get_visible_child (self->pages))
    gtk_widget_grab_focus (gtk_stack_get_visible_child (self->pages));
}

static gboolean
on_folding (gpointer user_data)
{
  QhWindow *self = user_data;

  self->folding = 0;
  self->is_narrow = adw_leaflet_get_folded (self->leaflet);
  if (self->is_narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "qh-narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "qh-narrow");
  qh_header_show_window_buttons (self->sidebar_bar, self->is_narrow);
  mark_place (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NARROW]);
  return G_SOURCE_REMOVE;
}

/* The leaflet folds while it is given its size: what follows from that changes sizes again, and has
 * to wait for that to be over. */
static void
on_leaflet_folded (QhWindow *self)
{
  if (self->folding == 0)
    self->folding = g_idle_add_full (G_PRIORITY_DEFAULT, on_folding, self, NULL);
}

/* --- Toasts */

/* A button goes with the change it speaks of: when another one comes, so does the toast. */
static void
add_toast (QhWindow *self, const char *text, const char *button, const char *action)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (escaped);

  if (button) {
    adw_toast_set_button_label (toast, button);
    adw_toast_set_action_name (toast, action);
    g_set_weak_pointer (&self->undo_toast, toast);
  }
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
withdraw_toast (QhWindow *self)
{
  g_autoptr (AdwToast) toast = self->undo_toast ? g_object_ref (self->undo_toast) : NULL;

  g_clear_weak_pointer (&self->undo_toast);
  if (toast)
    qh_toasts_withdraw (self->toasts, toast);
}

/* --- Actions */

static void
open_page (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const QhPlace *place = qh_place_find (g_variant_get_string (parameter, NULL));

  if (place)
    show_place (QH_WINDOW (widget), place);
}

static void
accept_offer (GtkWidget *widget, const char *action, GVariant *parameter)
{
  qh_window_offers_accept (QH_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
show_team_folder (GtkWidget *widget, const char *action, GVariant *parameter)
{
  qh_window_team_present (QH_WINDOW (widget)->team);
}

static GtkWidget *
get_page_in_view (QhWindow *self)
{
  return is_deck_at_root (self) ? gtk_stack_get_visible_child (self->pages)
                                : adw_leaflet_get_visible_child (self->deck);
}

/* Pages that have something of their own to add say so by an action. */
static void new (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkWidget *page = get_page_in_view (QH_WINDOW (widget));

  if (!page || !gtk_widget_activate_action (page, "page.new", NULL))
    gtk_widget_activate_action (widget, "win.new-meeting", NULL);
}

/* A page about one client says so by an action: what is logged there is about him. */
static void
log_line (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkWidget *page = get_page_in_view (QH_WINDOW (widget));

  if (!page || !gtk_widget_activate_action (page, "page.log", NULL))
    gtk_widget_activate_action (widget, "win.log-about", "s", "");
}

/* A page about one meeting says so by an action; elsewhere one goes on with what is under way. */
static void
start_run (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkWidget *page = get_page_in_view (QH_WINDOW (widget));

  if (!page || !gtk_widget_activate_action (page, "page.run", NULL))
    gtk_widget_activate_action (widget, "win.resume-run", NULL);
}

static void
export_meeting (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhWindow *self = QH_WINDOW (widget);

  gtk_widget_activate_action_variant (widget, "win.open-meeting", parameter);
  gtk_widget_activate_action (adw_leaflet_get_visible_child (self->deck), "designer.export", NULL);
}

static void
go_back (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhWindow *self = QH_WINDOW (widget);

  flush (self);
  if (!is_deck_at_root (self))
    adw_leaflet_navigate (self->deck, ADW_NAVIGATION_DIRECTION_BACK);
  else
    adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

/* The menu stands over the sidebar: where that is folded away it is uncovered first. */
static void
show_menu (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhWindow *self = QH_WINDOW (widget);

  if (gtk_stack_get_visible_child (self->root) != GTK_WIDGET (self->leaflet))
    return;
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
  gtk_menu_button_popup (self->menu_button);
}

/* The page of a record that is no more. */
static void
close_page (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhWindow *self = QH_WINDOW (widget);
  GtkWidget *page =
      adw_leaflet_get_child_by_name (self->deck, g_variant_get_string (parameter, NULL));

  if (!page)
    return;
  if (page == adw_leaflet_get_visible_child (self->deck))
    adw_leaflet_navigate (self->deck, ADW_NAVIGATION_DIRECTION_BACK);
  else
    adw_leaflet_remove (self->deck, page);
}

static void
flush_all (GtkWidget *widget, const char *action, GVariant *parameter)
{
  flush (QH_WINDOW (widget));
}

/* Undo reaches what is not in view, and whole imports: it says what went, and how to have it back.
 */
static void
tell_undone (QhWindow *self, const char *label)
{
  /* Translators: what undo took back, e.g. "Move segment" */
  g_autofree char *text = g_strdup_printf (_ ("“%s” taken back"), label);

  add_toast (self, text, _ ("_Redo"), "win.redo");
}

static void
undo (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhWindow *self = QH_WINDOW (widget);
  g_autofree char *label = NULL;
  g_autoptr (GError) error = NULL;

  flush (self);
  if (qh_store_undo (self->store, &label, &error))
    tell_undone (self, label);
  else
    qh_report_error (widget, error);
}

static void
redo (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhWindow *self = QH_WINDOW (widget);
  g_autoptr (GError) error = NULL;

  flush (self);
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

static QhBanner *
ensure_banner (QhWindow *self)
{
  if (!self->banner) {
    self->banner = g_object_new (QH_TYPE_BANNER, NULL);
    gtk_box_prepend (self->column, GTK_WIDGET (self->banner));
  }
  return self->banner;
}

/* A store that cannot be written concerns every page, and stays true: that is a banner. */
static void
show_error (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhWindow *self = QH_WINDOW (widget);
  const char *message;
  int code;

  g_variant_get (parameter, "(i&s)", &code, &message);
  if (code == QH_ERROR_FULL || code == QH_ERROR_READ_ONLY || code == QH_ERROR_STORE) {
    self->is_failing = TRUE;
    qh_banner_show (ensure_banner (self), message, _ ("Save a _Copy…"), "win.backup");
  } else {
    qh_window_toast (self, message, FALSE);
  }
}

/* --- The store */

static void
on_can_undo_changed (QhWindow *self)
{
  gboolean can_undo, can_redo;

  g_object_get (self->store, "can-undo", &can_undo, "can-redo", &can_redo, NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", can_undo);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo", can_redo);
}

/* What could be committed says that the store can be written again. */
static void
on_store_changed (QhWindow *self)
{
  if (self->is_failing)
    qh_banner_hide (self->banner);
  self->is_failing = FALSE;
  withdraw_toast (self);
  schedule_counting (self);
}

static void
connect_store (QhWindow *self)
{
  g_signal_connect_object (self->store, "notify::can-undo", G_CALLBACK (on_can_undo_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->store, "notify::can-redo", G_CALLBACK (on_can_undo_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->store, "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED);
  on_can_undo_changed (self);
}

static void
on_discard_answered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  if (qh_message_dialog_finish (result))
    gtk_window_destroy (GTK_WINDOW (source));
}

static void
ask_to_discard (QhWindow *self)
{
  const QhMessageDialog dialog = {
    _ ("Close Without Saving?"),
    _ ("What you typed last could not be saved, and is lost when the window closes. Make room or "
       "allow writing, and it is saved by itself."),
    _ ("_Discard and Close"),
    TRUE,
  };

  qh_message_dialog_ask (GTK_WIDGET (self), &dialog, on_discard_answered, NULL);
}

/* Whether all that is typed is in the store. */
static gboolean
flush_before_close (QhWindow *self)
{
  gboolean was_failing = self->is_failing;

  self->is_failing = FALSE;
  flush (self);
  if (self->is_failing)
    return FALSE;
  self->is_failing = was_failing;
  return TRUE;
}

/* What is typed is saved before the window goes; where that fails, only a clear word lets it go. */
static gboolean
qh_window_close_request (GtkWindow *window)
{
  QhWindow *self = QH_WINDOW (window);

  if (!flush_before_close (self)) {
    ask_to_discard (self);
    return GDK_EVENT_STOP;
  }
  qh_window_size_keep (window, self->store);
  qh_recent_keep (self->recent);
  return GTK_WINDOW_CLASS (qh_window_parent_class)->close_request (window);
}

static void
qh_window_map (GtkWidget *widget)
{
  QhWindow *self = QH_WINDOW (widget);

  qh_window_ensure_page (self);

  GTK_WIDGET_CLASS (qh_window_parent_class)->map (widget);

  schedule_counting (self);
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
    g_value_set_boolean (value, self->is_narrow);
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
  case PROP_BESIDE:
    self->is_beside = g_value_get_boolean (value);
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

  fill_sidebar (self);
  connect_store (self);
  qh_window_size_restore (GTK_WINDOW (self), self->store);
  self->recent = qh_recent_new (self->store);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.team-folder", !self->is_beside);
  if (!self->is_beside)
    qh_window_keep_store (self);
}

static void
qh_window_dispose (GObject *object)
{
  QhWindow *self = QH_WINDOW (object);

  g_clear_handle_id (&self->counting, g_source_remove);
  g_clear_handle_id (&self->folding, g_source_remove);
  g_clear_weak_pointer (&self->undo_toast);
  g_clear_object (&self->upkeep);
  g_clear_object (&self->offers);
  g_clear_object (&self->runs);
  g_clear_object (&self->team);
  g_clear_pointer (&self->recent, qh_recent_free);

  G_OBJECT_CLASS (qh_window_parent_class)->dispose (object);

  g_clear_object (&self->store);
}

static void
install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.page", "s", open_page);
  gtk_widget_class_install_action (klass, "win.accept-offer", "s", accept_offer);
  gtk_widget_class_install_action (klass, "win.new", NULL, new);
  gtk_widget_class_install_action (klass, "win.log", NULL, log_line);
  gtk_widget_class_install_action (klass, "win.start-run", NULL, start_run);
  gtk_widget_class_install_action (klass, "win.export-meeting", "s", export_meeting);
  gtk_widget_class_install_action (klass, "win.back", NULL, go_back);
  gtk_widget_class_install_action (klass, "win.menu", NULL, show_menu);
  gtk_widget_class_install_action (klass, "win.close-page", "s", close_page);
  gtk_widget_class_install_action (klass, "win.flush", NULL, flush_all);
  gtk_widget_class_install_action (klass, "win.undo", NULL, undo);
  gtk_widget_class_install_action (klass, "win.redo", NULL, redo);
  gtk_widget_class_install_action (klass, "win.toast", "(sb)", show_toast);
  gtk_widget_class_install_action (klass, "win.error", "(is)", show_error);
  gtk_widget_class_install_action (klass, "win.team-folder", NULL, show_team_folder);
  qh_news_install (klass);
  qh_window_commands_install (klass);
  qh_window_pages_install (klass);
  qh_window_beside_install (klass);
  qh_window_briefs_install (klass);
  qh_window_runs_install (klass);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (klass,
                                               "/io/github/quarterhour/Quarterhour/ui/window.ui");
  gtk_widget_class_bind_template_child (klass, QhWindow, toasts);
  gtk_widget_class_bind_template_child (klass, QhWindow, column);
  gtk_widget_class_bind_template_child (klass, QhWindow, menu_button);
  gtk_widget_class_bind_template_child (klass, QhWindow, main_menu);
  gtk_widget_class_bind_template_child (klass, QhWindow, root);
  gtk_widget_class_bind_template_child (klass, QhWindow, leaflet);
  gtk_widget_class_bind_template_child (klass, QhWindow, sidebar_bar);
  gtk_widget_class_bind_template_child (klass, QhWindow, sidebar);
  gtk_widget_class_bind_template_child (klass, QhWindow, deck);
  gtk_widget_class_bind_template_child (klass, QhWindow, pages);
  gtk_widget_class_bind_template_callback (klass, on_deck_page);
  gtk_widget_class_bind_template_callback (klass, on_deck_transition);
  gtk_widget_class_bind_template_callback (klass, on_leaflet_folded);
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
  widget_class->map = qh_window_map;
  GTK_WINDOW_CLASS (klass)->close_request = qh_window_close_request;

  props[PROP_STORE] =
      g_param_spec_object ("store", NULL, NULL, QH_TYPE_STORE,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_BESIDE] =
      g_param_spec_boolean ("beside", NULL, NULL, FALSE,
                            G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_NARROW] =
      g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[SIGNAL_FLUSH] = g_signal_new ("flush", QH_TYPE_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 0);

  bind_template (widget_class);
  install_actions (widget_class);
}

static void
qh_window_init (QhWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->menu_button, fill_menu_button, self, NULL);
  qh_toasts_name_buttons (self->toasts);
}

QhWindow *
qh_window_new (GtkApplication *application, QhStore *store)
{
  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (QH_IS_STORE (store), NULL);

  return g_object_new (QH_TYPE_WINDOW, "application", application, "store", store, NULL);
}

QhWindow *
qh_window_new_beside (QhWindow *self)
{
  g_return_val_if_fail (QH_IS_WINDOW (self), NULL);

  return g_object_new (QH_TYPE_WINDOW, "application",
                       gtk_window_get_application (GTK_WINDOW (self)), "store", self->store,
                       "beside", TRUE, NULL);
}

void
qh_window_keep_store (QhWindow *self)
{
  g_return_if_fail (QH_IS_WINDOW (self));

  if (self->upkeep)
    return;
  self->upkeep = qh_window_upkeep_new (GTK_WINDOW (self), self->store);
  self->offers = qh_window_offers_new (self, self->store);
  self->runs = qh_window_runs_new (self, self->store);
  self->team = qh_window_team_new (self, self->store);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.team-folder", TRUE);
}

gboolean
qh_window_keeps_store (QhWindow *self)
{
  g_return_val_if_fail (QH_IS_WINDOW (self), FALSE);

  return self->upkeep != NULL;
}

QhStore *
qh_window_get_store (QhWindow *self)
{
  g_return_val_if_fail (QH_IS_WINDOW (self), NULL);

  return self->store;
}

const char **
qh_window_list_recent (QhWindow *self)
{
  g_return_val_if_fail (QH_IS_WINDOW (self), NULL);

  return qh_recent_list (self->recent);
}

GtkWidget *
qh_window_get_page (QhWindow *self)
{
  g_return_val_if_fail (QH_IS_WINDOW (self), NULL);

  return get_page_in_view (self);
}

void
qh_window_ensure_page (QhWindow *self)
{
  g_return_if_fail (QH_IS_WINDOW (self));

  if (gtk_stack_get_visible_child (self->pages) ||
      gtk_stack_get_child_by_name (self->root, "start"))
    return;
  if (qh_store_is_empty (self->store)) {
    gtk_stack_add_named (self->root, qh_welcome_page_new (self->store), "start");
    gtk_stack_set_visible_child_name (self->root, "start");
  } else {
    show_place (self, qh_places ());
  }
}

void
qh_window_toast (QhWindow *self, const char *text, gboolean with_undo)
{
  g_return_if_fail (QH_IS_WINDOW (self));
  g_return_if_fail (text);

  add_toast (self, text, with_undo ? _ ("_Undo") : NULL, "win.undo");
}

void
qh_window_toast_button (QhWindow *self, const char *text, const char *button, const char *action,
                        GVariant *target)
{
  g_return_if_fail (QH_IS_WINDOW (self));
  g_return_if_fail (text && button && action);

  g_autofree char *escaped = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (escaped);

  adw_toast_set_button_label (toast, button);
  adw_toast_set_action_name (toast, action);
  adw_toast_set_action_target_value (toast, target);
  adw_toast_set_timeout (toast, OFFER_TIMEOUT);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

gboolean
qh_window_show (QhWindow *self, const char *name)
{
  g_return_val_if_fail (QH_IS_WINDOW (self), FALSE);
  g_return_val_if_fail (name, FALSE);

  return show_on_deck (self, name);
}

void
qh_window_push (QhWindow *self, GtkWidget *page, const char *name, const char *place)
{
  g_return_if_fail (QH_IS_WINDOW (self));
  g_return_if_fail (GTK_IS_WIDGET (page));
  g_return_if_fail (name && place);

  push_page (self, page, name, place);
}

void
qh_window_add_bar (QhWindow *self, GtkWidget *bar)
{
  g_return_if_fail (QH_IS_WINDOW (self));
  g_return_if_fail (GTK_IS_WIDGET (bar));

  gtk_box_prepend (self->column, bar);
}
