/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every rule on both sides of every boundary. A case is a line. */
#include "builder.h"
#include <string.h>

typedef struct {
  const char *rule;
  const char *line;
  guint found;
} Case;

/* 90 days, and a second beside. */
#define DAYS_90 "7776000"
#define DAYS_90_AND_1 "7776001"

/* When the client was met last. */
#define HELD "held=2026-11-10T09:00:00Z "

#define SEVEN "open:60 open:60 open:60 open:60 open:60 open:60 open:60"

static const Case cases[] = {
  { "time.over-limit", "", 0 },
  { "time.over-limit", "educate:900", 0 },
  { "time.over-limit", "educate:901", 1 },
  { "time.over-limit", "educate:900 close:0", 0 },
  { "time.over-limit", "educate:899 close:2", 1 },
  { "time.over-limit", "limit=10 educate:600", 0 },
  { "time.over-limit", "limit=10 educate:601", 1 },
  { "time.over-limit", "budget=1200 educate:901", 1 },
  { "time.over-limit", "budget=600 educate:900", 0 },

  { "time.over-budget", "educate:900", 0 },
  { "time.over-budget", "budget=600 educate:600", 0 },
  { "time.over-budget", "budget=600 educate:601", 1 },
  { "time.over-budget", "budget=600 educate:900", 1 },
  { "time.over-budget", "budget=600 educate:901", 0 },
  { "time.over-budget", "budget=1200 educate:900", 0 },
  { "time.over-budget", "limit=20 budget=600 educate:1200", 1 },

  { "time.runs-over", "educate:120", 0 },
  { "time.runs-over", "educate:120 pace:educate,2,240,400", 0 },
  { "time.runs-over", "educate:120 pace:educate,3,360,450", 1 },
  { "time.runs-over", "educate:120 pace:educate,3,360,449", 0 },
  { "time.runs-over", "educate:120 pace:educate,5,600,750", 1 },
  { "time.runs-over", "educate:149 pace:educate,5,600,750", 1 },
  { "time.runs-over", "educate:150 pace:educate,5,600,750", 0 },
  { "time.runs-over", "educate:150 educate:60 pace:educate,5,600,750", 1 },
  { "time.runs-over", "improve:120 pace:educate,5,600,750", 0 },
  { "time.runs-over", "educate:0 pace:educate,5,600,750", 0 },
  { "time.runs-over", "educate:60 pace:educate,5,0,750", 0 },
  { "time.runs-over", "educate:60 improve:60 pace:educate,5,600,900 pace:improve,5,600,750", 1 },

  { "time.no-room", "", 0 },
  { "time.no-room", "educate:0", 0 },
  { "time.no-room", "educate:840", 0 },
  { "time.no-room", "educate:841", 1 },
  { "time.no-room", "educate:900", 1 },
  { "time.no-room", "educate:901", 0 },
  { "time.no-room", "budget=600 educate:540", 0 },
  { "time.no-room", "budget=600 educate:541", 1 },
  { "time.no-room", "budget=600 educate:601", 0 },
  { "time.no-room", "budget=30 educate:1", 1 },
  { "time.no-room", "limit=20 educate:900", 0 },

  { "time.fragmented", "", 0 },
  { "time.fragmented", SEVEN, 0 },
  { "time.fragmented", SEVEN " open:60", 1 },
  { "time.fragmented", SEVEN " open:0", 0 },
  { "time.fragmented", "budget=840 " SEVEN, 0 },
  { "time.fragmented", "budget=839 " SEVEN, 1 },
  { "time.fragmented", "limit=5 open:60 close:60", 0 },
  { "time.fragmented", "limit=5 open:60 educate:60 close:60", 1 },
  { "time.fragmented", "limit=6 open:60 educate:60 close:60", 0 },

  { "output.missing", "", 1 },
  { "output.missing", "output=_", 1 },
  { "output.missing", "output=A_schedule", 0 },

  { "output.activity", "", 0 },
  { "output.activity", "output=A_schedule", 0 },
  { "output.activity", "output=Check_in_with_him", 1 },
  { "output.activity", "output=Checking_in", 1 },
  { "output.activity", "output=Checks_that_came_in", 0 },
  { "output.activity", "output=A_check_in", 0 },
  { "output.activity", "output=__SHOW___the_tool", 1 },
  { "output.activity", "output=Showroom_plan", 0 },
  { "output.activity", "output=Drop___off_samples", 1 },
  { "output.activity", "output=Meet", 1 },
  { "output.activity", "output=Meet_with_the_team", 1 },
  { "output.activity", "output=Meetings_cut_by_half", 0 },
  { "output.activity", "output=See_how_it_goes", 1 },
  { "output.activity", "output=See_the_backlog_gone", 0 },
  { "output.activity", "output=Follow-up_list", 0 },
  { "output.activity", "output=Pitch:_our_new_line", 1 },

  { "output.unmeasured", "", 0 },
  { "output.unmeasured", "output=A_schedule", 1 },
  { "output.unmeasured", "output=A_schedule measure=Hours", 0 },
  { "output.unmeasured", "measure=Hours", 0 },

  { "output.thin", "", 0 },
  { "output.thin", "educate:120,out open:120", 0 },
  { "output.thin", "educate:119,out open:121", 1 },
  { "output.thin", "educate:119,out open:120", 1 },
  { "output.thin", "open:60", 1 },
  { "output.thin", "educate:60,out", 0 },
  { "output.thin", "educate:0,out open:60", 1 },
  { "output.thin", "educate:0", 0 },

  { "output.copied", "output=A_schedule", 0 },
  { "output.copied", "output=A_schedule copy:0", 1 },
  { "output.copied", "output=A_schedule copy:" DAYS_90, 1 },
  { "output.copied", "output=A_schedule copy:" DAYS_90_AND_1, 0 },
  { "output.copied", "output=A_schedule copy:-" DAYS_90, 1 },
  { "output.copied", "output=A_schedule copy:-" DAYS_90_AND_1, 0 },
  { "output.copied", "output=A_schedule copy:60 copy:120", 1 },
  { "output.copied", "output=A_schedule copy:60,cancelled", 0 },
  { "output.copied", "output=A_schedule copy:60,other", 1 },
  { "output.copied", "output=A_schedule copy:60,same-id", 0 },
  { "output.copied", "output=A_schedule copy:60,__a__SCHEDULE_", 1 },
  { "output.copied", "output=A_schedule copy:60,A_schedule_of_calls", 0 },
  { "output.copied", "output=A_schedule start=none copy:60", 0 },
  { "output.copied", "copy:60,_", 0 },

  { "advance.missing", "", 1 },
  { "advance.missing", "ask=A_pilot", 0 },
  { "advance.no-fallback", "", 0 },
  { "advance.no-fallback", "ask=A_pilot", 1 },
  { "advance.no-fallback", "ask=A_pilot fallback=A_list", 0 },
  { "advance.no-fallback", "fallback=A_list", 0 },

  { "mode.missing", "", 4 },
  { "mode.missing", "open:60 close:60 housekeeping:60", 4 },
  { "mode.missing", "educate:1", 3 },
  { "mode.missing", "educate:0", 4 },
  { "mode.missing", "educate:1 educate:1", 3 },
  { "mode.missing", "educate:1 improve:1 escape:1", 1 },
  { "mode.missing", "educate:1 improve:1 escape:1 aesthetics:1", 0 },

  { "mode.lopsided", "", 0 },
  { "mode.lopsided", "educate:60", 0 },
  { "mode.lopsided", "educate:60 improve:40", 0 },
  { "mode.lopsided", "educate:61 improve:40", 1 },
  { "mode.lopsided", "educate:30 educate:31 improve:40", 1 },
  { "mode.lopsided", "educate:600 improve:399", 1 },
  { "mode.lopsided", "educate:600 improve:400", 0 },
  { "mode.lopsided", "educate:100 improve:0", 0 },
  { "mode.lopsided", "open:600 educate:60 improve:60", 0 },
  { "mode.lopsided", "escape:61 improve:20 aesthetics:20", 1 },
  { "mode.lopsided", "escape:60 improve:20 aesthetics:20", 0 },

  { "mode.aesthetics-unaligned", "", 0 },
  { "mode.aesthetics-unaligned", "aesthetics:60", 1 },
  { "mode.aesthetics-unaligned", "aesthetics:60 aesthetics:60", 1 },
  { "mode.aesthetics-unaligned", "aesthetics:0", 0 },
  { "mode.aesthetics-unaligned", "aesthetics:60 value=Calm", 0 },
  { "mode.aesthetics-unaligned", "aesthetics:60 client-value=Calm", 0 },
  { "mode.aesthetics-unaligned", "aesthetics:60 value=_", 1 },

  { "voice.unheard", "", 0 },
  { "voice.unheard", "open:60", 0 },
  { "voice.unheard", "remark:r1,2026-11-02,Words", 1 },
  { "voice.unheard", "remark:r1,2026-11-02,Words,heard", 1 },
  { "voice.unheard", "remark:r1,2026-11-02,Words open:60,remark=r1", 0 },
  { "voice.unheard", "remark:r1,2026-11-02,Words close:60,remark=r1", 0 },
  { "voice.unheard", "remark:r1,2026-11-02,Words open:0,remark=r1", 1 },
  { "voice.unheard", "remark:r1,2026-11-02,Words open:60,remark=r9", 1 },
  { "voice.unheard", "remark:r1,2026-11-02,Words remark:r2,2026-11-03,More open:60,remark=r1", 0 },

  /* Removed on the day of that meeting or after, told to nobody, and linked to by nothing. */
  { "voice.changed", "", 0 },
  { "voice.changed", "friction:f1,2,removed,removed=2026-11-10", 0 },
  { "voice.changed", HELD "friction:f1,2,removed,removed=2026-11-09", 0 },
  { "voice.changed", HELD "friction:f1,2,removed,removed=2026-11-10", 1 },
  { "voice.changed", HELD "friction:f1,2,removed,removed=2026-11-20", 1 },
  { "voice.changed", HELD "friction:f1,2,removed", 0 },
  { "voice.changed", HELD "friction:f1,2,open,removed=2026-11-11", 0 },
  { "voice.changed", HELD "friction:f1,2,fixing,removed=2026-11-11", 0 },
  { "voice.changed", HELD "friction:f1,2,accepted,removed=2026-11-11", 0 },
  { "voice.changed", HELD "friction:f1,2,removed,removed=2026-11-11,told=2026-11-12", 0 },
  { "voice.changed", HELD "friction:f1,2,removed,removed=2026-11-11 open:60,friction=f1", 0 },
  { "voice.changed", HELD "friction:f1,2,removed,removed=2026-11-11 close:60,friction=f1", 0 },
  { "voice.changed", HELD "friction:f1,2,removed,removed=2026-11-11 open:0,friction=f1", 1 },
  { "voice.changed",
    HELD "friction:f1,2,removed,removed=2026-11-11 friction:f2,2,removed,removed=2026-11-12", 1 },
  { "voice.changed",
    HELD "friction:f1,2,removed,removed=2026-11-11 friction:f2,2,removed,removed=2026-11-12 "
         "open:60,friction=f1",
    1 },
  /* The last second of the 9th in UTC is the 10th in Berlin, and the 9th still in Honolulu. */
  { "voice.changed", "held=2026-11-09T23:59:59Z friction:f1,2,removed,removed=2026-11-09", 1 },
  { "voice.changed",
    "zone=Europe/Berlin held=2026-11-09T23:59:59Z friction:f1,2,removed,removed=2026-11-09", 0 },
  { "voice.changed",
    "zone=Pacific/Honolulu held=2026-11-10T09:59:59Z friction:f1,2,removed,removed=2026-11-09", 1 },
  { "voice.changed",
    "zone=Pacific/Honolulu held=2026-11-10T10:00:00Z friction:f1,2,removed,removed=2026-11-09", 0 },

  { "friction.unaddressed", "", 0 },
  { "friction.unaddressed", "friction:f1,2", 0 },
  { "friction.unaddressed", "friction:f1,3", 1 },
  { "friction.unaddressed", "friction:f1,4", 1 },
  { "friction.unaddressed", "friction:f1,3,fixing", 1 },
  { "friction.unaddressed", "friction:f1,4,removed", 0 },
  { "friction.unaddressed", "friction:f1,4,accepted", 0 },
  { "friction.unaddressed", "friction:f1,3 friction:f2,4", 1 },
  { "friction.unaddressed", "friction:f1,3 escape:60,friction=f1", 0 },
  { "friction.unaddressed", "friction:f1,3 open:60,friction=f1", 0 },
  { "friction.unaddressed", "friction:f1,3 escape:0,friction=f1", 1 },
  { "friction.unaddressed", "friction:f1,3 friction:f2,4 escape:60,friction=f1", 0 },
  { "friction.unaddressed", "friction:f1,3 friction:f2,2 escape:60,friction=f2", 1 },
  { "friction.unaddressed", "friction:f1,3 friction:f2,4,removed escape:60,friction=f2", 1 },

  { "friction.escape-empty", "", 0 },
  { "friction.escape-empty", "escape:60", 1 },
  { "friction.escape-empty", "escape:60 escape:60", 2 },
  { "friction.escape-empty", "escape:0", 0 },
  { "friction.escape-empty", "improve:60", 0 },
  { "friction.escape-empty", "escape:60,friction=f1", 0 },
  { "friction.escape-empty", "escape:60,remark=r1", 0 },
  { "friction.escape-empty", "escape:60,promise=p1", 1 },
  { "friction.escape-empty", "escape:60,content=c1", 1 },

  { "promise.overdue", "", 0 },
  { "promise.overdue", "promise:p1,2026-11-19", 1 },
  { "promise.overdue", "promise:p1,2026-11-20", 0 },
  { "promise.overdue", "promise:p1,2020-01-01", 1 },
  { "promise.overdue", "promise:p1,none", 0 },
  { "promise.overdue", "promise:p1,2026-11-19,kept", 0 },
  { "promise.overdue", "promise:p1,2026-11-19,broken", 0 },
  { "promise.overdue", "promise:p1,2026-11-19,withdrawn", 0 },
  { "promise.overdue", "promise:p1,2026-11-19 promise:p2,2026-11-18", 1 },
  { "promise.overdue", "promise:p1,2026-11-19 open:60,promise=p1", 0 },
  { "promise.overdue", "promise:p1,2026-11-19 open:0,promise=p1", 1 },
  { "promise.overdue", "promise:p1,2026-11-19 promise:p2,2026-11-18 open:60,promise=p1", 1 },
  { "promise.overdue", "now=2026-11-20T23:59:59Z promise:p1,2026-11-20", 0 },
  { "promise.overdue", "now=2026-11-21T00:00:00Z promise:p1,2026-11-20", 1 },
  { "promise.overdue", "zone=Pacific/Auckland now=2026-11-20T10:59:59Z promise:p1,2026-11-20", 0 },
  { "promise.overdue", "zone=Pacific/Auckland now=2026-11-20T11:00:00Z promise:p1,2026-11-20", 1 },
  { "promise.overdue", "zone=Pacific/Honolulu now=2026-11-21T09:59:59Z promise:p1,2026-11-20", 0 },
  { "promise.overdue", "zone=Pacific/Honolulu now=2026-11-21T10:00:00Z promise:p1,2026-11-20", 1 },

  { "promise.due", "", 0 },
  { "promise.due", "promise:p1,2026-11-19", 0 },
  { "promise.due", "promise:p1,2026-11-20", 1 },
  { "promise.due", "promise:p1,2026-11-26", 1 },
  { "promise.due", "promise:p1,2026-11-27", 0 },
  { "promise.due", "promise:p1,none", 0 },
  { "promise.due", "start=none promise:p1,2026-11-20", 0 },
  { "promise.due", "promise:p1,2026-11-22,kept", 0 },
  { "promise.due", "promise:p1,2026-11-22,broken", 0 },
  { "promise.due", "promise:p1,2026-11-22,withdrawn", 0 },
  { "promise.due", "promise:p1,2026-11-22 promise:p2,2026-11-23", 1 },
  { "promise.due", "promise:p1,2026-11-22 open:60,promise=p1", 1 },
  { "promise.due", "zone=Pacific/Auckland promise:p1,2026-11-27", 0 },
  { "promise.due", "zone=Pacific/Kiritimati promise:p1,2026-11-27", 1 }, /* it begins at midnight */

  { "voice.monologue", "", 0 },
  { "voice.monologue", "open:100,share=35", 0 },
  { "voice.monologue", "open:100,share=34", 1 },
  { "voice.monologue", "open:0,share=100 educate:60", 1 },
  { "voice.monologue", "open:60", 0 },
  { "voice.monologue", "educate:60", 1 },
  { "voice.monologue", "improve:60", 0 },
  { "voice.monologue", "escape:60", 0 },
  { "voice.monologue", "aesthetics:60", 1 },
  { "voice.monologue", "close:60", 0 },
  { "voice.monologue", "housekeeping:60", 1 },
  { "voice.monologue", "improve:150 aesthetics:250", 0 },
  { "voice.monologue", "improve:149 aesthetics:251", 1 },
  { "voice.monologue", "open:60 educate:180", 0 },
  { "voice.monologue", "open:60 educate:181", 1 },
  { "voice.monologue", "educate:60,share=0 open:60,share=70", 0 },

  { "voice.against", "mode=phone", 0 },
  { "voice.against", "no_phone", 0 },
  { "voice.against", "no_phone mode=phone", 1 },
  { "voice.against", "no_phone mode=video", 0 },
  { "voice.against", "no_phone mode=on_site", 0 },
  { "voice.against", "educate:60,print", 0 },
  { "voice.against", "no_print educate:60,print", 1 },
  { "voice.against", "no_print educate:60,print close:60,print", 1 },
  { "voice.against", "no_print educate:0,print", 0 },
  { "voice.against", "no_print educate:60,file", 0 },
  { "voice.against", "no_print educate:60", 0 },
  { "voice.against", "close:60,order", 0 },
  { "voice.against", "orders_online close:60,order", 1 },
  { "voice.against", "orders_online close:0,order", 0 },
  { "voice.against", "orders_online close:60", 0 },
  { "voice.against", "no_cold_mail mode=phone educate:60,print,order", 0 },
  { "voice.against", "no_phone no_print orders_online mode=phone educate:60,print,order", 3 },

  { "people.none", "", 1 },
  { "people.none", "attendee", 0 },
  { "people.gate", "", 0 },
  { "people.gate", "cleared=2026-11-20", 0 },
  { "people.gate", "gate=Sarah", 1 },
  { "people.gate", "gate=_", 0 },
  { "people.gate", "gate=Sarah cleared=2026-11-20", 0 },

  /* Closed: the first modality is an escape; of nothing it is none. */
  { "trust.fix-first", "", 0 },
  { "trust.fix-first", "educate:60", 0 },
  { "trust.fix-first", "trust:open educate:60", 0 },
  { "trust.fix-first", "trust:narrow educate:60", 0 },
  { "trust.fix-first", "trust:closed", 1 },
  { "trust.fix-first", "trust:closed open:60", 1 },
  { "trust.fix-first", "trust:closed educate:60", 1 },
  { "trust.fix-first", "trust:closed educate:60 escape:60", 1 },
  { "trust.fix-first", "trust:closed escape:60 educate:60", 0 },
  { "trust.fix-first", "trust:closed open:60 close:60 escape:60 educate:60", 0 },
  { "trust.fix-first", "trust:closed escape:0 educate:60 escape:60", 1 },
  { "trust.fix-first", "trust:closed educate:0 escape:1 educate:60", 0 },
  { "trust.fix-first", "trust:closed,promise educate:60", 1 },
  { "trust.mend", "", 0 },
  { "trust.mend", "trust:open educate:60", 0 },
  { "trust.mend", "trust:closed educate:60", 0 },
  { "trust.mend", "trust:narrow", 1 },
  { "trust.mend", "trust:narrow educate:60", 1 },
  { "trust.mend", "trust:narrow educate:60 escape:0", 1 },
  { "trust.mend", "trust:narrow educate:60 escape:1", 0 },

  { "house.keeping", "", 0 },
  { "house.keeping", "housekeeping:10 educate:90", 0 },
  { "house.keeping", "housekeeping:11 educate:90", 1 },
  { "house.keeping", "housekeeping:100 educate:899", 1 },
  { "house.keeping", "housekeeping:100 educate:900", 0 },
  { "house.keeping", "housekeeping:60", 1 },
  { "house.keeping", "housekeeping:0 educate:60", 0 },
  { "house.keeping", "housekeeping:6 housekeeping:6 educate:90", 1 },

  { "house.hidden", "educate:60,title=Learn", 0 },
  { "house.hidden", "educate:60,title=Order_status", 1 },
  { "house.hidden", "educate:60,title=His_ORDER__status_today", 1 },
  { "house.hidden", "educate:60,title=Border_status", 0 },
  { "house.hidden", "educate:60,title=Order_statuses", 0 },
  { "house.hidden", "educate:60,notes=Bring_the_price_list", 1 },
  { "house.hidden", "educate:60,title=Price_list,notes=Paperwork", 1 },
  { "house.hidden", "educate:0,title=Order_status", 0 },
  { "house.hidden", "housekeeping:60,title=Order_status", 0 },
  { "house.hidden", "open:60,title=Re-order close:60,title=Stock_check", 2 },

  { "scarce.none", "", 1 },
  { "scarce.none", "educate:60", 1 },
  { "scarce.none", "educate:60,content=c1 content:c1,educate,ours_alone", 0 },
  { "scarce.none", "educate:60,content=c1 content:c1,educate,few,1", 0 },
  { "scarce.none", "educate:60,content=c1 content:c1,educate,common,1", 0 },
  { "scarce.none", "educate:60,content=c1 content:c1,educate,few", 1 },
  { "scarce.none", "educate:60,content=c1 content:c1,educate,common", 1 },
  { "scarce.none", "educate:0,content=c1 content:c1,educate,ours_alone", 1 },
  { "scarce.none", "educate:60 content:c1,educate,ours_alone", 1 },
  { "scarce.none", "educate:60,content=c9 content:c1,educate,ours_alone", 1 },
  { "scarce.none",
    "educate:60,content=c1 open:60,content=c2 content:c1,educate,common "
    "content:c2,educate,ours_alone",
    0 },

  { "scarce.common", "", 0 },
  { "scarce.common", "educate:60,content=c1 content:c1,educate,common", 1 },
  { "scarce.common", "educate:60,content=c1 content:c1,educate,few", 0 },
  { "scarce.common", "educate:60,content=c1 content:c1,educate,ours_alone", 0 },
  { "scarce.common", "educate:60,content=c1 content:c1,educate,common,12", 1 },
  { "scarce.common", "educate:0,content=c1 content:c1,educate,common", 0 },
  { "scarce.common", "educate:60 content:c1,educate,common", 0 },
  { "scarce.common", "educate:60,content=c1 close:60,content=c1 content:c1,educate,common", 1 },
  { "scarce.common",
    "educate:60,content=c1 close:60,content=c2 content:c1,educate,common content:c2,improve,common",
    2 },

  { "scarce.repeat", "educate:60,content=c1 content:c1,educate,few", 0 },
  { "scarce.repeat", "educate:60,content=c1 content:c1,educate,few,given=0", 0 },
  { "scarce.repeat", "educate:60,content=c1 content:c1,educate,few,given=1", 1 },
  { "scarce.repeat", "educate:60,content=c1 content:c1,educate,few,given=2", 1 },
  { "scarce.repeat", "educate:60,content=c1 content:c1,educate,few,per=2,given=1", 0 },
  { "scarce.repeat", "educate:60,content=c1 content:c1,educate,few,per=2,given=2", 1 },
  { "scarce.repeat", "educate:60,content=c1 content:c1,educate,few,given-here=1", 0 },
  { "scarce.repeat", "educate:60,content=c1 content:c1,educate,few,his=1,here=1", 0 },
  { "scarce.repeat", "educate:0,content=c1 content:c1,educate,few,given=1", 0 },
  { "scarce.repeat", "educate:60 content:c1,educate,few,given=1", 0 },
  { "scarce.repeat", "educate:60,content=c1 open:60,content=c1 content:c1,educate,few,given=1", 1 },

  { "scarce.sold-out", "educate:60,content=c1 content:c1,educate,few,12", 0 },
  { "scarce.sold-out", "educate:60,content=c1 content:c1,educate,few,12,left=1", 0 },
  { "scarce.sold-out", "educate:60,content=c1 content:c1,educate,few,12,left=0", 1 },
  { "scarce.sold-out", "educate:60,content=c1 content:c1,educate,few,12,left=0,here=1", 0 },
  { "scarce.sold-out", "educate:60,content=c1 content:c1,educate,few,12,left=0,his=1", 1 },
  { "scarce.sold-out", "educate:60,content=c1 content:c1,educate,few,given=5", 0 },
  { "scarce.sold-out", "educate:0,content=c1 content:c1,educate,few,12,left=0", 0 },
  { "scarce.sold-out", "educate:60 content:c1,educate,few,12,left=0", 0 },
  { "scarce.sold-out", "educate:60,content=c1 open:60,content=c1 content:c1,educate,few,12,left=0",
    1 },

  { "scarce.unavailable", "educate:60,content=c1 content:c1,educate,few", 0 },
  { "scarce.unavailable", "educate:60,content=c1 content:c1,educate,few,from=2026-11-26", 0 },
  { "scarce.unavailable", "educate:60,content=c1 content:c1,educate,few,from=2026-11-27", 1 },
  { "scarce.unavailable", "educate:60,content=c1 content:c1,educate,few,until=2026-11-26", 0 },
  { "scarce.unavailable", "educate:60,content=c1 content:c1,educate,few,until=2026-11-25", 1 },
  { "scarce.unavailable",
    "educate:60,content=c1 content:c1,educate,few,from=2026-11-26,until=2026-11-26", 0 },
  { "scarce.unavailable",
    "start=none educate:60,content=c1 content:c1,educate,few,until=2026-11-20", 0 },
  { "scarce.unavailable",
    "start=none educate:60,content=c1 content:c1,educate,few,until=2026-11-19", 1 },
  { "scarce.unavailable", "start=none educate:60,content=c1 content:c1,educate,few,from=2027-11-20",
    0 },
  { "scarce.unavailable", "educate:0,content=c1 content:c1,educate,few,until=2026-11-25", 0 },
  { "scarce.unavailable", "educate:60 content:c1,educate,few,until=2026-11-25", 0 },
  { "scarce.unavailable",
    "educate:60,content=c1 open:60,content=c1 content:c1,educate,few,until=2026-11-25", 1 },

  { "scarce.unproven", "educate:60,content=c1 content:c1,educate,ours_alone", 1 },
  { "scarce.unproven", "educate:60,content=c1 content:c1,educate,ours_alone,evidence=_", 1 },
  { "scarce.unproven", "educate:60,content=c1 content:c1,educate,ours_alone,evidence=Survey", 0 },
  { "scarce.unproven", "educate:60,content=c1 content:c1,educate,few", 0 },
  { "scarce.unproven", "educate:60,content=c1 content:c1,educate,common", 0 },
  { "scarce.unproven",
    "educate:60,content=c1 content:c1,educate,ours_alone,evidence=Survey,recheck=2026-11-26", 0 },
  { "scarce.unproven",
    "educate:60,content=c1 content:c1,educate,ours_alone,evidence=Survey,recheck=2026-11-25", 1 },
  { "scarce.unproven",
    "start=none educate:60,content=c1 "
    "content:c1,educate,ours_alone,evidence=Survey,recheck=2026-11-20",
    0 },
  { "scarce.unproven",
    "start=none educate:60,content=c1 "
    "content:c1,educate,ours_alone,evidence=Survey,recheck=2026-11-19",
    1 },
  { "scarce.unproven",
    "educate:60,content=c1 content:c1,educate,few,evidence=Survey,recheck=2026-11-25", 0 },
  { "scarce.unproven", "educate:0,content=c1 content:c1,educate,ours_alone", 0 },
};

