/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "designer/qh-plan-edits.h"
#include "base/qh-text.h"
#include "store/qh-blueprints.h"
#include "widgets/qh-strip-geometry.h"
#include <glib/gi18n-lib.h>

/* Seconds of a new segment. */
#define NEW_SEGMENT (2 * QH_MINUTE)
#define NEW_OPENING QH_MINUTE

/* A title in a toast or in the undo list is cut here. */
#define TITLE_CHARS 40

static QhPlan *
plan_of (QhPlanEditor *self)
{
  return qh_plan_editor_get_plan (self);
}

static char *
short_title (QhRecord *record)
{
  g_autofree char *title = qh_record_title (record);

  return qh_text_shorten (title, TITLE_CHARS);
}

const char *
qh_segment_kind_title (int kind)
{
  static const char *const titles[] = {
    [QH_SEGMENT_KIND_UNSET] = NULL,
    [QH_SEGMENT_KIND_OPEN] = N_ ("Open with the client’s words"),
    [QH_SEGMENT_KIND_EDUCATE] = N_ ("Teach one thing"),
    [QH_SEGMENT_KIND_IMPROVE] = N_ ("Improve a result together"),
    [QH_SEGMENT_KIND_ESCAPE] = N_ ("Take a problem away"),
    [QH_SEGMENT_KIND_AESTHETICS] = N_ ("Leave something that fits"),
    [QH_SEGMENT_KIND_CLOSE] = N_ ("Agree on the next step"),
    [QH_SEGMENT_KIND_HOUSEKEEPING] = N_ ("Housekeeping"),
  };

  g_return_val_if_fail (kind > QH_SEGMENT_KIND_UNSET && kind < G_N_ELEMENTS (titles), NULL);
  return _ (titles[kind]);
}

guint
qh_plan_place_for (QhPlan *plan, int kind)
{
  guint n_segments = qh_plan_n_segments (plan);

  if (kind == QH_SEGMENT_KIND_OPEN)
    return 0;
  if (kind == QH_SEGMENT_KIND_CLOSE)
    return n_segments;
  while (n_segments > 0 && qh_plan_segment (plan, n_segments - 1)->kind == QH_SEGMENT_KIND_CLOSE)
    n_segments--;
  return n_segments;
}

/* How long a new segment of @kind is: what such segments took of late, where that is known. */
static gint64
propose_length (QhPlanEditor *self, int kind)
{
  gboolean frame = kind == QH_SEGMENT_KIND_OPEN || kind == QH_SEGMENT_KIND_CLOSE;
  gint64 takes = qh_pace_length (&qh_plan_editor_get_context (self)->paces[kind]);

  return takes != QH_NONE ? takes : frame ? NEW_OPENING : NEW_SEGMENT;
}

/* A segment of @kind in its place, not saved yet; the plan keeps it. */
static QhSegment *
insert_segment (QhPlanEditor *self, int kind, const char *title)
{
  g_autoptr (QhSegment) segment = qh_segment_new ();

  qh_record_set_int (QH_RECORD (segment), "kind", kind);
  qh_record_set_string (QH_RECORD (segment), "title", title);
  qh_record_set_int (QH_RECORD (segment), "seconds", propose_length (self, kind));
  qh_plan_insert (plan_of (self), segment, qh_plan_place_for (plan_of (self), kind));
  return segment;
}

QhSegment *
qh_plan_editor_add (QhPlanEditor *self, int kind)
{
  QhSegment *segment = insert_segment (self, kind, qh_segment_kind_title (kind));

  return qh_plan_editor_save (self, _ ("Add segment"), NULL) ? segment : NULL;
}

gboolean
qh_plan_editor_duplicate (QhPlanEditor *self, QhSegment *segment)
{
  g_autoptr (QhSegment) copy = QH_SEGMENT (qh_record_duplicate (QH_RECORD (segment)));

  qh_record_set_string (QH_RECORD (copy), "id", NULL);
  qh_record_set_int (QH_RECORD (copy), "actual", QH_NONE);
  qh_plan_insert (plan_of (self), copy, (guint)segment->position + 1);
  return qh_plan_editor_save (self, _ ("Duplicate segment"), NULL);
}

gboolean
qh_plan_editor_remove (QhPlanEditor *self, QhSegment *segment)
{
  g_autofree char *title = short_title (QH_RECORD (segment));

  qh_plan_remove (plan_of (self), segment);
  if (!qh_plan_editor_save (self, _ ("Remove segment"), NULL))
    return FALSE;
  qh_plan_editor_tell (self, _ ("Removed “%s”"), title);
  return TRUE;
}

gboolean
qh_plan_editor_move (QhPlanEditor *self, QhSegment *segment, guint position, gboolean done)
{
  qh_plan_move (plan_of (self), segment, position);
  if (done)
    return qh_plan_editor_save (self, _ ("Move segment"), NULL);
  qh_plan_editor_preview (self);
  return TRUE;
}

