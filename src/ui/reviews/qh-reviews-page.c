/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reviews/qh-reviews-page.h"
#include "dialogs/qh-file-dialog.h"
#include "exchange/qh-plan-folder.h"
#include "model/qh-received-plan.h"
#include "model/qh-review.h"
#include "qh-news.h"
#include "qh-report.h"
#include "reviews/qh-received-plan-row.h"
#include "store/qh-backup.h"
#include "store/qh-list-model.h"
#include "store/qh-review-queue.h"
#include "widgets/qh-focus.h"
#include "widgets/qh-header.h"
#include "widgets/qh-record-list.h"
#include "widgets/qh-view-menu.h"
#include "widgets/qh-watch-bar.h"
#include <glib/gi18n-lib.h>

/* What came to be reviewed, and how reviews of one's own plans came back. */
enum { WAITING, CAME_BACK, REVIEWED, ASIDE, N_SECTIONS };

static const struct {
  const char *title, *where, *counter;
} sections[N_SECTIONS] = {
  [WAITING] = { N_ ("Waiting"), "state = 'waiting'", "received_plan.state.waiting" },
  [CAME_BACK] = { N_ ("Came Back to Me"), NULL, "review" },
  [REVIEWED] = { N_ ("Reviewed"), "state = 'reviewed'", "received_plan.state.reviewed" },
  [ASIDE] = { N_ ("Set Aside"), "state = 'aside'", "received_plan.state.aside" },
};

struct _QhReviewsPage {
  AdwBin parent_instance;

  QhViewMenu *views;
  GtkStack *stack;
  AdwBin *place; /* of the list */
  QhRecordList *list;
  GMenuModel *menu;
  GtkWidget *working; /* while a folder is opened */
  QhWatchBar *bar;

  QhStore *store;
  QhListModel *models[N_SECTIONS];
  char *subtitle;
  char *order;
  GCancellable *opening; /* NULL: no folder is opened */
};

G_DEFINE_FINAL_TYPE (QhReviewsPage, qh_reviews_page, ADW_TYPE_BIN)

enum { PROP_STORE = 1, PROP_SUBTITLE, PROP_ORDER, N_PROPS };
static GParamSpec *props[N_PROPS];

guint
qh_reviews_count_waiting (QhStore *store)
{
  g_return_val_if_fail (QH_IS_STORE (store), 0);

  const char *values[] = { sections[WAITING].counter, NULL };

  return (guint)MAX (0, qh_store_count (store, "SELECT n FROM counter WHERE name = ?1", values));
}

static guint
count_of (QhReviewsPage *self, guint section)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->models[section]));
}

/* "3 waiting · 2 came back · 12 reviewed" */
static char *
describe_counts (guint waiting, guint back, guint reviewed)
{
  g_autofree char *open = g_strdup_printf (ngettext ("%u waiting", "%u waiting", waiting), waiting);
  g_autofree char *came = g_strdup_printf (ngettext ("%u came back", "%u came back", back), back);
  g_autofree char *done =
      g_strdup_printf (ngettext ("%u reviewed", "%u reviewed", reviewed), reviewed);

  return back > 0 ? g_strdup_printf ("%s · %s · %s", open, came, done)
                  : g_strdup_printf ("%s · %s", open, done);
}

static void
update (QhReviewsPage *self)
{
  guint n = 0;

  for (guint i = 0; i < N_SECTIONS; i++)
    n += count_of (self, i);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : "empty");
  g_free (self->subtitle);
  self->subtitle = n > 0 ? describe_counts (count_of (self, WAITING), count_of (self, CAME_BACK),
                                            count_of (self, REVIEWED))
                         : NULL;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SUBTITLE]);
}

/* --- What can be done with what is chosen */

/* Of what is chosen, the plans that came; a review that came back is answered in its plan.
 * (transfer full) */
static GPtrArray *
get_chosen_plans (QhReviewsPage *self)
{
  GPtrArray *chosen = qh_record_list_get_chosen (self->list);

  for (guint i = chosen->len; i > 0; i--)
    if (!QH_IS_RECEIVED_PLAN (chosen->pdata[i - 1]))
      g_ptr_array_remove_index (chosen, i - 1);
  return chosen;
}

