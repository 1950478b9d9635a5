/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/qh-record-finder.h"
#include "widgets/qh-focus.h"
#include <glib/gi18n-lib.h>

struct _QhRecordFinder {
  AdwBin parent_instance;

  GtkStack *stack;
  QhRecordList *list;
  QhRecordList *found; /* NULL until something is searched for, and so is its model */
  GtkWidget *empty;
  GtkSearchEntry *search;
  GMenuModel *menu_model;
  char *hint;

  QhStore *store;
  QhRowFactory factory;
  gpointer factory_data;
  GPtrArray *models;
  QhListModel *found_model;
  const QhEntity *entity;
  gboolean is_narrowed;
};

G_DEFINE_FINAL_TYPE (QhRecordFinder, qh_record_finder, ADW_TYPE_BIN)

enum { PROP_MENU_MODEL = 1, PROP_HINT, PROP_EMPTY, PROP_VIEW, N_PROPS };
static GParamSpec *props[N_PROPS];

enum { SIGNAL_NARROW, SIGNAL_OPEN, SIGNAL_DELETE, SIGNAL_CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

/* --- What is seen */

/* There may be some that stand in no section: what is retired, what is accepted. */
static gboolean
is_empty (QhRecordFinder *self)
{
  const char *values[] = { self->entity ? self->entity->name : "", NULL };

  return qh_record_finder_count (self) == 0 &&
         qh_store_count (self->store, "SELECT n FROM counter WHERE name = ?1", values) <= 0;
}

static const char *
choose_view (QhRecordFinder *self)
{
  if (is_empty (self))
    return "empty";
  if (!self->is_narrowed)
    return "list";
  return g_list_model_get_n_items (G_LIST_MODEL (self->found_model)) > 0 ? "found" : "nothing";
}

/* Built when it is first needed, and so is the list of what is found: a page opens without. */
static void
build_nothing (QhRecordFinder *self)
{
  GtkWidget *page = g_object_new (ADW_TYPE_STATUS_PAGE, "icon-name", "system-search-symbolic",
                                  "title", _ ("Nothing Found"), "description", self->hint, NULL);

  gtk_stack_add_named (self->stack, page, "nothing");
}

static void
update (QhRecordFinder *self)
{
  const char *view = choose_view (self);

  if (g_str_equal (view, "nothing") && !gtk_stack_get_child_by_name (self->stack, view))
    build_nothing (self);
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), view) == 0)
    return;
  gtk_stack_set_visible_child_name (self->stack, view);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_VIEW]);
}

/* --- The lists */

static void
on_open (QhRecordFinder *self, QhRecord *record)
{
  g_signal_emit (self, signals[SIGNAL_OPEN], 0, record);
}

static void
on_delete (QhRecordFinder *self)
{
  g_signal_emit (self, signals[SIGNAL_DELETE], 0);
}

