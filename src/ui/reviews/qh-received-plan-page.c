/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reviews/qh-received-plan-page.h"
#include "dialogs/qh-file-dialog.h"
#include "dialogs/qh-message-dialog.h"
#include "exchange/qh-file.h"
#include "exchange/qh-keys.h"
#include "exchange/qh-plan-file.h"
#include "exchange/qh-review-text.h"
#include "exchange/qh-team-folder.h"
#include "qh-closures.h"
#include "qh-report.h"
#include "reviews/qh-received-plan-row.h"
#include "reviews/qh-review-form.h"
#include "store/qh-review-queue.h"
#include "widgets/qh-dial-view.h"
#include "widgets/qh-focus.h"
#include "widgets/qh-header.h"
#include "widgets/qh-pair-layout.h"
#include "widgets/qh-plain-row.h"
#include <glib/gi18n-lib.h>

#define EXTENSION "qhreview"
#define TEXT_EXTENSION "txt"
/* So many are shown of what a file brings along, which may be thousands, and of its segments. */
#define PART_MAX 50
#define SEGMENTS_MAX 200

struct _QhReceivedPlanPage {
  AdwBin parent_instance;

  AdwActionRow *seal;
  GtkWidget *trust;
  GtkLabel *trouble;
  GtkWidget *reading;
  QhDialView *dial;
  GtkListBox *aims, *segments;
  GtkBox *parts;
  QhReviewForm *form;

  QhStore *store;
  QhReceivedPlan *plan;
  QhPlanFile *file; /* NULL: it cannot be read */
  char *facts;
};

G_DEFINE_FINAL_TYPE (QhReceivedPlanPage, qh_received_plan_page, ADW_TYPE_BIN)

enum { PROP_STORE = 1, PROP_PLAN, PROP_TITLE, PROP_FACTS, N_PROPS };
static GParamSpec *props[N_PROPS];

static const char *
get_title (QhReceivedPlanPage *self)
{
  return self->plan->client ? self->plan->client : self->plan->title;
}

/* --- Whose seal it bears */

static void
show_seal (QhReceivedPlanPage *self)
{
  const char *key = self->plan->signer_key;
  QhSigned worth = qh_signer_look (self->store, key, self->file ? self->file->sender : NULL,
                                   self->file ? self->file->device_id : NULL);
  g_autofree char *fingerprint = key ? qh_seal_fingerprint (key) : NULL;

  qh_plain_row_set_text (self->seal, qh_signed_label (worth), fingerprint);
  gtk_widget_set_visible (self->trust, worth == QH_SIGNED_UNKNOWN || worth == QH_SIGNED_CHANGED);
}

static void
trust (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhReceivedPlanPage *self = QH_RECEIVED_PLAN_PAGE (widget);
  g_autofree char *fingerprint = qh_seal_fingerprint (self->plan->signer_key);
  g_autoptr (GError) error = NULL;
  g_autoptr (QhSigner) signer = qh_signer_find (self->store, fingerprint, &error);

  if (signer && qh_signer_trust (self->store, signer, &error))
    qh_report (widget, _ ("The signer is trusted"), TRUE);
  else
    qh_report_error (widget, error);
}

/* --- The plan at a glance */

static void
append (GtkListBox *list, const char *title, const char *subtitle)
{
  GtkWidget *row = qh_plain_row_new (title, subtitle);

  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 4);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 4);
  gtk_list_box_append (list, row);
}

/* What a list leaves out, in its last row. */
static void
tell_of_more (GtkListBox *list, guint n, guint shown)
{
  guint left = n > shown ? n - shown : 0;
  g_autofree char *text = g_strdup_printf (ngettext ("%u more", "%u more", left), left);

  if (left > 0)
    append (list, text, NULL);
}

/* What it is for, by the names of the meeting's own fields. */
static void
show_aims (QhReceivedPlanPage *self, QhMeeting *meeting)
{
  static const char *const names[] = { "output", "measure", "ask", "fallback" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *text = NULL;

    g_object_get (meeting, names[i], &text, NULL);
    if (text)
      append (self->aims, text, _ (qh_entity_field (&qh_meeting_entity, names[i])->label));
  }
}

