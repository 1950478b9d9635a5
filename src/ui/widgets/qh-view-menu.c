/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/qh-view-menu.h"
#include "dialogs/qh-message-dialog.h"
#include "qh-report.h"
#include <glib/gi18n-lib.h>

/* After this long without a change what is typed is written, in milliseconds. */
#define SETTLE 1500

typedef struct {
  char *key;
  GObject *object; /* of the page, which holds this */
  const char *property; /* "text", "selected", "selected-item", or another text; NULL: a client */
  char *initial;
} Control;

struct _QhViewMenu {
  AdwBin parent_instance;

  GtkMenuButton *button;
  GMenu *views;

  QhStore *store;
  char *name; /* of the page; NULL before it was started */
  GPtrArray *controls;
  GSimpleActionGroup *actions;
  char *chosen; /* the view that was chosen, and may have been changed since; NULL */
  guint settling;
  gboolean is_setting;
};

G_DEFINE_FINAL_TYPE (QhViewMenu, qh_view_menu, ADW_TYPE_BIN)

static void
control_free (gpointer data)
{
  Control *control = data;

  g_free (control->key);
  g_free (control->initial);
  g_free (control);
}

/* --- The controls */

static char *
read_client (Control *control)
{
  QhClient *client = qh_client_chooser_get_client (QH_CLIENT_CHOOSER (control->object));

  return g_strdup (client ? QH_RECORD (client)->id : "");
}

static char *
read_name (GtkDropDown *names)
{
  gpointer item = gtk_drop_down_get_selected_item (names);

  if (!GTK_IS_STRING_OBJECT (item) || gtk_drop_down_get_selected (names) == 0)
    return g_strdup ("");
  return g_strdup (gtk_string_object_get_string (item));
}

static char *
read_control (Control *control)
{
  char *text;

  if (!control->property)
    return read_client (control);
  if (g_str_equal (control->property, "selected-item"))
    return read_name (GTK_DROP_DOWN (control->object));
  if (GTK_IS_DROP_DOWN (control->object))
    return g_strdup_printf ("%u", gtk_drop_down_get_selected (GTK_DROP_DOWN (control->object)));
  g_object_get (control->object, control->property, &text, NULL);
  return text ? text : g_strdup ("");
}

static void
write_client (QhViewMenu *self, Control *control, const char *id)
{
  g_autoptr (QhRecord) client =
      *id ? qh_store_get (self->store, &qh_client_entity, id, NULL) : NULL;

  qh_client_chooser_set_client (QH_CLIENT_CHOOSER (control->object),
                                client ? QH_CLIENT (client) : NULL);
}

/* A place that is not there any more is the first, which means any. */
static void
write_choice (GtkDropDown *choices, const char *text)
{
  guint64 place = 0;

  if (!g_ascii_string_to_unsigned (text, 10, 0, G_MAXUINT, &place, NULL) ||
      place >= g_list_model_get_n_items (gtk_drop_down_get_model (choices)))
    place = 0;
  gtk_drop_down_set_selected (choices, (guint)place);
}

static void
write_name (GtkDropDown *names, const char *text)
{
  GListModel *model = gtk_drop_down_get_model (names);
  guint place = 0;

  for (guint i = 1; i < g_list_model_get_n_items (model); i++)
    if (g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (model), i), text))
      place = i;
  gtk_drop_down_set_selected (names, place);
}

static void
write_control (QhViewMenu *self, Control *control, const char *text)
{
  if (!control->property)
    write_client (self, control, text);
  else if (g_str_equal (control->property, "selected-item"))
    write_name (GTK_DROP_DOWN (control->object), text);
  else if (GTK_IS_DROP_DOWN (control->object))
    write_choice (GTK_DROP_DOWN (control->object), text);
  else
    g_object_set (control->object, control->property, text, NULL);
}

/* What differs from the page as it is by itself. */
static GHashTable *
read_state (QhViewMenu *self)
{
  GHashTable *state = qh_view_state_new ();

  for (guint i = 0; i < self->controls->len; i++) {
    Control *control = self->controls->pdata[i];
    g_autofree char *text = read_control (control);
    if (g_strcmp0 (text, control->initial) != 0)
      g_hash_table_insert (state, g_strdup (control->key), g_steal_pointer (&text));
  }
  return state;
}

