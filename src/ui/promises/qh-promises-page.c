/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "promises/qh-promises-page.h"
#include "base/qh-text.h"
#include "paper/qh-trust-bar.h"
#include "promises/qh-promise-actions.h"
#include "promises/qh-promise-deeds.h"
#include "promises/qh-promise-figures.h"
#include "promises/qh-promise-row.h"
#include "qh-closures.h"
#include "store/qh-promises.h"
#include "store/qh-trust-schema.h"
#include "widgets/qh-box.h"
#include "widgets/qh-client-chooser.h"
#include "widgets/qh-focus.h"
#include "widgets/qh-header.h"
#include "widgets/qh-paint.h"
#include "widgets/qh-pareto-view.h"
#include "widgets/qh-plain-row.h"
#include "widgets/qh-promise-text.h"
#include "widgets/qh-record-finder.h"
#include "widgets/qh-view-menu.h"
#include "widgets/qh-wrap-layout.h"
#include <glib/gi18n-lib.h>

/* So many reasons have a bar of their own, and so many public promises are listed. */
#define REASONS 6
#define PUBLIC_MAX 12

/* What stands in the list, each with its heading; ?1 today. Without a day they stand as they were
 * made. */
static const struct {
  const char *title, *where, *key, *counter;
  gboolean descending;
} sections[] = {
  { N_ ("Overdue"), "status = 'open' AND due < ?1", "due", NULL, FALSE },
  { N_ ("Due"), "status = 'open' AND due >= ?1", "due", NULL, FALSE },
  { N_ ("Without a Day"), "status = 'open' AND due IS NULL", "id", NULL, TRUE },
  { N_ ("Kept"), "status = 'kept'", "due", "promise.status.kept", TRUE },
  { N_ ("Broken"), "status = 'broken'", "due", "promise.status.broken", TRUE },
};

enum { OVERDUE, DUE, WITHOUT_DAY, KEPT, BROKEN, N_SECTIONS };

/* ?1 today, ?2 the kind, ?3 what is searched for, ?4 a client, ?5 whether a reason counts, ?6 it;
 * each empty for any. */
#define SORT_IS(sort) QH_TRUST_PROMISE_SORT ("") " IS '" sort "'"
#define KIND                                                                    \
  "CASE ?2 WHEN 'overdue' THEN " SORT_IS ("due") " AND " QH_TRUST_PROMISE_DAY ( \
      "") " < ?1 "                                                              \
          "WHEN 'late' THEN " SORT_IS (                                         \
              "late") " WHEN 'personal' THEN NOT public "                       \
                      "WHEN 'public' THEN public WHEN 'moved' THEN moves > 0 "  \
                      "WHEN 'withdrawn' THEN status = 'withdrawn' ELSE 1 END"
#define WORDS                                                                         \
  "(?3 = '' OR instr (what_key, ?3) OR instr (lower (coalesce (person, '')), ?3) OR " \
  "client IN (SELECT id FROM client WHERE instr (name_key, ?3)))"
#define WHOM "(?4 = '' OR client = ?4)"
#define REASON \
  "(?5 = '' OR status = 'broken' AND lower (trim (coalesce (reason, ''))) = lower (?6))"

struct _QhPromisesPage {
  AdwBin parent_instance;

  QhHeader *header;
  GtkSearchEntry *search;
  QhClientChooser *client;
  GtkButton *reason_button;
  QhRecordFinder *finder;
  QhViewMenu *views;
  AdwFlap *flap;
  AdwActionRow *trust_row;
  GtkDrawingArea *bar;
  QhParetoView *pareto;
  GtkStack *reasons;
  GtkListBox *said;
  GtkWidget *said_group;

  QhStore *store;
  QhListModel *models[N_SECTIONS]; /* the finder's */
  QhTrust *trust; /* NULL: it could not be read */
  char *subtitle, *kind, *reason, *today;
  QhEntities changed; /* since it was counted */
  guint idle;
};

G_DEFINE_FINAL_TYPE (QhPromisesPage, qh_promises_page, ADW_TYPE_BIN)

enum { PROP_STORE = 1, PROP_SUBTITLE, PROP_KIND, N_PROPS };
static GParamSpec *props[N_PROPS];