gboolean
qh_plan_editor_stretch (QhPlanEditor *self, QhSegment *segment, gint64 seconds, gboolean done)
{
  qh_record_set_int (QH_RECORD (segment), "seconds", seconds);
  if (done)
    return qh_plan_editor_save (self, _ ("Change length"), NULL);
  qh_plan_editor_preview (self);
  return TRUE;
}

gboolean
qh_plan_editor_step (QhPlanEditor *self, QhSegment *segment, int steps)
{
  return qh_plan_editor_stretch (self, segment, qh_length_step (segment->seconds, steps), TRUE);
}

gboolean
qh_plan_editor_set_kind (QhPlanEditor *self, QhSegment *segment, int kind)
{
  const char *title = segment->title;
  int before = segment->kind;

  if (before == kind)
    return TRUE;
  /* A title nobody has touched follows its kind. */
  if (before != QH_SEGMENT_KIND_UNSET && g_strcmp0 (title, qh_segment_kind_title (before)) == 0)
    qh_record_set_string (QH_RECORD (segment), "title", qh_segment_kind_title (kind));
  qh_record_set_int (QH_RECORD (segment), "kind", kind);
  return qh_plan_editor_save (self, _ ("Change kind"), NULL);
}

gboolean
qh_plan_editor_link (QhPlanEditor *self, QhSegment *segment, const char *field, const char *id)
{
  if (!qh_record_set_string (QH_RECORD (segment), field, id))
    return TRUE;
  return qh_plan_editor_save (self, id != NULL ? _ ("Link segment") : _ ("Take off link"), NULL);
}

/* The opening that can take a link by @field: the first without one, else the first. */
static QhSegment *
find_opening (QhPlan *plan, const char *field)
{
  const QhField *link = qh_entity_field (&qh_segment_entity, field);
  QhSegment *opening = NULL;

  for (guint i = 0; i < qh_plan_n_segments (plan); i++) {
    QhSegment *segment = qh_plan_segment (plan, i);
    g_autofree char *id = NULL;

    if (segment->kind != QH_SEGMENT_KIND_OPEN)
      continue;
    id = qh_record_get_text (QH_RECORD (segment), link);
    if (id == NULL)
      return segment;
    if (opening == NULL)
      opening = segment;
  }
  return opening;
}

/* Links @segment to @record as the change @label, and says so. */
static gboolean
send (QhPlanEditor *self, QhRecord *record, QhSegment *segment, const char *label)
{
  g_autofree char *title = short_title (record);

  qh_record_set_string (QH_RECORD (segment), qh_record_get_entity (record)->name, record->id);
  if (!qh_plan_editor_save (self, label, NULL))
    return FALSE;
  qh_plan_editor_tell (self, _ ("“%s” is in the plan"), title);
  return TRUE;
}

/* The opening for a link by @field, made where there is none. */
static QhSegment *
ensure_opening (QhPlanEditor *self, const char *field)
{
  QhSegment *opening = find_opening (plan_of (self), field);

  if (opening != NULL)
    return opening;
  return insert_segment (self, QH_SEGMENT_KIND_OPEN, qh_segment_kind_title (QH_SEGMENT_KIND_OPEN));
}

gboolean
qh_plan_editor_send_remark (QhPlanEditor *self, QhRemark *remark, QhSegment *segment)
{
  if (segment == NULL)
    segment = ensure_opening (self, "remark");
  return send (self, QH_RECORD (remark), segment, _ ("Use the client’s words"));
}

gboolean
qh_plan_editor_send_promise (QhPlanEditor *self, QhPromise *promise, QhSegment *segment)
{
  if (segment == NULL)
    segment = ensure_opening (self, "promise");
  return send (self, QH_RECORD (promise), segment, _ ("Plan promise"));
}

gboolean
qh_plan_editor_send_friction (QhPlanEditor *self, QhFriction *friction, QhSegment *segment)
{
  if (segment == NULL)
    segment = insert_segment (self, QH_SEGMENT_KIND_ESCAPE, friction->title);
  return send (self, QH_RECORD (friction), segment, _ ("Plan friction"));
}

gboolean
qh_plan_editor_send_content (QhPlanEditor *self, QhContent *content, QhSegment *segment)
{
  if (segment == NULL)
    segment = insert_segment (self, qh_modality_kind (content->modality), content->title);
  return send (self, QH_RECORD (content), segment, _ ("Plan content"));
}

QhAttendee *
qh_plan_editor_find_attendee (QhPlanEditor *self, const char *contact)
{
  GListModel *attendees = qh_plan_get_attendees (plan_of (self));

  for (guint i = 0; i < g_list_model_get_n_items (attendees); i++) {
    g_autoptr (QhAttendee) attendee = g_list_model_get_item (attendees, i);

    if (g_strcmp0 (attendee->contact, contact) == 0)
      return attendee; /* the plan keeps it */
  }
  return NULL;
}

