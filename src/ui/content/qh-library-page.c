/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "content/qh-library-page.h"
#include "base/qh-text.h"
#include "content/qh-item-row.h"
#include "content/qh-unserved.h"
#include "qh-closures.h"
#include "qh-item-actions.h"
#include "widgets/qh-box.h"
#include "widgets/qh-client-chooser.h"
#include "widgets/qh-focus.h"
#include "widgets/qh-header.h"
#include "widgets/qh-record-finder.h"
#include "widgets/qh-supply.h"
#include "widgets/qh-view-menu.h"
#include "widgets/qh-wrap-layout.h"
#include <glib/gi18n-lib.h>

/* What the client still can get: it is open today, something is left, and he has not had all that
 * one client may have. ?5 is the client. */
#define HAS_NUMBERED                                      \
  "(SELECT count (*) FROM holding WHERE client = ?5 AND " \
  "holding.content = content.id AND state <> 'away')"
#define HAS_UNNUMBERED                                                                            \
  "coalesce ((SELECT sum (iif (kind IN ('reserve', 'deliver'), copies, -copies)) FROM movement "  \
  "WHERE movement.client = ?5 AND movement.content = content.id AND number IS NULL AND movement." \
  "kind IN ('reserve', 'release', 'deliver', 'return')), 0)"
#define AVAILABLE                                                                              \
  "coalesce (available_from, ?3) <= ?3 AND coalesce (available_until, ?3) >= ?3 AND (edition " \
  "IS NULL OR (SELECT available FROM ledger WHERE ledger.content = content.id) > 0) AND "      \
  "coalesce (per_client, 1) > " HAS_NUMBERED " + " HAS_UNNUMBERED
#define UNPROVEN "rarity = 'ours_alone' AND (evidence IS NULL OR recheck < ?3)"

static const QhQuery all_query = { &qh_content_entity, "retired = 0", "title_key", FALSE,
                                   "content.retired.0" };

/* ?1 the filter's name, ?2 what is searched for, ?3 today, ?4 the last day that is soon. */
static const QhQuery found_query = {
  &qh_content_entity,
  "retired = (?1 = 'retired') AND (?2 = '' OR instr (title_key, ?2) OR "
  "instr (lower (coalesce (summary, '')), ?2)) AND CASE ?1 "
  "WHEN 'short' THEN id IN (" QH_SUPPLY_SHORT ") AND "
  "EXISTS (SELECT 1 FROM movement WHERE movement.content = content.id) "
  "WHEN 'expiring' THEN coalesce (available_until, '') BETWEEN ?3 AND ?4 "
  "WHEN 'unproven' THEN " UNPROVEN " WHEN 'client' THEN " AVAILABLE " ELSE 1 END",
  "title_key",
};

struct _QhLibraryPage {
  AdwBin parent_instance;

  GtkSearchEntry *search;
  QhClientChooser *client;
  QhRecordFinder *finder;
  QhViewMenu *views;

  QhStore *store;
  char *filter; /* "all", "short", "expiring", "unproven", "retired", "client" */
  char *subtitle;
};

G_DEFINE_FINAL_TYPE (QhLibraryPage, qh_library_page, ADW_TYPE_BIN)

enum { PROP_STORE = 1, PROP_SUBTITLE, PROP_FILTER, N_PROPS };
static GParamSpec *props[N_PROPS];

