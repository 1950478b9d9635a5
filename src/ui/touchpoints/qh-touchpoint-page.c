/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "touchpoints/qh-touchpoint-page.h"
#include "design/qh-audit.h"
#include "qh-closures.h"
#include "qh-follow.h"
#include "qh-money.h"
#include "store/qh-costs.h"
#include "store/qh-settings.h"
#include "touchpoints/qh-check-dialog.h"
#include "touchpoints/qh-checks.h"
#include "widgets/qh-header.h"
#include "widgets/qh-plain-row.h"
#include <glib/gi18n-lib.h>

/* How many are shown at first, and after each press of "Show More". */
#define SHORT 10
#define MORE 50

struct _QhTouchpointPage {
  AdwBin parent_instance;

  GtkLabel *reasons;
  GtkBox *health;
  GtkListBox *checks;
  GtkWidget *no_checks;
  GtkWidget *more_checks;
  GtkListBox *frictions;
  GtkWidget *friction_group;
  GtkWidget *more_frictions;

  QhStore *store;
  int touchpoint;
  char *subtitle;
  guint max_checks, max_frictions;
};

G_DEFINE_FINAL_TYPE (QhTouchpointPage, qh_touchpoint_page, ADW_TYPE_BIN)

enum { PROP_STORE = 1, PROP_TOUCHPOINT, PROP_TITLE, PROP_SUBTITLE, N_PROPS };
static GParamSpec *props[N_PROPS];

static void
clear (GtkWidget *container)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (container)))
    if (GTK_IS_LIST_BOX (container))
      gtk_list_box_remove (GTK_LIST_BOX (container), child);
    else
      gtk_box_remove (GTK_BOX (container), child);
}

static void
append (GtkListBox *list, const char *title, const char *subtitle, const char *action,
        const char *id)
{
  GtkWidget *row = qh_plain_row_new (title, subtitle);

  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
  gtk_list_box_append (list, row);
}

/* --- Checks */

/* "A person after 55 s, 2 menu levels, an answer after 5 h, knew 3 of 4" */
static char *
describe_answers (QhTouchpointCheck *check)
{
  g_autoptr (GString) text = g_string_new (check->live_person ? _ ("a person") : _ ("no person"));

  if (check->seconds_to_person != QH_NONE)
    g_string_append_printf (text, _ (" after %d s"), (int)check->seconds_to_person);
  if (check->menu_levels != QH_NONE)
    g_string_append_printf (
        text, ngettext (", %d menu level", ", %d menu levels", (gulong)check->menu_levels),
        (int)check->menu_levels);
  if (check->hours_to_answer != QH_NONE)
    g_string_append_printf (text, _ (", an answer after %d h"), (int)check->hours_to_answer);
  if (check->knew != QH_NONE)
    g_string_append_printf (text, _ (", knew %d of 4"), (int)check->knew);
  return g_strdup (text->str);
}

/* @before NULL: it was the first. */
static void
append_check (QhTouchpointPage *self, QhTouchpointCheck *check, QhTouchpointCheck *before)
{
  gint64 now = qh_clock_now (qh_store_get_clock (self->store));
  QhAuditScore score = qh_audit_score (check);
  g_autofree char *day = qh_date_label (check->checked_on, now, NULL);
  g_autofree char *result = qh_audit_score_label (score);
  g_autofree char *answers = describe_answers (check);
  const char *trend =
      before ? qh_audit_trend_label (score, qh_audit_score (before)) : _ ("the first check");
  g_autofree char *subtitle = g_strdup_printf ("%s · %s, %s\n%s", day, result, trend, answers);

  append (self->checks, check->finding ? check->finding : _ ("Nothing noted"), subtitle,
          "touchpoint.open-check", QH_RECORD (check)->id);
}

static void
update_checks (QhTouchpointPage *self)
{
  g_autoptr (GPtrArray) checks =
      qh_checks_list (self->store, self->touchpoint, self->max_checks + 1);
  guint n = checks ? checks->len : 0;

  clear (GTK_WIDGET (self->checks));
  for (guint i = 0; i < MIN (n, self->max_checks); i++)
    append_check (self, g_ptr_array_index (checks, i),
                  i + 1 < n ? g_ptr_array_index (checks, i + 1) : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->checks), n > 0);
  gtk_widget_set_visible (self->no_checks, n == 0);
  gtk_widget_set_visible (self->more_checks, n > self->max_checks);
}