static void
append_segment (QhReceivedPlanPage *self, QhSegment *segment)
{
  g_autofree char *length = qh_length_label (segment->seconds);
  g_autofree char *facts =
      qh_closure_join (NULL, length, qh_enum_label (qh_segment_kind_values, segment->kind));
  g_autofree char *caption =
      segment->output ? qh_closure_join (NULL, facts, segment->output) : g_strdup (facts);
  GtkWidget *row = g_object_new (ADW_TYPE_PREFERENCES_ROW, "activatable", FALSE, "focusable", FALSE,
                                 "title", segment->title, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_widget_add_css_class (box, "qh-text-row");
  gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_LABEL, "label", segment->title, "xalign",
                                               0.0, "wrap", TRUE, NULL));
  gtk_box_append (GTK_BOX (box),
                  g_object_new (GTK_TYPE_LABEL, "label", caption, "xalign", 0.0, "wrap", TRUE,
                                "css-classes", (const char *[]){ "caption", "dim-label", NULL },
                                NULL));
  gtk_box_append (GTK_BOX (box), qh_review_form_new_comment (self->form, QH_RECORD (segment)->id));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_append (self->segments, row);
}

/* A group with @n rows; none where there is nothing. */
static GtkListBox *
add_part (QhReceivedPlanPage *self, const char *title, guint n)
{
  GtkWidget *group = g_object_new (ADW_TYPE_PREFERENCES_GROUP, "title", title, NULL);
  GtkWidget *list = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, NULL);

  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), list);
  gtk_widget_set_visible (group, n > 0);
  gtk_box_append (self->parts, group);
  return GTK_LIST_BOX (list);
}

/* What a row says of a record; the texts are (transfer full), the second may be NULL. */
typedef void (*Describe) (gpointer item, char **title, char **subtitle);

static void
show_part (QhReceivedPlanPage *self, const char *title, GPtrArray *items, Describe describe)
{
  GtkListBox *list = add_part (self, title, items->len);

  for (guint i = 0; i < MIN (items->len, PART_MAX); i++) {
    g_autofree char *text = NULL, *more = NULL;

    describe (items->pdata[i], &text, &more);
    append (list, text, more);
  }
  tell_of_more (list, items->len, PART_MAX);
}

static void
describe_finding (gpointer item, char **title, char **subtitle)
{
  const QhFinding *finding = item;
  g_autofree char *accepted =
      finding->accepted ? g_strdup_printf (_ ("Accepted: %s"), finding->accepted) : NULL;

  *title = g_strdup (finding->title ? finding->title : finding->rule);
  *subtitle = qh_closure_join (NULL, finding->text, accepted);
}

static void
describe_remark (gpointer item, char **title, char **subtitle)
{
  *title = qh_closure_quote (NULL, QH_REMARK (item)->words);
  *subtitle = g_strdup (QH_REMARK (item)->said);
}

static void
describe_friction (gpointer item, char **title, char **subtitle)
{
  *title = g_strdup (QH_FRICTION (item)->title);
  *subtitle = g_strdup (qh_enum_label (qh_friction_status_values, QH_FRICTION (item)->status));
}

static void
describe_promise (gpointer item, char **title, char **subtitle)
{
  *title = g_strdup (QH_PROMISE (item)->what);
  *subtitle = g_strdup (qh_enum_label (qh_promise_status_values, QH_PROMISE (item)->status));
}

static void
describe_content (gpointer item, char **title, char **subtitle)
{
  *title = g_strdup (QH_CONTENT (item)->title);
  *subtitle = g_strdup (QH_CONTENT (item)->summary);
}

