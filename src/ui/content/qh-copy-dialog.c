/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "content/qh-copy-dialog.h"
#include "base/qh-text.h"
#include "content/qh-movement-text.h"
#include "store/qh-ledger.h"
#include "widgets/qh-client-chooser.h"
#include <glib/gi18n-lib.h>

typedef enum {
  ASK_CLIENT = 1 << 0,
  ASK_EDITION = 1 << 1,
  ASK_REACTION = 1 << 2,
  ASK_REASON = 1 << 3,
} Ask;

struct _QhCopyDialog {
  AdwWindow parent_instance;

  GtkLabel *about;
  QhClientChooser *client;
  GtkWidget *details; /* the list of the fields below */
  GtkWidget *edition;
  GtkWidget *reaction;
  GtkWidget *opened;
  GtkWidget *reason;
  GtkLabel *problem;
  GtkButton *act;

  QhStore *store;
  QhContent *item;
  QhDeed deed;
  gint64 number;
  char *client_id; /* NULL: the chooser says */
  QhMovement *line; /* or NULL */
};

G_DEFINE_FINAL_TYPE (QhCopyDialog, qh_copy_dialog, ADW_TYPE_WINDOW)

typedef gboolean (*Act) (QhCopyDialog *self, GError **error);

/* --- What is asked for */

static const char *
get_item (QhCopyDialog *self)
{
  return QH_RECORD (self->item)->id;
}

static const char *
get_client (QhCopyDialog *self)
{
  QhClient *client = self->client_id ? NULL : qh_client_chooser_get_client (self->client);

  return client ? QH_RECORD (client)->id : self->client_id;
}

/* What stands in an entry, trimmed; NULL for nothing. (transfer full) */
static char *
get_text (GtkWidget *entry)
{
  return qh_text_trim (gtk_editable_get_text (GTK_EDITABLE (entry)));
}

/* The first choice is "not known". */
static gint64
get_reaction (QhCopyDialog *self)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self->reaction));

  return selected > 0 && selected <= 5 ? (gint64)selected : QH_NONE;
}

/* --- What is done */

static gboolean
move (QhCopyDialog *self, QhMovementKind kind, GError **error)
{
  g_autoptr (QhMovement) line = qh_ledger_line (kind, get_item (self), get_client (self), NULL);
  g_autofree char *reason = get_text (self->reason);
  g_autofree char *opened = get_text (self->opened);
  QhRecord *record = QH_RECORD (line);

  qh_record_set_int (record, "number", self->number);
  qh_record_set_string (record, "reason", reason);
  qh_record_set_int (record, "reaction", get_reaction (self));
  qh_record_set_string (record, "opened", opened);
  return qh_ledger_move (self->store, line, error);
}

static gboolean
reserve (QhCopyDialog *self, GError **error)
{
  return move (self, QH_MOVEMENT_KIND_RESERVE, error);
}

static gboolean
deliver (QhCopyDialog *self, GError **error)
{
  return move (self, QH_MOVEMENT_KIND_DELIVER, error);
}

static gboolean
release (QhCopyDialog *self, GError **error)
{
  return move (self, QH_MOVEMENT_KIND_RELEASE, error);
}

static gboolean
take_back (QhCopyDialog *self, GError **error)
{
  return move (self, QH_MOVEMENT_KIND_RETURN, error);
}

/* Read as the field itself is: its range and its error text. */
static gboolean
change_edition (QhCopyDialog *self, GError **error)
{
  g_autoptr (QhContent) wanted = qh_content_new ();
  g_autofree char *text = get_text (self->edition);
  g_autofree char *reason = get_text (self->reason);

  return qh_record_set_text (QH_RECORD (wanted), qh_entity_field (&qh_content_entity, "edition"),
                             text, error) &&
         qh_ledger_set_edition (self->store, get_item (self), wanted->edition, reason, error);
}

static gboolean
join (QhCopyDialog *self, GError **error)
{
  g_autoptr (QhWaiting) waiting = qh_waiting_new ();

  qh_record_set_string (QH_RECORD (waiting), "content", get_item (self));
  qh_record_set_string (QH_RECORD (waiting), "client", get_client (self));
  return qh_ledger_join (self->store, waiting, error);
}