static void
test_case (gconstpointer data)
{
  const Case *one = data;
  g_autoptr (QhContext) context = builder_context (one->line);
  g_autoptr (QhDesignReview) review = qh_design_review_new (context);

  g_assert_cmpuint (builder_count (review, one->rule), ==, one->found);
}

/* Each rule has a case in which it speaks and one in which it is silent. */
static void
test_all_rules_have_cases (void)
{
  const char *const *ids = qh_house_rules_ids ();

  for (guint i = 0; ids[i] != NULL; i++) {
    guint speaks = 0, silent = 0;
    for (guint j = 0; j < G_N_ELEMENTS (cases); j++)
      if (g_str_equal (cases[j].rule, ids[i])) {
        speaks += cases[j].found > 0;
        silent += cases[j].found == 0;
      }
    if (speaks == 0 || silent == 0)
      g_test_message ("no case on both sides of %s", ids[i]);
    g_assert_true (speaks > 0 && silent > 0);
  }
}

static void
test_good_plan (void)
{
  g_autoptr (QhContext) context = builder_context (BUILDER_GOOD);
  g_autoptr (QhDesignReview) review = qh_design_review_new (context);

  g_assert_cmpuint (review->findings->len, ==, 0);
  g_assert_cmpint (review->score, ==, 100);
  g_assert_cmpint (review->limit, ==, 900);
  g_assert_cmpint (review->budget, ==, 900);
  g_assert_cmpint (review->total, ==, 840);
}