static guint
count_of (QhPromisesPage *self, guint section)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->models[section]));
}

/* --- The figures */

/* "2 overdue · 7 due · kept 21 of 24, 87.5 %" */
static char *
describe_figures (QhPromisesPage *self)
{
  guint overdue = count_of (self, OVERDUE), due = count_of (self, DUE);
  g_autofree char *late =
      overdue > 0 ? g_strdup_printf (ngettext ("%u overdue", "%u overdue", overdue), overdue)
                  : NULL;
  g_autofree char *open = g_strdup_printf (ngettext ("%u due", "%u due", due), due);
  g_autofree char *counts = qh_closure_join (NULL, late, open);
  g_autofree char *kept = self->trust ? qh_promise_kept_label (self->trust) : NULL;

  return qh_record_finder_count (self->finder) > 0 ? qh_closure_join (NULL, counts, kept) : NULL;
}

static void
draw_bar (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer user_data)
{
  QhPromisesPage *self = user_data;

  if (self->trust)
    qh_trust_bar_paint (self->trust, cr, width, height, qh_widget_palette (GTK_WIDGET (area)));
}

static void
show_trust (QhPromisesPage *self)
{
  g_autofree char *sentence = NULL;
  g_autofree char *title = NULL;

  g_clear_pointer (&self->trust, qh_trust_free);
  if (!qh_store_trust_figures (self->store, NULL, &self->trust, NULL))
    return;
  sentence = qh_trust_sentence (self->trust);
  /* Translators: whether clients may be asked for anything: "Trust · Gate: Closed" */
  title = g_strdup_printf (_ ("Trust · Gate: %s"), qh_gate_label (self->trust->gate));
  qh_plain_row_set_text (self->trust_row, title, sentence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  sentence, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self->bar));
}

/* A day later other promises are overdue. */
static void
follow_day (QhPromisesPage *self)
{
  g_autofree char *today = qh_clock_today (qh_store_get_clock (self->store));
  const char *values[] = { today, NULL };

  if (g_strcmp0 (today, self->today) == 0)
    return;
  g_free (self->today);
  self->today = g_steal_pointer (&today);
  values[0] = self->today;
  for (guint i = 0; i <= DUE; i++)
    qh_list_model_set_values (self->models[i], values);
}

static void
update (QhPromisesPage *self)
{
  follow_day (self);
  show_trust (self);
  g_free (self->subtitle);
  self->subtitle = describe_figures (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SUBTITLE]);
}

/* --- Beside the list: why promises broke, and what is said to everybody */

static gint64
count_frictions (QhStore *store, const char *promise)
{
  const char *values[] = { promise, NULL };

  return qh_store_count (store,
                         "SELECT count (*) FROM friction WHERE promise = ?1 AND status IN ('open', "
                         "'fixing')",
                         values);
}

static void
append_said (QhPromisesPage *self, QhPromise *promise)
{
  const QhClock *clock = qh_store_get_clock (self->store);
  gint64 n = count_frictions (self->store, QH_RECORD (promise)->id);
  g_autofree char *today = qh_clock_today (clock);
  gboolean is_bad;
  g_autofree char *state = qh_promise_state_label (promise, today, qh_clock_now (clock), &is_bad);
  g_autofree char *broken =
      n > 0 ? g_strdup_printf (
                  ngettext ("%d open friction breaks it", "%d open frictions break it", (gulong)n),
                  (int)n)
            : NULL;
  g_autofree char *subtitle = qh_closure_join (NULL, state, broken);
  GtkWidget *row = qh_plain_row_new (promise->what, subtitle);

  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", QH_RECORD (promise)->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-promise");
  gtk_list_box_append (self->said, row);
}

static void
show_said (QhPromisesPage *self)
{
  g_autoptr (GPtrArray) promises = qh_store_list_public_promises (self->store, PUBLIC_MAX, NULL);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->said))))
    gtk_list_box_remove (self->said, row);
  for (guint i = 0; promises && i < promises->len; i++)
    append_said (self, g_ptr_array_index (promises, i));
  gtk_widget_set_visible (self->said_group, promises && promises->len > 0);
}