gboolean
qh_plan_editor_invite (QhPlanEditor *self, QhContact *contact)
{
  g_autoptr (QhAttendee) attendee = NULL;

  if (qh_plan_editor_find_attendee (self, QH_RECORD (contact)->id) != NULL)
    return TRUE;
  attendee = qh_attendee_new ();
  qh_record_set_string (QH_RECORD (attendee), "contact", QH_RECORD (contact)->id);
  qh_plan_add_attendee (plan_of (self), attendee);
  return qh_plan_editor_save (self, _ ("Add attendee"), NULL);
}

gboolean
qh_plan_editor_uninvite (QhPlanEditor *self, QhAttendee *attendee)
{
  qh_plan_remove_attendee (plan_of (self), attendee);
  return qh_plan_editor_save (self, _ ("Remove attendee"), NULL);
}

/* The finding as it stands now, not as it stood when a button was drawn. */
static const QhFinding *
find_now (QhPlanEditor *self, const char *name)
{
  qh_plan_editor_settle (self);
  return qh_plan_editor_find_finding (self, name);
}

gboolean
qh_plan_editor_fix (QhPlanEditor *self, const char *name)
{
  const QhFinding *finding = find_now (self, name);
  g_autoptr (GPtrArray) extra = NULL;

  if (finding == NULL || finding->fix == NULL)
    return FALSE;
  extra = qh_finding_fix (qh_plan_editor_get_context (self), finding);
  return extra != NULL && qh_plan_editor_save (self, finding->fix, extra);
}

static QhRecord *
accepted_new (QhPlanEditor *self, const QhFinding *finding, const char *reason)
{
  QhRecord *record = QH_RECORD (qh_finding_accepted_new ());

  qh_record_set_string (record, "meeting", QH_RECORD (qh_plan_editor_get_meeting (self))->id);
  qh_record_set_string (record, "rule", finding->rule);
  qh_record_set_string (record, "segment", finding->segment);
  qh_record_set_string (record, "key", finding->key);
  qh_record_set_string (record, "reason", reason);
  return record;
}

gboolean
qh_plan_editor_accept (QhPlanEditor *self, const char *name, const char *reason)
{
  const QhFinding *finding = find_now (self, name);
  g_autoptr (GPtrArray) extra = g_ptr_array_new_with_free_func (g_object_unref);

  if (finding == NULL || finding->level == QH_LEVEL_BLOCKER)
    return FALSE;
  g_ptr_array_add (extra, accepted_new (self, finding, reason));
  return qh_plan_editor_save (self, _ ("Accept finding"), extra);
}

static QhRecord *
find_accepted (QhPlanEditor *self, const QhFinding *finding)
{
  GPtrArray *accepted = qh_plan_editor_get_context (self)->accepted;

  for (guint i = 0; i < accepted->len; i++) {
    QhFindingAccepted *one = accepted->pdata[i];

    if (g_strcmp0 (one->rule, finding->rule) == 0 && g_strcmp0 (one->key, finding->key) == 0 &&
        g_strcmp0 (one->segment, finding->segment) == 0)
      return QH_RECORD (one);
  }
  return NULL;
}

static gboolean
delete_record (QhPlanEditor *self, QhRecord *record, const char *label, GError **error)
{
  QhStore *store = qh_plan_editor_get_store (self);

  if (!qh_store_begin (store, label, error))
    return FALSE;
  if (!qh_store_delete (store, record, error)) {
    qh_store_rollback (store);
    return FALSE;
  }
  return qh_store_commit (store, error);
}

gboolean
qh_plan_editor_unaccept (QhPlanEditor *self, const char *name)
{
  const QhFinding *finding = find_now (self, name);
  QhRecord *found = finding != NULL ? find_accepted (self, finding) : NULL;
  g_autoptr (QhRecord) record = found != NULL ? g_object_ref (found) : NULL;
  g_autoptr (GError) error = NULL;

  if (record == NULL)
    return FALSE;
  if (delete_record (self, record, _ ("Undo accept"), &error))
    return TRUE;
  qh_plan_editor_fail (self, error);
  return FALSE;
}

gboolean
qh_plan_editor_apply_blueprint (QhPlanEditor *self, const char *blueprint)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QhBlueprint) found =
      qh_store_find_blueprint (qh_plan_editor_get_store (self), blueprint, &error);
  const QhContext *context = qh_plan_editor_get_context (self);

  if (found == NULL) {
    qh_plan_editor_fail (self, error);
    return FALSE;
  }
  qh_blueprint_apply (found, plan_of (self), qh_plan_budget (plan_of (self), context->client));
  return qh_plan_editor_save (self, _ ("Apply blueprint"), NULL);
}