static gboolean
correct (QhCopyDialog *self, GError **error)
{
  g_autofree char *reason = get_text (self->reason);

  return qh_ledger_correct (self->store, self->line, reason, error);
}

static gboolean
note_reaction (QhCopyDialog *self, GError **error)
{
  g_autofree char *opened = get_text (self->opened);

  return qh_ledger_note_reaction (self->store, self->line, get_reaction (self), opened, error);
}

static const struct {
  const char *title;
  const char *button;
  Ask asks;
  gboolean needs_reason;
  Act act;
} deeds[] = {
  [QH_DEED_RESERVE] = { N_ ("Reserve a Copy"), N_ ("_Reserve"), ASK_CLIENT, FALSE, reserve },
  [QH_DEED_DELIVER] = { N_ ("Give a Copy"), N_ ("_Give"), ASK_CLIENT | ASK_REACTION, FALSE,
                        deliver },
  [QH_DEED_RELEASE] = { N_ ("Release a Copy"), N_ ("_Release"), ASK_CLIENT | ASK_REASON, FALSE,
                        release },
  [QH_DEED_RETURN] = { N_ ("Take a Copy Back"), N_ ("_Take Back"), ASK_CLIENT | ASK_REASON, FALSE,
                       take_back },
  [QH_DEED_EDITION] = { N_ ("Change the Edition"), N_ ("_Change"), ASK_EDITION | ASK_REASON, FALSE,
                        change_edition },
  [QH_DEED_WAIT] = { N_ ("Waiting List"), N_ ("_Add"), ASK_CLIENT, FALSE, join },
  [QH_DEED_CORRECT] = { N_ ("Correct the Ledger"), N_ ("_Correct"), ASK_REASON, TRUE, correct },
  [QH_DEED_REACTION] = { N_ ("How They Took It"), N_ ("_Note"), ASK_REACTION, FALSE,
                         note_reaction },
};

static void
show_problem (QhCopyDialog *self, const char *message)
{
  gtk_label_set_label (self->problem, message ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), message != NULL);
}

static gboolean
is_complete (QhCopyDialog *self)
{
  if ((deeds[self->deed].asks & ASK_CLIENT) && !get_client (self))
    return FALSE;
  return !deeds[self->deed].needs_reason ||
         !qh_text_is_empty (gtk_editable_get_text (GTK_EDITABLE (self->reason)));
}

static void
on_changed (QhCopyDialog *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.act", is_complete (self));
  show_problem (self, NULL);
}

static void
act (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhCopyDialog *self = QH_COPY_DIALOG (widget);
  g_autoptr (GError) error = NULL;

  if (deeds[self->deed].act (self, &error))
    gtk_window_close (GTK_WINDOW (self));
  else
    show_problem (self, error->message);
}

/* --- How it looks */

/* "Benchmark clinic · copy 4 · Ferris Dental Group" */
static char *
describe_subject (QhCopyDialog *self)
{
  g_autoptr (GString) text = g_string_new (self->item->title);
  g_autoptr (QhRecord) client =
      self->client_id ? qh_store_get (self->store, &qh_client_entity, self->client_id, NULL) : NULL;
  g_autofree char *line = self->line ? qh_movement_title (self->store, self->line) : NULL;

  if (self->number != QH_NONE) {
    g_string_append (text, " · ");
    g_string_append_printf (text, _ ("copy %d"), (int)self->number);
  }
  if (client || line)
    g_string_append_printf (text, " · %s", line ? line : QH_CLIENT (client)->name);
  return g_strdup (text->str);
}

static void
show_fields (QhCopyDialog *self)
{
  Ask asks = deeds[self->deed].asks;
  g_autofree char *about = describe_subject (self);

  gtk_window_set_title (GTK_WINDOW (self), _ (deeds[self->deed].title));
  gtk_button_set_label (self->act, _ (deeds[self->deed].button));
  gtk_label_set_label (self->about, about);
  gtk_widget_set_visible (GTK_WIDGET (self->client), (asks & ASK_CLIENT) && !self->client_id);
  gtk_widget_set_visible (self->details, asks & ~ASK_CLIENT);
  gtk_widget_set_visible (self->edition, asks & ASK_EDITION);
  gtk_widget_set_visible (self->reaction, asks & ASK_REACTION);
  gtk_widget_set_visible (self->opened, asks & ASK_REACTION);
  gtk_widget_set_visible (self->reason, asks & ASK_REASON);
}