/* --- Frictions, the dearest first: those that are open, then those in hand */

#define DEAREST                                                                                \
  "SELECT friction FROM friction_cost WHERE status = ?1 AND (SELECT touchpoint FROM friction " \
  "WHERE id = friction_cost.friction) = ?2 ORDER BY cost DESC, friction DESC LIMIT ?3"

static void
append_friction (QhTouchpointPage *self, const char *id)
{
  g_autoptr (QhRecord) record = qh_store_get (self->store, &qh_friction_entity, id, NULL);
  g_autofree char *currency = qh_settings_get_currency (self->store);
  g_autofree char *severity = NULL;
  g_autofree char *price = NULL;
  g_autofree char *facts = NULL;
  g_autofree char *subtitle = NULL;
  gint64 cost, clients;

  if (!record)
    return;
  severity = g_strdup_printf (_ ("severity %d"), (int)QH_FRICTION (record)->severity);
  if (qh_store_get_cost (self->store, id, &cost, &clients) && cost > 0)
    price = qh_cost_label (cost, currency);
  facts = qh_closure_join (NULL, severity, price);
  subtitle = qh_closure_join (
      NULL, facts, qh_enum_label (qh_friction_status_values, QH_FRICTION (record)->status));
  append (self->frictions, QH_FRICTION (record)->title, subtitle, "win.open-friction", id);
}

static guint
append_frictions (QhTouchpointPage *self, const char *status, guint room)
{
  sqlite3_stmt *row = qh_store_prepare (self->store, DEAREST);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  sqlite3_bind_text (row, 1, status, -1, SQLITE_STATIC);
  sqlite3_bind_text (row, 2, qh_enum_name (qh_touchpoint_values, self->touchpoint), -1,
                     SQLITE_STATIC);
  sqlite3_bind_int64 (row, 3, room);
  while (sqlite3_step (row) == SQLITE_ROW)
    g_ptr_array_add (ids, g_strdup ((const char *)sqlite3_column_text (row, 0)));
  sqlite3_reset (row);
  sqlite3_clear_bindings (row);
  for (guint i = 0; i < ids->len; i++)
    append_friction (self, g_ptr_array_index (ids, i));
  return ids->len;
}

/* @open: how many there are. */
static void
update_frictions (QhTouchpointPage *self, guint open)
{
  guint shown = 0;

  clear (GTK_WIDGET (self->frictions));
  if (open > 0) {
    shown = append_frictions (self, "open", self->max_frictions);
    if (shown < MIN (open, self->max_frictions))
      shown += append_frictions (self, "fixing", self->max_frictions - shown);
  }
  gtk_widget_set_visible (self->friction_group, open > 0);
  gtk_widget_set_visible (self->more_frictions, open > shown);
}

/* --- All of it */

static void
show_health (QhTouchpointPage *self, const QhTrustSpot *spot)
{
  g_autofree char *reasons = qh_checks_reasons (spot);

  clear (GTK_WIDGET (self->health));
  gtk_box_append (self->health, qh_health_pill (spot->health));
  gtk_label_set_label (self->reasons, reasons ? reasons : _ ("Nothing speaks against it"));
}

static void
update (gpointer user_data)
{
  QhTouchpointPage *self = user_data;
  static const QhTrustSpot unknown = { 0 };
  g_autoptr (QhTrust) trust = NULL;
  const QhTrustSpot *spot;

  qh_store_trust_figures (self->store, NULL, &trust, NULL);
  spot = trust ? &trust->spots[self->touchpoint] : &unknown;
  show_health (self, spot);
  update_checks (self);
  update_frictions (self, (guint)spot->open);
  g_free (self->subtitle);
  self->subtitle = qh_checks_describe (self->store, self->touchpoint);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SUBTITLE]);
}

static void
on_more_checks (QhTouchpointPage *self)
{
  self->max_checks += MORE;
  update (self);
}

static void
on_more_frictions (QhTouchpointPage *self)
{
  self->max_frictions += MORE;
  update (self);
}

static void
ask (QhTouchpointPage *self, QhTouchpointCheck *check)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (GTK_IS_WINDOW (root))
    gtk_window_present (
        qh_check_dialog_new (GTK_WINDOW (root), self->store, check, self->touchpoint));
}

