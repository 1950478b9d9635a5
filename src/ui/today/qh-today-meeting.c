/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "today/qh-today-meeting.h"
#include "exchange/qh-plan-diff.h"
#include "widgets/qh-meeting-row.h"
#include <glib/gi18n-lib.h>

struct _QhTodayMeeting {
  QhRow parent_instance;

  QhRow *row;
  GtkLabel *blocking;
  GtkWidget *compose;

  QhFigures *figures;
};

G_DEFINE_FINAL_TYPE (QhTodayMeeting, qh_today_meeting, QH_TYPE_ROW)

/* What blocks the plan, a line for each in the figures, on one line here. */
static void
show_blocking (QhTodayMeeting *self)
{
  g_autofree char *lines = NULL;
  g_auto (GStrv) parts = NULL;
  g_autofree char *text = NULL;

  if (self->figures)
    g_object_get (self->figures, "blocking", &lines, NULL);
  parts = g_strsplit (lines ? lines : "", "\n", -1);
  text = g_strjoinv (" · ", parts);
  gtk_label_set_label (self->blocking, text);
  gtk_widget_set_visible (GTK_WIDGET (self->blocking), *text != '\0');
}

/* A meeting without a plan can be composed from here. */
static void
show_compose (QhTodayMeeting *self, QhRecord *record)
{
  QhMeeting *meeting = record ? QH_MEETING (record) : NULL;
  guint n_blocks = 0;
  gint64 limit;
  gboolean can = meeting && self->figures && qh_figures_is_known (self->figures) &&
                 qh_plan_is_to_come (meeting) && meeting->began == QH_NONE;

  if (can)
    qh_figures_get_blocks (self->figures, &n_blocks, &limit);
  can = can && n_blocks == 0;

  gtk_widget_set_visible (self->compose, can);
  /* The action comes after what it is about: without that it cannot be activated. */
  if (can) {
    gtk_actionable_set_action_target (GTK_ACTIONABLE (self->compose), "s", record->id);
    gtk_actionable_set_action_name (GTK_ACTIONABLE (self->compose), "win.compose");
  }
}

static void
on_blocking (QhTodayMeeting *self)
{
  show_blocking (self);
  show_compose (self, qh_row_get_record (QH_ROW (self)));
  qh_row_update_label (QH_ROW (self));
}

static void
forget_figures (QhTodayMeeting *self)
{
  if (self->figures)
    g_signal_handlers_disconnect_by_func (self->figures, on_blocking, self);
  g_clear_object (&self->figures);
}

static void
qh_today_meeting_show (QhRow *row, QhRecord *record)
{
  QhTodayMeeting *self = QH_TODAY_MEETING (row);

  qh_row_set_record (self->row, record);
  forget_figures (self);
  g_object_get (self->row, "figures", &self->figures, NULL);
  if (self->figures)
    g_signal_connect_object (self->figures, "notify::blocking", G_CALLBACK (on_blocking), self,
                             G_CONNECT_SWAPPED);
  show_blocking (self);
  show_compose (self, record);
}

static char *
qh_today_meeting_describe (QhRow *row)
{
  QhTodayMeeting *self = QH_TODAY_MEETING (row);
  const char *label = qh_row_get_label (self->row);
  const char *blocking = gtk_label_get_label (self->blocking);

  return *blocking ? g_strdup_printf ("%s; %s", label, blocking) : g_strdup (label);
}

static void
on_label (QhTodayMeeting *self)
{
  qh_row_update_label (QH_ROW (self));
}

static void
build (QhTodayMeeting *self, QhStore *store, QhFiguresCache *cache)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->row = qh_meeting_row_new (store, cache);
  self->blocking =
      g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "visible", FALSE, "css-classes",
                    (const char *[]){ "caption", "qh-blocking", NULL }, NULL);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->row));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->blocking));
  self->compose = gtk_button_new_with_mnemonic (_ ("_Compose the Plan"));
  gtk_widget_set_halign (self->compose, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->compose, "flat");
  gtk_widget_set_visible (self->compose, FALSE);
  gtk_box_append (GTK_BOX (box), self->compose);
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (self->row, "notify::label", G_CALLBACK (on_label), self,
                           G_CONNECT_SWAPPED);
}

static void
qh_today_meeting_dispose (GObject *object)
{
  forget_figures (QH_TODAY_MEETING (object));

  G_OBJECT_CLASS (qh_today_meeting_parent_class)->dispose (object);
}

static void
qh_today_meeting_class_init (QhTodayMeetingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qh_today_meeting_dispose;
  QH_ROW_CLASS (klass)->show = qh_today_meeting_show;
  QH_ROW_CLASS (klass)->describe = qh_today_meeting_describe;
}

static void
qh_today_meeting_init (QhTodayMeeting *self)
{
}

QhRow *
qh_today_meeting_new (QhStore *store, QhFiguresCache *cache)
{
  g_return_val_if_fail (QH_IS_STORE (store), NULL);
  g_return_val_if_fail (QH_IS_FIGURES_CACHE (cache), NULL);

  QhTodayMeeting *self = g_object_new (QH_TYPE_TODAY_MEETING, NULL);
  build (self, store, cache);
  return QH_ROW (self);
}
