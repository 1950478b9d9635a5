/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The focus stays in the entry, and the arrow keys choose a row: what is chosen is told as the
 * entry's description. */
#include "search/qh-search-window.h"
#include "base/qh-text.h"
#include "exchange/qh-quick-line.h"
#include "log/qh-log-saved.h"
#include "qh-report.h"
#include "search/qh-found-row.h"
#include "search/qh-palette.h"
#include "store/qh-settings.h"
#include <glib/gi18n-lib.h>

/* What is typed is kept by this name. */
#define PLACE "palette"
/* Rows that a page key goes. */
#define PAGE_ROWS 8

struct _QhSearchWindow {
  AdwWindow parent_instance;

  GtkSearchEntry *entry;
  GtkStack *stack;
  GtkScrolledWindow *scrolled;
  GtkListBox *list;
  GtkLabel *count;
  GtkLabel *problem;

  QhStore *store;
  QhPalette *palette;
  GtkWidget *page; /* what is in view behind it; NULL when it is gone. Weak */
  guint n_found;
};

G_DEFINE_FINAL_TYPE (QhSearchWindow, qh_search_window, ADW_TYPE_WINDOW)

static const char *
get_text (QhSearchWindow *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

static QhFoundRow *
get_row (QhSearchWindow *self, int index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, index);

  return row ? QH_FOUND_ROW (row) : NULL;
}

static QhFoundRow *
get_chosen (QhSearchWindow *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return row ? QH_FOUND_ROW (row) : NULL;
}

/* --- What is found */

/* Nothing, while nothing is asked for. */
static char *
describe_count (QhSearchWindow *self)
{
  if (qh_text_is_empty (get_text (self)))
    return g_strdup ("");
  return self->n_found == 0
             ? g_strdup (_ ("Nothing found"))
             : g_strdup_printf (ngettext ("%u found", "%u found", self->n_found), self->n_found);
}

/* "12 found · Ferris Dental Group · Clients" */
static void
tell_chosen (QhSearchWindow *self)
{
  QhFoundRow *row = get_chosen (self);
  QhFound *found = row ? qh_found_row_get (row) : NULL;
  g_autofree char *count = describe_count (self);
  g_autofree char *text = found ? g_strdup_printf ("%s · %s · %s", count, found->title,
                                                   qh_found_group_title (found->group))
                                : g_strdup (count);

  gtk_label_set_label (self->count, count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text, -1);
}

static void
scroll_to (QhSearchWindow *self, GtkWidget *row)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled);
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (row, GTK_WIDGET (self->list), &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height);
}

static void
choose (QhSearchWindow *self, int index)
{
  QhFoundRow *row = get_row (self, CLAMP (index, 0, MAX ((int)self->n_found - 1, 0)));

  gtk_list_box_select_row (self->list, self->n_found > 0 ? GTK_LIST_BOX_ROW (row) : NULL);
  if (index == 0)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
  else if (self->n_found > 0)
    scroll_to (self, GTK_WIDGET (row));
  tell_chosen (self);
}

/* Rows that are there already show what was found; only where there are too few are some made. */
static void
show_found (QhSearchWindow *self, GPtrArray *found)
{
  QhFoundRow *row;

  for (guint i = 0; i < found->len; i++) {
    row = get_row (self, (int)i);
    if (!row) {
      row = QH_FOUND_ROW (qh_found_row_new ());
      gtk_list_box_append (self->list, GTK_WIDGET (row));
    }
    qh_found_row_set (row, found->pdata[i]);
  }
  for (guint i = found->len; i < self->n_found; i++)
    qh_found_row_set (get_row (self, (int)i), NULL);
  self->n_found = found->len;
  gtk_list_box_invalidate_headers (self->list);
}

static void
show_problem (QhSearchWindow *self, const char *text)
{
  gtk_label_set_label (self->problem, text ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), text != NULL);
}

