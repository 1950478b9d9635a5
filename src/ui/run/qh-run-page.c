/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is shown goes by two questions: what changed by itself (tick: figures), and what was done
 * (show: all). Texts are set only where they differ, so that a second in which nothing but the dial
 * moves costs nothing but the dial. */
#include "run/qh-run-page.h"
#include "base/qh-text.h"
#include "dialogs/qh-message-dialog.h"
#include "log/qh-log-entry.h"
#include "qh-report.h"
#include "run/qh-run-deliveries.h"
#include "run/qh-run-dial.h"
#include "run/qh-run-keys.h"
#include "run/qh-run-layout.h"
#include "run/qh-run-text.h"
#include "widgets/qh-banner.h"
#include "widgets/qh-box.h"
#include "widgets/qh-paint.h"
#include "widgets/qh-wrap-layout.h"
#include <glib/gi18n-lib.h>

/* So many of the newest things that were caught are shown. */
#define CAUGHT_MAX 20

/* From this scale on, text is larger than what the dial holds. */
#define LARGE_TEXT 1.25

struct _QhRunPage {
  AdwBin parent_instance;

  QhBanner *banner;
  QhRunDial *dial;
  GtkLabel *place;
  GtkWidget *stage;
  GtkImage *stage_icon;
  GtkLabel *stage_text;
  GtkLabel *title;
  GtkLabel *notes;
  GtkLabel *next;
  GtkLabel *course;
  GtkWidget *keys;
  GtkWidget *card;
  GtkLabel *caught;
  GtkWidget *catch_box;
  GtkLabel *catch_clock;
  QhLogEntry *entry;
  GtkWidget *output_button;
  GtkPopover *fold_popover;
  GtkSpinButton *fold_minutes;
  GtkWidget *segment_box;
  AdwWindowTitle *header_title;
  GtkLabel *end_label;
  GtkWidget *menu_button;
  GtkWidget *pause_button;
  GtkImage *pause_icon;
  GtkLabel *pause_label;

  QhStore *store;
  QhRunner *runner;
  QhRunRoom room;
  gboolean is_failing;
};

G_DEFINE_FINAL_TYPE (QhRunPage, qh_run_page, ADW_TYPE_BIN)

enum { PROP_STORE = 1, PROP_RUNNER, N_PROPS };
static GParamSpec *props[N_PROPS];

static GTimeZone *
get_zone (QhRunPage *self)
{
  return qh_clock_zone (qh_store_get_clock (self->store));
}

/* --- What is shown */

static void
set_text (GtkLabel *label, const char *text)
{
  if (g_strcmp0 (gtk_label_get_label (label), text) != 0)
    gtk_label_set_label (label, text);
}

