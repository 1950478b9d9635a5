/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The values of the model's enums: a name for files and a label for people. */
#include "model/qh-enums.h"
#include <glib/gi18n-lib.h>

const QhEnumValue qh_meeting_mode_values[] = {
  { "on_site", N_ ("On site") },
  { "phone", N_ ("Phone") },
  { "video", N_ ("Video") },
  { NULL, NULL },
};

const QhEnumValue qh_meeting_status_values[] = {
  { "draft", N_ ("Draft") },
  { "submitted", N_ ("Submitted") },
  { "approved", N_ ("Approved") },
  { "held", N_ ("Held") },
  { "debriefed", N_ ("Debriefed") },
  { "cancelled", N_ ("Cancelled") },
  { NULL, NULL },
};

const QhEnumValue qh_output_reached_values[] = {
  { "yes", N_ ("Yes") },
  { "partly", N_ ("Partly") },
  { "no", N_ ("No") },
  { NULL, NULL },
};

const QhEnumValue qh_meeting_result_values[] = {
  { "advance", N_ ("Advance") },
  { "continuation", N_ ("Continuation") },
  { "no_sale", N_ ("No sale") },
  { "order", N_ ("Order") },
  { NULL, NULL },
};

const QhEnumValue qh_contact_role_values[] = {
  { "decides", N_ ("Decides") },        { "advises", N_ ("Advises") }, { "uses", N_ ("Uses") },
  { "guards", N_ ("Guards the gate") }, { "other", N_ ("Other") },     { NULL, NULL },
};

const QhEnumValue qh_remark_theme_values[] = {
  { "access", N_ ("Access") },       { "time", N_ ("Time") },
  { "relevance", N_ ("Relevance") }, { "channel", N_ ("Channel") },
  { "ordering", N_ ("Ordering") },   { "quality", N_ ("Quality") },
  { "billing", N_ ("Billing") },     { "service", N_ ("Service") },
  { "other", N_ ("Other") },         { NULL, NULL },
};

const QhEnumValue qh_remark_sort_values[] = {
  { "rule", N_ ("Rule") }, { "dislike", N_ ("Dislike") },     { "wish", N_ ("Wish") },
  { "goal", N_ ("Goal") }, { "threshold", N_ ("Threshold") }, { "fact", N_ ("Fact") },
  { NULL, NULL },
};

const QhEnumValue qh_segment_kind_values[] = {
  { "open", NC_ ("segment kind", "Open"), "segment kind" },
  { "educate", N_ ("Educate") },
  { "improve", N_ ("Improve") },
  { "escape", N_ ("Escape") },
  { "aesthetics", N_ ("Aesthetics") },
  { "close", N_ ("Close") },
  { "housekeeping", N_ ("Housekeeping") },
  { NULL, NULL },
};

const QhEnumValue qh_leave_behind_values[] = {
  { "none", N_ ("Nothing") },
  { "print", N_ ("Print") },
  { "file", N_ ("File") },
  { "object", N_ ("Object") },
  { NULL, NULL },
};

const QhEnumValue qh_content_kind_values[] = {
  { "training", N_ ("Training") }, { "benchmark", N_ ("Benchmark") },
  { "insight", N_ ("Insight") },   { "tool", N_ ("Tool") },
  { "sample", N_ ("Sample") },     { "event", N_ ("Event") },
  { "other", N_ ("Other") },       { NULL, NULL },
};

const QhEnumValue qh_modality_values[] = {
  { "educate", N_ ("Educate") },
  { "improve", N_ ("Improve") },
  { "escape", N_ ("Escape") },
  { "aesthetics", N_ ("Aesthetics") },
  { NULL, NULL },
};

const QhEnumValue qh_rarity_values[] = {
  { "ours_alone", N_ ("Ours alone") },
  { "few", N_ ("Few have it") },
  { "common", N_ ("Common") },
  { NULL, NULL },
};

const QhEnumValue qh_movement_kind_values[] = {
  { "reserve", N_ ("Reserve") },         { "deliver", N_ ("Deliver") },
  { "release", N_ ("Release") },         { "return", N_ ("Return") },
  { "adjust", N_ ("Adjust") },           { "transfer_out", N_ ("Transfer out") },
  { "transfer_in", N_ ("Transfer in") }, { NULL, NULL },
};