static gboolean
is_narrowed (QhLibraryPage *self)
{
  return !g_str_equal (self->filter, "all") ||
         !qh_text_is_empty (gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

/* "14 items · 3 running out or expiring" */
static char *
describe_figures (QhLibraryPage *self)
{
  guint n = qh_record_finder_count (self->finder);
  guint due = qh_supply_count_due (self->store);
  g_autofree char *items = g_strdup_printf (ngettext ("%u item", "%u items", n), n);
  g_autofree char *wanting =
      due > 0 ? g_strdup_printf (
                    ngettext ("%u running out or expiring", "%u running out or expiring", due), due)
              : NULL;

  return n > 0 ? qh_closure_join (NULL, items, wanting) : NULL;
}

static void
update (QhLibraryPage *self)
{
  g_free (self->subtitle);
  self->subtitle = describe_figures (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SUBTITLE]);
}

static QhRow *
build_row (gpointer user_data)
{
  return qh_item_row_new (QH_LIBRARY_PAGE (user_data)->store);
}

/* --- Searching and filtering */

static void
narrow (QhLibraryPage *self)
{
  g_autofree char *words = qh_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  g_autofree char *today = qh_clock_today (qh_store_get_clock (self->store));
  g_autofree char *soon = qh_date_add_days (today, QH_EXPIRING_DAYS);
  QhClient *client = qh_client_chooser_get_client (self->client);
  const char *values[] = { self->filter, words, today, soon, client ? QH_RECORD (client)->id : "",
                           NULL };

  qh_record_finder_narrow (self->finder, &found_query, values);
}

static void
on_narrow (QhLibraryPage *self)
{
  if (is_narrowed (self))
    narrow (self);
  else
    qh_record_finder_widen (self->finder);
}

static void
set_filter (QhLibraryPage *self, const char *filter)
{
  if (g_strcmp0 (self->filter, filter) == 0)
    return;
  g_free (self->filter);
  self->filter = g_strdup (filter);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FILTER]);
  on_narrow (self);
  if (g_str_equal (filter, "client"))
    gtk_widget_grab_focus (GTK_WIDGET (self->client));
}

/* --- What can be done with what is chosen */

static GPtrArray *
get_chosen (GtkWidget *widget)
{
  return qh_record_finder_get_chosen (QH_LIBRARY_PAGE (widget)->finder);
}

static guint
count_retired (GPtrArray *chosen)
{
  guint n = 0;

  for (guint i = 0; i < chosen->len; i++)
    n += QH_CONTENT (g_ptr_array_index (chosen, i))->retired;
  return n;
}

/* Of very many it does not ask each. */
static void
on_list_chosen (QhLibraryPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  guint n = qh_record_finder_get_n_selected (self->finder);
  g_autoptr (GPtrArray) chosen = n <= 100 ? get_chosen (widget) : NULL;
  guint retired = chosen ? count_retired (chosen) : 1;

  gtk_widget_action_set_enabled (widget, "library.open", n <= 1);
  gtk_widget_action_set_enabled (widget, "library.duplicate", n <= 1);
  gtk_widget_action_set_enabled (widget, "library.retire", !chosen || retired < chosen->len);
  gtk_widget_action_set_enabled (widget, "library.bring-back", retired > 0);
}

static void
on_list_open (QhLibraryPage *self, QhRecord *item)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-item", "s", item->id);
}

static void
on_list_delete (QhLibraryPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "library.delete", NULL);
}

static void
open_chosen (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (QhRecord) item = qh_record_finder_get_one (QH_LIBRARY_PAGE (widget)->finder);

  if (item)
    gtk_widget_activate_action (widget, "win.open-item", "s", item->id);
}

static void
duplicate_chosen (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhLibraryPage *self = QH_LIBRARY_PAGE (widget);
  g_autoptr (QhRecord) item = qh_record_finder_get_one (self->finder);

  if (item)
    qh_item_duplicate (widget, self->store, QH_CONTENT (item));
}

static void
retire_chosen (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (GPtrArray) chosen = get_chosen (widget);

  qh_items_retire (widget, QH_LIBRARY_PAGE (widget)->store, chosen, TRUE);
}

static void
bring_chosen_back (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (GPtrArray) chosen = get_chosen (widget);

  qh_items_retire (widget, QH_LIBRARY_PAGE (widget)->store, chosen, FALSE);
}

static void
delete_chosen (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (GPtrArray) chosen = get_chosen (widget);

  qh_items_delete (widget, QH_LIBRARY_PAGE (widget)->store, chosen);
}

static void
add (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.new-item", NULL);
}

static gboolean
qh_library_page_grab_focus (GtkWidget *widget)
{
  return qh_focus_hand_on (widget, GTK_WIDGET (QH_LIBRARY_PAGE (widget)->finder));
}

