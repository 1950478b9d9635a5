/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "contact-log/qh-contact-log-filter.h"
#include "base/qh-text.h"
#include "qh-closures.h"
#include "qh-field-control.h"
#include "store/qh-contacts.h"
#include "widgets/qh-box.h"
#include "widgets/qh-client-chooser.h"
#include "widgets/qh-wrap-layout.h"
#include <glib/gi18n-lib.h>

/* ?1 the kind, ?2 what is searched for, ?3 a channel, ?4 a client, ?5 the first instant; each empty
 * for any. A website answers by itself. */
#define KIND                                                                                      \
  "CASE ?1 WHEN 'waiting' THEN " QH_CONTACTS_WAITING (                                            \
      "") " WHEN 'failure' THEN failure = 1 WHEN "                                                \
          "'unsolved' THEN solved = 'no' WHEN 'unanswered' THEN answered_by IS NULL AND channel " \
          "IS "                                                                                   \
          "NOT 'website' WHEN 'rung' THEN " QH_CONTACTS_RUNG (                                    \
              "") " WHEN 'known' "                                                                \
                  "THEN " QH_CONTACTS_KNOWN ("") " WHEN 'upgraded' THEN " QH_CONTACTS_UPGRADED (  \
                      "") " WHEN 'learned' "                                                      \
                          "THEN"                                                                  \
                          " " QH_CONTACTS_LEARNED ("") " ELSE 1 END"
#define WORDS                                                                             \
  "(?2 = '' OR instr (coalesce (words_key, ''), ?2) OR instr (lower (coalesce (wanted, "  \
  "'')), ?2) OR instr (lower (coalesce (learned, '')), ?2) OR client IN (SELECT id FROM " \
  "client WHERE instr (name_key, ?2)))"

const QhQuery qh_contact_log_found_query = {
  &qh_contact_log_entity,
  KIND " AND " WORDS " AND (?3 = '' OR channel = ?3) AND (?4 = '' OR client = ?4) AND "
       "(?5 = '' OR at >= CAST (?5 AS INTEGER))",
  "at",
  TRUE,
};

const int qh_contact_log_spans[QH_N_CONTACT_LOG_SPANS] = { 30, 90, 365, 0 };

static const char *const figure_kinds[] = {
  [QH_CONTACT_FIGURE_RING] = "rung",       [QH_CONTACT_FIGURE_SOLVED] = "known",
  [QH_CONTACT_FIGURE_FAILURE] = "failure", [QH_CONTACT_FIGURE_UPGRADES] = "upgraded",
  [QH_CONTACT_FIGURE_LEARNED] = "learned",
};

struct _QhContactLogFilter {
  AdwBin parent_instance;

  GtkSearchEntry *search;
  QhClientChooser *client;
  GtkDropDown *channel;
  GtkDropDown *span;
  GtkButton *figure;

  QhStore *store;
  char *kind;
  gboolean is_setting;
};

G_DEFINE_FINAL_TYPE (QhContactLogFilter, qh_contact_log_filter, ADW_TYPE_BIN)

enum { PROP_STORE = 1, PROP_KIND, N_PROPS };
static GParamSpec *props[N_PROPS];

enum { SIGNAL_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* What is chosen, from 1; 0 is any. */
static guint
get_chosen (GtkDropDown *choices)
{
  guint chosen = gtk_drop_down_get_selected (choices);

  return chosen == GTK_INVALID_LIST_POSITION ? 0 : chosen;
}

static void
on_changed (QhContactLogFilter *self)
{
  if (!self->is_setting && self->store)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* What a figure is about has no button of its own but the one that lets go of it. */
static void
show_figure (QhContactLogFilter *self)
{
  gboolean is_shown = FALSE;

  for (int i = 0; i < QH_N_CONTACT_FIGURES; i++) {
    if (i == QH_CONTACT_FIGURE_FAILURE || !g_str_equal (self->kind, figure_kinds[i]))
      continue;
    gtk_button_set_label (self->figure, qh_contact_figure_title (i));
    is_shown = TRUE;
  }
  gtk_widget_set_visible (GTK_WIDGET (self->figure), is_shown);
}

static void
set_kind (QhContactLogFilter *self, const char *kind)
{
  if (g_strcmp0 (self->kind, kind) == 0)
    return;
  g_free (self->kind);
  self->kind = g_strdup (kind);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_KIND]);
  show_figure (self);
  on_changed (self);
  if (g_str_equal (kind, "client"))
    gtk_widget_child_focus (GTK_WIDGET (self->client), GTK_DIR_TAB_FORWARD);
}

static void
fill_channels (QhContactLogFilter *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  gtk_string_list_append (list, _ ("Any channel"));
  for (int i = 1; qh_contact_channel_values[i - 1].name; i++)
    gtk_string_list_append (list, qh_enum_label (qh_contact_channel_values, i));
  gtk_drop_down_set_model (self->channel, G_LIST_MODEL (list));
}