static void
on_list_chosen (QhReviewsPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  g_autoptr (GPtrArray) chosen = qh_record_list_get_chosen (self->list);
  g_autoptr (GPtrArray) plans = get_chosen_plans (self);
  gboolean some_aside = FALSE, some_not = FALSE;

  for (guint i = 0; i < plans->len; i++) {
    if (QH_RECEIVED_PLAN (plans->pdata[i])->state == QH_RECEIVED_STATE_ASIDE)
      some_aside = TRUE;
    else
      some_not = TRUE;
  }
  gtk_widget_action_set_enabled (widget, "reviews.open", chosen->len == 1);
  gtk_widget_action_set_enabled (widget, "reviews.aside", some_not);
  gtk_widget_action_set_enabled (widget, "reviews.back", some_aside);
  gtk_widget_action_set_enabled (widget, "reviews.delete", plans->len > 0);
}

static void
on_list_open (QhReviewsPage *self, QhRecord *record)
{
  GtkWidget *widget = GTK_WIDGET (self);

  if (QH_IS_REVIEW (record))
    gtk_widget_activate_action (widget, "win.open-meeting", "s", QH_REVIEW (record)->meeting);
  else
    gtk_widget_activate_action (widget, "win.open-received", "s", record->id);
}

static void
on_list_delete (QhReviewsPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "reviews.delete", NULL);
}

static void
open_chosen (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (GPtrArray) chosen = qh_record_list_get_chosen (QH_REVIEWS_PAGE (widget)->list);

  if (chosen->len == 1)
    on_list_open (QH_REVIEWS_PAGE (widget), chosen->pdata[0]);
}

/* As one change: puts @plans into @state, or deletes them where it is 0. */
static gboolean
put_all (QhStore *store, GPtrArray *plans, int state, const char *label, GError **error)
{
  if (!qh_store_begin (store, label, error))
    return FALSE;
  for (guint i = 0; i < plans->len; i++) {
    gboolean done;

    if (state != 0)
      g_object_set (plans->pdata[i], "state", state, NULL);
    done = state != 0 ? qh_store_save (store, plans->pdata[i], error)
                      : qh_store_delete (store, plans->pdata[i], error);
    if (!done) {
      qh_store_rollback (store);
      return FALSE;
    }
  }
  return qh_store_commit (store, error);
}

/* @told: what was done, also the change's name. */
static void
put_chosen (QhReviewsPage *self, GPtrArray *chosen, int state, const char *told)
{
  g_autoptr (GError) error = NULL;

  if (chosen->len == 0)
    return;
  if (put_all (self->store, chosen, state, told, &error))
    qh_report (GTK_WIDGET (self), told, TRUE);
  else
    qh_report_error (GTK_WIDGET (self), error);
}

static void
set_aside (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhReviewsPage *self = QH_REVIEWS_PAGE (widget);
  g_autoptr (GPtrArray) chosen = get_chosen_plans (self);
  g_autofree char *told = g_strdup_printf (
      ngettext ("%u plan set aside", "%u plans set aside", chosen->len), chosen->len);

  put_chosen (self, chosen, QH_RECEIVED_STATE_ASIDE, told);
}

static void
take_back (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhReviewsPage *self = QH_REVIEWS_PAGE (widget);
  g_autoptr (GPtrArray) chosen = get_chosen_plans (self);
  g_autofree char *told =
      g_strdup_printf (ngettext ("%u plan waits", "%u plans wait", chosen->len), chosen->len);

  put_chosen (self, chosen, QH_RECEIVED_STATE_WAITING, told);
}

static void
delete_chosen (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhReviewsPage *self = QH_REVIEWS_PAGE (widget);
  g_autoptr (GPtrArray) chosen = get_chosen_plans (self);
  g_autofree char *told =
      g_strdup_printf (ngettext ("%u plan deleted", "%u plans deleted", chosen->len), chosen->len);

  put_chosen (self, chosen, 0, told);
}

/* --- A folder of plan files */

static void
show_work (QhReviewsPage *self)
{
  gtk_widget_set_visible (self->working, self->opening != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reviews.open-folder", !self->opening);
}

/* "12 plans received · 3 left out" */
static char *
describe_report (const QhImportReport *report)
{
  guint n = report->skipped->len;
  g_autofree char *came = g_strdup_printf (
      ngettext ("%u plan received", "%u plans received", report->added), report->added);
  g_autofree char *left = g_strdup_printf (ngettext ("%u left out", "%u left out", n), n);

  return n > 0 ? g_strdup_printf ("%s · %s", came, left) : g_strdup (came);
}

/* What was left out is told with its reasons. */
static void
tell_left_out (QhReviewsPage *self, const QhImportReport *report)
{
  g_autoptr (GPtrArray) news = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < report->news->len; i++)
    g_ptr_array_add (news, g_strdup (report->news->pdata[i]));
  for (guint i = 0; i < report->skipped->len; i++) {
    const QhSkipped *skipped = report->skipped->pdata[i];
    g_ptr_array_add (news, g_strdup_printf ("%s: %s", skipped->where, skipped->reason));
  }
  qh_news_tell (GTK_WIDGET (self), news);
}