static void
show_panel (QhPromisesPage *self)
{
  QhPareto *pareto = qh_promise_read_reasons (self->store, REASONS);

  gtk_stack_set_visible_child_name (self->reasons, pareto->bars->len > 0 ? "reasons" : "nothing");
  qh_pareto_view_show (self->pareto, pareto);
  show_said (self);
}

static gboolean
on_idle (gpointer user_data)
{
  QhPromisesPage *self = user_data;

  self->idle = 0;
  show_panel (self);
  return G_SOURCE_REMOVE;
}

static void
catch_up (QhPromisesPage *self)
{
  QhEntities beside = QH_ENTITY_BIT (&qh_promise_entity) | QH_ENTITY_BIT (&qh_friction_entity);
  QhEntities changed = self->changed;

  self->changed = 0;
  if ((changed & QH_TRUST_ENTITIES) != 0)
    update (self);
  else
    follow_day (self);
  /* Behind drawing: of very many promises it takes a moment. */
  if ((changed & beside) != 0 && self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_LOW, on_idle, self, NULL);
}

/* Out of sight nothing is counted: that is for when the page comes back. */
static void
on_store_changed (QhPromisesPage *self, guint64 entities)
{
  self->changed |= entities;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    catch_up (self);
}

static void
qh_promises_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (qh_promises_page_parent_class)->map (widget);

  catch_up (QH_PROMISES_PAGE (widget));
}

/* --- Searching and filtering */

static void
on_narrow (QhPromisesPage *self)
{
  static const QhQuery query = { .entity = &qh_promise_entity,
                                 .where = KIND " AND " WORDS " AND " WHOM " AND " REASON,
                                 .key = "made",
                                 .descending = TRUE };
  g_autofree char *words = qh_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  gboolean of_client = g_str_equal (self->kind, "client");
  QhClient *client = of_client ? qh_client_chooser_get_client (self->client) : NULL;
  const char *values[] = { self->today,
                           self->kind,
                           words,
                           client ? QH_RECORD (client)->id : "",
                           self->reason ? "1" : "",
                           self->reason ? self->reason : "",
                           NULL };

  if (!self->store)
    return;
  if (!g_str_equal (self->kind, "all") || *words || self->reason)
    qh_record_finder_narrow (self->finder, &query, values);
  else
    qh_record_finder_widen (self->finder);
}

static void
set_kind (QhPromisesPage *self, const char *kind)
{
  if (g_strcmp0 (self->kind, kind) == 0)
    return;
  g_free (self->kind);
  self->kind = g_strdup (kind);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_KIND]);
  on_narrow (self);
  if (g_str_equal (kind, "client"))
    gtk_widget_child_focus (GTK_WIDGET (self->client), GTK_DIR_TAB_FORWARD);
}

static void
set_reason (QhPromisesPage *self, const char *reason)
{
  g_autofree char *shown =
      reason ? qh_text_shorten (*reason ? reason : _ ("No reason given"), 40) : NULL;
  g_autofree char *label = shown ? g_strdup_printf (_ ("Broken: %s"), shown) : NULL;

  g_free (self->reason);
  self->reason = g_strdup (reason);
  if (label)
    gtk_button_set_label (self->reason_button, label);
  gtk_widget_set_visible (GTK_WIDGET (self->reason_button), reason != NULL);
  on_narrow (self);
}

static void
any_reason (GtkWidget *widget, const char *action, GVariant *parameter)
{
  set_reason (QH_PROMISES_PAGE (widget), NULL);
}

/* Where the panel lies over the list it makes way. */
static void
on_reason (QhPromisesPage *self, const char *reason)
{
  set_reason (self, reason);
  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->finder));
}

/* --- What can be done with what is chosen */

static QhRow *
build_row (gpointer user_data)
{
  return qh_promise_row_new (QH_PROMISES_PAGE (user_data)->store);
}

