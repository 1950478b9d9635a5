/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "clients/qh-words.h"
#include "base/qh-text.h"
#include "clients/qh-remark-row.h"
#include "qh-report.h"
#include "widgets/qh-list-sync.h"
#include <glib/gi18n-lib.h>

struct _QhWords {
  AdwBin parent_instance;

  GtkEditable *entry;
  GtkListBox *list;

  QhStore *store;
  QhClient *client;
  gboolean is_started;
  QhPhrases *phrases;
  GListStore *remarks; /* QhRemark, newest first */
  char *subtitle;
  char *sought; /* the remark that is to be shown; NULL */
  guint showing;
};

G_DEFINE_FINAL_TYPE (QhWords, qh_words, ADW_TYPE_BIN)

enum { PROP_STORE = 1, PROP_CLIENT, PROP_SUBTITLE, N_PROPS };
static GParamSpec *props[N_PROPS];

static GtkWidget *
build_row (gpointer item, gpointer user_data)
{
  QhWords *self = user_data;

  return qh_remark_row_new (self->store, self->phrases, self->client, QH_REMARK (item));
}

/* "6 remarks · 4 heard" */
static char *
describe (QhWords *self)
{
  const char *values[] = { QH_RECORD (self->client)->id, NULL };
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->remarks));
  g_autofree char *remarks = NULL;
  g_autofree char *answered = NULL;
  guint heard;

  if (n == 0)
    return g_strdup (_ ("Nothing yet. Write down the next sentence he says."));
  heard = qh_store_count (self->store,
                          "SELECT count(*) FROM remark WHERE client = ?1 AND EXISTS (SELECT 1 "
                          "FROM segment JOIN meeting ON meeting.id = segment.meeting WHERE "
                          "segment.remark = remark.id AND +meeting.status IN ('held', "
                          "'debriefed'))",
                          values);
  remarks = g_strdup_printf (ngettext ("%u remark", "%u remarks", n), n);
  answered = g_strdup_printf (ngettext ("%u heard", "%u heard", heard), heard);
  return g_strdup_printf ("%s · %s", remarks, answered);
}

/* What stands beside the remarks (who, heard or not, rules) may have changed without them. */
static void
update_rows (QhWords *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)); i++)
    qh_remark_row_update (QH_REMARK_ROW (row));
}

static void
update (QhWords *self)
{
  const char *values[] = { QH_RECORD (self->client)->id, NULL };
  g_autoptr (GPtrArray) remarks =
      qh_store_select (self->store, &qh_remark_entity,
                       "WHERE client = ?1 ORDER BY said DESC, id DESC LIMIT 500", values, NULL);

  if (remarks)
    qh_list_sync (self->remarks, remarks);
  update_rows (self);
  gtk_widget_set_visible (GTK_WIDGET (self->list),
                          g_list_model_get_n_items (G_LIST_MODEL (self->remarks)) > 0);
  g_free (self->subtitle);
  self->subtitle = describe (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SUBTITLE]);
}

static QhRemark *
build_remark (QhWords *self, const char *words)
{
  g_autofree char *today = qh_clock_today (qh_store_get_clock (self->store));
  QhRemark *remark = qh_remark_new ();

  qh_record_set_string (QH_RECORD (remark), "client", QH_RECORD (self->client)->id);
  qh_record_set_string (QH_RECORD (remark), "said", today);
  qh_record_set_string (QH_RECORD (remark), "words", words);
  return remark;
}

static void
on_entry_apply (QhWords *self)
{
  const char *words = gtk_editable_get_text (self->entry);
  g_autoptr (QhRemark) remark = NULL;
  g_autoptr (GError) error = NULL;

  if (qh_text_is_empty (words))
    return;
  remark = build_remark (self, words);
  if (!qh_store_save (self->store, QH_RECORD (remark), &error)) {
    qh_report_error (GTK_WIDGET (self), error);
    return;
  }
  gtk_editable_set_text (self->entry, "");
}

/* Once it is known whose they are, and where they are kept. */
static void
start (QhWords *self)
{
  if (!self->store || !self->client || self->is_started)
    return;
  self->is_started = TRUE;
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->remarks), build_row, self, NULL);
  g_signal_connect_object (self->store, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

/* --- One of them */

static GtkListBoxRow *
find_row (QhWords *self, const char *id)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->remarks));

  for (guint i = 0; i < n; i++) {
    g_autoptr (QhRecord) remark = g_list_model_get_item (G_LIST_MODEL (self->remarks), i);
    if (g_str_equal (remark->id, id))
      return gtk_list_box_get_row_at_index (self->list, (int)i);
  }
  return NULL;
}

/* What has just been opened has no place to be scrolled to before it was drawn. */
static gboolean
on_showing (gpointer user_data)
{
  QhWords *self = user_data;
  GtkListBoxRow *row = find_row (self, self->sought);

  self->showing = 0;
  if (row)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  return G_SOURCE_REMOVE;
}

static void
qh_words_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QhWords *self = QH_WORDS (object);

  switch (id) {
  case PROP_STORE:
    g_value_set_object (value, self->store);
    break;
  case PROP_CLIENT:
    g_value_set_object (value, self->client);
    break;
  case PROP_SUBTITLE:
    g_value_set_string (value, self->subtitle);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_words_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  QhWords *self = QH_WORDS (object);

  switch (id) {
  case PROP_STORE:
    g_set_object (&self->store, g_value_get_object (value));
    start (self);
    break;
  case PROP_CLIENT:
    g_set_object (&self->client, g_value_get_object (value));
    start (self);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_words_dispose (GObject *object)
{
  QhWords *self = QH_WORDS (object);

  g_clear_handle_id (&self->showing, g_source_remove);
  g_clear_object (&self->remarks);
  g_clear_object (&self->client);
  g_clear_object (&self->store);
  g_clear_pointer (&self->phrases, qh_phrases_unref);

  G_OBJECT_CLASS (qh_words_parent_class)->dispose (object);
}

static void
qh_words_finalize (GObject *object)
{
  g_free (QH_WORDS (object)->subtitle);
  g_free (QH_WORDS (object)->sought);

  G_OBJECT_CLASS (qh_words_parent_class)->finalize (object);
}

static void
qh_words_class_init (QhWordsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = qh_words_get_property;
  object_class->set_property = qh_words_set_property;
  object_class->dispose = qh_words_dispose;
  object_class->finalize = qh_words_finalize;

  props[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, QH_TYPE_STORE, flags);
  props[PROP_CLIENT] = g_param_spec_object ("client", NULL, NULL, qh_client_get_type (), flags);
  props[PROP_SUBTITLE] =
      g_param_spec_string ("subtitle", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/clients/words.ui");
  gtk_widget_class_bind_template_child (widget_class, QhWords, entry);
  gtk_widget_class_bind_template_child (widget_class, QhWords, list);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_apply);
}

static void
qh_words_init (QhWords *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->remarks = g_list_store_new (qh_remark_get_type ());
  self->phrases = qh_phrases_new (g_get_language_names ()[0]);
  qh_unfold_row_serve (self->list);
}

void
qh_words_show (QhWords *self, const char *remark)
{
  g_return_if_fail (QH_IS_WORDS (self));
  g_return_if_fail (remark);

  g_free (self->sought);
  self->sought = g_strdup (remark);
  if (self->showing == 0)
    self->showing = g_idle_add_full (G_PRIORITY_LOW, on_showing, self, NULL);
}
