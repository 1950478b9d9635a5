/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Puts the parts of the designer together: they share a plan editor and never meet one another;
 * what one asks of another goes through the editor's signals or the page's actions. */
#include "designer/qh-designer-page.h"
#include "designer/qh-client-panel.h"
#include "designer/qh-content-panel.h"
#include "designer/qh-designer-text.h"
#include "designer/qh-meeting-popover.h"
#include "designer/qh-output-card.h"
#include "designer/qh-plan-edits.h"
#include "designer/qh-plan-share.h"
#include "designer/qh-plan-submit.h"
#include "designer/qh-returned-review.h"
#include "designer/qh-review-panel.h"
#include "designer/qh-segment-actions.h"
#include "designer/qh-segment-drop.h"
#include "designer/qh-segment-list.h"
#include "exchange/qh-plan-diff.h"
#include "qh-closures.h"
#include "qh-field-edit.h"
#include "qh-report.h"
#include "store/qh-debriefs.h"
#include "widgets/qh-box.h"
#include "widgets/qh-dial-view.h"
#include "widgets/qh-header.h"
#include "widgets/qh-pair-layout.h"
#include "widgets/qh-strip-view.h"
#include "widgets/qh-text-field.h"
#include "widgets/qh-wrap-layout.h"
#include <glib/gi18n-lib.h>

struct _QhDesignerPage {
  AdwBin parent_instance;

  GtkLabel *client_name;
  GtkLabel *subtitle;
  GtkWidget *header;
  GtkMenuButton *title_button;
  GtkMenuButton *narrow_title;
  AdwFlap *flap;
  GtkStack *panels;
  QhDialView *dial;
  QhOutputCard *output;
  QhReturnedReview *returned;
  QhStripView *strip;
  QhSegmentList *segments;
  QhTextField *questions;
  QhTextField *objections;
  QhReviewPanel *review;
  QhClientPanel *client;
  QhContentPanel *content;
  GMenuModel *segment_menu;

  QhStore *store;
  char *meeting_id;
  QhPlanEditor *editor;
};

G_DEFINE_FINAL_TYPE (QhDesignerPage, qh_designer_page, ADW_TYPE_BIN)

enum { PROP_STORE = 1, PROP_MEETING_ID, PROP_TAB, N_PROPS };
static GParamSpec *props[N_PROPS];

/* --- Showing the plan */

static void
show_title (QhDesignerPage *self)
{
  const QhContext *context = qh_plan_editor_get_context (self->editor);
  QhMeeting *meeting = qh_plan_editor_get_meeting (self->editor);
  g_autofree char *subtitle =
      qh_meeting_subtitle (meeting, context->client, context->now, context->zone);
  const char *name = context->client != NULL ? context->client->name : "";
  g_autofree char *spoken = g_strdup_printf (_ ("%s, %s: change"), name, subtitle);

  gtk_label_set_label (self->client_name, name);
  gtk_label_set_label (self->subtitle, subtitle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->title_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->narrow_title),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

/* A narrow header has no room for the title: that stands over the page then. */
static void
on_header_narrow (QhDesignerPage *self)
{
  gboolean narrow;

  g_object_get (self->header, "narrow", &narrow, NULL);
  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "qh-narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "qh-narrow");
}

static void
make_meeting_popover (GtkMenuButton *button, gpointer data)
{
  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_popover (button, qh_meeting_popover_new (QH_DESIGNER_PAGE (data)->editor));
}

static void
on_editor_reviewed (QhDesignerPage *self)
{
  const QhDesignReview *review = qh_plan_editor_get_review (self->editor);

  qh_dial_view_show (self->dial, qh_plan_editor_get_plan (self->editor), review->limit,
                     review->score);
  qh_strip_view_set_limit (self->strip, review->limit);
  show_title (self);
}

static void
on_editor_failed (QhDesignerPage *self, const GError *error)
{
  qh_report_error (GTK_WIDGET (self), error);
}

static void
on_editor_told (QhDesignerPage *self, const char *text)
{
  qh_report (GTK_WIDGET (self), text, TRUE);
}

static void
on_editor_shown (QhDesignerPage *self, QhSegment *segment)
{
  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
  qh_segment_list_focus (self->segments, segment, FALSE);
}

/* Deleted elsewhere: the way back, unless the page is not in view anyway. */
static void
on_editor_gone (QhDesignerPage *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->flap), FALSE);
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  qh_report (GTK_WIDGET (self), _ ("This meeting was deleted"), FALSE);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.back", NULL);
}