static void
give_up (QhReviewsPage *self, const GError *error)
{
  g_clear_object (&self->opening);
  if (!self->store)
    return;
  show_work (self);
  qh_report_error (GTK_WIDGET (self), error);
}

static void
on_folder_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (QhReviewsPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (QhImportReport) report = qh_plan_folder_import_finish (result, &error);
  g_autofree char *told = report ? describe_report (report) : NULL;

  if (!report || !self->store) {
    give_up (self, error);
    return;
  }
  g_clear_object (&self->opening);
  show_work (self);
  qh_report (GTK_WIDGET (self), told, FALSE);
  tell_left_out (self, report);
}

typedef struct {
  QhReviewsPage *page;
  char *path;
} Opening;

static void
opening_free (Opening *opening)
{
  g_object_unref (opening->page);
  g_free (opening->path);
  g_free (opening);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, opening_free)

/* Whatever comes in, there is a backup of what was there before. */
static void
on_backed_up (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Opening) opening = data;
  QhReviewsPage *self = opening->page;
  QhWatch watch = qh_watch_bar_watch (self->bar, self->opening);
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error) || !self->store)
    give_up (self, error);
  else
    qh_plan_folder_import_async (self->store, opening->path, &watch, on_folder_opened,
                                 g_object_ref (self));
}

