/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The line is read anew with every character: what is marked, what the sentence says and what is
 * saved come from one reading. Offers take a key only once one of them was chosen, so that Enter
 * always saves what is typed. */
#include "log/qh-log-entry.h"
#include "base/qh-text.h"
#include "exchange/qh-quick-complete.h"
#include "exchange/qh-quick-line.h"
#include "log/qh-log-marks.h"
#include "log/qh-log-saved.h"
#include "qh-report.h"
#include "store/qh-settings.h"
#include "widgets/qh-focus.h"
#include <glib/gi18n-lib.h>
#include <string.h>

/* Hints that are shown; the rest is counted. */
#define MAX_HINTS 3

/* The most bytes that an entry of GTK holds. */
#define MOST_BYTES (GTK_ENTRY_BUFFER_MAX_SIZE - 1)

struct _QhLogEntry {
  AdwBin parent_instance;

  GtkEntry *entry;
  GtkWidget *chip;
  GtkLabel *chip_label;
  GtkLabel *sentence;
  GtkWidget *hint_box;
  GtkLabel *hints;
  GtkLabel *problem;
  GtkPopover *popover;
  GtkListBox *offers;

  QhStore *store;
  char *place;
  char *client; /* who is meant where the line names nobody, or NULL */
  GPtrArray *offered; /* QhQuickOffer, in the order of the rows, or NULL */
  gsize offers_start; /* the byte of the text from which an offer takes its place */
  gboolean is_setting;
  gboolean is_cut; /* what is being put in does not fit */
  gboolean is_typing; /* the text has changed, and the cursor not yet */
};

G_DEFINE_FINAL_TYPE (QhLogEntry, qh_log_entry, ADW_TYPE_BIN)

enum { PROP_STORE = 1, PROP_PLACE, N_PROPS };
static GParamSpec *props[N_PROPS];

enum { SAVING, REFUSED, SAVED, N_SIGNALS };
static guint signals[N_SIGNALS];