static void
on_list_chosen (QhPromisesPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  guint n = qh_record_finder_get_n_selected (self->finder);
  g_autoptr (QhRecord) record = qh_record_finder_get_one (self->finder);
  QhPromise *one = record ? QH_PROMISE (record) : NULL;
  gboolean is_open = one && one->status == QH_PROMISE_STATUS_OPEN;

  gtk_widget_action_set_enabled (widget, "promises.open", n <= 1);
  gtk_widget_action_set_enabled (widget, "promises.keep", is_open);
  gtk_widget_action_set_enabled (widget, "promises.break", is_open);
  gtk_widget_action_set_enabled (widget, "promises.withdraw", is_open);
  gtk_widget_action_set_enabled (widget, "promises.move",
                                 one && qh_promise_can_move (self->store, one));
  gtk_widget_action_set_enabled (widget, "promises.reopen", one && !is_open);
}

static void
on_list_open (QhPromisesPage *self, QhRecord *promise)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-promise", "s", promise->id);
}

static void
on_list_delete (QhPromisesPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "promises.delete", NULL);
}

static void
open_chosen (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (QhRecord) promise = qh_record_finder_get_one (QH_PROMISES_PAGE (widget)->finder);

  if (promise)
    on_list_open (QH_PROMISES_PAGE (widget), promise);
}

static void
act (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhPromisesPage *self = QH_PROMISES_PAGE (widget);
  g_autoptr (GPtrArray) chosen = qh_record_finder_get_chosen (self->finder);

  qh_promise_act (widget, self->store, chosen, strchr (action, '.') + 1);
}

static void
add (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.new-promise", NULL);
}

static gboolean
qh_promises_page_grab_focus (GtkWidget *widget)
{
  return qh_focus_hand_on (widget, GTK_WIDGET (QH_PROMISES_PAGE (widget)->finder));
}

