/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "today/qh-today-page.h"
#include "log/qh-log-entry.h"
#include "qh-closures.h"
#include "today/qh-today-group.h"
#include "widgets/qh-focus.h"
#include "widgets/qh-header.h"
#include "widgets/qh-later.h"

/* How often it is looked for what time has brought, in seconds. */
#define LOOK_EVERY 60

/* The first groups with so many rows are on the screen before the others are read: a row costs some
 * milliseconds of the start. */
#define ROWS_AT_ONCE 3

struct _QhTodayPage {
  AdwBin parent_instance;

  GtkStack *stack;
  GtkBox *column;
  QhLogEntry *entry;

  QhStore *store;
  QhFiguresCache *cache;
  QhTodayGroup *groups[QH_N_TODAY];
  char *subtitle;
  guint timeout; /* while it is on the screen */
  int n_filled; /* groups, from above */
  guint idle; /* the others come */
};

G_DEFINE_FINAL_TYPE (QhTodayPage, qh_today_page, ADW_TYPE_BIN)

enum { PROP_STORE = 1, PROP_SUBTITLE, N_PROPS };
static GParamSpec *props[N_PROPS];

guint
qh_today_page_count (QhStore *store)
{
  g_return_val_if_fail (QH_IS_STORE (store), 0);

  const QhClock *at = qh_store_get_clock (store);

  return qh_today_count (store, at, QH_TODAY_MEETINGS) +
         qh_today_count (store, at, QH_TODAY_DEBRIEFS) +
         qh_today_count (store, at, QH_TODAY_PROMISES);
}

/* --- What is shown */

/* The day, which is another one after midnight. */
static void
show_day (QhTodayPage *self)
{
  const QhClock *clock = qh_store_get_clock (self->store);
  g_autoptr (GTimeZone) zone = qh_clock_zone (clock);
  g_autofree char *today = qh_clock_today (clock);
  g_autofree char *label = qh_date_label (today, qh_clock_now (clock), zone);

  if (g_strcmp0 (label, self->subtitle) == 0)
    return;
  g_free (self->subtitle);
  self->subtitle = g_steal_pointer (&label);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SUBTITLE]);
}

static void
choose_view (QhTodayPage *self)
{
  gboolean is_empty = TRUE;

  for (int i = 0; i < QH_N_TODAY; i++)
    is_empty = is_empty && qh_today_group_count (self->groups[i]) == 0;
  gtk_stack_set_visible_child_name (self->stack, is_empty ? "empty" : "day");
}

/* The next groups, until there are @most rows in them or all are filled. */
static void
fill (QhTodayPage *self, guint most)
{
  const QhClock *clock = qh_store_get_clock (self->store);

  for (guint rows = 0; self->n_filled < QH_N_TODAY && rows < most; self->n_filled++) {
    QhTodayGroup *group = self->groups[self->n_filled];
    qh_today_group_update (group, clock);
    rows += qh_today_group_count (group);
  }
  choose_view (self);
}

static gboolean
on_idle (gpointer user_data)
{
  QhTodayPage *self = user_data;

  self->idle = 0;
  fill (self, G_MAXUINT);
  return G_SOURCE_REMOVE;
}

/* The first time what is in view comes first. */
static void
update (QhTodayPage *self)
{
  gboolean is_first = self->n_filled == 0;

  show_day (self);
  self->n_filled = 0;
  fill (self, is_first ? ROWS_AT_ONCE : G_MAXUINT);
  if (self->n_filled < QH_N_TODAY && self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_LOW, on_idle, self, NULL);
}

static gboolean
on_timeout (gpointer user_data)
{
  update (user_data);
  return G_SOURCE_CONTINUE;
}

/* Out of sight nothing is read: that is for when the page comes back. */
static void
on_store_changed (QhTodayPage *self, guint64 entities)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  for (int i = 0; i < QH_N_TODAY; i++)
    qh_today_group_follow (self->groups[i], qh_store_get_clock (self->store), entities);
  choose_view (self);
}