static void
show_plan (QhReceivedPlanPage *self)
{
  QhContext *context = self->file->context;
  QhPlan *plan = context->plan;

  qh_dial_view_show (self->dial, plan, qh_plan_budget (plan, context->client), self->file->score);
  show_aims (self, qh_plan_get_meeting (plan));
  for (guint i = 0; i < MIN (qh_plan_n_segments (plan), SEGMENTS_MAX); i++)
    append_segment (self, qh_plan_segment (plan, i));
  tell_of_more (self->segments, qh_plan_n_segments (plan), SEGMENTS_MAX);
  show_part (self, _ ("Design Review"), self->file->findings, describe_finding);
  show_part (self, _ ("Words"), context->remarks, describe_remark);
  show_part (self, _ ("Friction"), context->frictions, describe_friction);
  show_part (self, _ ("Promises"), context->promises, describe_promise);
  show_part (self, _ ("Content"), context->content, describe_content);
}

static void
read_plan (QhReceivedPlanPage *self)
{
  const char *text = self->plan->bytes ? self->plan->bytes : "";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GError) error = NULL;

  self->file =
      qh_plan_file_read (bytes, qh_clock_now (qh_store_get_clock (self->store)), zone, &error);
  gtk_widget_set_visible (self->reading, self->file != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), self->file == NULL);
  if (self->file)
    show_plan (self);
  else
    gtk_label_set_label (self->trouble, error->message);
}

/* --- The review goes back, and the next plan comes */

static void
go_on (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhReceivedPlanPage *self = QH_RECEIVED_PLAN_PAGE (widget);
  g_autofree char *next = qh_queue_next (self->store, QH_RECORD (self->plan)->id);
  g_autofree char *this = g_strdup (QH_RECORD (self->plan)->id);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *window = root ? GTK_WIDGET (root) : NULL;

  if (!window) /* it was left meanwhile */
    return;
  gtk_widget_activate_action (window, "win.close-page", "s", this);
  if (next)
    gtk_widget_activate_action (window, "win.open-received", "s", next);
}

static void
on_file_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (QhReceivedPlanPage) self = data;
  g_autoptr (GFile) file = qh_file_dialog_finish (result);
  g_autofree char *chosen = file ? g_file_get_path (file) : NULL;
  g_autofree char *path = chosen ? qh_path_with_extension (chosen, EXTENSION) : NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  if (!path)
    return;
  if (!qh_file_check_writable (path, &error) ||
      !(bytes = qh_review_give (self->store, self->plan, &error)) ||
      !qh_file_write (path, bytes, &error)) {
    qh_report_error (GTK_WIDGET (self), error);
    return;
  }
  qh_report_saved (GTK_WIDGET (self), path);
  go_on (GTK_WIDGET (self), NULL, NULL);
}

static void
give (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action (GTK_WIDGET (QH_RECEIVED_PLAN_PAGE (widget)->form), "review.give",
                              NULL);
}

static void
save_review (QhReceivedPlanPage *self)
{
  QhFileDialog dialog = { _ ("Save Review"), _ ("_Save"), _ ("Review files"), "*." EXTENSION };
  g_autofree char *name = qh_review_file_name (self->plan);

  qh_file_dialog_save (GTK_WIDGET (self), &dialog, name, on_file_chosen, g_object_ref (self));
}

static void
on_file_wanted (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (QhReceivedPlanPage) self = data;

  if (qh_message_dialog_finish (result) && gtk_widget_get_root (GTK_WIDGET (self)))
    save_review (self);
}

/* It is no trouble of the store's, and there is another way. */
static void
tell_not_put (QhReceivedPlanPage *self, const GError *error)
{
  /* Translators: behind the reason why a review is not in the team folder */
  g_autofree char *body = g_strdup_printf (
      _ ("%s.\n\nThe review is kept here, and its plan waits until it is given."), error->message);
  const QhMessageDialog dialog = { _ ("Not in the Team Folder"), body, _ ("_Save as a File…"),
                                   FALSE };

  qh_message_dialog_ask (GTK_WIDGET (self), &dialog, on_file_wanted, g_object_ref (self));
}