/* The shipped table of rules.md. */
static void
test_levels_and_points (void)
{
  static const struct {
    const char *rule;
    QhLevel level;
    int points;
  } table[] = {
    { "advance.missing", QH_LEVEL_WARNING, 6 },
    { "advance.no-fallback", QH_LEVEL_HINT, 2 },
    { "friction.escape-empty", QH_LEVEL_HINT, 3 },
    { "friction.unaddressed", QH_LEVEL_WARNING, 10 },
    { "house.hidden", QH_LEVEL_HINT, 4 },
    { "house.keeping", QH_LEVEL_WARNING, 8 },
    { "mode.aesthetics-unaligned", QH_LEVEL_HINT, 3 },
    { "mode.lopsided", QH_LEVEL_WARNING, 8 },
    { "mode.missing", QH_LEVEL_WARNING, 6 },
    { "output.activity", QH_LEVEL_WARNING, 12 },
    { "output.copied", QH_LEVEL_WARNING, 8 },
    { "output.missing", QH_LEVEL_BLOCKER, 25 },
    { "output.thin", QH_LEVEL_WARNING, 8 },
    { "output.unmeasured", QH_LEVEL_HINT, 3 },
    { "people.gate", QH_LEVEL_WARNING, 6 },
    { "people.none", QH_LEVEL_WARNING, 6 },
    { "promise.due", QH_LEVEL_HINT, 3 },
    { "promise.overdue", QH_LEVEL_WARNING, 12 },
    { "scarce.common", QH_LEVEL_HINT, 4 },
    { "scarce.none", QH_LEVEL_WARNING, 10 },
    { "scarce.repeat", QH_LEVEL_WARNING, 8 },
    { "scarce.sold-out", QH_LEVEL_BLOCKER, 20 },
    { "scarce.unavailable", QH_LEVEL_BLOCKER, 20 },
    { "scarce.unproven", QH_LEVEL_HINT, 4 },
    { "time.fragmented", QH_LEVEL_HINT, 4 },
    { "time.no-room", QH_LEVEL_HINT, 4 },
    { "time.over-budget", QH_LEVEL_WARNING, 10 },
    { "time.over-limit", QH_LEVEL_BLOCKER, 25 },
    { "time.runs-over", QH_LEVEL_WARNING, 6 },
    { "trust.fix-first", QH_LEVEL_WARNING, 8 },
    { "trust.mend", QH_LEVEL_HINT, 3 },
    { "voice.against", QH_LEVEL_WARNING, 5 },
    { "voice.changed", QH_LEVEL_HINT, 4 },
    { "voice.monologue", QH_LEVEL_WARNING, 6 },
    { "voice.unheard", QH_LEVEL_WARNING, 8 },
  };
  const char *const *ids = qh_house_rules_ids ();
  g_autoptr (QhHouseRules) rules = qh_house_rules_new ();

  g_assert_cmpuint (g_strv_length ((char **)ids), ==, G_N_ELEMENTS (table));
  for (guint i = 0; i < G_N_ELEMENTS (table); i++) {
    g_assert_cmpstr (ids[i], ==, table[i].rule);
    g_assert_cmpint (qh_house_rules_level (rules, ids[i]), ==, table[i].level);
    g_assert_cmpint (qh_house_rules_points (rules, ids[i]), ==, table[i].points);
  }
}