static void
qh_today_page_map (GtkWidget *widget)
{
  QhTodayPage *self = QH_TODAY_PAGE (widget);

  update (self);
  qh_figures_cache_set_resting (self->cache, FALSE);
  self->timeout = g_timeout_add_seconds (LOOK_EVERY, on_timeout, self);

  GTK_WIDGET_CLASS (qh_today_page_parent_class)->map (widget);
}

static void
qh_today_page_unmap (GtkWidget *widget)
{
  QhTodayPage *self = QH_TODAY_PAGE (widget);

  g_clear_handle_id (&self->timeout, g_source_remove);
  qh_figures_cache_set_resting (self->cache, TRUE);

  GTK_WIDGET_CLASS (qh_today_page_parent_class)->unmap (widget);
}

/* The first row; where nothing waits, what is offered then. */
static gboolean
qh_today_page_grab_focus (GtkWidget *widget)
{
  QhTodayPage *self = QH_TODAY_PAGE (widget);

  if (qh_focus_is_within (widget))
    return FALSE;
  for (int i = 0; i < QH_N_TODAY; i++)
    if (gtk_widget_get_visible (GTK_WIDGET (self->groups[i])) &&
        gtk_widget_grab_focus (GTK_WIDGET (self->groups[i])))
      return TRUE;
  return gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

static void
qh_today_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QhTodayPage *self = QH_TODAY_PAGE (object);

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
qh_today_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id) {
  case PROP_STORE:
    QH_TODAY_PAGE (object)->store = g_value_dup_object (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_today_page_constructed (GObject *object)
{
  QhTodayPage *self = QH_TODAY_PAGE (object);

  G_OBJECT_CLASS (qh_today_page_parent_class)->constructed (object);

  self->cache = qh_figures_cache_new (self->store);
  for (int i = 0; i < QH_N_TODAY; i++) {
    self->groups[i] =
        QH_TODAY_GROUP (qh_today_group_new (self->store, self->cache, (QhTodaySection)i));
    gtk_box_append (self->column, GTK_WIDGET (self->groups[i]));
  }
  g_signal_connect_object (self->store, "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  show_day (self);
}

static void
qh_today_page_dispose (GObject *object)
{
  QhTodayPage *self = QH_TODAY_PAGE (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_object (&self->cache);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qh_today_page_parent_class)->dispose (object);
}

static void
qh_today_page_finalize (GObject *object)
{
  g_free (QH_TODAY_PAGE (object)->subtitle);

  G_OBJECT_CLASS (qh_today_page_parent_class)->finalize (object);
}

static void
qh_today_page_class_init (QhTodayPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = qh_today_page_get_property;
  object_class->set_property = qh_today_page_set_property;
  object_class->constructed = qh_today_page_constructed;
  object_class->dispose = qh_today_page_dispose;
  object_class->finalize = qh_today_page_finalize;
  widget_class->grab_focus = qh_today_page_grab_focus;
  widget_class->map = qh_today_page_map;
  widget_class->unmap = qh_today_page_unmap;

  props[PROP_STORE] =
      g_param_spec_object ("store", NULL, NULL, QH_TYPE_STORE,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_SUBTITLE] =
      g_param_spec_string ("subtitle", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (QH_TYPE_HEADER);
  g_type_ensure (QH_TYPE_LATER);
  g_type_ensure (QH_TYPE_LOG_ENTRY);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/today/today-page.ui");
  gtk_widget_class_bind_template_child (widget_class, QhTodayPage, stack);
  gtk_widget_class_bind_template_child (widget_class, QhTodayPage, column);
  gtk_widget_class_bind_template_child (widget_class, QhTodayPage, entry);
  qh_closures_bind (widget_class);
}

static void
qh_today_page_init (QhTodayPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
qh_today_page_new (QhStore *store)
{
  g_return_val_if_fail (QH_IS_STORE (store), NULL);

  return g_object_new (QH_TYPE_TODAY_PAGE, "store", store, NULL);
}
