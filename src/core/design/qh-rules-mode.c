/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules about the four modalities: each is there, none drowns the others, and aesthetics stands
 * for something. */
#include "base/qh-text.h"
#include "design/qh-rule.h"
#include <glib/gi18n-lib.h>

/* What is said of each modality, from educate to aesthetics. */
static const struct {
  QhSegmentKind kind;
  QhModality modality;
  const char *key;
  const char *title, *text, *fix;
  const char *segment; /* title of an added segment that nothing fits */
} modes[] = {
  { QH_SEGMENT_KIND_EDUCATE, QH_MODALITY_EDUCATE, "educate", N_ ("Nothing he learns"),
    N_ ("No segment educates the client."), N_ ("Add two minutes that educate"),
    N_ ("Teach one thing he can use tomorrow") },
  { QH_SEGMENT_KIND_IMPROVE, QH_MODALITY_IMPROVE, "improve", N_ ("Nothing that works better"),
    N_ ("No segment improves what the client produces."), N_ ("Add two minutes that improve"),
    N_ ("Make one thing he produces better") },
  { QH_SEGMENT_KIND_ESCAPE, QH_MODALITY_ESCAPE, "escape", N_ ("Nothing he is rid of"),
    N_ ("No segment helps the client to escape a problem."), N_ ("Add two minutes of escape"),
    N_ ("Take one problem off his desk") },
  { QH_SEGMENT_KIND_AESTHETICS, QH_MODALITY_AESTHETICS, "aesthetics", N_ ("Nothing he feels"),
    N_ ("No segment lets the client feel the value that we stand for."),
    N_ ("Add two minutes of aesthetics"), N_ ("Let him feel what we stand for") },
};

static void
check_missing (const QhRule *rule, const QhFacts *facts, GPtrArray *findings)
{
  for (guint i = 0; i < G_N_ELEMENTS (modes); i++) {
    QhFinding *finding;
    if (facts->seconds[modes[i].kind] > 0)
      continue;
    finding = qh_rule_add (rule, findings, g_strdup (_ (modes[i].text)));
    qh_rule_set_key (finding, modes[i].key);
    qh_rule_set_title (finding, _ (modes[i].title));
    qh_rule_set_fix (finding, _ (modes[i].fix));
  }
}

gboolean
qh_rule_remark_fits (QhRemark *remark, QhSegmentKind kind)
{
  switch (kind) {
  case QH_SEGMENT_KIND_ESCAPE:
    return remark->sort == QH_REMARK_SORT_DISLIKE;
  case QH_SEGMENT_KIND_IMPROVE:
    return remark->sort == QH_REMARK_SORT_GOAL || remark->sort == QH_REMARK_SORT_WISH ||
           remark->sort == QH_REMARK_SORT_THRESHOLD;
  case QH_SEGMENT_KIND_EDUCATE:
    return remark->sort == QH_REMARK_SORT_WISH || remark->sort == QH_REMARK_SORT_GOAL;
  default:
    return FALSE;
  }
}

static QhRemark *
find_remark (const QhFacts *facts, QhSegmentKind kind)
{
  GPtrArray *remarks = facts->context->remarks;
  QhRemark *best = NULL;

  for (guint i = 0; i < remarks->len; i++) {
    QhRemark *remark = g_ptr_array_index (remarks, i);
    if (qh_rule_remark_fits (remark, kind) && (best == NULL || qh_remark_is_newer (remark, best)) &&
        !qh_rule_is_linked (facts, QH_LINK_REMARK, QH_RECORD (remark)))
      best = remark;
  }
  return best;
}