static void
qh_contact_log_filter_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QhContactLogFilter *self = QH_CONTACT_LOG_FILTER (object);

  switch (id) {
  case PROP_STORE:
    g_value_set_object (value, self->store);
    break;
  case PROP_KIND:
    g_value_set_string (value, self->kind);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_contact_log_filter_set_property (GObject *object, guint id, const GValue *value,
                                    GParamSpec *pspec)
{
  QhContactLogFilter *self = QH_CONTACT_LOG_FILTER (object);

  switch (id) {
  case PROP_STORE:
    g_set_object (&self->store, g_value_get_object (value));
    break;
  case PROP_KIND:
    set_kind (self, g_value_get_string (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_contact_log_filter_dispose (GObject *object)
{
  g_clear_object (&QH_CONTACT_LOG_FILTER (object)->store);

  G_OBJECT_CLASS (qh_contact_log_filter_parent_class)->dispose (object);
}

static void
qh_contact_log_filter_finalize (GObject *object)
{
  g_free (QH_CONTACT_LOG_FILTER (object)->kind);

  G_OBJECT_CLASS (qh_contact_log_filter_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  g_type_ensure (QH_TYPE_BOX);
  g_type_ensure (QH_TYPE_CLIENT_CHOOSER);
  g_type_ensure (QH_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      klass, "/io/github/quarterhour/Quarterhour/ui/contact-log/contact-log-filter.ui");
  gtk_widget_class_bind_template_child (klass, QhContactLogFilter, search);
  gtk_widget_class_bind_template_child (klass, QhContactLogFilter, client);
  gtk_widget_class_bind_template_child (klass, QhContactLogFilter, channel);
  gtk_widget_class_bind_template_child (klass, QhContactLogFilter, span);
  gtk_widget_class_bind_template_child (klass, QhContactLogFilter, figure);
  gtk_widget_class_bind_template_callback (klass, on_changed);
  qh_closures_bind (klass);
}

static void
qh_contact_log_filter_class_init (QhContactLogFilterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = qh_contact_log_filter_get_property;
  object_class->set_property = qh_contact_log_filter_set_property;
  object_class->dispose = qh_contact_log_filter_dispose;
  object_class->finalize = qh_contact_log_filter_finalize;

  props[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, QH_TYPE_STORE, flags);
  props[PROP_KIND] = g_param_spec_string ("kind", NULL, NULL, "all", flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", QH_TYPE_CONTACT_LOG_FILTER, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_property_action (widget_class, "filter.kind", "kind");
  bind_template (widget_class);
}

static void
qh_contact_log_filter_init (QhContactLogFilter *self)
{
  self->kind = g_strdup ("all");
  gtk_widget_init_template (GTK_WIDGET (self));
  qh_field_control_name_parts (GTK_WIDGET (self->channel), _ ("Channel"));
  qh_field_control_name_parts (GTK_WIDGET (self->span), _ ("Came in within"));
  fill_channels (self);
}

gboolean
qh_contact_log_filter_is_narrowed (QhContactLogFilter *self)
{
  g_return_val_if_fail (QH_IS_CONTACT_LOG_FILTER (self), FALSE);

  return !g_str_equal (self->kind, "all") || get_chosen (self->channel) > 0 ||
         get_chosen (self->span) > 0 ||
         !qh_text_is_empty (gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

gint64
qh_contact_log_since (QhStore *store, int days)
{
  const QhClock *clock = qh_store_get_clock (store);
  g_autoptr (GTimeZone) zone = qh_clock_zone (clock);
  g_autofree char *today = qh_clock_today (clock);
  g_autofree char *first = qh_date_add_days (today, -days);

  return days > 0 ? qh_date_to_instant (first, zone) : QH_NONE;
}

static char *
get_since (QhContactLogFilter *self)
{
  guint span = get_chosen (self->span);
  gint64 since =
      span > 0 ? qh_contact_log_since (self->store, qh_contact_log_spans[span - 1]) : QH_NONE;

  return since != QH_NONE ? g_strdup_printf ("%" G_GINT64_FORMAT, since) : g_strdup ("");
}

char **
qh_contact_log_filter_values (QhContactLogFilter *self)
{
  g_return_val_if_fail (QH_IS_CONTACT_LOG_FILTER (self), NULL);

  guint channel = get_chosen (self->channel);
  QhClient *client =
      g_str_equal (self->kind, "client") ? qh_client_chooser_get_client (self->client) : NULL;
  g_autofree char *words = qh_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  g_autofree char *since = get_since (self);
  const char *values[] = { self->kind,
                           words,
                           channel > 0 ? qh_contact_channel_values[channel - 1].name : "",
                           client ? QH_RECORD (client)->id : "",
                           since,
                           NULL };

  return g_strdupv ((char **)values);
}

void
qh_contact_log_filter_set_figure (QhContactLogFilter *self, QhContactFigureKind kind, guint span)
{
  g_return_if_fail (QH_IS_CONTACT_LOG_FILTER (self) && kind < QH_N_CONTACT_FIGURES);

  self->is_setting = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_drop_down_set_selected (self->channel, 0);
  gtk_drop_down_set_selected (self->span, qh_contact_log_spans[span] > 0 ? span + 1 : 0);
  set_kind (self, figure_kinds[kind]);
  self->is_setting = FALSE;
  on_changed (self);
}

GtkSearchEntry *
qh_contact_log_filter_get_search (QhContactLogFilter *self)
{
  g_return_val_if_fail (QH_IS_CONTACT_LOG_FILTER (self), NULL);

  return self->search;
}

void
qh_contact_log_filter_keep (QhContactLogFilter *self, QhViewMenu *views)
{
  g_return_if_fail (QH_IS_CONTACT_LOG_FILTER (self));
  g_return_if_fail (QH_IS_VIEW_MENU (views));

  qh_view_menu_add_entry (views, "search", GTK_EDITABLE (self->search));
  qh_view_menu_add_choices (views, "channel", self->channel);
  qh_view_menu_add_choices (views, "span", self->span);
  qh_view_menu_add_property (views, "kind", self, "kind");
  qh_view_menu_add_client (views, "client", self->client);
}
