/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trust/qh-trust-card.h"
#include "paper/qh-trust-bar.h"
#include "qh-follow.h"
#include "store/qh-trusts.h"
#include "trust/qh-trust-events.h"
#include "widgets/qh-paint.h"
#include "widgets/qh-plain-row.h"
#include <glib/gi18n-lib.h>

/* How many things that hold the gate are shown at first. */
#define SHORT 4

struct _QhTrustCard {
  AdwBin parent_instance;

  AdwPreferencesGroup *group;
  GtkDrawingArea *bar;
  GtkListBox *list;
  GtkWidget *more;

  QhStore *store;
  QhClient *client; /* NULL: of all */
  gboolean of_all, is_started, is_long;
  QhTrust *trust; /* NULL: it could not be read */
};

G_DEFINE_FINAL_TYPE (QhTrustCard, qh_trust_card, ADW_TYPE_BIN)

enum { PROP_STORE = 1, PROP_CLIENT, PROP_OF_ALL, N_PROPS };
static GParamSpec *props[N_PROPS];

static void
draw_bar (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer user_data)
{
  QhTrustCard *self = user_data;

  if (self->trust)
    qh_trust_bar_paint (self->trust, cr, width, height, qh_widget_palette (GTK_WIDGET (area)));
}

static GtkWidget *
add_row (QhTrustCard *self, const char *title, const char *subtitle)
{
  GtkWidget *row = qh_plain_row_new (title, subtitle);

  gtk_list_box_append (self->list, row);
  return row;
}

static const char *
get_id (QhTrustCard *self)
{
  return self->client ? QH_RECORD (self->client)->id : NULL;
}

/* --- The gate, and what holds it */

static void
add_gate (QhTrustCard *self)
{
  static const char *const words[] = {
    N_ ("Nothing stands between us"),
    N_ ("Something went wrong of late"),
    N_ ("Fix first"),
  };
  /* Translators: whether the client may be asked for anything: "Gate: Closed" */
  g_autofree char *title = g_strdup_printf (_ ("Gate: %s"), qh_gate_label (self->trust->gate));

  add_row (self, title, _ (words[self->trust->gate]));
}

static const char *
icon_of (const QhTrustReason *reason)
{
  return g_str_equal (reason->kind, "meeting") ? "x-office-calendar-symbolic"
                                               : "dialog-warning-symbolic";
}

static void
add_reason (QhTrustCard *self, const QhTrustReason *reason)
{
  GtkWidget *row = add_row (self, reason->text, _ (qh_entity_find (reason->kind)->label));

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(ss)", reason->kind, reason->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "trust.open");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (icon_of (reason)));
}

static void
add_reasons (QhTrustCard *self)
{
  guint n = self->trust->because->len;
  guint shown = self->is_long ? n : MIN (n, SHORT);

  for (guint i = 0; i < shown; i++)
    add_reason (self, g_ptr_array_index (self->trust->because, i));
  gtk_widget_set_visible (self->more, n > shown);
}

/* Opens a thing at its page, where there is one. */
static void
open_thing (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const char *kind, *id;
  g_autofree char *name = NULL;

  g_variant_get (parameter, "(&s&s)", &kind, &id);
  name = g_strdelimit (g_strdup_printf ("win.open-%s", kind), "_", '-');
  if (!gtk_widget_activate_action (widget, name, "s", id))
    gtk_widget_error_bell (widget);
}

/* --- The rest */

static void
add_quiet (QhTrustCard *self)
{
  g_autofree char *quiet = qh_trust_quiet_sentence (self->trust);
  g_autofree char *moves =
      self->trust->moves > 0
          ? g_strdup_printf (ngettext ("Promises were moved %d time",
                                       "Promises were moved %d times", (gulong)self->trust->moves),
                             (int)self->trust->moves)
          : NULL;

  add_row (self, _ ("Quiet streak"), quiet);
  if (moves)
    add_row (self, moves, _ ("Not counted against us where he agreed before they were due"));
}

/* "Phone, Billing" */
static char *
list_spots (QhTrustCard *self, QhHealth health)
{
  GString *text = g_string_new (NULL);

  for (int i = QH_TOUCHPOINT_PHONE; i <= QH_TOUCHPOINT_OTHER; i++) {
    if (self->trust->spots[i].health != health)
      continue;
    if (text->len > 0)
      g_string_append (text, ", ");
    g_string_append (text, qh_enum_label (qh_touchpoint_values, i));
  }
  return g_string_free (text, FALSE);
}

static void
add_spots (QhTrustCard *self, QhHealth health, const char *title)
{
  static const char *const classes[] = { "dim-label", "success", "warning", "error" };
  g_autofree char *spots = list_spots (self, health);
  GtkWidget *row, *label;

  if (*spots == '\0')
    return;
  row = add_row (self, title, spots);
  label = gtk_label_new (qh_health_label (health));
  gtk_widget_add_css_class (label, classes[health]);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-touchpoints");
}