static void
on_chosen (QhRecordFinder *self)
{
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

static QhRecordList *
build_list (QhRecordFinder *self, const char *name)
{
  QhRecordList *list = g_object_new (QH_TYPE_RECORD_LIST, "menu-model", self->menu_model, NULL);

  g_signal_connect_object (list, "open", G_CALLBACK (on_open), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "delete", G_CALLBACK (on_delete), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "chosen", G_CALLBACK (on_chosen), self, G_CONNECT_SWAPPED);
  qh_record_list_set_factory (list, self->factory, self->factory_data);
  gtk_stack_add_named (self->stack, GTK_WIDGET (list), name);
  return list;
}

static QhListModel *
build_model (QhRecordFinder *self, const QhQuery *query, const char *const *values)
{
  QhListModel *model = qh_list_model_new (self->store, query, values);

  g_signal_connect_object (model, "items-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  return model;
}

static QhRecordList *
get_list (QhRecordFinder *self)
{
  const char *name = gtk_stack_get_visible_child_name (self->stack);

  return g_strcmp0 (name, "found") == 0 ? self->found : self->list;
}

/* --- Searching */

static void
on_search_changed (QhRecordFinder *self)
{
  g_signal_emit (self, signals[SIGNAL_NARROW], 0);
}

static void
on_search_stopped (QhRecordFinder *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static gboolean
qh_record_finder_grab_focus (GtkWidget *widget)
{
  return qh_focus_hand_on (widget, GTK_WIDGET (get_list (QH_RECORD_FINDER (widget))));
}

static void
set_empty (QhRecordFinder *self, GtkWidget *empty)
{
  if (empty)
    gtk_stack_add_named (self->stack, empty, "empty");
  self->empty = empty;
}

static void
qh_record_finder_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QhRecordFinder *self = QH_RECORD_FINDER (object);

  switch (id) {
  case PROP_MENU_MODEL:
    g_value_set_object (value, self->menu_model);
    break;
  case PROP_HINT:
    g_value_set_string (value, self->hint);
    break;
  case PROP_EMPTY:
    g_value_set_object (value, self->empty);
    break;
  case PROP_VIEW:
    g_value_set_string (value, gtk_stack_get_visible_child_name (self->stack));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_record_finder_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  QhRecordFinder *self = QH_RECORD_FINDER (object);

  switch (id) {
  case PROP_MENU_MODEL:
    g_set_object (&self->menu_model, g_value_get_object (value));
    break;
  case PROP_HINT:
    g_free (self->hint);
    self->hint = g_value_dup_string (value);
    break;
  case PROP_EMPTY:
    set_empty (self, g_value_get_object (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_record_finder_dispose (GObject *object)
{
  QhRecordFinder *self = QH_RECORD_FINDER (object);

  g_ptr_array_set_size (self->models, 0);
  g_clear_object (&self->found_model);
  g_clear_object (&self->menu_model);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qh_record_finder_parent_class)->dispose (object);
}

static void
qh_record_finder_finalize (GObject *object)
{
  QhRecordFinder *self = QH_RECORD_FINDER (object);

  g_ptr_array_unref (self->models);
  g_free (self->hint);

  G_OBJECT_CLASS (qh_record_finder_parent_class)->finalize (object);
}

static guint
add_signal (const char *name, guint n_params, GType type)
{
  return g_signal_new (name, QH_TYPE_RECORD_FINDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, n_params, type);
}

static void
qh_record_finder_class_init (QhRecordFinderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = qh_record_finder_get_property;
  object_class->set_property = qh_record_finder_set_property;
  object_class->dispose = qh_record_finder_dispose;
  object_class->finalize = qh_record_finder_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = qh_record_finder_grab_focus;

  props[PROP_MENU_MODEL] = g_param_spec_object ("menu-model", NULL, NULL, G_TYPE_MENU_MODEL, flags);
  props[PROP_HINT] = g_param_spec_string ("hint", NULL, NULL, NULL, flags);
  props[PROP_EMPTY] = g_param_spec_object ("empty", NULL, NULL, GTK_TYPE_WIDGET, flags);
  props[PROP_VIEW] =
      g_param_spec_string ("view", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[SIGNAL_NARROW] = add_signal ("narrow", 0, G_TYPE_NONE);
  signals[SIGNAL_OPEN] = add_signal ("open", 1, QH_TYPE_RECORD);
  signals[SIGNAL_DELETE] = add_signal ("delete", 0, G_TYPE_NONE);
  signals[SIGNAL_CHOSEN] = add_signal ("chosen", 0, G_TYPE_NONE);
}

static void
qh_record_finder_init (QhRecordFinder *self)
{
  self->models = g_ptr_array_new_with_free_func (g_object_unref);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}

void
qh_record_finder_set_rows (QhRecordFinder *self, QhStore *store, QhRowFactory factory,
                           gpointer user_data)
{
  g_return_if_fail (QH_IS_RECORD_FINDER (self) && !self->store);

  self->store = g_object_ref (store);
  self->factory = factory;
  self->factory_data = user_data;
  self->list = build_list (self, "list");
  g_signal_connect_object (store, "changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

QhListModel *
qh_record_finder_add_section (QhRecordFinder *self, const char *title, const QhQuery *query,
                              const char *const *values)
{
  g_return_val_if_fail (QH_IS_RECORD_FINDER (self) && self->store, NULL);

  QhListModel *model = build_model (self, query, values);
  self->entity = query->entity;
  g_ptr_array_add (self->models, model);
  qh_record_list_add_section (self->list, title, g_object_ref (G_LIST_MODEL (model)));
  update (self);
  return model;
}

guint
qh_record_finder_count (QhRecordFinder *self)
{
  g_return_val_if_fail (QH_IS_RECORD_FINDER (self), 0);

  guint n = 0;
  for (guint i = 0; i < self->models->len; i++)
    n += g_list_model_get_n_items (g_ptr_array_index (self->models, i));
  return n;
}

void
qh_record_finder_set_search (QhRecordFinder *self, GtkSearchEntry *search, GtkWidget *page)
{
  g_return_if_fail (QH_IS_RECORD_FINDER (self) && !self->search);

  self->search = search;
  gtk_search_entry_set_key_capture_widget (search, page);
  g_signal_connect_object (search, "search-changed", G_CALLBACK (on_search_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (search, "stop-search", G_CALLBACK (on_search_stopped), self,
                           G_CONNECT_SWAPPED);
}

void
qh_record_finder_narrow (QhRecordFinder *self, const QhQuery *query, const char *const *values)
{
  g_return_if_fail (QH_IS_RECORD_FINDER (self) && self->store);

  if (self->found_model) {
    qh_list_model_set_values (self->found_model, values);
  } else {
    self->found_model = build_model (self, query, values);
    self->found = build_list (self, "found");
    qh_record_list_add_section (self->found, NULL, g_object_ref (G_LIST_MODEL (self->found_model)));
  }
  self->is_narrowed = TRUE;
  update (self);
}

void
qh_record_finder_widen (QhRecordFinder *self)
{
  g_return_if_fail (QH_IS_RECORD_FINDER (self));

  self->is_narrowed = FALSE;
  update (self);
}

guint
qh_record_finder_get_n_selected (QhRecordFinder *self)
{
  g_return_val_if_fail (QH_IS_RECORD_FINDER (self), 0);

  return qh_record_list_get_n_selected (get_list (self));
}

GPtrArray *
qh_record_finder_get_chosen (QhRecordFinder *self)
{
  g_return_val_if_fail (QH_IS_RECORD_FINDER (self), NULL);

  return qh_record_list_get_chosen (get_list (self));
}

QhRecord *
qh_record_finder_get_one (QhRecordFinder *self)
{
  g_return_val_if_fail (QH_IS_RECORD_FINDER (self), NULL);

  guint n = qh_record_finder_get_n_selected (self);
  g_autoptr (GPtrArray) chosen = n <= 1 ? qh_record_finder_get_chosen (self) : NULL;

  return chosen && chosen->len == 1 ? g_object_ref (g_ptr_array_index (chosen, 0)) : NULL;
}