static void
apply_state (QhViewMenu *self, GHashTable *state)
{
  self->is_setting = TRUE;
  for (guint i = 0; i < self->controls->len; i++) {
    Control *control = self->controls->pdata[i];
    const char *text = g_hash_table_lookup (state, control->key);
    g_autofree char *now = read_control (control);
    text = text ? text : control->initial;
    if (g_strcmp0 (text, now) != 0)
      write_control (self, control, text);
  }
  self->is_setting = FALSE;
}

/* --- Keeping */

static void
keep (QhViewMenu *self)
{
  g_autoptr (GHashTable) state = read_state (self);

  g_clear_handle_id (&self->settling, g_source_remove);
  qh_views_set_kept (self->store, self->name, state, NULL);
}

static gboolean
on_settled (gpointer user_data)
{
  QhViewMenu *self = user_data;

  self->settling = 0;
  keep (self);
  return G_SOURCE_REMOVE;
}

static void
on_control_changed (QhViewMenu *self)
{
  if (!self->name || self->is_setting)
    return;
  g_clear_handle_id (&self->settling, g_source_remove);
  self->settling = g_timeout_add (SETTLE, on_settled, self);
}

/* --- The menu */

static void
set_enabled (QhViewMenu *self, const char *name, gboolean is_enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), is_enabled);
}

static void
add_item (GMenu *menu, const char *label, const char *action)
{
  g_menu_append (menu, label, action);
}

static void
fill_views (QhViewMenu *self, GPtrArray *views)
{
  g_menu_remove_all (self->views);
  for (guint i = 0; i < views->len; i++) {
    const QhView *view = views->pdata[i];
    g_autoptr (GMenuItem) item = g_menu_item_new (view->name, NULL);
    g_menu_item_set_action_and_target (item, "view.choose", "s", view->name);
    g_menu_append_item (self->views, item);
  }
}

static gboolean
is_there (GPtrArray *views, const char *name)
{
  for (guint i = 0; i < views->len; i++)
    if (g_strcmp0 (((QhView *)views->pdata[i])->name, name) == 0)
      return TRUE;
  return FALSE;
}

static void
update (QhViewMenu *self)
{
  g_autoptr (GPtrArray) views = qh_views_list (self->store, self->name);
  GAction *choose = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "choose");

  if (self->chosen && !is_there (views, self->chosen))
    g_clear_pointer (&self->chosen, g_free);
  fill_views (self, views);
  g_simple_action_set_state (G_SIMPLE_ACTION (choose),
                             g_variant_new_string (self->chosen ? self->chosen : ""));
  set_enabled (self, "rename", self->chosen != NULL);
  set_enabled (self, "delete", self->chosen != NULL);
}

static void
set_chosen (QhViewMenu *self, const char *name)
{
  g_free (self->chosen);
  self->chosen = g_strdup (name);
  update (self);
}

/* --- Actions */

static void
on_choose (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  QhViewMenu *self = user_data;
  g_autofree char *name = g_variant_dup_string (parameter, NULL);
  g_autoptr (GPtrArray) views = qh_views_list (self->store, self->name);

  for (guint i = 0; i < views->len; i++) {
    const QhView *view = views->pdata[i];
    if (!g_str_equal (view->name, name))
      continue;
    apply_state (self, view->state);
    keep (self);
    set_chosen (self, name);
  }
}

static void
on_everything (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  QhViewMenu *self = user_data;
  g_autoptr (GHashTable) nothing = qh_view_state_new ();

  apply_state (self, nothing);
  keep (self);
  set_chosen (self, NULL);
}

