/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reviews/qh-across-page.h"
#include "qh-follow.h"
#include "reviews/qh-received-plan-row.h"
#include "store/qh-mentions.h"
#include "widgets/qh-header.h"
#include "widgets/qh-plain-row.h"
#include <glib/gi18n-lib.h>

/* So much is shown of each, and so many plans of one. */
#define FOUND_MAX 50
#define PLANS_MAX 20

#define N_PARTS 3

struct _QhAcrossPage {
  AdwBin parent_instance;

  GtkStack *stack;
  GtkWidget *groups[N_PARTS];
  GtkListBox *lists[N_PARTS];

  QhStore *store;
  char *subtitle;
};

G_DEFINE_FINAL_TYPE (QhAcrossPage, qh_across_page, ADW_TYPE_BIN)

enum { PROP_STORE = 1, PROP_SUBTITLE, N_PROPS };
static GParamSpec *props[N_PROPS];

static char *
join (GPtrArray *texts)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < texts->len; i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? ", " : "", (char *)texts->pdata[i]);
  return g_strdup (joined->str);
}

/* --- What was found, and under it its plans */

static void
add_plan (QhAcrossPage *self, AdwExpanderRow *row, const char *id)
{
  g_autoptr (QhRecord) record = qh_store_get (self->store, &qh_received_plan_entity, id, NULL);
  g_autofree char *facts = NULL;
  QhReceivedPlan *plan = (QhReceivedPlan *)record;
  GtkWidget *line;

  if (!plan)
    return;
  facts = qh_received_plan_facts (plan, qh_clock_now (qh_store_get_clock (self->store)));
  line = qh_plain_row_new (plan->client ? plan->client : _ ("Plan"), facts);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (line), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (line), "s", id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (line), "win.open-received");
  adw_action_row_add_suffix (ADW_ACTION_ROW (line),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  adw_expander_row_add_row (row, line);
}

/* What a row unfolds to. */
typedef struct {
  QhAcrossPage *page; /* it holds the row */
  GPtrArray *plans; /* ids */
  gboolean is_filled;
} Fold;

static void
fold_free (gpointer data, GClosure *closure)
{
  Fold *fold = data;

  g_ptr_array_unref (fold->plans);
  g_free (fold);
}

/* The plans are read when they are looked at. */
static void
on_expanded (AdwExpanderRow *row, GParamSpec *pspec, Fold *fold)
{
  if (!adw_expander_row_get_expanded (row) || fold->is_filled)
    return;
  fold->is_filled = TRUE;
  for (guint i = 0; i < MIN (fold->plans->len, PLANS_MAX); i++)
    add_plan (fold->page, row, fold->plans->pdata[i]);
}

static void
append (QhAcrossPage *self, GtkListBox *list, const QhAcross *across, const char *title,
        const char *where)
{
  g_autofree char *clients = join (across->clients);
  g_autofree char *reps = join (across->reps);
  g_autofree char *subtitle = where ? g_strdup_printf ("%s\n%s · %s", where, clients, reps)
                                    : g_strdup_printf ("%s · %s", clients, reps);
  g_autofree char *safe_title = g_markup_escape_text (title, -1);
  g_autofree char *safe_subtitle = g_markup_escape_text (subtitle, -1);
  Fold *fold = g_new (Fold, 1);
  GtkWidget *row =
      g_object_new (ADW_TYPE_EXPANDER_ROW, "title", safe_title, "subtitle", safe_subtitle, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  *fold = (Fold){ self, g_ptr_array_ref (across->plans), FALSE };
  g_signal_connect_data (row, "notify::expanded", G_CALLBACK (on_expanded), fold, fold_free, 0);
  gtk_list_box_append (list, row);
}

static void
append_across (QhAcrossPage *self, guint part, const QhAcross *across)
{
  const QhField *touchpoint = qh_entity_field (&qh_friction_entity, "touchpoint");
  int spot = part == 1 ? qh_field_enum_value (touchpoint, across->place) : 0;
  g_autofree char *texts = part == 1 ? join (across->texts) : NULL;

  append (self, self->lists[part], across,
          spot > 0 ? qh_enum_label (qh_touchpoint_values, spot) : across->text,
          part == 1 ? texts : across->place);
}

static void
show_part (QhAcrossPage *self, guint part, GPtrArray *found)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->lists[part], 0)))
    gtk_list_box_remove (self->lists[part], GTK_WIDGET (row));
  for (guint i = 0; i < MIN (found->len, FOUND_MAX); i++)
    append_across (self, part, found->pdata[i]);
  gtk_widget_set_visible (self->groups[part], found->len > 0);
}