/* An escape is best from a friction, the others from content; then come the client's words. */
static gboolean
link_best (const QhFacts *facts, QhSegment *segment, QhModality modality)
{
  QhFriction *friction = modality == QH_MODALITY_ESCAPE ? qh_rule_find_friction (facts, 0) : NULL;
  QhContent *content;
  QhRemark *remark;

  if (qh_rule_link (segment, "friction", QH_RECORD (friction),
                    friction != NULL ? friction->title : NULL))
    return TRUE;
  content = qh_rule_find_content (facts, modality, QH_ITEMS_ANY);
  if (qh_rule_link (segment, "content", QH_RECORD (content),
                    content != NULL ? content->title : NULL))
    return TRUE;
  remark = find_remark (facts, segment->kind);
  return qh_rule_link (segment, "remark", QH_RECORD (remark),
                       remark != NULL ? remark->words : NULL);
}

QhSegment *
qh_rule_insert_best (const QhFacts *facts, QhSegmentKind kind)
{
  QhSegment *segment = qh_rule_insert (facts, kind);
  guint i = 0;

  while (modes[i].kind != kind)
    i++;
  link_best (facts, segment, modes[i].modality);
  if (segment->title == NULL)
    qh_record_set_string (QH_RECORD (segment), "title", _ (modes[i].segment));
  return segment;
}

static void
fix_missing (const QhFacts *facts, const QhFinding *finding, GPtrArray *beside)
{
  guint i = 0;

  while (g_strcmp0 (modes[i].key, finding->key) != 0)
    i++;
  qh_rule_insert_best (facts, modes[i].kind);
}

static void
check_lopsided (const QhRule *rule, const QhFacts *facts, GPtrArray *findings)
{
  g_autofree char *held = NULL;
  g_autofree char *modal = NULL;
  guint present = 0, most = 0;

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++) {
    present += facts->seconds[modes[i].kind] > 0;
    if (facts->seconds[modes[i].kind] > facts->seconds[modes[most].kind])
      most = i;
  }
  if (present < 2 || facts->seconds[modes[most].kind] * 5 <= facts->modal * 3)
    return;
  held = qh_rule_length (facts->seconds[modes[most].kind]);
  modal = qh_rule_length (facts->modal);
  qh_rule_add (rule, findings,
               /* Translators: a modality, and two lengths: "Educate holds 8 minutes of the 11
                * minutes that the modalities have." */
               g_strdup_printf (_ ("%s holds %s of the %s that the modalities have."),
                                qh_enum_label (qh_modality_values, modes[most].modality), held,
                                modal));
}

static void
check_unaligned (const QhRule *rule, const QhFacts *facts, GPtrArray *findings)
{
  if (facts->seconds[QH_SEGMENT_KIND_AESTHETICS] == 0 ||
      !qh_text_is_empty (facts->meeting->value_proposition) ||
      !qh_text_is_empty (facts->client->value_proposition))
    return;
  qh_rule_add (rule, findings,
               g_strdup (_ ("There is an aesthetics segment, but neither the meeting nor the "
                            "client names a value proposition.")));
}

static const QhRule rules[] = {
  { "mode.missing", QH_LEVEL_WARNING, 6,
    N_ ("One of educate, improve, escape and aesthetics has no segment."),
    N_ ("A modality is missing"),
    N_ ("He learns something, does something better, is rid of something, and feels what we stand "
        "for: each for a reason of its own."),
    check_missing, fix_missing },
  { "mode.lopsided", QH_LEVEL_WARNING, 8,
    /* xgettext:no-c-format */
    N_ ("One modality holds more than 60 % of the time of all four."),
    N_ ("One modality takes most of it"),
    N_ ("A meeting of one kind is a lecture, a workshop, a complaint or a show."), check_lopsided,
    NULL },
  { "mode.aesthetics-unaligned", QH_LEVEL_HINT, 3,
    N_ ("There is an aesthetics segment, but no value proposition that it stands for."),
    N_ ("Beautiful, but for what?"),
    N_ ("Aesthetics that fits no value is decoration. Name what he values and we stand for."),
    check_unaligned, NULL },
};

QH_DEFINE_RULE_GROUP (mode, rules)