static void
update (QhSearchWindow *self)
{
  g_autoptr (GPtrArray) found = qh_palette_find (self->palette, get_text (self));

  show_problem (self, NULL);
  show_found (self, found);
  choose (self, 0);
  gtk_stack_set_visible_child_name (self->stack, found->len > 0 ? "found" : "nothing");
}

static void
set_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  QhFound *found = qh_found_row_get (QH_FOUND_ROW (row));
  QhFound *above = before ? qh_found_row_get (QH_FOUND_ROW (before)) : NULL;
  GtkWidget *header = gtk_list_box_row_get_header (row);

  if (!found || (above && above->group == found->group)) {
    gtk_list_box_row_set_header (row, NULL);
    return;
  }
  if (!header) {
    header = gtk_label_new (NULL);
    gtk_label_set_xalign (GTK_LABEL (header), 0);
    gtk_widget_add_css_class (header, "heading");
    gtk_widget_add_css_class (header, "qh-group");
    gtk_list_box_row_set_header (row, header);
  }
  gtk_label_set_label (GTK_LABEL (header), qh_found_group_title (found->group));
}

/* --- What is done with it */

/* Where its action is looked for: at the page in view, from which all others are reached too. */
static GtkWidget *
get_doer (QhSearchWindow *self)
{
  return self->page && gtk_widget_get_root (self->page)
             ? self->page
             : GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));
}

/* Nothing is left to be found again. */
static void
leave (QhSearchWindow *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_window_close (GTK_WINDOW (self));
}

/* The same way as from the window for it: where it cannot be saved, it stays typed. */
static void
log_line (QhSearchWindow *self)
{
  g_autoptr (QhQuickLine) line = qh_quick_line_new (self->store, get_text (self));
  g_autoptr (GtkWidget) doer = g_object_ref (get_doer (self));
  g_autoptr (GError) error = NULL;

  if (!qh_store_save (self->store, line->record, &error)) {
    show_problem (self, error->message);
    qh_report_error (doer, error);
    return;
  }
  leave (self);
  qh_log_tell_saved (doer, line->record);
}

static void
open (QhSearchWindow *self, QhFoundRow *row, gboolean beside)
{
  g_autoptr (GtkWidget) doer = g_object_ref (get_doer (self));
  QhFound *shown = row ? qh_found_row_get (row) : NULL;
  g_autoptr (QhFound) found = shown ? qh_found_ref (shown) : NULL;
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  if (!found)
    return;
  if (found->group == QH_FOUND_LOG) {
    log_line (self);
    return;
  }
  leave (self);
  if (beside && found->can_stand_beside)
    gtk_widget_activate_action (doer, "win.beside", "s", found->action);
  else if (g_action_parse_detailed_name (found->action, &name, &target, NULL))
    gtk_widget_activate_action_variant (doer, name, target);
}

static void
on_entry_activate (QhSearchWindow *self)
{
  open (self, get_chosen (self), FALSE);
}