static void
on_given (QhReceivedPlanPage *self)
{
  g_autofree char *folder = qh_team_folder_get (self->store);
  g_autoptr (GError) error = NULL;

  if (!folder) {
    save_review (self);
  } else if (qh_team_folder_give_review (self->store, self->plan, &error)) {
    qh_report (GTK_WIDGET (self), _ ("The review is in the team folder"), FALSE);
    go_on (GTK_WIDGET (self), NULL, NULL);
  } else {
    tell_not_put (self, error);
  }
}

static void
save_as_file (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhReceivedPlanPage *self = QH_RECEIVED_PLAN_PAGE (widget);

  if (qh_review_form_check (self->form))
    save_review (self);
}

/* --- As text, for a mail */

static void
copy_text (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhReceivedPlanPage *self = QH_RECEIVED_PLAN_PAGE (widget);
  g_autofree char *text = NULL;

  qh_report_flush (widget);
  text = qh_review_text (self->store, self->plan);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  qh_report (widget, _ ("The review is copied as text"), FALSE);
}

static void
on_text_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (QhReceivedPlanPage) self = data;
  g_autoptr (GFile) file = qh_file_dialog_finish (result);
  g_autofree char *path =
      file ? qh_path_with_extension (g_file_peek_path (file), TEXT_EXTENSION) : NULL;
  g_autofree char *text = path ? qh_review_text (self->store, self->plan) : NULL;
  g_autoptr (GBytes) bytes = text ? g_bytes_new (text, strlen (text)) : NULL;
  g_autoptr (GError) error = NULL;

  if (!path)
    return;
  if (qh_file_check_writable (path, &error) && qh_file_write (path, bytes, &error))
    qh_report_saved (GTK_WIDGET (self), path);
  else
    qh_report_error (GTK_WIDGET (self), error);
}

static void
save_text (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhReceivedPlanPage *self = QH_RECEIVED_PLAN_PAGE (widget);
  QhFileDialog dialog = { _ ("Save Review as Text"), _ ("_Save"), _ ("Text files"),
                          "*." TEXT_EXTENSION };
  g_autofree char *name = NULL;
  g_autofree char *stem = qh_review_file_name (self->plan);

  qh_report_flush (widget);
  *strrchr (stem, '.') = '\0';
  name = g_strconcat (stem, "." TEXT_EXTENSION, NULL);
  qh_file_dialog_save (widget, &dialog, name, on_text_chosen, g_object_ref (self));
}

/* A plan that is no more leaves no page behind. */
static void
on_store_changed (QhReceivedPlanPage *self, guint64 entities)
{
  g_autoptr (QhRecord) record =
      qh_store_get (self->store, &qh_received_plan_entity, QH_RECORD (self->plan)->id, NULL);

  if (!record)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.close-page", "s",
                                QH_RECORD (self->plan)->id);
  else if ((entities & QH_ENTITY_BIT (&qh_signer_entity)) != 0)
    show_seal (self);
}

static gboolean
qh_received_plan_page_grab_focus (GtkWidget *widget)
{
  return qh_focus_hand_on (widget, GTK_WIDGET (QH_RECEIVED_PLAN_PAGE (widget)->form));
}