static void
on_name_given (GObject *source, GAsyncResult *result, gpointer user_data)
{
  QhViewMenu *self = QH_VIEW_MENU (source);
  g_autofree char *name = qh_message_dialog_finish_text (result);
  g_autoptr (GHashTable) state = read_state (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (!name)
    return;
  g_strstrip (name);
  if (!qh_views_save (self->store, self->name, name, state, &error)) {
    qh_report_error (GTK_WIDGET (self), error);
    return;
  }
  set_chosen (self, name);
  text = g_strdup_printf (_ ("View “%s” saved"), name);
  qh_report (GTK_WIDGET (self), text, TRUE);
}

static void
on_save (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  QhViewMenu *self = user_data;
  const QhMessageDialog dialog = {
    _ ("Save View"),
    _ ("What is searched for, narrowed and ordered here is found under this name again, in this "
       "menu and by Ctrl+K."),
    _ ("_Save"),
    FALSE,
  };

  qh_message_dialog_ask_text (GTK_WIDGET (self), &dialog, _ ("Name of the view"),
                              self->chosen ? self->chosen : "", on_name_given, NULL);
}

static void
on_new_name_given (GObject *source, GAsyncResult *result, gpointer user_data)
{
  QhViewMenu *self = QH_VIEW_MENU (source);
  g_autofree char *name = qh_message_dialog_finish_text (result);
  g_autoptr (GError) error = NULL;

  if (!name || !self->chosen)
    return;
  g_strstrip (name);
  if (qh_views_rename (self->store, self->name, self->chosen, name, &error))
    set_chosen (self, name);
  else
    qh_report_error (GTK_WIDGET (self), error);
}

static void
on_rename (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  QhViewMenu *self = user_data;
  const QhMessageDialog dialog = { _ ("Rename View"), NULL, _ ("_Rename"), FALSE };

  qh_message_dialog_ask_text (GTK_WIDGET (self), &dialog, _ ("Name of the view"), self->chosen,
                              on_new_name_given, NULL);
}

/* What it showed is still shown. */
static void
on_delete (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  QhViewMenu *self = user_data;
  g_autofree char *name = g_strdup (self->chosen);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (!qh_views_remove (self->store, self->name, name, &error)) {
    qh_report_error (GTK_WIDGET (self), error);
    return;
  }
  set_chosen (self, NULL);
  text = g_strdup_printf (_ ("View “%s” deleted"), name);
  qh_report (GTK_WIDGET (self), text, TRUE);
}

/* --- The object */

static void
qh_view_menu_unmap (GtkWidget *widget)
{
  if (QH_VIEW_MENU (widget)->settling != 0)
    keep (QH_VIEW_MENU (widget));

  GTK_WIDGET_CLASS (qh_view_menu_parent_class)->unmap (widget);
}

static void
qh_view_menu_dispose (GObject *object)
{
  QhViewMenu *self = QH_VIEW_MENU (object);

  g_clear_handle_id (&self->settling, g_source_remove);
  g_ptr_array_set_size (self->controls, 0);
  g_clear_object (&self->views);
  g_clear_object (&self->actions);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qh_view_menu_parent_class)->dispose (object);
}

static void
qh_view_menu_finalize (GObject *object)
{
  QhViewMenu *self = QH_VIEW_MENU (object);

  g_ptr_array_unref (self->controls);
  g_free (self->name);
  g_free (self->chosen);

  G_OBJECT_CLASS (qh_view_menu_parent_class)->finalize (object);
}

static void
qh_view_menu_class_init (QhViewMenuClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qh_view_menu_dispose;
  G_OBJECT_CLASS (klass)->finalize = qh_view_menu_finalize;
  GTK_WIDGET_CLASS (klass)->unmap = qh_view_menu_unmap;
}

static GMenuModel *
build_menu (QhViewMenu *self)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) own = g_menu_new ();

  add_item (own, _ ("Show _Everything"), "view.everything");
  add_item (own, _ ("_Save View…"), "view.save");
  add_item (own, _ ("_Rename View…"), "view.rename");
  add_item (own, _ ("_Delete View"), "view.delete");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (self->views));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (own));
  return G_MENU_MODEL (menu);
}

/* The menu's popover is built when it is first asked for: the page does not wait for it. */
static void
fill_button (GtkMenuButton *button, gpointer user_data)
{
  g_autoptr (GMenuModel) menu = NULL;

  if (gtk_menu_button_get_menu_model (button))
    return;
  menu = build_menu (QH_VIEW_MENU (user_data));
  gtk_menu_button_set_menu_model (button, menu);
}

static void
qh_view_menu_init (QhViewMenu *self)
{
  self->controls = g_ptr_array_new_with_free_func (control_free);
  self->views = g_menu_new ();
  self->button = g_object_new (GTK_TYPE_MENU_BUTTON, "icon-name", "view-list-symbolic",
                               "tooltip-text", _ ("Views"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Views"), -1);
  gtk_menu_button_set_create_popup_func (self->button, fill_button, self, NULL);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));
}