/* Escape, which the entry keeps for itself. */
static void
on_search_stopped (QhSearchWindow *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_row_activated (QhSearchWindow *self, GtkListBoxRow *row)
{
  open (self, QH_FOUND_ROW (row), FALSE);
}

/* Also when the rows go, with the window. */
static void
on_row_selected (QhSearchWindow *self)
{
  if (self->palette)
    tell_chosen (self);
}

static int
step_of (guint key)
{
  switch (key) {
  case GDK_KEY_Down:
  case GDK_KEY_KP_Down:
    return 1;
  case GDK_KEY_Up:
  case GDK_KEY_KP_Up:
    return -1;
  case GDK_KEY_Page_Down:
  case GDK_KEY_KP_Page_Down:
    return PAGE_ROWS;
  case GDK_KEY_Page_Up:
  case GDK_KEY_KP_Page_Up:
    return -PAGE_ROWS;
  default:
    return 0;
  }
}

/* The arrow and page keys choose while one goes on typing. */
static gboolean
on_key_pressed (QhSearchWindow *self, guint key, guint code, GdkModifierType state)
{
  QhFoundRow *row = get_chosen (self);
  int step = step_of (key);

  if (step == 0 || (state & (GDK_ALT_MASK | GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (row)
    choose (self, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + step);
  return GDK_EVENT_STOP;
}

static void
open_beside (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhSearchWindow *self = QH_SEARCH_WINDOW (widget);

  open (self, get_chosen (self), TRUE);
}

/* --- What can be done */

/* GTK does not tell whether the action of a widget can be done; a button that stands there and
 * does it shows it. */
static gboolean
is_enabled (const char *action, gpointer user_data)
{
  GtkWidget *button = user_data;

  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), action);
  return gtk_widget_get_sensitive (button);
}

static void
fill_palette (QhSearchWindow *self, GtkWidget *page, const char *const *recent)
{
  GtkWidget *button = gtk_button_new ();

  qh_palette_add_pages (self->palette);
  gtk_widget_set_parent (button, page);
  qh_palette_add_actions (self->palette, is_enabled, button);
  gtk_widget_unparent (button);
  qh_palette_add_recent (self->palette, recent);
}

static gboolean
qh_search_window_close_request (GtkWindow *window)
{
  QhSearchWindow *self = QH_SEARCH_WINDOW (window);

  qh_settings_set_draft (self->store, PLACE, get_text (self), NULL);
  return GTK_WINDOW_CLASS (qh_search_window_parent_class)->close_request (window);
}

static void
qh_search_window_dispose (GObject *object)
{
  QhSearchWindow *self = QH_SEARCH_WINDOW (object);

  g_clear_weak_pointer (&self->page);
  g_clear_pointer (&self->palette, qh_palette_free);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qh_search_window_parent_class)->dispose (object);
}

static void
qh_search_window_class_init (QhSearchWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qh_search_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = qh_search_window_close_request;

  gtk_widget_class_install_action (widget_class, "search.beside", NULL, open_beside);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "search.beside", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK,
                                       "search.beside", NULL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/search/search-window.ui");
  gtk_widget_class_bind_template_child (widget_class, QhSearchWindow, entry);
  gtk_widget_class_bind_template_child (widget_class, QhSearchWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, QhSearchWindow, scrolled);
  gtk_widget_class_bind_template_child (widget_class, QhSearchWindow, list);
  gtk_widget_class_bind_template_child (widget_class, QhSearchWindow, count);
  gtk_widget_class_bind_template_child (widget_class, QhSearchWindow, problem);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed);
}

static void
qh_search_window_init (QhSearchWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, set_header, NULL, NULL);
}

/* It does not stand out over a narrow window. */
static void
fit_width (GtkWindow *self, GtkWindow *parent)
{
  int width = gtk_widget_get_width (GTK_WIDGET (parent));
  int own, height;

  gtk_window_get_default_size (self, &own, &height);
  if (width > 0)
    gtk_window_set_default_size (self, MIN (width, own), height);
}

GtkWindow *
qh_search_window_new (GtkWindow *parent, QhStore *store, GtkWidget *page, const char *const *recent)
{
  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (QH_IS_STORE (store), NULL);

  QhSearchWindow *self = g_object_new (QH_TYPE_SEARCH_WINDOW, "transient-for", parent, NULL);
  g_autofree char *draft = qh_settings_get_draft (store, PLACE);

  fit_width (GTK_WINDOW (self), parent);
  self->store = g_object_ref (store);
  self->palette = qh_palette_new (store);
  g_set_weak_pointer (&self->page, page);
  fill_palette (self, get_doer (self), recent);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), draft);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WINDOW (self);
}

void
qh_search_window_ask (QhSearchWindow *self, const char *words)
{
  g_return_if_fail (QH_IS_SEARCH_WINDOW (self));
  g_return_if_fail (words);

  gtk_editable_set_text (GTK_EDITABLE (self->entry), words);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}
