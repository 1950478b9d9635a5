/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insights/qh-decision-list.h"
#include "insights/qh-decision-dialog.h"
#include "model/qh-friction.h"
#include "paper/qh-picture-words.h"
#include "widgets/qh-plain-row.h"
#include <glib/gi18n-lib.h>
#include <string.h>

struct _QhDecisionList {
  AdwBin parent_instance;

  GtkListBox *list;

  QhStore *store;
  const QhPicture *picture;
  char *currency;
  GPtrArray *rows; /* AdwActionRow */
  GPtrArray *pills; /* GtkLabel, one for each */
};

G_DEFINE_FINAL_TYPE (QhDecisionList, qh_decision_list, ADW_TYPE_BIN)

static int
find_column (const QhPicture *picture, const char *id)
{
  for (guint i = 0; i < picture->columns->len; i++)
    if (g_str_equal (qh_picture_column (picture, i)->id, id))
      return (int)i;
  return -1;
}

/* NULL where nothing is known. */
static const char *
text_of (QhDecisionList *self, guint row, const char *id)
{
  int column = find_column (self->picture, id);

  return column < 0 ? NULL : qh_picture_row (self->picture, row)->cells[column].text;
}

static char *
words_of (QhDecisionList *self, guint row, const char *id)
{
  int column = find_column (self->picture, id);

  return column < 0 ? NULL : qh_picture_words (self->picture, row, (guint)column, self->currency);
}

/* "Do: one form for all · look again 12 Jan 2027" */
static char *
describe (QhDecisionList *self, guint row)
{
  const char *verdict = text_of (self, row, "decision"), *reason = text_of (self, row, "reason");
  g_autofree char *day = words_of (self, row, "look_again");

  if (!reason)
    return NULL;
  if (!text_of (self, row, "look_again"))
    return g_strdup_printf ("%s: %s", verdict, reason);
  /* Translators: what was decided, why, and the day to look at it again */
  return g_strdup_printf (_ ("%s: %s · look again %s"), verdict, reason, day);
}

/* What asks for a decision; NULL: nothing does. */
static const char *
due_words (QhDecisionList *self, guint row)
{
  g_autofree char *today = qh_clock_today (qh_store_get_clock (self->store));
  const char *again = text_of (self, row, "look_again");

  if (!text_of (self, row, "reason"))
    return _ ("Undecided");
  return again && strcmp (again, today) <= 0 ? _ ("Look again") : NULL;
}

static void
on_activated (QhDecisionList *self, GtkListBoxRow *row)
{
  guint i = (guint)gtk_list_box_row_get_index (row);
  const char *key = qh_picture_row (self->picture, i)->key;
  const char *name = text_of (self, i, qh_picture_column (self->picture, 0)->id);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autofree char *cost = words_of (self, i, qh_picture_column (self->picture, 1)->id);
  g_autofree char *yearly = g_strdup_printf (_ ("%s a year"), cost);
  g_autofree char *about = g_strdup_printf ("%s · %s", name, yearly);

  if (key && GTK_IS_WINDOW (root))
    gtk_window_present (qh_decision_dialog_new (
        GTK_WINDOW (root), self->store,
        qh_field_enum_value (qh_entity_field (&qh_friction_entity, "touchpoint"), key), about,
        text_of (self, i, "reason")));
}

static void
add_row (QhDecisionList *self)
{
  GtkWidget *row = qh_plain_row_new ("", NULL), *pill = gtk_label_new (NULL);

  gtk_widget_add_css_class (pill, "qh-pill");
  gtk_widget_add_css_class (pill, "warn");
  gtk_widget_add_css_class (pill, "caption");
  gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), pill);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_list_box_append (self->list, row);
  g_ptr_array_add (self->rows, row);
  g_ptr_array_add (self->pills, pill);
}

static void
remove_row (QhDecisionList *self)
{
  guint last = self->rows->len - 1;

  gtk_list_box_remove (self->list, self->rows->pdata[last]);
  g_ptr_array_set_size (self->rows, (int)last);
  g_ptr_array_set_size (self->pills, (int)last);
}

static void
show_row (QhDecisionList *self, guint i)
{
  g_autofree char *title = words_of (self, i, qh_picture_column (self->picture, 0)->id);
  g_autofree char *subtitle = describe (self, i);
  const char *due = due_words (self, i);
  g_autofree char *said = g_strconcat (title, subtitle ? ", " : "", subtitle ? subtitle : "",
                                       due ? ", " : "", due ? due : "", NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows->pdata[i]),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  qh_plain_row_set_text (self->rows->pdata[i], title, subtitle);
  gtk_label_set_label (self->pills->pdata[i], due ? due : "");
  gtk_widget_set_visible (self->pills->pdata[i], due != NULL);
}

static void
qh_decision_list_dispose (GObject *object)
{
  g_clear_object (&QH_DECISION_LIST (object)->store);

  G_OBJECT_CLASS (qh_decision_list_parent_class)->dispose (object);
}

static void
qh_decision_list_finalize (GObject *object)
{
  QhDecisionList *self = QH_DECISION_LIST (object);

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->pills);
  g_free (self->currency);

  G_OBJECT_CLASS (qh_decision_list_parent_class)->finalize (object);
}

static void
qh_decision_list_class_init (QhDecisionListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qh_decision_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = qh_decision_list_finalize;
}

static void
qh_decision_list_init (QhDecisionList *self)
{
  self->rows = g_ptr_array_new ();
  self->pills = g_ptr_array_new ();
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Decisions"), -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (on_activated), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
}

QhDecisionList *
qh_decision_list_new (QhStore *store)
{
  g_return_val_if_fail (QH_IS_STORE (store), NULL);

  QhDecisionList *self = g_object_new (QH_TYPE_DECISION_LIST, NULL);
  self->store = g_object_ref (store);
  return self;
}

void
qh_decision_list_show (QhDecisionList *self, const QhPicture *picture, const char *currency)
{
  g_return_if_fail (QH_IS_DECISION_LIST (self));
  g_return_if_fail (picture);

  self->picture = picture;
  g_free (self->currency);
  self->currency = g_strdup (currency);
  while (self->rows->len > picture->rows->len)
    remove_row (self);
  while (self->rows->len < picture->rows->len)
    add_row (self);
  for (guint i = 0; i < picture->rows->len; i++)
    show_row (self, i);
}