/* What a finding says: the fact, where it has one. */
static void
test_sentences (void)
{
  static const struct {
    const char *rule, *key;
    const char *line;
    const char *title, *text;
  } said[] = {
    { "time.over-limit", NULL, "educate:1050", "Longer than the client gives",
      "The plan takes 17:30 min; the client gives 15 minutes." },
    { "time.over-limit", NULL,
      "educate:960 remark:r1,2026-11-02,I_have_only_20_minutes "
      "remark:r2,2026-11-01,No_meeting_that_lasts_more_than_15_minutes",
      "Longer than the client gives",
      "“No meeting that lasts more than 15 minutes” (1 Nov) The plan takes 16 minutes; the client "
      "gives 15 minutes." },
    { "time.no-room", NULL, "educate:900", "No minute to spare",
      "The segments leave nothing of the 15 minutes free." },
    { "time.no-room", NULL, "educate:899", "No minute to spare",
      "The segments leave 1 second of the 15 minutes free." },
    { "time.fragmented", NULL, SEVEN " open:60", "Too many pieces",
      "8 segments in 15 minutes: less than two minutes for each." },
    { "time.runs-over", "improve",
      "educate:60 improve:60 pace:educate,5,600,750 pace:improve,4,480,660", "Runs over every time",
      "Improve: the last 4 took 11 minutes instead of 8 minutes." },
    { "output.activity", NULL, "output=Meet_with_the_team", "An activity, not an output",
      "“Meet with the team” begins with “meet with”: that is something we do." },
    { "output.thin", NULL, "open:60 educate:59,out", "Most of it leaves nothing behind",
      "Segments that name an output of their own hold 59 seconds of 1:59 min, less than half." },
    { "output.copied", NULL, "output=A_schedule copy:86400,other copy:172800", "Said before",
      "A meeting with another client on Friday 27 November has the same output." },
    { "output.copied", NULL, "output=A_schedule copy:-86400 copy:86400,other", "Said before",
      "The meeting with this client on Wednesday 25 November has the same output." },
    { "advance.no-fallback", NULL, "ask=A_pilot", "And if he says no?",
      "We ask for “A pilot”, and for nothing smaller instead." },
    { "mode.missing", "escape", "", "Nothing he is rid of",
      "No segment helps the client to escape a problem." },
    { "mode.lopsided", NULL, "improve:240 escape:60", "One modality takes most of it",
      "Improve holds 4 minutes of the 5 minutes that the modalities have." },
    { "trust.fix-first", NULL, "trust:closed,promise educate:60", "Fix first",
      "His gate is closed: “A new quote” was due on 10 November and is still open." },
    { "trust.fix-first", NULL, "trust:closed educate:60", "Fix first",
      "His gate is closed: “Where is it” (2 November) was not solved at first contact, and 1 "
      "more." },
    { "trust.mend", NULL, "trust:narrow educate:60", "Mend it first",
      "His gate is narrow: “Where is it” (2 November) was not solved at first contact." },
    { "voice.unheard", NULL, "remark:r1,2026-11-02,Stop_it", "None of his words",
      "“Stop it” (2 Nov) No segment links to this remark." },
    { "voice.unheard", NULL,
      "remark:r1,2026-11-02,Old remark:r2,2026-11-04,New,heard remark:r3,2025-12-31,Older",
      "None of his words",
      "“Old” (2 Nov) No segment links to this or any other of the client's 3 remarks." },
    { "voice.changed", NULL, HELD "friction:f1,2,Phone_tree,removed,removed=2026-11-12",
      "You said, we changed",
      "“Phone tree” was removed on Thursday 12 November, and he has not heard of it from us." },
    { "voice.changed", NULL,
      HELD "friction:f1,2,A,removed,removed=2026-11-12 friction:f2,2,B,removed,removed=2026-11-13",
      "You said, we changed",
      "“B” was removed on Friday 13 November; of 2 that are gone he has not heard from us." },
    { "friction.unaddressed", NULL, "friction:f1,3,Wrong_invoice",
      "What stands in his way is left out",
      "“Wrong invoice” (stops work) is not removed, and no segment links to it." },
    { "friction.unaddressed", NULL, "friction:f1,3,A,cost=9 friction:f2,4,B,cost=8 friction:f3,2",
      "What stands in his way is left out",
      "“A” (stops work) is not removed, and no segment links to it or any other of the 2 that "
      "weigh as much." },
    { "friction.escape-empty", NULL, "open:60 escape:60", "Escape from what?",
      "Segment 2 links to no friction and to no words of his." },
    { "promise.overdue", NULL, "promise:p1,2026-11-18,A_name_for_billing", "A promise is overdue",
      "“A name for billing” was due on Wednesday 18 November, and is neither kept nor broken." },
    { "promise.overdue", NULL, "promise:p1,2026-11-18,B promise:p2,2026-11-17,A",
      "A promise is overdue",
      "“A” was due on Tuesday 17 November, and is neither kept nor broken; 2 promises are past "
      "due." },
    { "promise.due", NULL, "promise:p1,2026-11-23,A_list", "A promise falls due before",
      "“A list” is due on Monday 23 November." },
    { "promise.due", NULL, "promise:p1,2026-11-23,A_list promise:p2,2026-11-26",
      "A promise falls due before",
      "“A list” is due on Monday 23 November; 2 promises fall due before the meeting." },
    { "voice.monologue", NULL, "educate:60", "We talk, he listens",
      "The client has 30 % of the talking, less than 35 %." },
    { "voice.against", "no_print",
      "no_print open:60 educate:60,print remark:r1,2026-11-02,A_flyer_goes_in_the_trash "
      "remark:r2,2026-11-03,I_order_online",
      "He will not read a flyer",
      "“A flyer goes in the trash” (2 Nov) Segment 2 leaves print behind." },
    { "voice.against", "no_print", "no_print open:60,print educate:60,print",
      "He will not read a flyer", "2 segments leave print behind." },
    { "voice.against", "orders_online",
      "orders_online close:60,order remark:r1,2025-12-31,I_order_online", "He orders online",
      "“I order online” (Wednesday 31 December 2025) Segment 1 takes an order." },
    { "voice.against", "no_phone", "no_phone mode=phone", "He takes no calls",
      "The meeting is planned by phone." },
    { "people.gate", NULL, "gate=Sarah", "Not cleared at the gate",
      "The way in is through Sarah, and the meeting is not marked as cleared." },
    { "house.keeping", NULL, "housekeeping:60 educate:120", "Too much housekeeping",
      "Housekeeping holds 1 minute of 3 minutes, more than a tenth." },
    { "house.hidden", NULL, "open:60 educate:60,title=The_price_list",
      "Housekeeping under another name", "Segment 2, “The price list”, speaks of “price list”." },
    { "scarce.none", NULL, "educate:60", "Nothing that others cannot give",
      "No segment carries an item that is ours alone or of a limited edition." },
    { "scarce.common", "c1", "educate:60,content=c1 content:c1,educate,common,title=Ten_slides",
      "Everyone has it", "“Ten slides” is common: he can have it from others." },
    { "scarce.repeat", "c1",
      "educate:60,content=c1 content:c1,educate,few,title=Clinic,given=1,given-on=2026-09-04",
      "He has it already", "“Clinic” was given to him on 4 September: 1 of the 1 he may have." },
    { "scarce.repeat", "c1",
      "educate:60,content=c1 content:c1,educate,few,title=Clinic,per=2,given=3",
      "He has it already", "“Clinic” was given to him: 3 of the 2 he may have." },
    { "scarce.sold-out", "c1",
      "educate:60,content=c1 "
      "content:c1,educate,few,6,title=Hygiene_hour,left=0,reserved=2,delivered=3,away=1",
      "None left",
      "“Hygiene hour”: none of 6 copies is left (2 reserved, 3 given, 1 handed on), and none is "
      "reserved for this meeting." },
    { "scarce.unavailable", "c1",
      "educate:60,content=c1 content:c1,educate,few,title=Planner,until=2026-11-08",
      "Not to be had on that day",
      "“Planner” can be had until 8 November; the meeting is on 26 November." },
    { "scarce.unavailable", "c1",
      "educate:60,content=c1 content:c1,educate,few,title=Planner,from=2027-09-01",
      "Not to be had on that day",
      "“Planner” can be had from 1 September 2027; the meeting is on 26 November." },
    { "scarce.unavailable", "c1",
      "start=none educate:60,content=c1 content:c1,educate,few,title=Planner,until=2026-11-08",
      "Not to be had on that day",
      "“Planner” could be had until 8 November; the meeting has no date yet." },
    { "scarce.unproven", "c1",
      "educate:60,content=c1 "
      "content:c1,educate,ours_alone,title=Clinic,evidence=Survey,recheck=2026-11-15",
      "Is it still ours alone?",
      "The evidence for “Clinic” is to be checked again by 15 November." },
    { "scarce.unproven", "c1", "educate:60,content=c1 content:c1,educate,ours_alone,title=Clinic",
      "Is it still ours alone?", "“Clinic” is said to be ours alone, but names no evidence." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (said); i++) {
    g_autoptr (QhContext) context = builder_context (said[i].line);
    g_autoptr (QhDesignReview) review = qh_design_review_new (context);
    const QhFinding *finding = builder_find (review, said[i].rule, said[i].key);
    g_assert_nonnull (finding);
    g_assert_cmpstr (finding->title, ==, said[i].title);
    g_assert_cmpstr (finding->text, ==, said[i].text);
    g_assert_cmpint (strlen (finding->why), >, 0);
  }
}

/* Keys and segments: what one occurrence is accepted by. */
static void
test_occurrences (void)
{
  g_autoptr (QhContext) context =
      builder_context ("no_phone no_print mode=phone open:60 educate:60,print,title=Paperwork");
  g_autoptr (QhDesignReview) review = qh_design_review_new (context);
  static const char *const missing[] = { "aesthetics", "escape", "improve" };
  const QhFinding *hidden = builder_find (review, "house.hidden", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (missing); i++)
    g_assert_nonnull (builder_find (review, "mode.missing", missing[i]));
  g_assert_null (builder_find (review, "mode.missing", "educate"));
  g_assert_nonnull (builder_find (review, "voice.against", "no_phone"));
  g_assert_nonnull (builder_find (review, "voice.against", "no_print"));
  g_assert_null (builder_find (review, "voice.against", "no_print")->segment);
  g_assert_cmpstr (hidden->segment, ==, "s1");
  g_assert_cmpint (hidden->position, ==, 1);
  g_assert_null (hidden->key);
  g_assert_cmpint (builder_find (review, "people.none", NULL)->position, ==, -1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strdup_printf ("/rules/%s/%03u", cases[i].rule, i);
    g_test_add_data_func (path, &cases[i], test_case);
  }
  g_test_add_func ("/rules/cases-on-both-sides", test_all_rules_have_cases);
  g_test_add_func ("/rules/good-plan", test_good_plan);
  g_test_add_func ("/rules/levels-and-points", test_levels_and_points);
  g_test_add_func ("/rules/sentences", test_sentences);
  g_test_add_func ("/rules/occurrences", test_occurrences);
  return g_test_run ();
}