static void
set_class (GtkWidget *widget, const char *name, gboolean has)
{
  if (gtk_widget_has_css_class (widget, name) == has)
    return;
  if (has)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

/* Whether the letters in the dial are as large as the page's own. */
static gboolean
is_dial_legible (QhRunPage *self)
{
  return self->room == QH_RUN_ROOM_WIDE && qh_widget_text_scale (GTK_WIDGET (self)) < LARGE_TEXT;
}

/* While there is time the dial says enough of it, where it is large enough to say it. */
static void
show_stage (QhRunPage *self, const QhRunFigures *figures)
{
  const QhRun *run = qh_runner_get_run (self->runner);
  gboolean is_calm = figures->stage == QH_RUN_STAGE_CALM && !run->paused;
  g_autofree char *text = run->paused ? g_strdup (_ ("Paused")) : qh_run_segment_text (figures);
  const char *icon =
      run->paused ? "media-playback-pause-symbolic" : qh_run_stage_icon (figures->stage);

  gtk_widget_set_visible (self->stage, !is_calm || !is_dial_legible (self));
  set_text (self->stage_text, text);
  gtk_widget_set_visible (GTK_WIDGET (self->stage_icon), icon != NULL);
  if (icon)
    gtk_image_set_from_icon_name (self->stage_icon, icon);
  set_class (self->stage, "warn", figures->stage == QH_RUN_STAGE_SOON && !run->paused);
  set_class (self->stage, "last", figures->stage == QH_RUN_STAGE_LAST && !run->paused);
  set_class (self->stage, "over", figures->stage == QH_RUN_STAGE_OVER && !run->paused);
}

static void
show_course (QhRunPage *self, const QhRunFigures *figures)
{
  g_autoptr (GTimeZone) zone = get_zone (self);
  g_autofree char *course = qh_run_course_text (figures, zone);
  g_autofree char *left = qh_run_left_text (figures);

  set_text (self->course, course);
  set_class (GTK_WIDGET (self->course), "error", figures->over > 0);
  set_class (GTK_WIDGET (self->course), "dim-label", figures->over == 0);
  set_text (self->catch_clock, left);
}

static void
tell_forgotten (QhRunPage *self)
{
  g_autoptr (GTimeZone) zone = get_zone (self);
  g_autofree char *clock =
      qh_instant_clock_label (qh_run_end_instant (qh_runner_get_run (self->runner)), zone);
  g_autofree char *text = g_strdup_printf (_ ("Nothing was done here since %s."), clock);
  g_autofree char *button = g_strdup_printf (_ ("_End It at %s"), clock);

  qh_banner_show (self->banner, text, button, "run.end-at-last");
}

static void
show_banner (QhRunPage *self)
{
  if (self->is_failing)
    qh_banner_show (self->banner,
                    _ ("This cannot be saved just now. The clock goes on, and what you catch is "
                       "kept and saved as soon as it can be."),
                    NULL, NULL);
  else if (qh_runner_is_forgotten (self->runner))
    tell_forgotten (self);
  else
    qh_banner_hide (self->banner);
}

static void
tick (QhRunPage *self)
{
  QhRunFigures figures;
  QhReading now = qh_runner_look (self->runner, &figures);

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  qh_run_dial_show (self->dial, qh_runner_get_run (self->runner), &figures, &now);
  show_stage (self, &figures);
  show_course (self, &figures);
  if (!self->is_failing && qh_runner_is_forgotten (self->runner))
    tell_forgotten (self);
}

/* The kind's colour, as everywhere. */
static void
show_ink (QhRunPage *self, int kind)
{
  static const char *const inks[] = {
    [QH_SEGMENT_KIND_EDUCATE] = "qh-ink-educate",
    [QH_SEGMENT_KIND_IMPROVE] = "qh-ink-improve",
    [QH_SEGMENT_KIND_ESCAPE] = "qh-ink-escape",
    [QH_SEGMENT_KIND_AESTHETICS] = "qh-ink-aesthetics",
  };

  for (int i = QH_SEGMENT_KIND_EDUCATE; i < (int)G_N_ELEMENTS (inks); i++)
    set_class (GTK_WIDGET (self->place), inks[i], i == kind);
}

static void
show_segment (QhRunPage *self, const QhRunFigures *figures)
{
  const QhRun *run = qh_runner_get_run (self->runner);
  const QhRunSegment *present = qh_run_segment (run, run->present);
  QhSegment *segment = qh_runner_get_segment (self->runner, run->present);
  QhSegment *following = qh_runner_get_segment (self->runner, qh_run_following (run));
  QhMeeting *meeting = qh_runner_get_meeting (self->runner);
  g_autofree char *place = qh_run_place_text (run, figures);
  g_autofree char *next = qh_run_next_text (run, following ? following->title : NULL);
  const char *fallback = meeting->output ? meeting->output : _ ("Meeting");
  const char *notes = segment ? (segment->notes ? segment->notes : segment->output) : NULL;

  set_text (self->place, place);
  show_ink (self, present ? present->kind : QH_SEGMENT_KIND_UNSET);
  set_text (self->title, segment && segment->title ? segment->title : fallback);
  set_text (self->notes, notes ? notes : "");
  gtk_widget_set_visible (GTK_WIDGET (self->notes), notes && self->room != QH_RUN_ROOM_SMALL);
  set_text (self->next, next);
  gtk_widget_set_visible (GTK_WIDGET (self->next), present != NULL);
}

static void
show_caught (QhRunPage *self)
{
  const QhRun *run = qh_runner_get_run (self->runner);
  g_autoptr (GTimeZone) zone = get_zone (self);
  g_autoptr (GString) text = g_string_new (NULL);
  guint from = run->caught->len > CAUGHT_MAX ? run->caught->len - CAUGHT_MAX : 0;

  for (guint i = from; i < run->caught->len; i++) {
    const QhCaught *caught = g_ptr_array_index (run->caught, i);
    g_autofree char *line = qh_caught_text (caught, zone);
    if (qh_runner_stands (self->runner, caught))
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
  }
  set_text (self->caught, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->caught), text->len > 0);
}