static const char *
get_text (QhLogEntry *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

/* --- What is understood */

static void
show_hints (QhLogEntry *self, const QhQuickLine *line)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint more = line->hints->len > MAX_HINTS ? line->hints->len - MAX_HINTS : 0;

  for (guint i = 0; i < line->hints->len - more; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", (char *)line->hints->pdata[i]);
  if (more > 0) {
    g_string_append_c (text, '\n');
    g_string_append_printf (
        text, ngettext ("and %d more stays in the text", "and %d more stay in the text", more),
        (int)more);
  }
  gtk_label_set_label (self->hints, text->str);
  gtk_widget_set_visible (self->hint_box, text->len > 0);
}

/* What is said below the entry is also what it is described by. */
static void
show_sentence (QhLogEntry *self, const char *sentence)
{
  gtk_label_set_label (self->sentence, sentence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  sentence, -1);
}

static void
show_chip (QhLogEntry *self, const QhQuickLine *line)
{
  g_autoptr (QhRecord) client =
      self->client ? qh_store_get (self->store, &qh_client_entity, self->client, NULL) : NULL;
  g_autofree char *name = client ? qh_record_title (client) : NULL;
  g_autofree char *label = NULL;

  gtk_widget_set_visible (self->chip, client && !(line && qh_quick_line_names_client (line)));
  if (!client)
    return;
  /* Translators: a button that takes a client out of what is logged */
  label = g_strdup_printf (_ ("About %s; take out"), name);
  gtk_label_set_label (self->chip_label, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chip), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

/* What can be typed, while nothing is. */
static void
show_grammar (QhLogEntry *self)
{
  show_sentence (self, _ ("Begin with w for words, p for a promise, c for a contact, h for "
                          "housekeeping, else it is friction. Then @client #touchpoint !1–4 20min "
                          "2/week “their words” >owner by fri"));
  gtk_entry_set_attributes (self->entry, NULL);
  gtk_widget_set_visible (self->hint_box, FALSE);
  show_chip (self, NULL);
}

static void
refresh (QhLogEntry *self)
{
  g_autoptr (QhQuickLine) line = NULL;
  g_autoptr (PangoAttrList) marks = NULL;
  g_autofree char *sentence = NULL;

  if (!self->store)
    return;
  if (qh_text_is_empty (get_text (self))) {
    show_grammar (self);
    return;
  }
  line = qh_quick_line_new_about (self->store, get_text (self), self->client);
  sentence = qh_quick_line_sentence (self->store, line);
  marks = qh_log_marks (GTK_WIDGET (self->entry), line);
  show_sentence (self, sentence);
  gtk_entry_set_attributes (self->entry, marks);
  show_hints (self, line);
  show_chip (self, line);
}

/* --- Offers */

static void
hide_offers (QhLogEntry *self)
{
  gtk_popover_popdown (self->popover);
  g_clear_pointer (&self->offered, g_ptr_array_unref);
}

static gsize
cursor_byte (QhLogEntry *self)
{
  glong length = g_utf8_strlen (get_text (self), -1);
  glong position = gtk_editable_get_position (GTK_EDITABLE (self->entry));

  return g_utf8_offset_to_pointer (get_text (self), MIN (position, length)) - get_text (self);
}

/* Whether a word ends at the cursor: inside of one nothing takes its place. */
static gboolean
is_at_end_of_word (QhLogEntry *self)
{
  const char *rest = get_text (self) + cursor_byte (self);

  return *rest == '\0' || g_ascii_isspace (*rest);
}

/* Where the sign begins, in the coordinates of the whole. */
static void
point_at_sign (QhLogEntry *self)
{
  GtkText *text = GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (self->entry)));
  const char *typed = get_text (self);
  gsize position = (gsize)g_utf8_pointer_to_offset (typed, typed + self->offers_start);
  graphene_rect_t at;
  double x, y;

  gtk_text_compute_cursor_extents (text, position, &at, NULL);
  gtk_widget_translate_coordinates (GTK_WIDGET (text), GTK_WIDGET (self), at.origin.x, 0, &x, &y);
  gtk_popover_set_pointing_to (
      self->popover,
      &(GdkRectangle){ (int)x, 0, 1, gtk_widget_get_height (GTK_WIDGET (self->entry)) });
}

static GtkWidget *
offer_row_new (const QhQuickOffer *offer)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (offer->label);
  GtkWidget *detail = gtk_label_new (offer->detail);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_ellipsize (GTK_LABEL (detail), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (detail, "dim-label");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), detail);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, offer->label,
                                  -1);
  return row;
}

static void
fill_offers (QhLogEntry *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->offers))))
    gtk_list_box_remove (self->offers, row);
  for (guint i = 0; i < self->offered->len; i++)
    gtk_list_box_append (self->offers, offer_row_new (g_ptr_array_index (self->offered, i)));
  gtk_list_box_unselect_all (self->offers);
}

static gboolean
has_focus (QhLogEntry *self)
{
  return (gtk_widget_get_state_flags (GTK_WIDGET (self->entry)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

static void
update_offers (QhLogEntry *self)
{
  g_autoptr (GPtrArray) offered = NULL;

  if (!self->store || !has_focus (self) || !is_at_end_of_word (self)) {
    hide_offers (self);
    return;
  }
  offered =
      qh_quick_complete (self->store, get_text (self), cursor_byte (self), &self->offers_start);
  if (offered->len == 0) {
    hide_offers (self);
    return;
  }
  g_clear_pointer (&self->offered, g_ptr_array_unref);
  self->offered = g_ptr_array_ref (offered);
  fill_offers (self);
  point_at_sign (self);
  gtk_popover_popup (self->popover);
}

/* Puts the offer into the line; one that no text can say becomes the client that is meant. */
static void
take_offer (QhLogEntry *self, int index)
{
  g_autoptr (GPtrArray) offered = self->offered ? g_ptr_array_ref (self->offered) : NULL;
  const QhQuickOffer *offer;
  const char *rest = get_text (self) + cursor_byte (self);
  g_autofree char *text = NULL;
  gsize length;

  if (!offered || index < 0 || (guint)index >= offered->len)
    return;
  offer = g_ptr_array_index (offered, index);
  text = g_strdup_printf ("%.*s%s%s", (int)self->offers_start, get_text (self), offer->text,
                          *offer->text && !g_ascii_isspace (*rest) ? " " : "");
  length = (gsize)g_utf8_strlen (text, -1);
  g_autofree char *whole = g_strconcat (text, rest, NULL);
  if (offer->client)
    qh_log_entry_set_client (self, offer->client);
  self->is_setting = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), whole);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), (int)length);
  self->is_setting = FALSE;
  hide_offers (self);
  refresh (self);
}