static void
qh_promises_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QhPromisesPage *self = QH_PROMISES_PAGE (object);

  switch (id) {
  case PROP_STORE:
    g_value_set_object (value, self->store);
    break;
  case PROP_SUBTITLE:
    g_value_set_string (value, self->subtitle);
    break;
  case PROP_KIND:
    g_value_set_string (value, self->kind);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_promises_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  QhPromisesPage *self = QH_PROMISES_PAGE (object);

  switch (id) {
  case PROP_STORE:
    self->store = g_value_dup_object (value);
    break;
  case PROP_KIND:
    set_kind (self, g_value_get_string (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
build_list (QhPromisesPage *self)
{
  const char *values[] = { self->today, NULL };

  qh_record_finder_set_rows (self->finder, self->store, build_row, self);
  qh_record_finder_set_search (self->finder, self->search, GTK_WIDGET (self));
  for (guint i = 0; i < N_SECTIONS; i++) {
    QhQuery query = { .entity = &qh_promise_entity,
                      .where = sections[i].where,
                      .key = sections[i].key,
                      .descending = sections[i].descending,
                      .counter = sections[i].counter,
                      .has_key = i <= DUE };
    self->models[i] = qh_record_finder_add_section (self->finder, _ (sections[i].title), &query,
                                                    i <= DUE ? values : NULL);
  }
}

static void
qh_promises_page_constructed (GObject *object)
{
  QhPromisesPage *self = QH_PROMISES_PAGE (object);

  G_OBJECT_CLASS (qh_promises_page_parent_class)->constructed (object);

  self->today = qh_clock_today (qh_store_get_clock (self->store));
  gtk_drawing_area_set_draw_func (self->bar, draw_bar, self, NULL);
  qh_widget_follow_style (GTK_WIDGET (self->bar));
  build_list (self);
  g_signal_connect_object (self->store, "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  self->changed = G_MAXUINT64;
  catch_up (self);
  on_list_chosen (self);
  qh_view_menu_add_entry (self->views, "search", GTK_EDITABLE (self->search));
  qh_view_menu_add_property (self->views, "kind", self, "kind");
  qh_view_menu_add_client (self->views, "client", self->client);
  qh_view_menu_start (self->views, self->store, GTK_WIDGET (self), "promises");
}

static void
qh_promises_page_dispose (GObject *object)
{
  QhPromisesPage *self = QH_PROMISES_PAGE (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->trust, qh_trust_free);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qh_promises_page_parent_class)->dispose (object);
}

static void
qh_promises_page_finalize (GObject *object)
{
  QhPromisesPage *self = QH_PROMISES_PAGE (object);

  g_free (self->subtitle);
  g_free (self->kind);
  g_free (self->reason);
  g_free (self->today);

  G_OBJECT_CLASS (qh_promises_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  g_type_ensure (QH_TYPE_VIEW_MENU);
  g_type_ensure (QH_TYPE_BOX);
  g_type_ensure (QH_TYPE_CLIENT_CHOOSER);
  g_type_ensure (QH_TYPE_HEADER);
  g_type_ensure (QH_TYPE_PARETO_VIEW);
  g_type_ensure (QH_TYPE_RECORD_FINDER);
  g_type_ensure (QH_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      klass, "/io/github/quarterhour/Quarterhour/ui/promises/promises-page.ui");
  gtk_widget_class_bind_template_child (klass, QhPromisesPage, header);
  gtk_widget_class_bind_template_child (klass, QhPromisesPage, views);
  gtk_widget_class_bind_template_child (klass, QhPromisesPage, search);
  gtk_widget_class_bind_template_child (klass, QhPromisesPage, client);
  gtk_widget_class_bind_template_child (klass, QhPromisesPage, reason_button);
  gtk_widget_class_bind_template_child (klass, QhPromisesPage, finder);
  gtk_widget_class_bind_template_child (klass, QhPromisesPage, flap);
  gtk_widget_class_bind_template_child (klass, QhPromisesPage, trust_row);
  gtk_widget_class_bind_template_child (klass, QhPromisesPage, bar);
  gtk_widget_class_bind_template_child (klass, QhPromisesPage, pareto);
  gtk_widget_class_bind_template_child (klass, QhPromisesPage, reasons);
  gtk_widget_class_bind_template_child (klass, QhPromisesPage, said);
  gtk_widget_class_bind_template_child (klass, QhPromisesPage, said_group);
  gtk_widget_class_bind_template_callback (klass, on_narrow);
  gtk_widget_class_bind_template_callback (klass, on_reason);
  gtk_widget_class_bind_template_callback (klass, on_list_open);
  gtk_widget_class_bind_template_callback (klass, on_list_delete);
  gtk_widget_class_bind_template_callback (klass, on_list_chosen);
  qh_closures_bind (klass);
}

static void
install_actions (GtkWidgetClass *klass)
{
  static const char *const deeds[] = { "promises.keep",     "promises.break",  "promises.move",
                                       "promises.withdraw", "promises.reopen", "promises.delete" };

  for (guint i = 0; i < G_N_ELEMENTS (deeds); i++)
    gtk_widget_class_install_action (klass, deeds[i], NULL, act);
  gtk_widget_class_install_action (klass, "promises.open", NULL, open_chosen);
  gtk_widget_class_install_action (klass, "promises.any-reason", NULL, any_reason);
  gtk_widget_class_install_property_action (klass, "promises.kind", "kind");
  gtk_widget_class_install_action (klass, "page.new", NULL, add);
}

static void
qh_promises_page_class_init (QhPromisesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = qh_promises_page_get_property;
  object_class->set_property = qh_promises_page_set_property;
  object_class->constructed = qh_promises_page_constructed;
  object_class->dispose = qh_promises_page_dispose;
  object_class->finalize = qh_promises_page_finalize;
  widget_class->grab_focus = qh_promises_page_grab_focus;
  widget_class->map = qh_promises_page_map;

  props[PROP_STORE] =
      g_param_spec_object ("store", NULL, NULL, QH_TYPE_STORE,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_SUBTITLE] =
      g_param_spec_string ("subtitle", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_KIND] =
      g_param_spec_string ("kind", NULL, NULL, "all",
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  install_actions (widget_class);
  bind_template (widget_class);
}

static void
qh_promises_page_init (QhPromisesPage *self)
{
  self->kind = g_strdup ("all");
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
qh_promises_page_new (QhStore *store)
{
  g_return_val_if_fail (QH_IS_STORE (store), NULL);

  return g_object_new (QH_TYPE_PROMISES_PAGE, "store", store, NULL);
}

void
qh_promises_page_settle (QhPromisesPage *self)
{
  g_return_if_fail (QH_IS_PROMISES_PAGE (self));

  g_clear_handle_id (&self->idle, g_source_remove);
  show_panel (self);
}