static void
qh_library_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QhLibraryPage *self = QH_LIBRARY_PAGE (object);

  switch (id) {
  case PROP_STORE:
    g_value_set_object (value, self->store);
    break;
  case PROP_SUBTITLE:
    g_value_set_string (value, self->subtitle);
    break;
  case PROP_FILTER:
    g_value_set_string (value, self->filter);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_library_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  QhLibraryPage *self = QH_LIBRARY_PAGE (object);

  switch (id) {
  case PROP_STORE:
    self->store = g_value_dup_object (value);
    break;
  case PROP_FILTER:
    set_filter (self, g_value_get_string (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_library_page_constructed (GObject *object)
{
  QhLibraryPage *self = QH_LIBRARY_PAGE (object);

  G_OBJECT_CLASS (qh_library_page_parent_class)->constructed (object);

  qh_record_finder_set_rows (self->finder, self->store, build_row, self);
  qh_record_finder_set_search (self->finder, self->search, GTK_WIDGET (self));
  qh_record_finder_add_section (self->finder, NULL, &all_query, NULL);
  g_signal_connect_object (self->store, "changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  update (self);
  qh_view_menu_add_entry (self->views, "search", GTK_EDITABLE (self->search));
  qh_view_menu_add_property (self->views, "filter", self, "filter");
  qh_view_menu_add_client (self->views, "client", self->client);
  qh_view_menu_start (self->views, self->store, GTK_WIDGET (self), "content");
}

static void
qh_library_page_dispose (GObject *object)
{
  g_clear_object (&QH_LIBRARY_PAGE (object)->store);

  G_OBJECT_CLASS (qh_library_page_parent_class)->dispose (object);
}

static void
qh_library_page_finalize (GObject *object)
{
  QhLibraryPage *self = QH_LIBRARY_PAGE (object);

  g_free (self->filter);
  g_free (self->subtitle);

  G_OBJECT_CLASS (qh_library_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (
      klass, "/io/github/quarterhour/Quarterhour/ui/content/library-page.ui");
  gtk_widget_class_bind_template_child (klass, QhLibraryPage, search);
  gtk_widget_class_bind_template_child (klass, QhLibraryPage, views);
  gtk_widget_class_bind_template_child (klass, QhLibraryPage, client);
  gtk_widget_class_bind_template_child (klass, QhLibraryPage, finder);
  gtk_widget_class_bind_template_callback (klass, on_narrow);
  gtk_widget_class_bind_template_callback (klass, on_list_open);
  gtk_widget_class_bind_template_callback (klass, on_list_delete);
  gtk_widget_class_bind_template_callback (klass, on_list_chosen);
  qh_closures_bind (klass);
}

static void
install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_property_action (klass, "library.filter", "filter");
  gtk_widget_class_install_action (klass, "library.open", NULL, open_chosen);
  gtk_widget_class_install_action (klass, "library.duplicate", NULL, duplicate_chosen);
  gtk_widget_class_install_action (klass, "library.retire", NULL, retire_chosen);
  gtk_widget_class_install_action (klass, "library.bring-back", NULL, bring_chosen_back);
  gtk_widget_class_install_action (klass, "library.delete", NULL, delete_chosen);
  gtk_widget_class_install_action (klass, "page.new", NULL, add);
}

static void
qh_library_page_class_init (QhLibraryPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = qh_library_page_get_property;
  object_class->set_property = qh_library_page_set_property;
  object_class->constructed = qh_library_page_constructed;
  object_class->dispose = qh_library_page_dispose;
  object_class->finalize = qh_library_page_finalize;
  widget_class->grab_focus = qh_library_page_grab_focus;

  props[PROP_STORE] =
      g_param_spec_object ("store", NULL, NULL, QH_TYPE_STORE,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_SUBTITLE] =
      g_param_spec_string ("subtitle", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_FILTER] =
      g_param_spec_string ("filter", NULL, NULL, "all",
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  install_actions (widget_class);

  g_type_ensure (QH_TYPE_VIEW_MENU);
  g_type_ensure (QH_TYPE_BOX);
  g_type_ensure (QH_TYPE_CLIENT_CHOOSER);
  g_type_ensure (QH_TYPE_HEADER);
  g_type_ensure (QH_TYPE_RECORD_FINDER);
  g_type_ensure (QH_TYPE_UNSERVED);
  g_type_ensure (QH_TYPE_WRAP_LAYOUT);
  bind_template (widget_class);
}

static void
qh_library_page_init (QhLibraryPage *self)
{
  self->filter = g_strdup ("all");
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
qh_library_page_new (QhStore *store)
{
  g_return_val_if_fail (QH_IS_STORE (store), NULL);

  return g_object_new (QH_TYPE_LIBRARY_PAGE, "store", store, NULL);
}