const QhEnumValue qh_touchpoint_values[] = {
  { "phone", N_ ("Phone") },
  { "mail", N_ ("Mail") },
  { "website", N_ ("Website") },
  { "ordering", N_ ("Ordering") },
  { "visit", N_ ("Visit") },
  { "delivery", N_ ("Delivery") },
  { "billing", N_ ("Billing") },
  { "product", N_ ("Product") },
  { "support", N_ ("Support") },
  { "contract", N_ ("Contract") },
  { "meeting", N_ ("Meeting") },
  { "other", N_ ("Other") },
  { NULL, NULL },
};

const QhEnumValue qh_friction_status_values[] = {
  { "open", N_ ("Open") },
  { "fixing", N_ ("Being fixed") },
  { "removed", N_ ("Removed") },
  { "accepted", N_ ("Accepted") },
  { NULL, NULL },
};

const QhEnumValue qh_friction_cause_values[] = {
  { "training", N_ ("Training") }, { "authority", N_ ("Authority") },
  { "capacity", N_ ("Capacity") }, { "process", N_ ("Process") },
  { "product", N_ ("Product") },   { "information", N_ ("Information") },
  { "own", N_ ("Our own") },       { NULL, NULL },
};

const QhEnumValue qh_contact_channel_values[] = {
  { "phone", N_ ("Phone") },
  { "mail", N_ ("Mail") },
  { "chat", N_ ("Chat") },
  { "visit", N_ ("Visit") },
  { "website", N_ ("Website") },
  { "social", N_ ("Social") },
  { NULL, NULL },
};

const QhEnumValue qh_solved_values[] = {
  { "yes", N_ ("Yes") },
  { "no", N_ ("No") },
  { NULL, NULL },
};

const QhEnumValue qh_promise_maker_values[] = {
  { "marketing", N_ ("Marketing") },   { "sales", N_ ("Sales") },
  { "support", N_ ("Support") },       { "product", N_ ("Product") },
  { "management", N_ ("Management") }, { NULL, NULL },
};

const QhEnumValue qh_promise_status_values[] = {
  { "open", N_ ("Open") },           { "kept", N_ ("Kept") }, { "broken", N_ ("Broken") },
  { "withdrawn", N_ ("Withdrawn") }, { NULL, NULL },
};

const QhEnumValue qh_housekeeping_target_values[] = {
  { "portal", N_ ("Portal") },       { "mail", N_ ("Mail") },     { "assistant", N_ ("Assistant") },
  { "colleague", N_ ("Colleague") }, { "nobody", N_ ("Nobody") }, { NULL, NULL },
};

const QhEnumValue qh_housekeeping_status_values[] = {
  { "in_meetings", N_ ("In meetings") },
  { "moving", N_ ("Moving") },
  { "moved", N_ ("Moved") },
  { NULL, NULL },
};

const QhEnumValue qh_review_decision_values[] = {
  { "approved", N_ ("Approved") },
  { "changes_wanted", N_ ("Changes wanted") },
  { "declined", N_ ("Declined") },
  { NULL, NULL },
};

const QhEnumValue qh_edition_values[] = {
  { "full", N_ ("Full") },
  { "manager", N_ ("Manager") },
  { "client", N_ ("Client") },
  { NULL, NULL },
};

const QhEnumValue qh_received_state_values[] = {
  { "waiting", N_ ("Waiting") },
  { "reviewed", N_ ("Reviewed") },
  { "aside", N_ ("Set aside") },
  { NULL, NULL },
};

const QhEnumValue qh_transfer_direction_values[] = {
  { "sent", N_ ("Sent") },
  { "received", N_ ("Received") },
  { NULL, NULL },
};

const QhEnumValue qh_transfer_state_values[] = {
  { "open", N_ ("On its way") },   { "recalled", N_ ("Called back") },
  { "received", N_ ("Received") }, { "taken_back", N_ ("Taken back") },
  { "refused", N_ ("Refused") },   { NULL, NULL },
};

const QhEnumValue qh_verdict_values[] = {
  { "do", N_ ("We do it") },
  { "not", N_ ("We do not") },
  { "later", N_ ("Later") },
  { NULL, NULL },
};