static int
chosen_offer (QhLogEntry *self)
{
  GtkListBoxRow *row = self->offered ? gtk_list_box_get_selected_row (self->offers) : NULL;

  return row ? gtk_list_box_row_get_index (row) : -1;
}

static void
choose_offer (QhLogEntry *self, int step)
{
  int n_offers = (int)self->offered->len;
  int index = chosen_offer (self);
  GtkListBoxRow *row;

  index = index < 0 ? (step > 0 ? 0 : n_offers - 1) : (index + step + n_offers) % n_offers;
  row = gtk_list_box_get_row_at_index (self->offers, index);
  gtk_list_box_select_row (self->offers, row);
}

static void
on_offer_activated (QhLogEntry *self, GtkListBoxRow *row)
{
  take_offer (self, gtk_list_box_row_get_index (row));
}

/* --- Saving */

/* Where toasts and banners are shown: the window, or the one that a dialog stands before. */
static GtkWidget *
get_reporter (QhLogEntry *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWindow *parent =
      GTK_IS_WINDOW (root) ? gtk_window_get_transient_for (GTK_WINDOW (root)) : NULL;

  return parent ? GTK_WIDGET (parent) : GTK_WIDGET (self);
}

static void
show_problem (QhLogEntry *self, const GError *error)
{
  gtk_label_set_label (self->problem, error ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), error != NULL);
  if (error)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
}

/* Whoever can keep the line in another way does so; else it stays. */
static gboolean
refuse (QhLogEntry *self, const GError *error)
{
  gboolean is_kept = FALSE;

  g_signal_emit (self, signals[REFUSED], 0, error, &is_kept);
  if (is_kept) {
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
    return TRUE;
  }
  show_problem (self, error);
  qh_report_error (get_reporter (self), error);
  return FALSE;
}

gboolean
qh_log_entry_save (QhLogEntry *self)
{
  g_autoptr (QhQuickLine) line = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (QH_IS_LOG_ENTRY (self), FALSE);
  if (!self->store || qh_text_is_empty (get_text (self)))
    return FALSE;
  line = qh_quick_line_new_about (self->store, get_text (self), self->client);
  g_signal_emit (self, signals[SAVING], 0, line->record);
  if (!qh_store_save (self->store, line->record, &error))
    return refuse (self, error);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  qh_log_entry_keep (self);
  qh_log_tell_saved (get_reporter (self), line->record);
  g_signal_emit (self, signals[SAVED], 0, line->record);
  return TRUE;
}

/* --- The entry */

/* GTK leaves the rest out without a word. */
static void
on_insert_text (GtkEditable *text, const char *inserted, int length, int *position,
                QhLogEntry *self)
{
  gsize more = length < 0 ? strlen (inserted) : (gsize)length;

  self->is_cut = strlen (gtk_editable_get_text (text)) + more > MOST_BYTES;
}

static void
tell_cut (QhLogEntry *self)
{
  gtk_label_set_label (self->problem,
                       _ ("The end of what was put in is left out: a line has room for no more. "
                          "What was copied is still there to be pasted elsewhere."));
  gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
}

static void
on_changed (QhLogEntry *self)
{
  show_problem (self, NULL);
  if (self->is_cut)
    tell_cut (self);
  self->is_cut = FALSE;
  if (self->is_setting)
    return;
  self->is_typing = TRUE;
  refresh (self);
  update_offers (self);
}