/* --- The strip and the dial */

static void
on_dial_chosen (QhDesignerPage *self, guint position)
{
  QhSegment *segment = qh_plan_segment (qh_plan_editor_get_plan (self->editor), position);

  if (segment != NULL)
    qh_plan_editor_show (self->editor, segment);
}

static void
on_strip_setup_block (QhDesignerPage *self, QhStripBlock *block)
{
  QhSegment *segment = qh_strip_block_get_segment (block);
  g_autoptr (QhSegmentActions) actions = qh_segment_actions_new (self->editor, segment);

  gtk_widget_insert_action_group (GTK_WIDGET (block), "segment", G_ACTION_GROUP (actions));
  qh_segment_drop_attach (GTK_WIDGET (block), self->editor, segment);
}

static void
on_strip_stretch (QhDesignerPage *self, QhSegment *segment, gint64 seconds, gboolean done)
{
  qh_plan_editor_stretch (self->editor, segment, seconds, done);
}

static void
on_strip_reorder (QhDesignerPage *self, QhSegment *segment, guint position, gboolean done)
{
  qh_plan_editor_move (self->editor, segment, position, done);
}

static void
on_strip_chosen (QhDesignerPage *self, QhSegment *segment)
{
  qh_plan_editor_set_current (self->editor, segment);
}

/* --- Actions */

static void
add_segment (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhDesignerPage *self = QH_DESIGNER_PAGE (widget);
  const QhField *field = qh_entity_field (&qh_segment_entity, "kind");
  int kind = qh_field_enum_value (field, g_variant_get_string (parameter, NULL));
  QhSegment *segment =
      kind != QH_SEGMENT_KIND_UNSET ? qh_plan_editor_add (self->editor, kind) : NULL;

  if (segment != NULL)
    qh_segment_list_focus (self->segments, segment, TRUE);
}

static void
open_add_menu (GtkWidget *widget, const char *action, GVariant *parameter)
{
  qh_segment_list_add (QH_DESIGNER_PAGE (widget)->segments);
}

static void
apply_blueprint (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhDesignerPage *self = QH_DESIGNER_PAGE (widget);

  qh_report_flush (widget);
  qh_plan_editor_apply_blueprint (self->editor, g_variant_get_string (parameter, NULL));
}

static void
compose (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.compose", "s", QH_DESIGNER_PAGE (widget)->meeting_id);
}

static void
export_plan (GtkWidget *widget, const char *action, GVariant *parameter)
{
  qh_share_ask (widget, QH_DESIGNER_PAGE (widget)->editor);
}

static void
export_as (GtkWidget *widget, const char *action, GVariant *parameter)
{
  int format = qh_format_from_name (g_variant_get_string (parameter, NULL));

  if (format >= 0)
    qh_share_export (widget, QH_DESIGNER_PAGE (widget)->editor, (QhFormat)format,
                     QH_EDITION_MANAGER);
}

static void
export_client_page (GtkWidget *widget, const char *action, GVariant *parameter)
{
  qh_share_export (widget, QH_DESIGNER_PAGE (widget)->editor, QH_FORMAT_PDF, QH_EDITION_CLIENT);
}

static void
submit_plan (GtkWidget *widget, const char *action, GVariant *parameter)
{
  qh_submit_plan (widget, QH_DESIGNER_PAGE (widget)->editor);
}

static void
submit_by_mail (GtkWidget *widget, const char *action, GVariant *parameter)
{
  qh_submit_by_mail (widget, QH_DESIGNER_PAGE (widget)->editor);
}