static void
add_control (QhViewMenu *self, const char *key, gpointer object, const char *property,
             const char *signal)
{
  Control *control = g_new0 (Control, 1);

  control->key = g_strdup (key);
  control->object = object;
  control->property = property;
  g_ptr_array_add (self->controls, control);
  g_signal_connect_object (object, signal, G_CALLBACK (on_control_changed), self,
                           G_CONNECT_SWAPPED);
}

void
qh_view_menu_add_entry (QhViewMenu *self, const char *key, GtkEditable *entry)
{
  g_return_if_fail (QH_IS_VIEW_MENU (self));
  g_return_if_fail (GTK_IS_EDITABLE (entry));

  add_control (self, key, entry, "text", "changed");
}

void
qh_view_menu_add_choices (QhViewMenu *self, const char *key, GtkDropDown *choices)
{
  g_return_if_fail (QH_IS_VIEW_MENU (self));
  g_return_if_fail (GTK_IS_DROP_DOWN (choices));

  add_control (self, key, choices, "selected", "notify::selected");
}

void
qh_view_menu_add_names (QhViewMenu *self, const char *key, GtkDropDown *names)
{
  g_return_if_fail (QH_IS_VIEW_MENU (self));
  g_return_if_fail (GTK_IS_DROP_DOWN (names));

  add_control (self, key, names, "selected-item", "notify::selected");
}

void
qh_view_menu_add_property (QhViewMenu *self, const char *key, gpointer object, const char *property)
{
  g_return_if_fail (QH_IS_VIEW_MENU (self));
  g_return_if_fail (G_IS_OBJECT (object) && property);

  g_autofree char *signal = g_strconcat ("notify::", property, NULL);

  add_control (self, key, object, g_intern_string (property), signal);
}

void
qh_view_menu_add_client (QhViewMenu *self, const char *key, QhClientChooser *chooser)
{
  g_return_if_fail (QH_IS_VIEW_MENU (self));
  g_return_if_fail (QH_IS_CLIENT_CHOOSER (chooser));

  add_control (self, key, chooser, NULL, "changed");
}

void
qh_view_menu_set_initial (QhViewMenu *self, const char *key, const char *text)
{
  g_return_if_fail (QH_IS_VIEW_MENU (self));
  g_return_if_fail (key && text);

  for (guint i = 0; i < self->controls->len; i++) {
    Control *control = self->controls->pdata[i];
    if (!g_str_equal (control->key, key))
      continue;
    g_free (control->initial);
    control->initial = g_strdup (text);
  }
}

/* The view that is shown, from the last time. */
static void
recognise (QhViewMenu *self, GHashTable *state)
{
  g_autoptr (GPtrArray) views = qh_views_list (self->store, self->name);

  for (guint i = 0; i < views->len && !self->chosen && g_hash_table_size (state) > 0; i++) {
    const QhView *view = views->pdata[i];
    if (qh_view_state_equal (view->state, state))
      self->chosen = g_strdup (view->name);
  }
}

static void
add_actions (QhViewMenu *self, GtkWidget *page)
{
  static const GActionEntry actions[] = {
    { .name = "choose", .activate = on_choose, .parameter_type = "s", .state = "''" },
    { .name = "everything", .activate = on_everything },
    { .name = "save", .activate = on_save },
    { .name = "rename", .activate = on_rename },
    { .name = "delete", .activate = on_delete },
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), actions, G_N_ELEMENTS (actions),
                                   self);
  gtk_widget_insert_action_group (page, "view", G_ACTION_GROUP (self->actions));
}

void
qh_view_menu_start (QhViewMenu *self, QhStore *store, GtkWidget *page, const char *name)
{
  g_return_if_fail (QH_IS_VIEW_MENU (self) && !self->name);
  g_return_if_fail (QH_IS_STORE (store));

  g_autoptr (GHashTable) kept = qh_views_get_kept (store, name);

  self->store = g_object_ref (store);
  self->name = g_strdup (name);
  for (guint i = 0; i < self->controls->len; i++) {
    Control *control = self->controls->pdata[i];
    if (!control->initial)
      control->initial = read_control (control);
  }
  add_actions (self, page);
  apply_state (self, kept);
  recognise (self, kept);
  update (self);
  g_signal_connect_object (store, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}