/* While typing the cursor follows the text; offers belong to where they were asked for. */
static void
on_cursor_moved (QhLogEntry *self)
{
  if (self->is_setting)
    return;
  if (self->is_typing)
    update_offers (self);
  else
    hide_offers (self);
  self->is_typing = FALSE;
}

static void
on_focus_leave (QhLogEntry *self)
{
  hide_offers (self);
}

static void
on_activate (QhLogEntry *self)
{
  qh_log_entry_save (self);
}

static gboolean
on_key_pressed (QhLogEntry *self, guint key, guint code, GdkModifierType state)
{
  if (!self->offered || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (key) {
  case GDK_KEY_Down:
  case GDK_KEY_Up:
    choose_offer (self, key == GDK_KEY_Down ? 1 : -1);
    return GDK_EVENT_STOP;
  case GDK_KEY_Tab:
    take_offer (self, MAX (chosen_offer (self), 0));
    return GDK_EVENT_STOP;
  case GDK_KEY_Return:
  case GDK_KEY_KP_Enter:
    if (chosen_offer (self) < 0)
      return GDK_EVENT_PROPAGATE;
    take_offer (self, chosen_offer (self));
    return GDK_EVENT_STOP;
  case GDK_KEY_Escape:
    hide_offers (self);
    return GDK_EVENT_STOP;
  default:
    return GDK_EVENT_PROPAGATE;
  }
}

static void
on_chip_clicked (QhLogEntry *self)
{
  qh_log_entry_set_client (self, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/* --- The object */

static void
load_draft (QhLogEntry *self)
{
  g_autofree char *draft = NULL;

  if (!self->store || !self->place || *get_text (self) != '\0')
    return;
  draft = qh_settings_get_draft (self->store, self->place);
  qh_log_entry_set_text (self, draft);
}

static void
on_store_changed (QhLogEntry *self, guint64 entities)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && (entities & QH_ENTITY_BIT (&qh_client_entity)))
    refresh (self);
}

static void
set_store (QhLogEntry *self, QhStore *store)
{
  if (!g_set_object (&self->store, store) || !store)
    return;
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED);
  refresh (self);
  load_draft (self);
}

static void
qh_log_entry_unmap (GtkWidget *widget)
{
  qh_log_entry_keep (QH_LOG_ENTRY (widget));
  hide_offers (QH_LOG_ENTRY (widget));

  GTK_WIDGET_CLASS (qh_log_entry_parent_class)->unmap (widget);
}

static gboolean
qh_log_entry_grab_focus (GtkWidget *widget)
{
  QhLogEntry *self = QH_LOG_ENTRY (widget);

  if (qh_focus_is_within (widget) || !gtk_entry_grab_focus_without_selecting (self->entry))
    return FALSE;
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  return TRUE;
}