static void
print_plan (GtkWidget *widget, const char *action, GVariant *parameter)
{
  qh_share_print (widget, QH_DESIGNER_PAGE (widget)->editor);
}

static void
copy_markdown (GtkWidget *widget, const char *action, GVariant *parameter)
{
  qh_share_copy_markdown (widget, QH_DESIGNER_PAGE (widget)->editor);
}

static void
copy_agreement (GtkWidget *widget, const char *action, GVariant *parameter)
{
  qh_share_copy_agreement (widget, QH_DESIGNER_PAGE (widget)->editor);
}

static void
keep_blueprint (GtkWidget *widget, const char *action, GVariant *parameter)
{
  qh_share_keep_blueprint (widget, QH_DESIGNER_PAGE (widget)->editor);
}

static void
toggle_panel (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AdwFlap *flap = QH_DESIGNER_PAGE (widget)->flap;

  adw_flap_set_reveal_flap (flap, !adw_flap_get_reveal_flap (flap));
}

static void
log_line (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhMeeting *meeting = qh_plan_editor_get_meeting (QH_DESIGNER_PAGE (widget)->editor);

  gtk_widget_activate_action (widget, "win.log-about", "s", meeting->client);
}

static void
run_meeting (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.run", "s", QH_DESIGNER_PAGE (widget)->meeting_id);
}

/* --- The object */

static void
qh_designer_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QhDesignerPage *self = QH_DESIGNER_PAGE (object);

  switch (id) {
  case PROP_STORE:
    g_value_set_object (value, self->store);
    break;
  case PROP_MEETING_ID:
    g_value_set_string (value, self->meeting_id);
    break;
  case PROP_TAB:
    g_value_set_string (value, gtk_stack_get_visible_child_name (self->panels));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_designer_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  QhDesignerPage *self = QH_DESIGNER_PAGE (object);

  switch (id) {
  case PROP_STORE:
    self->store = g_value_dup_object (value);
    break;
  case PROP_MEETING_ID:
    self->meeting_id = g_value_dup_string (value);
    break;
  case PROP_TAB:
    gtk_stack_set_visible_child_name (self->panels, g_value_get_string (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
connect_editor (QhDesignerPage *self)
{
  static const struct {
    const char *signal;
    GCallback callback;
  } handlers[] = {
    { "reviewed", G_CALLBACK (on_editor_reviewed) }, { "failed", G_CALLBACK (on_editor_failed) },
    { "told", G_CALLBACK (on_editor_told) },         { "shown", G_CALLBACK (on_editor_shown) },
    { "gone", G_CALLBACK (on_editor_gone) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (handlers); i++)
    g_signal_connect_object (self->editor, handlers[i].signal, handlers[i].callback, self,
                             G_CONNECT_SWAPPED);
}

/* The debrief once the meeting has begun, and after it, to read it again; a review until then. */
static void
show_begun (QhDesignerPage *self)
{
  QhMeeting *meeting = qh_plan_editor_get_meeting (self->editor);
  gboolean is_to_come = qh_plan_is_to_come (meeting);

  /* What was held is what took place. */
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "designer.compose",
                                 is_to_come && meeting->began == QH_NONE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "designer.submit", is_to_come);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "designer.mail", is_to_come);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "designer.debrief",
                                 meeting->status == QH_MEETING_STATUS_DEBRIEFED ||
                                     qh_store_can_debrief (self->store, meeting, NULL));
}

static void
open_debrief (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.debrief", "s", QH_DESIGNER_PAGE (widget)->meeting_id);
}

/* Time has gone on meanwhile. */
static void
qh_designer_page_map (GtkWidget *widget)
{
  QhDesignerPage *self = QH_DESIGNER_PAGE (widget);

  GTK_WIDGET_CLASS (qh_designer_page_parent_class)->map (widget);

  if (self->editor)
    show_begun (self);
}

static void
set_editor (QhDesignerPage *self)
{
  QhRecord *meeting = QH_RECORD (qh_plan_editor_get_meeting (self->editor));

  connect_editor (self);
  gtk_menu_button_set_create_popup_func (self->title_button, make_meeting_popover, self, NULL);
  gtk_menu_button_set_create_popup_func (self->narrow_title, make_meeting_popover, self, NULL);
  qh_output_card_set_editor (self->output, self->editor);
  qh_returned_review_set_editor (self->returned, self->editor);
  qh_segment_list_set_editor (self->segments, self->editor, self->segment_menu);
  qh_review_panel_set_editor (self->review, self->editor);
  qh_client_panel_set_editor (self->client, self->editor);
  qh_content_panel_set_editor (self->content, self->editor);
  qh_strip_view_set_plan (self->strip, qh_plan_editor_get_plan (self->editor), self->segment_menu);
  qh_segment_drop_attach (GTK_WIDGET (self->strip), self->editor, NULL);
  qh_field_edit_new (qh_text_field_get_view (self->questions), "questions", self->store, meeting);
  qh_field_edit_new (qh_text_field_get_view (self->objections), "objections", self->store, meeting);
  on_editor_reviewed (self);
  g_signal_connect_object (meeting, "notify", G_CALLBACK (show_begun), self, G_CONNECT_SWAPPED);
}

/* A page whose meeting cannot be read says so, and holds nothing to be edited. */
static void
show_failure (QhDesignerPage *self, const GError *error)
{
  gtk_label_set_label (self->client_name, _ ("This meeting cannot be opened"));
  gtk_label_set_label (self->subtitle, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->flap), FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->title_button), FALSE);
}