static void
show_actions (QhRunPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const QhRun *run = qh_runner_get_run (self->runner);
  gboolean has_segments = run->present >= 0;
  gboolean is_reached = run->output_reached == QH_OUTPUT_REACHED_YES;

  gtk_widget_action_set_enabled (widget, "run.next", has_segments);
  gtk_widget_action_set_enabled (widget, "run.back", qh_run_preceding (run) >= 0);
  gtk_widget_action_set_enabled (widget, "run.fold", has_segments);
  gtk_widget_action_set_enabled (widget, "run.fold-other", has_segments);
  gtk_widget_action_set_enabled (widget, "run.unfold", run->folds->len > 0);
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (self->output_button), GTK_ACCESSIBLE_STATE_PRESSED,
      is_reached ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
  set_class (self->output_button, "qh-done", is_reached);
}

static void
show_pause (QhRunPage *self)
{
  gboolean paused = qh_runner_get_run (self->runner)->paused;
  const char *label = paused ? _ ("Go On") : _ ("Pause");

  gtk_image_set_from_icon_name (self->pause_icon, paused ? "media-playback-start-symbolic"
                                                         : "media-playback-pause-symbolic");
  set_text (self->pause_label, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->pause_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
show (QhRunPage *self)
{
  QhRunFigures figures;

  qh_runner_look (self->runner, &figures);
  show_segment (self, &figures);
  show_caught (self);
  show_actions (self);
  show_pause (self);
  show_banner (self);
  tick (self);
}

/* --- Room */

static gboolean
is_catching (QhRunPage *self)
{
  return gtk_widget_get_visible (self->catch_box);
}

/* In a small window, what is typed has it all, but for the clock. */
static void
arrange (QhRunPage *self)
{
  gboolean is_small = self->room == QH_RUN_ROOM_SMALL;
  gboolean is_taken = is_small && is_catching (self);

  set_class (GTK_WIDGET (self), "small", is_small);
  set_class (GTK_WIDGET (self), "high", self->room == QH_RUN_ROOM_HIGH);
  gtk_widget_set_visible (GTK_WIDGET (self->dial), !is_taken);
  gtk_widget_set_visible (self->segment_box, !is_taken);
  gtk_widget_set_visible (GTK_WIDGET (self->catch_clock), is_small);
  gtk_box_set_spacing (GTK_BOX (self->segment_box), is_small ? 4 : 9);
  gtk_widget_set_visible (self->keys, !is_small);
  gtk_widget_set_visible (GTK_WIDGET (self->end_label), self->room == QH_RUN_ROOM_WIDE);
  gtk_widget_set_visible (GTK_WIDGET (self->pause_label), self->room == QH_RUN_ROOM_WIDE);
  gtk_widget_set_visible (self->card, !is_small || is_catching (self));
  gtk_label_set_lines (self->title, is_small ? 2 : -1);
  gtk_label_set_ellipsize (self->title, is_small ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  show (self);
  if (is_small)
    gtk_widget_set_visible (GTK_WIDGET (self->caught), FALSE);
}

static void
on_room_changed (GObject *layout, GParamSpec *pspec, QhRunPage *self)
{
  int room;

  g_object_get (layout, "room", &room, NULL);
  self->room = (QhRunRoom)room;
  arrange (self);
}

/* --- Deeds */

static void
next (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhRunPage *self = QH_RUN_PAGE (widget);

  if (!qh_runner_next (self->runner))
    qh_run_page_end (self);
}

static void
back (GtkWidget *widget, const char *action, GVariant *parameter)
{
  qh_runner_back (QH_RUN_PAGE (widget)->runner);
}

static void
toggle_pause (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhRunner *runner = QH_RUN_PAGE (widget)->runner;

  qh_runner_set_paused (runner, !qh_runner_get_run (runner)->paused);
}

static void
add_time (GtkWidget *widget, const char *action, GVariant *parameter)
{
  qh_runner_add_time (QH_RUN_PAGE (widget)->runner, g_variant_get_int32 (parameter));
}

static void
fold (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhRunPage *self = QH_RUN_PAGE (widget);
  int minutes = g_variant_get_int32 (parameter);

  if (!qh_runner_fold (self->runner, (gint64)minutes * QH_MINUTE))
    return;
  g_autofree char *text = qh_run_fold_text (qh_runner_get_run (self->runner), minutes);
  gtk_widget_activate_action (widget, "win.offer", "(sss)", text, _ ("_Take Back"), "win.unfold");
}

static void
ask_for_minutes (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_popover_popup (QH_RUN_PAGE (widget)->fold_popover);
}

static void
on_fold_chosen (QhRunPage *self)
{
  int minutes = gtk_spin_button_get_value_as_int (self->fold_minutes);

  gtk_popover_popdown (self->fold_popover);
  gtk_widget_activate_action (GTK_WIDGET (self), "run.fold", "i", minutes);
}

static gboolean
on_fold_key (QhRunPage *self, guint key, guint code, GdkModifierType state)
{
  if (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter)
    return GDK_EVENT_PROPAGATE;
  gtk_spin_button_update (self->fold_minutes);
  on_fold_chosen (self);
  return GDK_EVENT_STOP;
}

static void
unfold (GtkWidget *widget, const char *action, GVariant *parameter)
{
  qh_runner_unfold (QH_RUN_PAGE (widget)->runner);
}

static void
toggle_output (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhRunner *runner = QH_RUN_PAGE (widget)->runner;
  gboolean is_reached = qh_runner_get_run (runner)->output_reached == QH_OUTPUT_REACHED_YES;

  qh_runner_set_output (runner, is_reached ? QH_OUTPUT_REACHED_UNSET : QH_OUTPUT_REACHED_YES);
}

/* --- Catching */

static void
close_catching (QhRunPage *self)
{
  qh_log_entry_keep (self->entry);
  gtk_widget_set_visible (self->catch_box, FALSE);
  arrange (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static gboolean
is_entry_free (QhRunPage *self)
{
  g_autofree char *typed = qh_text_trim (qh_log_entry_get_text (self->entry));

  return !typed || strlen (typed) == 1;
}

/* What was typed and not saved stays; else the line begins with the letter of its kind. */
static void
catch_one (GtkWidget *widget, const char *action, GVariant *parameter)
{
  static const struct {
    const char *kind, *start;
  } starts[] = { { "words", "w " }, { "friction", "f " }, { "promise", "p " } };
  QhRunPage *self = QH_RUN_PAGE (widget);
  const char *kind = g_variant_get_string (parameter, NULL);
  gboolean is_free = is_entry_free (self);

  gtk_widget_set_visible (self->catch_box, TRUE);
  arrange (self);
  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    if (is_free && g_str_equal (kind, starts[i].kind))
      qh_log_entry_set_text (self->entry, starts[i].start);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
on_saving (QhRunPage *self, QhRecord *record)
{
  if (QH_IS_REMARK (record))
    qh_record_set_string (record, "meeting", qh_runner_get_run (self->runner)->meeting);
}

static void
on_saved (QhRunPage *self, QhRecord *record)
{
  qh_runner_catch (self->runner, record);
  close_catching (self);
}

/* What the store cannot take now is kept; what it would never take stays to be put right. */
static gboolean
on_refused (QhRunPage *self, const GError *error)
{
  g_autofree char *line = g_strdup (qh_log_entry_get_text (self->entry));

  if (!qh_runner_blames_store (error))
    return FALSE;
  qh_runner_catch_line (self->runner, line);
  qh_log_entry_set_text (self->entry, "");
  close_catching (self);
  return TRUE;
}

static void
deliver (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhRunPage *self = QH_RUN_PAGE (widget);

  qh_run_deliver (widget, self->store, self->runner, g_variant_get_string (parameter, NULL));
}

/* --- The end */

static void
on_end_answered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  if (qh_message_dialog_finish (result))
    qh_runner_end (QH_RUN_PAGE (source)->runner, FALSE);
}

void
qh_run_page_end (QhRunPage *self)
{
  g_return_if_fail (QH_IS_RUN_PAGE (self));

  const QhMessageDialog dialog = {
    _ ("End This Meeting?"),
    _ ("Its clock runs. What each segment took is saved, and can be taken back by undo."),
    _ ("_End Meeting"),
    FALSE,
  };

  if (qh_runner_get_run (self->runner)->paused)
    qh_runner_end (self->runner, FALSE);
  else
    qh_message_dialog_ask (GTK_WIDGET (self), &dialog, on_end_answered, NULL);
}

static void
end (GtkWidget *widget, const char *action, GVariant *parameter)
{
  qh_run_page_end (QH_RUN_PAGE (widget));
}

static void
end_at_last (GtkWidget *widget, const char *action, GVariant *parameter)
{
  qh_runner_end (QH_RUN_PAGE (widget)->runner, TRUE);
}

/* --- Keys */

/* Where something is typed or chosen, keys are its own. */
static gboolean
is_typing (QhRunPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  return focus && (GTK_IS_EDITABLE (focus) || gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER));
}

/* A line that is no more than the letter it begins with says nothing. */
static gboolean
leaves_catching (QhRunPage *self, guint key)
{
  if (!is_catching (self))
    return FALSE;
  if (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter)
    return is_entry_free (self);
  return key == GDK_KEY_Escape;
}

static gboolean
on_key_pressed (QhRunPage *self, guint key, guint code, GdkModifierType state)
{
  GdkModifierType held = state & gtk_accelerator_get_default_mod_mask ();

  if ((held & ~GDK_SHIFT_MASK) != 0)
    return GDK_EVENT_PROPAGATE;
  if (leaves_catching (self, key)) {
    close_catching (self);
    return GDK_EVENT_STOP;
  }
  if (is_typing (self))
    return GDK_EVENT_PROPAGATE;
  return qh_run_key_activate (GTK_WIDGET (self), key);
}

/* Keys count wherever the focus is in the window. */
static void
qh_run_page_root (GtkWidget *widget)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  GTK_WIDGET_CLASS (qh_run_page_parent_class)->root (widget);
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_object (controller, "key-pressed", G_CALLBACK (on_key_pressed), widget,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (gtk_widget_get_root (widget)), controller);
}

/* --- The runner's news */

static void
on_failed (QhRunPage *self)
{
  self->is_failing = TRUE;
  show_banner (self);
}

static void
on_recovered (QhRunPage *self)
{
  self->is_failing = FALSE;
  show_banner (self);
}

static void
connect_runner (QhRunPage *self)
{
  static const struct {
    const char *signal;
    GCallback callback;
  } handlers[] = {
    { "ticked", G_CALLBACK (tick) },
    { "changed", G_CALLBACK (show) },
    { "failed", G_CALLBACK (on_failed) },
    { "recovered", G_CALLBACK (on_recovered) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (handlers); i++)
    g_signal_connect_object (self->runner, handlers[i].signal, handlers[i].callback, self,
                             G_CONNECT_SWAPPED);
}

/* --- The object */

static void
qh_run_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (qh_run_page_parent_class)->map (widget);
  arrange (QH_RUN_PAGE (widget));
}

static void
qh_run_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  QhRunPage *self = QH_RUN_PAGE (object);

  if (id == PROP_STORE)
    self->store = g_value_dup_object (value);
  else
    self->runner = g_value_dup_object (value);
}

static void
qh_run_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QhRunPage *self = QH_RUN_PAGE (object);

  g_value_set_object (value, id == PROP_STORE ? (gpointer)self->store : (gpointer)self->runner);
}

static void
name_client (QhRunPage *self)
{
  const char *id = qh_runner_get_meeting (self->runner)->client;
  g_autoptr (QhRecord) client = qh_store_get (self->store, &qh_client_entity, id, NULL);

  adw_window_title_set_title (self->header_title, client ? QH_CLIENT (client)->name : "");
  adw_window_title_set_subtitle (self->header_title,
                                 _ ("meeting under way · everything stays on this computer"));
}

static void
qh_run_page_constructed (GObject *object)
{
  QhRunPage *self = QH_RUN_PAGE (object);

  G_OBJECT_CLASS (qh_run_page_parent_class)->constructed (object);

  g_object_set (self->entry, "store", self->store, NULL);
  qh_log_entry_set_client (self->entry, qh_runner_get_meeting (self->runner)->client);
  name_client (self);
  connect_runner (self);
  show (self);
}

static void
qh_run_page_dispose (GObject *object)
{
  QhRunPage *self = QH_RUN_PAGE (object);

  if (self->fold_popover)
    gtk_widget_unparent (GTK_WIDGET (self->fold_popover));
  self->fold_popover = NULL;
  g_clear_object (&self->runner);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qh_run_page_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "run.next", NULL, next);
  gtk_widget_class_install_action (klass, "run.back", NULL, back);
  gtk_widget_class_install_action (klass, "run.pause", NULL, toggle_pause);
  gtk_widget_class_install_action (klass, "run.add-time", "i", add_time);
  gtk_widget_class_install_action (klass, "run.fold", "i", fold);
  gtk_widget_class_install_action (klass, "run.fold-other", NULL, ask_for_minutes);
  gtk_widget_class_install_action (klass, "run.unfold", NULL, unfold);
  gtk_widget_class_install_action (klass, "run.catch", "s", catch_one);
  gtk_widget_class_install_action (klass, "run.deliver", "s", deliver);
  gtk_widget_class_install_action (klass, "run.output", NULL, toggle_output);
  gtk_widget_class_install_action (klass, "run.end", NULL, end);
  gtk_widget_class_install_action (klass, "run.end-at-last", NULL, end_at_last);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (
      klass, "/io/github/quarterhour/Quarterhour/ui/run/run-page.ui");
  gtk_widget_class_bind_template_child (klass, QhRunPage, banner);
  gtk_widget_class_bind_template_child (klass, QhRunPage, dial);
  gtk_widget_class_bind_template_child (klass, QhRunPage, place);
  gtk_widget_class_bind_template_child (klass, QhRunPage, stage);
  gtk_widget_class_bind_template_child (klass, QhRunPage, stage_icon);
  gtk_widget_class_bind_template_child (klass, QhRunPage, stage_text);
  gtk_widget_class_bind_template_child (klass, QhRunPage, title);
  gtk_widget_class_bind_template_child (klass, QhRunPage, notes);
  gtk_widget_class_bind_template_child (klass, QhRunPage, next);
  gtk_widget_class_bind_template_child (klass, QhRunPage, course);
  gtk_widget_class_bind_template_child (klass, QhRunPage, keys);
  gtk_widget_class_bind_template_child (klass, QhRunPage, card);
  gtk_widget_class_bind_template_child (klass, QhRunPage, caught);
  gtk_widget_class_bind_template_child (klass, QhRunPage, catch_box);
  gtk_widget_class_bind_template_child (klass, QhRunPage, catch_clock);
  gtk_widget_class_bind_template_child (klass, QhRunPage, entry);
  gtk_widget_class_bind_template_child (klass, QhRunPage, output_button);
  gtk_widget_class_bind_template_child (klass, QhRunPage, fold_popover);
  gtk_widget_class_bind_template_child (klass, QhRunPage, fold_minutes);
  gtk_widget_class_bind_template_child (klass, QhRunPage, header_title);
  gtk_widget_class_bind_template_child (klass, QhRunPage, end_label);
  gtk_widget_class_bind_template_child (klass, QhRunPage, menu_button);
  gtk_widget_class_bind_template_child (klass, QhRunPage, pause_button);
  gtk_widget_class_bind_template_child (klass, QhRunPage, pause_icon);
  gtk_widget_class_bind_template_child (klass, QhRunPage, pause_label);
  gtk_widget_class_bind_template_child (klass, QhRunPage, segment_box);
  gtk_widget_class_bind_template_callback (klass, on_room_changed);
  gtk_widget_class_bind_template_callback (klass, on_saving);
  gtk_widget_class_bind_template_callback (klass, on_saved);
  gtk_widget_class_bind_template_callback (klass, on_refused);
  gtk_widget_class_bind_template_callback (klass, on_fold_chosen);
  gtk_widget_class_bind_template_callback (klass, on_fold_key);
}