static void
qh_log_entry_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QhLogEntry *self = QH_LOG_ENTRY (object);

  switch (id) {
  case PROP_STORE:
    g_value_set_object (value, self->store);
    break;
  case PROP_PLACE:
    g_value_set_string (value, self->place);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_log_entry_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  QhLogEntry *self = QH_LOG_ENTRY (object);

  switch (id) {
  case PROP_STORE:
    set_store (self, g_value_get_object (value));
    break;
  case PROP_PLACE:
    g_free (self->place);
    self->place = g_value_dup_string (value);
    load_draft (self);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_log_entry_dispose (GObject *object)
{
  QhLogEntry *self = QH_LOG_ENTRY (object);

  g_clear_pointer (&self->offered, g_ptr_array_unref);
  if (self->popover)
    gtk_widget_unparent (GTK_WIDGET (self->popover));
  self->popover = NULL;
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qh_log_entry_parent_class)->dispose (object);
}

static void
qh_log_entry_finalize (GObject *object)
{
  QhLogEntry *self = QH_LOG_ENTRY (object);

  g_free (self->place);
  g_free (self->client);

  G_OBJECT_CLASS (qh_log_entry_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (
      klass, "/io/github/quarterhour/Quarterhour/ui/log/log-entry.ui");
  gtk_widget_class_bind_template_child (klass, QhLogEntry, entry);
  gtk_widget_class_bind_template_child (klass, QhLogEntry, chip);
  gtk_widget_class_bind_template_child (klass, QhLogEntry, chip_label);
  gtk_widget_class_bind_template_child (klass, QhLogEntry, sentence);
  gtk_widget_class_bind_template_child (klass, QhLogEntry, hint_box);
  gtk_widget_class_bind_template_child (klass, QhLogEntry, hints);
  gtk_widget_class_bind_template_child (klass, QhLogEntry, problem);
  gtk_widget_class_bind_template_child (klass, QhLogEntry, popover);
  gtk_widget_class_bind_template_child (klass, QhLogEntry, offers);
  gtk_widget_class_bind_template_callback (klass, on_changed);
  gtk_widget_class_bind_template_callback (klass, on_cursor_moved);
  gtk_widget_class_bind_template_callback (klass, on_activate);
  gtk_widget_class_bind_template_callback (klass, on_key_pressed);
  gtk_widget_class_bind_template_callback (klass, on_focus_leave);
  gtk_widget_class_bind_template_callback (klass, on_chip_clicked);
  gtk_widget_class_bind_template_callback (klass, on_offer_activated);
}

static void
qh_log_entry_class_init (QhLogEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = qh_log_entry_get_property;
  object_class->set_property = qh_log_entry_set_property;
  object_class->dispose = qh_log_entry_dispose;
  object_class->finalize = qh_log_entry_finalize;
  widget_class->unmap = qh_log_entry_unmap;
  widget_class->grab_focus = qh_log_entry_grab_focus;

  props[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, QH_TYPE_STORE,
                                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_PLACE] =
      g_param_spec_string ("place", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[SAVING] = g_signal_new ("saving", QH_TYPE_LOG_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, QH_TYPE_RECORD);
  signals[REFUSED] =
      g_signal_new ("refused", QH_TYPE_LOG_ENTRY, G_SIGNAL_RUN_LAST, 0,
                    g_signal_accumulator_true_handled, NULL, NULL, G_TYPE_BOOLEAN, 1, G_TYPE_ERROR);
  signals[SAVED] = g_signal_new ("saved", QH_TYPE_LOG_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, QH_TYPE_RECORD);
  bind_template (widget_class);
}

static void
qh_log_entry_init (QhLogEntry *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->popover), GTK_WIDGET (self));
  g_signal_connect_object (gtk_editable_get_delegate (GTK_EDITABLE (self->entry)), "insert-text",
                           G_CALLBACK (on_insert_text), self, 0);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (refresh),
                           self, G_CONNECT_SWAPPED);
}

GtkWidget *
qh_log_entry_new (QhStore *store, const char *place)
{
  g_return_val_if_fail (QH_IS_STORE (store), NULL);

  return g_object_new (QH_TYPE_LOG_ENTRY, "place", place, "store", store, NULL);
}

void
qh_log_entry_set_client (QhLogEntry *self, const char *client)
{
  g_return_if_fail (QH_IS_LOG_ENTRY (self));

  g_autofree char *before = g_steal_pointer (&self->client);
  self->client = g_strdup (client);
  refresh (self);
}

const char *
qh_log_entry_get_text (QhLogEntry *self)
{
  g_return_val_if_fail (QH_IS_LOG_ENTRY (self), "");

  return get_text (self);
}

void
qh_log_entry_set_text (QhLogEntry *self, const char *text)
{
  g_return_if_fail (QH_IS_LOG_ENTRY (self));
  g_return_if_fail (text);

  self->is_setting = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  self->is_setting = FALSE;
  hide_offers (self);
  refresh (self);
}

const char *
qh_log_entry_get_sentence (QhLogEntry *self)
{
  g_return_val_if_fail (QH_IS_LOG_ENTRY (self), "");

  return qh_text_is_empty (get_text (self)) ? "" : gtk_label_get_label (self->sentence);
}

gboolean
qh_log_entry_keep (QhLogEntry *self)
{
  g_return_val_if_fail (QH_IS_LOG_ENTRY (self), FALSE);

  return self->store && self->place &&
         qh_settings_set_draft (self->store, self->place, get_text (self), NULL);
}