static void
qh_designer_page_constructed (GObject *object)
{
  QhDesignerPage *self = QH_DESIGNER_PAGE (object);
  g_autoptr (GError) error = NULL;

  G_OBJECT_CLASS (qh_designer_page_parent_class)->constructed (object);

  self->editor = qh_plan_editor_new (self->store, self->meeting_id, &error);
  if (self->editor != NULL)
    set_editor (self);
  else
    show_failure (self, error);
}

static void
qh_designer_page_dispose (GObject *object)
{
  QhDesignerPage *self = QH_DESIGNER_PAGE (object);

  g_clear_object (&self->editor);
  g_clear_object (&self->store);
  g_clear_pointer (&self->meeting_id, g_free);

  G_OBJECT_CLASS (qh_designer_page_parent_class)->dispose (object);
}

static void
ensure_types (void)
{
  g_type_ensure (QH_TYPE_BOX);
  g_type_ensure (QH_TYPE_CLIENT_PANEL);
  g_type_ensure (QH_TYPE_CONTENT_PANEL);
  g_type_ensure (QH_TYPE_DIAL_VIEW);
  g_type_ensure (QH_TYPE_HEADER);
  g_type_ensure (QH_TYPE_OUTPUT_CARD);
  g_type_ensure (QH_TYPE_PAIR_LAYOUT);
  g_type_ensure (QH_TYPE_RETURNED_REVIEW);
  g_type_ensure (QH_TYPE_REVIEW_PANEL);
  g_type_ensure (QH_TYPE_SEGMENT_LIST);
  g_type_ensure (QH_TYPE_STRIP_VIEW);
  g_type_ensure (QH_TYPE_TEXT_FIELD);
  g_type_ensure (QH_TYPE_WRAP_LAYOUT);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (
      klass, "/io/github/quarterhour/Quarterhour/ui/designer/designer-page.ui");
  gtk_widget_class_bind_template_child (klass, QhDesignerPage, client);
  gtk_widget_class_bind_template_child (klass, QhDesignerPage, client_name);
  gtk_widget_class_bind_template_child (klass, QhDesignerPage, content);
  gtk_widget_class_bind_template_child (klass, QhDesignerPage, dial);
  gtk_widget_class_bind_template_child (klass, QhDesignerPage, flap);
  gtk_widget_class_bind_template_child (klass, QhDesignerPage, header);
  gtk_widget_class_bind_template_child (klass, QhDesignerPage, narrow_title);
  gtk_widget_class_bind_template_child (klass, QhDesignerPage, objections);
  gtk_widget_class_bind_template_child (klass, QhDesignerPage, output);
  gtk_widget_class_bind_template_child (klass, QhDesignerPage, questions);
  gtk_widget_class_bind_template_child (klass, QhDesignerPage, returned);
  gtk_widget_class_bind_template_child (klass, QhDesignerPage, review);
  gtk_widget_class_bind_template_child (klass, QhDesignerPage, segment_menu);
  gtk_widget_class_bind_template_child (klass, QhDesignerPage, segments);
  gtk_widget_class_bind_template_child (klass, QhDesignerPage, strip);
  gtk_widget_class_bind_template_child (klass, QhDesignerPage, subtitle);
  gtk_widget_class_bind_template_child (klass, QhDesignerPage, panels);
  gtk_widget_class_bind_template_child (klass, QhDesignerPage, title_button);
  gtk_widget_class_bind_template_callback (klass, on_dial_chosen);
  gtk_widget_class_bind_template_callback (klass, on_header_narrow);
  gtk_widget_class_bind_template_callback (klass, on_strip_chosen);
  gtk_widget_class_bind_template_callback (klass, on_strip_reorder);
  gtk_widget_class_bind_template_callback (klass, on_strip_setup_block);
  gtk_widget_class_bind_template_callback (klass, on_strip_stretch);
}

