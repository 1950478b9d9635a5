/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "designer/qh-changes-page.h"
#include "designer/qh-change-row.h"
#include "designer/qh-plan-reviews.h"
#include "widgets/qh-header.h"
#include <glib/gi18n-lib.h>
#include <inttypes.h>

struct _QhChangesPage {
  AdwBin parent_instance;

  GtkWidget *header;
  GtkWidget *columns;
  GtkLabel *before_title;
  GtkLabel *trouble;
  GtkListBox *rows;

  QhStore *store;
  QhMeeting *meeting;
  QhPlanReviews *reviews;
  char *facts;
  gboolean only_changes;
};

G_DEFINE_FINAL_TYPE (QhChangesPage, qh_changes_page, ADW_TYPE_BIN)

enum { PROP_STORE = 1, PROP_MEETING, PROP_FACTS, PROP_ONLY_CHANGES, N_PROPS };
static GParamSpec *props[N_PROPS];

static void
on_narrow (QhChangesPage *self)
{
  GtkListBoxRow *row;
  gboolean narrow;

  g_object_get (self->header, "narrow", &narrow, NULL);
  gtk_widget_set_visible (self->columns, !narrow);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->rows, i)); i++)
    qh_change_row_lay_out (QH_CHANGE_ROW (row), narrow);
}

/* --- All of them */

static gboolean
is_shown (GtkListBoxRow *row, gpointer data)
{
  QhChangesPage *self = data;

  return !self->only_changes || qh_change_row_get_state (QH_CHANGE_ROW (row)) != QH_PAIR_SAME;
}

static void
set_facts (QhChangesPage *self, char *facts)
{
  g_free (self->facts);
  self->facts = facts;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FACTS]);
}

static void
show_comparison (QhChangesPage *self, const QhPlanComparison *compared)
{
  g_autoptr (GPtrArray) pairs = qh_plan_pairs (compared);
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autofree char *date = qh_instant_to_date (compared->exported, zone);
  g_autofree char *day =
      qh_date_month_label (date, qh_clock_now (qh_store_get_clock (self->store)), zone);
  /* Translators: which revision of a plan, and the day it left */
  g_autofree char *title =
      g_strdup_printf (_ ("Revision %" PRId64 ", %s"), compared->revision, day);
  guint n = compared->changes->len;
  gboolean narrow;

  g_object_get (self->header, "narrow", &narrow, NULL);
  gtk_label_set_label (self->before_title, title);
  set_facts (self,
             n > 0 ? g_strdup_printf (ngettext ("%s · %u change since", "%s · %u changes since", n),
                                      title, n)
                   : g_strdup_printf (_ ("%s · nothing has changed since"), title));
  for (guint i = 0; i < pairs->len; i++) {
    GtkWidget *row = qh_change_row_new (pairs->pdata[i], title);
    qh_change_row_lay_out (QH_CHANGE_ROW (row), narrow);
    gtk_list_box_append (self->rows, row);
  }
}

static void
show_trouble (QhChangesPage *self, const char *text)
{
  gboolean narrow;

  g_object_get (self->header, "narrow", &narrow, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), text != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->rows), text == NULL);
  gtk_widget_set_visible (self->columns, text == NULL && !narrow);
  gtk_label_set_label (self->trouble, text ? text : "");
  if (text)
    set_facts (self, NULL);
}

static void
refresh (QhChangesPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QhPlanComparison) compared = qh_plan_compare (
      self->store, QH_RECORD (self->meeting)->id, qh_plan_reviews_get_base (self->reviews), &error);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->rows, 0)))
    gtk_list_box_remove (self->rows, GTK_WIDGET (row));
  show_trouble (self, error ? error->message : NULL);
  if (compared)
    show_comparison (self, compared);
}

static void
on_changed (QhChangesPage *self)
{
  g_autoptr (QhRecord) still =
      qh_store_get (self->store, &qh_meeting_entity, QH_RECORD (self->meeting)->id, NULL);
  g_autofree char *name = g_strconcat ("changes ", QH_RECORD (self->meeting)->id, NULL);

  if (still)
    refresh (self);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.close-page", "s", name);
}

/* --- The object */

static void
qh_changes_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QhChangesPage *self = QH_CHANGES_PAGE (object);

  switch (id) {
  case PROP_STORE:
    g_value_set_object (value, self->store);
    break;
  case PROP_MEETING:
    g_value_set_object (value, self->meeting);
    break;
  case PROP_FACTS:
    g_value_set_string (value, self->facts);
    break;
  case PROP_ONLY_CHANGES:
    g_value_set_boolean (value, self->only_changes);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_changes_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  QhChangesPage *self = QH_CHANGES_PAGE (object);

  switch (id) {
  case PROP_STORE:
    self->store = g_value_dup_object (value);
    break;
  case PROP_MEETING:
    self->meeting = g_value_dup_object (value);
    break;
  case PROP_ONLY_CHANGES:
    self->only_changes = g_value_get_boolean (value);
    gtk_list_box_invalidate_filter (self->rows);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_changes_page_constructed (GObject *object)
{
  QhChangesPage *self = QH_CHANGES_PAGE (object);

  G_OBJECT_CLASS (qh_changes_page_parent_class)->constructed (object);

  gtk_list_box_set_filter_func (self->rows, is_shown, self, NULL);
  self->reviews = qh_plan_reviews_new (self->store, self->meeting);
  refresh (self);
  g_signal_connect_object (self->reviews, "changed", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
}

static void
qh_changes_page_dispose (GObject *object)
{
  QhChangesPage *self = QH_CHANGES_PAGE (object);

  g_clear_object (&self->reviews);
  g_clear_object (&self->meeting);
  g_clear_object (&self->store);
  g_clear_pointer (&self->facts, g_free);

  G_OBJECT_CLASS (qh_changes_page_parent_class)->dispose (object);
}

static void
qh_changes_page_class_init (QhChangesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags once = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = qh_changes_page_get_property;
  object_class->set_property = qh_changes_page_set_property;
  object_class->constructed = qh_changes_page_constructed;
  object_class->dispose = qh_changes_page_dispose;

  props[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, QH_TYPE_STORE, once);
  props[PROP_MEETING] = g_param_spec_object ("meeting", NULL, NULL, qh_meeting_get_type (), once);
  props[PROP_FACTS] =
      g_param_spec_string ("facts", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_ONLY_CHANGES] = g_param_spec_boolean ("only-changes", NULL, NULL, FALSE,
                                                   G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (QH_TYPE_HEADER);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/designer/changes-page.ui");
  gtk_widget_class_bind_template_child (widget_class, QhChangesPage, header);
  gtk_widget_class_bind_template_child (widget_class, QhChangesPage, columns);
  gtk_widget_class_bind_template_child (widget_class, QhChangesPage, before_title);
  gtk_widget_class_bind_template_child (widget_class, QhChangesPage, trouble);
  gtk_widget_class_bind_template_child (widget_class, QhChangesPage, rows);
  gtk_widget_class_bind_template_callback (widget_class, on_narrow);
}

static void
qh_changes_page_init (QhChangesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
qh_changes_page_new (QhStore *store, QhMeeting *meeting)
{
  g_return_val_if_fail (QH_IS_STORE (store), NULL);
  g_return_val_if_fail (QH_IS_MEETING (meeting), NULL);

  return g_object_new (QH_TYPE_CHANGES_PAGE, "store", store, "meeting", meeting, NULL);
}