static void
qh_run_page_class_init (QhRunPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags once = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = qh_run_page_get_property;
  object_class->set_property = qh_run_page_set_property;
  object_class->constructed = qh_run_page_constructed;
  object_class->dispose = qh_run_page_dispose;
  widget_class->map = qh_run_page_map;
  widget_class->root = qh_run_page_root;

  props[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, QH_TYPE_STORE, once);
  props[PROP_RUNNER] = g_param_spec_object ("runner", NULL, NULL, QH_TYPE_RUNNER, once);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (QH_TYPE_BANNER);
  g_type_ensure (QH_TYPE_BOX);
  g_type_ensure (QH_TYPE_LOG_ENTRY);
  g_type_ensure (QH_TYPE_RUN_DIAL);
  g_type_ensure (QH_TYPE_RUN_LAYOUT);
  g_type_ensure (QH_TYPE_WRAP_LAYOUT);
  install_actions (widget_class);
  bind_template (widget_class);
}

static void
qh_run_page_init (QhRunPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->fold_popover), self->menu_button);
}

GtkWidget *
qh_run_page_new (QhStore *store, QhRunner *runner)
{
  g_return_val_if_fail (QH_IS_STORE (store) && QH_IS_RUNNER (runner), NULL);

  return g_object_new (QH_TYPE_RUN_PAGE, "store", store, "runner", runner, NULL);
}