/* He fares as well as where he fares worst. */
static void
add_health (QhTrustCard *self)
{
  QhHealth worst = self->trust->health;

  if (worst > QH_HEALTH_GREY)
    add_spots (self, worst,
               self->client ? _ ("Health: his weakest touchpoint") : _ ("The weakest touchpoints"));
  for (QhHealth health = worst; health > QH_HEALTH_GREY + 1; health--)
    add_spots (self, health - 1, _ ("Other touchpoints"));
}

/* --- What it is counted from */

static void
add_count (QhTrustCard *self, QhTrustSort sort)
{
  g_autofree char *n = g_strdup_printf ("%ld", (long)self->trust->year[sort]);
  GtkWidget *row, *label;

  if (self->trust->year[sort] == 0)
    return;
  row = add_row (self, qh_trust_events_title (sort),
                 sort < QH_TRUST_OVERDUE ? _ ("Went right, in 365 days")
                                         : _ ("Went wrong, in 365 days"));
  label = gtk_label_new (n);
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(si)", self->client ? get_id (self) : "",
                                    (int)sort);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-trust-events");
}

static void
add_counts (QhTrustCard *self)
{
  for (QhTrustSort sort = QH_TRUST_KEPT; sort < QH_N_TRUST_SORTS; sort++)
    add_count (self, sort);
}

/* --- All of it */

static void
clear (QhTrustCard *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))))
    gtk_list_box_remove (self->list, row);
}

static void
update (gpointer user_data)
{
  QhTrustCard *self = user_data;
  g_autofree char *sentence = NULL;

  clear (self);
  g_clear_pointer (&self->trust, qh_trust_free);
  if (!qh_store_trust (self->store, get_id (self), &self->trust, NULL))
    return;
  sentence = qh_trust_sentence (self->trust);
  adw_preferences_group_set_description (self->group, sentence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  sentence, -1);
  add_gate (self);
  add_reasons (self);
  add_quiet (self);
  add_health (self);
  add_counts (self);
  gtk_widget_queue_draw (GTK_WIDGET (self->bar));
}

static void
on_more_clicked (QhTrustCard *self)
{
  self->is_long = TRUE;
  update (self);
}

/* Once it is known whose it is, and where it is kept. */
static void
start (QhTrustCard *self)
{
  if (!self->store || (!self->client && !self->of_all) || self->is_started)
    return;
  self->is_started = TRUE;
  qh_follow (self, self->store, QH_TRUST_ENTITIES, update);
}

static void
qh_trust_card_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QhTrustCard *self = QH_TRUST_CARD (object);

  switch (id) {
  case PROP_STORE:
    g_value_set_object (value, self->store);
    break;
  case PROP_CLIENT:
    g_value_set_object (value, self->client);
    break;
  case PROP_OF_ALL:
    g_value_set_boolean (value, self->of_all);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_trust_card_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  QhTrustCard *self = QH_TRUST_CARD (object);

  switch (id) {
  case PROP_STORE:
    g_set_object (&self->store, g_value_get_object (value));
    break;
  case PROP_CLIENT:
    g_set_object (&self->client, g_value_get_object (value));
    break;
  case PROP_OF_ALL:
    self->of_all = g_value_get_boolean (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
  start (self);
}

static void
qh_trust_card_dispose (GObject *object)
{
  QhTrustCard *self = QH_TRUST_CARD (object);

  g_clear_pointer (&self->trust, qh_trust_free);
  g_clear_object (&self->client);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qh_trust_card_parent_class)->dispose (object);
}

static void
qh_trust_card_class_init (QhTrustCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = qh_trust_card_get_property;
  object_class->set_property = qh_trust_card_set_property;
  object_class->dispose = qh_trust_card_dispose;

  props[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, QH_TYPE_STORE, flags);
  props[PROP_CLIENT] = g_param_spec_object ("client", NULL, NULL, qh_client_get_type (), flags);
  props[PROP_OF_ALL] = g_param_spec_boolean ("of-all", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_install_action (widget_class, "trust.open", "(ss)", open_thing);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/trust/trust-card.ui");
  gtk_widget_class_bind_template_child (widget_class, QhTrustCard, group);
  gtk_widget_class_bind_template_child (widget_class, QhTrustCard, bar);
  gtk_widget_class_bind_template_child (widget_class, QhTrustCard, list);
  gtk_widget_class_bind_template_child (widget_class, QhTrustCard, more);
  gtk_widget_class_bind_template_callback (widget_class, on_more_clicked);
}

static void
qh_trust_card_init (QhTrustCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drawing_area_set_draw_func (self->bar, draw_bar, self, NULL);
  qh_widget_follow_style (GTK_WIDGET (self->bar));
}