static void
install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "designer.add-segment", "s", add_segment);
  gtk_widget_class_install_action (klass, "designer.add-menu", NULL, open_add_menu);
  gtk_widget_class_install_action (klass, "designer.blueprint", "s", apply_blueprint);
  gtk_widget_class_install_action (klass, "designer.compose", NULL, compose);
  gtk_widget_class_install_action (klass, "designer.debrief", NULL, open_debrief);
  gtk_widget_class_install_action (klass, "designer.export", NULL, export_plan);
  gtk_widget_class_install_action (klass, "designer.export-as", "s", export_as);
  gtk_widget_class_install_action (klass, "designer.client-page", NULL, export_client_page);
  gtk_widget_class_install_action (klass, "designer.submit", NULL, submit_plan);
  gtk_widget_class_install_action (klass, "designer.mail", NULL, submit_by_mail);
  gtk_widget_class_install_action (klass, "designer.print", NULL, print_plan);
  gtk_widget_class_install_action (klass, "designer.copy-markdown", NULL, copy_markdown);
  gtk_widget_class_install_action (klass, "designer.copy-agreement", NULL, copy_agreement);
  gtk_widget_class_install_action (klass, "designer.keep-blueprint", NULL, keep_blueprint);
  gtk_widget_class_install_action (klass, "designer.panel", NULL, toggle_panel);
  gtk_widget_class_install_action (klass, "page.log", NULL, log_line);
  gtk_widget_class_install_action (klass, "page.run", NULL, run_meeting);
  gtk_widget_class_install_property_action (klass, "designer.tab", "tab");
}

static void
qh_designer_page_class_init (QhDesignerPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags once = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = qh_designer_page_get_property;
  object_class->set_property = qh_designer_page_set_property;
  object_class->constructed = qh_designer_page_constructed;
  object_class->dispose = qh_designer_page_dispose;

  props[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, QH_TYPE_STORE, once);
  props[PROP_MEETING_ID] = g_param_spec_string ("meeting-id", NULL, NULL, NULL, once);
  props[PROP_TAB] =
      g_param_spec_string ("tab", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  ensure_types ();
  GTK_WIDGET_CLASS (klass)->map = qh_designer_page_map;

  bind_template (GTK_WIDGET_CLASS (klass));
  install_actions (GTK_WIDGET_CLASS (klass));
  qh_closures_bind (GTK_WIDGET_CLASS (klass));
}

static void
qh_designer_page_init (QhDesignerPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
qh_designer_page_new (QhStore *store, const char *meeting_id)
{
  g_return_val_if_fail (QH_IS_STORE (store), NULL);
  g_return_val_if_fail (meeting_id, NULL);

  return g_object_new (QH_TYPE_DESIGNER_PAGE, "store", store, "meeting-id", meeting_id, NULL);
}