static void
fill_fields (QhCopyDialog *self)
{
  if (self->deed == QH_DEED_EDITION && self->item->edition != QH_NONE) {
    g_autofree char *edition = g_strdup_printf ("%d", (int)self->item->edition);
    gtk_editable_set_text (GTK_EDITABLE (self->edition), edition);
  }
  if (self->line && self->line->reaction != QH_NONE)
    adw_combo_row_set_selected (ADW_COMBO_ROW (self->reaction), (guint)self->line->reaction);
  if (self->line && self->line->opened)
    gtk_editable_set_text (GTK_EDITABLE (self->opened), self->line->opened);
}

/* What is to be said first. */
static void
focus_first (QhCopyDialog *self)
{
  GtkWidget *fields[] = { GTK_WIDGET (self->client), self->edition, self->reaction, self->reason };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (gtk_widget_get_visible (fields[i]) && gtk_widget_grab_focus (fields[i]))
      return;
}

static void
qh_copy_dialog_dispose (GObject *object)
{
  QhCopyDialog *self = QH_COPY_DIALOG (object);

  g_clear_pointer (&self->client_id, g_free);
  g_clear_object (&self->line);
  g_clear_object (&self->item);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qh_copy_dialog_parent_class)->dispose (object);
}

static void
qh_copy_dialog_class_init (QhCopyDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qh_copy_dialog_dispose;

  g_type_ensure (QH_TYPE_CLIENT_CHOOSER);
  gtk_widget_class_install_action (widget_class, "dialog.act", NULL, act);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/content/copy-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, QhCopyDialog, about);
  gtk_widget_class_bind_template_child (widget_class, QhCopyDialog, client);
  gtk_widget_class_bind_template_child (widget_class, QhCopyDialog, details);
  gtk_widget_class_bind_template_child (widget_class, QhCopyDialog, edition);
  gtk_widget_class_bind_template_child (widget_class, QhCopyDialog, reaction);
  gtk_widget_class_bind_template_child (widget_class, QhCopyDialog, opened);
  gtk_widget_class_bind_template_child (widget_class, QhCopyDialog, reason);
  gtk_widget_class_bind_template_child (widget_class, QhCopyDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, QhCopyDialog, act);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
}

static void
qh_copy_dialog_init (QhCopyDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GtkWindow *
build (GtkWindow *parent, QhStore *store, QhContent *item, QhDeed deed, gint64 number,
       const char *client, QhMovement *line)
{
  QhCopyDialog *self = g_object_new (QH_TYPE_COPY_DIALOG, "transient-for", parent, NULL);

  self->store = g_object_ref (store);
  self->item = g_object_ref (item);
  self->deed = deed;
  self->number = number;
  self->client_id = g_strdup (client);
  self->line = line ? g_object_ref (line) : NULL;
  g_object_set (self->client, "store", store, NULL);
  show_fields (self);
  fill_fields (self);
  on_changed (self);
  focus_first (self);
  return GTK_WINDOW (self);
}

GtkWindow *
qh_copy_dialog_new (GtkWindow *parent, QhStore *store, QhContent *item, QhDeed deed, gint64 number,
                    const char *client)
{
  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (QH_IS_STORE (store), NULL);
  g_return_val_if_fail (QH_IS_CONTENT (item), NULL);

  return build (parent, store, item, deed, number, client, NULL);
}

GtkWindow *
qh_copy_dialog_new_for_line (GtkWindow *parent, QhStore *store, QhContent *item, QhDeed deed,
                             QhMovement *line)
{
  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (QH_IS_STORE (store), NULL);
  g_return_val_if_fail (QH_IS_CONTENT (item), NULL);
  g_return_val_if_fail (QH_IS_MOVEMENT (line), NULL);

  return build (parent, store, item, deed, line->number, NULL, line);
}