static void
open_check (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhTouchpointPage *self = QH_TOUCHPOINT_PAGE (widget);
  g_autoptr (QhRecord) check = qh_store_get (self->store, &qh_touchpoint_check_entity,
                                             g_variant_get_string (parameter, NULL), NULL);

  if (check)
    ask (self, QH_TOUCHPOINT_CHECK (check));
}

static void
add (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ask (QH_TOUCHPOINT_PAGE (widget), NULL);
}

static void
qh_touchpoint_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QhTouchpointPage *self = QH_TOUCHPOINT_PAGE (object);

  switch (id) {
  case PROP_STORE:
    g_value_set_object (value, self->store);
    break;
  case PROP_TOUCHPOINT:
    g_value_set_int (value, self->touchpoint);
    break;
  case PROP_TITLE:
    g_value_set_string (value, qh_enum_label (qh_touchpoint_values, self->touchpoint));
    break;
  case PROP_SUBTITLE:
    g_value_set_string (value, self->subtitle);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_touchpoint_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  QhTouchpointPage *self = QH_TOUCHPOINT_PAGE (object);

  if (id == PROP_STORE)
    self->store = g_value_dup_object (value);
  else
    self->touchpoint = g_value_get_int (value);
}

static void
qh_touchpoint_page_constructed (GObject *object)
{
  QhTouchpointPage *self = QH_TOUCHPOINT_PAGE (object);

  G_OBJECT_CLASS (qh_touchpoint_page_parent_class)->constructed (object);

  qh_follow (self, self->store, QH_CHECKS_ENTITIES, update);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TITLE]);
}

static void
qh_touchpoint_page_dispose (GObject *object)
{
  QhTouchpointPage *self = QH_TOUCHPOINT_PAGE (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->subtitle, g_free);

  G_OBJECT_CLASS (qh_touchpoint_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  g_type_ensure (QH_TYPE_HEADER);
  gtk_widget_class_set_template_from_resource (
      klass, "/io/github/quarterhour/Quarterhour/ui/touchpoints/touchpoint-page.ui");
  gtk_widget_class_bind_template_child (klass, QhTouchpointPage, reasons);
  gtk_widget_class_bind_template_child (klass, QhTouchpointPage, health);
  gtk_widget_class_bind_template_child (klass, QhTouchpointPage, checks);
  gtk_widget_class_bind_template_child (klass, QhTouchpointPage, no_checks);
  gtk_widget_class_bind_template_child (klass, QhTouchpointPage, more_checks);
  gtk_widget_class_bind_template_child (klass, QhTouchpointPage, frictions);
  gtk_widget_class_bind_template_child (klass, QhTouchpointPage, friction_group);
  gtk_widget_class_bind_template_child (klass, QhTouchpointPage, more_frictions);
  gtk_widget_class_bind_template_callback (klass, on_more_checks);
  gtk_widget_class_bind_template_callback (klass, on_more_frictions);
}

static void
qh_touchpoint_page_class_init (QhTouchpointPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags once = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;
  GParamFlags shown = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = qh_touchpoint_page_get_property;
  object_class->set_property = qh_touchpoint_page_set_property;
  object_class->constructed = qh_touchpoint_page_constructed;
  object_class->dispose = qh_touchpoint_page_dispose;

  props[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, QH_TYPE_STORE, once);
  props[PROP_TOUCHPOINT] = g_param_spec_int ("touchpoint", NULL, NULL, QH_TOUCHPOINT_PHONE,
                                             QH_TOUCHPOINT_OTHER, QH_TOUCHPOINT_OTHER, once);
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, shown);
  props[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, NULL, shown);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_install_action (widget_class, "touchpoint.open-check", "s", open_check);
  gtk_widget_class_install_action (widget_class, "page.new", NULL, add);
  bind_template (widget_class);
}

static void
qh_touchpoint_page_init (QhTouchpointPage *self)
{
  self->max_checks = self->max_frictions = SHORT;
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
qh_touchpoint_page_new (QhStore *store, int touchpoint)
{
  g_return_val_if_fail (QH_IS_STORE (store), NULL);
  g_return_val_if_fail (touchpoint >= QH_TOUCHPOINT_PHONE && touchpoint <= QH_TOUCHPOINT_OTHER,
                        NULL);

  return g_object_new (QH_TYPE_TOUCHPOINT_PAGE, "store", store, "touchpoint", touchpoint, NULL);
}