static void
qh_received_plan_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QhReceivedPlanPage *self = QH_RECEIVED_PLAN_PAGE (object);

  switch (id) {
  case PROP_STORE:
    g_value_set_object (value, self->store);
    break;
  case PROP_PLAN:
    g_value_set_object (value, self->plan);
    break;
  case PROP_TITLE:
    g_value_set_string (value, self->plan ? get_title (self) : NULL);
    break;
  case PROP_FACTS:
    g_value_set_string (value, self->facts);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_received_plan_page_set_property (GObject *object, guint id, const GValue *value,
                                    GParamSpec *pspec)
{
  QhReceivedPlanPage *self = QH_RECEIVED_PLAN_PAGE (object);

  if (id == PROP_STORE)
    self->store = g_value_dup_object (value);
  else
    self->plan = g_value_dup_object (value);
}

static void
qh_received_plan_page_constructed (GObject *object)
{
  QhReceivedPlanPage *self = QH_RECEIVED_PLAN_PAGE (object);

  G_OBJECT_CLASS (qh_received_plan_page_parent_class)->constructed (object);

  self->facts =
      qh_received_plan_facts (self->plan, qh_clock_now (qh_store_get_clock (self->store)));
  qh_review_form_show (self->form, self->store, self->plan);
  read_plan (self);
  show_seal (self);
  g_object_notify_by_pspec (object, props[PROP_TITLE]);
  g_object_notify_by_pspec (object, props[PROP_FACTS]);
  g_signal_connect_object (self->store, "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED);
}

static void
qh_received_plan_page_dispose (GObject *object)
{
  QhReceivedPlanPage *self = QH_RECEIVED_PLAN_PAGE (object);

  g_clear_pointer (&self->file, qh_plan_file_free);
  g_clear_object (&self->plan);
  g_clear_object (&self->store);
  g_clear_pointer (&self->facts, g_free);

  G_OBJECT_CLASS (qh_received_plan_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_child (klass, QhReceivedPlanPage, seal);
  gtk_widget_class_bind_template_child (klass, QhReceivedPlanPage, trust);
  gtk_widget_class_bind_template_child (klass, QhReceivedPlanPage, trouble);
  gtk_widget_class_bind_template_child (klass, QhReceivedPlanPage, reading);
  gtk_widget_class_bind_template_child (klass, QhReceivedPlanPage, dial);
  gtk_widget_class_bind_template_child (klass, QhReceivedPlanPage, aims);
  gtk_widget_class_bind_template_child (klass, QhReceivedPlanPage, segments);
  gtk_widget_class_bind_template_child (klass, QhReceivedPlanPage, parts);
  gtk_widget_class_bind_template_child (klass, QhReceivedPlanPage, form);
  gtk_widget_class_bind_template_callback (klass, on_given);
}

static void
qh_received_plan_page_class_init (QhReceivedPlanPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags once = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;
  GParamFlags read = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = qh_received_plan_page_get_property;
  object_class->set_property = qh_received_plan_page_set_property;
  object_class->constructed = qh_received_plan_page_constructed;
  object_class->dispose = qh_received_plan_page_dispose;
  widget_class->grab_focus = qh_received_plan_page_grab_focus;

  props[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, QH_TYPE_STORE, once);
  props[PROP_PLAN] = g_param_spec_object ("plan", NULL, NULL, qh_received_plan_get_type (), once);
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, read);
  props[PROP_FACTS] = g_param_spec_string ("facts", NULL, NULL, NULL, read);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_install_action (widget_class, "received.trust", NULL, trust);
  gtk_widget_class_install_action (widget_class, "received.next", NULL, go_on);
  gtk_widget_class_install_action (widget_class, "received.give", NULL, give);
  gtk_widget_class_install_action (widget_class, "received.save-file", NULL, save_as_file);
  gtk_widget_class_install_action (widget_class, "received.save-text", NULL, save_text);
  gtk_widget_class_install_action (widget_class, "received.copy-text", NULL, copy_text);
  g_type_ensure (QH_TYPE_DIAL_VIEW);
  g_type_ensure (QH_TYPE_HEADER);
  g_type_ensure (QH_TYPE_PAIR_LAYOUT);
  g_type_ensure (QH_TYPE_REVIEW_FORM);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/reviews/received-plan-page.ui");
  bind_children (widget_class);
  qh_closures_bind (widget_class);
}

static void
qh_received_plan_page_init (QhReceivedPlanPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
qh_received_plan_page_new (QhStore *store, QhReceivedPlan *plan)
{
  g_return_val_if_fail (QH_IS_STORE (store), NULL);
  g_return_val_if_fail (QH_IS_RECEIVED_PLAN (plan), NULL);

  return g_object_new (QH_TYPE_RECEIVED_PLAN_PAGE, "store", store, "plan", plan, NULL);
}