static void
update (gpointer data)
{
  QhAcrossPage *self = data;
  g_autoptr (QhMentions) mentions = qh_mentions_look (self->store);
  guint n = mentions->outputs->len + mentions->frictions->len + mentions->content->len;

  show_part (self, 0, mentions->outputs);
  show_part (self, 1, mentions->frictions);
  show_part (self, 2, mentions->content);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "found" : "nothing");
  g_free (self->subtitle);
  self->subtitle =
      g_strdup_printf (ngettext ("%u plan", "%u plans", mentions->n_plans), mentions->n_plans);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SUBTITLE]);
}

/* What was found first. */
static gboolean
qh_across_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (GTK_WIDGET (QH_ACROSS_PAGE (widget)->stack), GTK_DIR_TAB_FORWARD);
}

static void
qh_across_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QhAcrossPage *self = QH_ACROSS_PAGE (object);

  if (id == PROP_STORE)
    g_value_set_object (value, self->store);
  else
    g_value_set_string (value, self->subtitle);
}

static void
qh_across_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  QH_ACROSS_PAGE (object)->store = g_value_dup_object (value);
}

static void
qh_across_page_constructed (GObject *object)
{
  QhAcrossPage *self = QH_ACROSS_PAGE (object);

  G_OBJECT_CLASS (qh_across_page_parent_class)->constructed (object);

  qh_follow (self, self->store, QH_ENTITY_BIT (&qh_received_plan_entity), update);
}

static void
qh_across_page_dispose (GObject *object)
{
  QhAcrossPage *self = QH_ACROSS_PAGE (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->subtitle, g_free);

  G_OBJECT_CLASS (qh_across_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *klass)
{
  static const char *const groups[] = { "outputs_group", "frictions_group", "content_group" };
  static const char *const lists[] = { "outputs", "frictions", "content" };

  gtk_widget_class_bind_template_child (klass, QhAcrossPage, stack);
  for (guint i = 0; i < N_PARTS; i++) {
    gtk_widget_class_bind_template_child_full (klass, groups[i], FALSE,
                                               G_STRUCT_OFFSET (QhAcrossPage, groups) +
                                                   i * (gssize)sizeof (GtkWidget *));
    gtk_widget_class_bind_template_child_full (klass, lists[i], FALSE,
                                               G_STRUCT_OFFSET (QhAcrossPage, lists) +
                                                   i * (gssize)sizeof (GtkListBox *));
  }
}

static void
qh_across_page_class_init (QhAcrossPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = qh_across_page_get_property;
  object_class->set_property = qh_across_page_set_property;
  object_class->constructed = qh_across_page_constructed;
  object_class->dispose = qh_across_page_dispose;
  widget_class->grab_focus = qh_across_page_grab_focus;

  props[PROP_STORE] =
      g_param_spec_object ("store", NULL, NULL, QH_TYPE_STORE,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_SUBTITLE] =
      g_param_spec_string ("subtitle", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (QH_TYPE_HEADER);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/reviews/across-page.ui");
  bind_children (widget_class);
}

static void
qh_across_page_init (QhAcrossPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
qh_across_page_new (QhStore *store)
{
  g_return_val_if_fail (QH_IS_STORE (store), NULL);

  return g_object_new (QH_TYPE_ACROSS_PAGE, "store", store, NULL);
}