static void
back_up (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (qh_store_backup_automatic (QH_STORE (source), TRUE, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_folder_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  QhReviewsPage *self = QH_REVIEWS_PAGE (source);
  g_autoptr (GFile) file = qh_file_dialog_finish (result);

  if (file && g_file_peek_path (file) && self->store)
    qh_reviews_page_open_folder (self, g_file_peek_path (file));
}

static void
open_folder (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const QhFileDialog dialog = { _ ("Open a Folder of Plan Files"), _ ("_Open"), NULL, NULL };

  qh_file_dialog_folder (widget, &dialog, on_folder_chosen, NULL);
}

static void
stop_opening (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_cancellable_cancel (QH_REVIEWS_PAGE (widget)->opening);
}

void
qh_reviews_page_open_folder (QhReviewsPage *self, const char *path)
{
  g_return_if_fail (QH_IS_REVIEWS_PAGE (self));
  g_return_if_fail (path);

  g_autoptr (GTask) task = NULL;
  Opening *opening;

  if (self->opening)
    return;
  self->opening = g_cancellable_new ();
  show_work (self);
  opening = g_new (Opening, 1);
  *opening = (Opening){ g_object_ref (self), g_strdup (path) };
  task = g_task_new (self->store, self->opening, on_backed_up, opening);
  if (qh_store_is_empty (self->store))
    g_task_return_boolean (task, TRUE);
  else
    g_task_run_in_thread (task, back_up);
}

/* --- The list, in an order */

static QhRow *
build_row (gpointer user_data)
{
  return qh_received_plan_row_new (QH_REVIEWS_PAGE (user_data)->store);
}

static void
add_section (QhReviewsPage *self, guint section, const QhQueueOrder *order)
{
  gboolean is_back = section == CAME_BACK;
  QhQuery query = { .entity = is_back ? &qh_review_entity : &qh_received_plan_entity,
                    .where = sections[section].where,
                    .key = is_back ? "at" : order->key,
                    .descending = is_back || order->descending,
                    .counter = sections[section].counter };

  g_clear_object (&self->models[section]);
  self->models[section] = qh_list_model_new (self->store, &query, NULL);
  g_signal_connect_object (self->models[section], "items-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  qh_record_list_add_section (self->list, _ (sections[section].title),
                              g_object_ref (G_LIST_MODEL (self->models[section])));
}

static void
build_list (QhReviewsPage *self, const QhQueueOrder *order)
{
  self->list = g_object_new (QH_TYPE_RECORD_LIST, "menu-model", self->menu, NULL);
  qh_record_list_set_factory (self->list, build_row, self);
  for (guint i = 0; i < N_SECTIONS; i++)
    add_section (self, i, order);
  g_signal_connect_object (self->list, "open", G_CALLBACK (on_list_open), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "delete", G_CALLBACK (on_list_delete), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "chosen", G_CALLBACK (on_list_chosen), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (self->place, GTK_WIDGET (self->list));
}

static void
set_order (QhReviewsPage *self, const char *key)
{
  for (const QhQueueOrder *order = qh_queue_orders; order->key; order++) {
    if (!g_str_equal (order->key, key) || g_strcmp0 (self->order, key) == 0)
      continue;
    g_free (self->order);
    self->order = g_strdup (key);
    build_list (self, order);
    update (self);
    on_list_chosen (self);
    qh_queue_set_order (self->store, order, NULL);
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ORDER]);
  }
}

static gboolean
qh_reviews_page_grab_focus (GtkWidget *widget)
{
  return qh_focus_hand_on (widget, GTK_WIDGET (QH_REVIEWS_PAGE (widget)->list));
}

static void
qh_reviews_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QhReviewsPage *self = QH_REVIEWS_PAGE (object);

  switch (id) {
  case PROP_STORE:
    g_value_set_object (value, self->store);
    break;
  case PROP_SUBTITLE:
    g_value_set_string (value, self->subtitle);
    break;
  case PROP_ORDER:
    g_value_set_string (value, self->order);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_reviews_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  QhReviewsPage *self = QH_REVIEWS_PAGE (object);

  if (id == PROP_STORE)
    self->store = g_value_dup_object (value);
  else
    set_order (self, g_value_get_string (value));
}

static void
qh_reviews_page_constructed (GObject *object)
{
  QhReviewsPage *self = QH_REVIEWS_PAGE (object);

  G_OBJECT_CLASS (qh_reviews_page_parent_class)->constructed (object);

  set_order (self, qh_queue_get_order (self->store)->key);
  qh_view_menu_add_property (self->views, "order", self, "order");
  qh_view_menu_set_initial (self->views, "order", self->order);
  qh_view_menu_start (self->views, self->store, GTK_WIDGET (self), "reviews");
}

static void
qh_reviews_page_dispose (GObject *object)
{
  QhReviewsPage *self = QH_REVIEWS_PAGE (object);

  g_cancellable_cancel (self->opening);
  for (guint i = 0; i < N_SECTIONS; i++)
    g_clear_object (&self->models[i]);
  g_clear_object (&self->store);
  g_clear_pointer (&self->subtitle, g_free);
  g_clear_pointer (&self->order, g_free);

  G_OBJECT_CLASS (qh_reviews_page_parent_class)->dispose (object);
}

static void
install (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "reviews.open", NULL, open_chosen);
  gtk_widget_class_install_action (klass, "reviews.aside", NULL, set_aside);
  gtk_widget_class_install_action (klass, "reviews.back", NULL, take_back);
  gtk_widget_class_install_action (klass, "reviews.delete", NULL, delete_chosen);
  gtk_widget_class_install_action (klass, "reviews.open-folder", NULL, open_folder);
  gtk_widget_class_install_action (klass, "reviews.stop", NULL, stop_opening);
  gtk_widget_class_install_property_action (klass, "reviews.order", "order");
  g_type_ensure (QH_TYPE_VIEW_MENU);
  g_type_ensure (QH_TYPE_HEADER);
  g_type_ensure (QH_TYPE_WATCH_BAR);
  gtk_widget_class_set_template_from_resource (
      klass, "/io/github/quarterhour/Quarterhour/ui/reviews/reviews-page.ui");
  gtk_widget_class_bind_template_child (klass, QhReviewsPage, stack);
  gtk_widget_class_bind_template_child (klass, QhReviewsPage, views);
  gtk_widget_class_bind_template_child (klass, QhReviewsPage, place);
  gtk_widget_class_bind_template_child (klass, QhReviewsPage, menu);
  gtk_widget_class_bind_template_child (klass, QhReviewsPage, working);
  gtk_widget_class_bind_template_child (klass, QhReviewsPage, bar);
}

static void
qh_reviews_page_class_init (QhReviewsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = qh_reviews_page_get_property;
  object_class->set_property = qh_reviews_page_set_property;
  object_class->constructed = qh_reviews_page_constructed;
  object_class->dispose = qh_reviews_page_dispose;
  widget_class->grab_focus = qh_reviews_page_grab_focus;

  props[PROP_STORE] =
      g_param_spec_object ("store", NULL, NULL, QH_TYPE_STORE,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_SUBTITLE] =
      g_param_spec_string ("subtitle", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_ORDER] =
      g_param_spec_string ("order", NULL, NULL, NULL,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  install (widget_class);
}

static void
qh_reviews_page_init (QhReviewsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
qh_reviews_page_new (QhStore *store)
{
  g_return_val_if_fail (QH_IS_STORE (store), NULL);

  return g_object_new (QH_TYPE_REVIEWS_PAGE, "store", store, NULL);
}
