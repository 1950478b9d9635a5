/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brief-fixture.h"
#include "base/qh-id.h"

static gpointer
make (const QhEntity *entity)
{
  QhRecord *record = qh_record_new (entity);

  record->id = qh_id_new (1);
  return record;
}

void
brief_fixture_add_client (BriefFixture *self, const char *name, gint64 value)
{
  QhRecord *client = make (&qh_client_entity);

  qh_record_set_string (client, "name", name);
  g_ptr_array_add (self->clients, client);
  g_array_append_val (self->values, value);
  self->facts =
      qh_cost_facts (self->friction, (gint64 *)(gpointer)self->values->data, self->values->len);
}

static void
set_up (BriefFixture *self, int edition)
{
  const QhCostAssumptions assumptions = { QH_COST_HOURLY_RATE, QH_COST_SHARES };

  *self = (BriefFixture){ .assumptions = assumptions };
  self->clients = g_ptr_array_new_with_free_func (g_object_unref);
  self->values = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->zone = g_time_zone_new_utc ();
  self->friction = make (&qh_friction_entity);
  self->facts = qh_cost_facts (self->friction, NULL, 0);
  qh_record_set_string (QH_RECORD (self->friction), "title", "Third wrong invoice since June");
  qh_record_set_string (QH_RECORD (self->friction), "reported", "2026-11-09");
  self->sheet = (QhBriefSheet){ .friction = self->friction,
                                .clients = self->clients,
                                .assumptions = &self->assumptions,
                                .facts = &self->facts,
                                .currency = "EUR",
                                .edition = edition,
                                .today = "2026-11-26",
                                .zone = self->zone };
}

void
brief_fixture_init_bare (BriefFixture *self, int edition)
{
  set_up (self, edition);
}

static void
say (BriefFixture *self)
{
  static const char *const texts[][2] = {
    { "words", "If I have to call once more about an invoice I will order online somewhere else." },
    { "owner", "Ines Calder" },
    { "due", "2026-12-01" },
    { "ask", "Let one person check every invoice to him before it goes out." },
    { "learned", "The price list is typed by hand." },
  };
  QhRecord *friction = QH_RECORD (self->friction);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    qh_record_set_string (friction, texts[i][0], texts[i][1]);
  qh_record_set_int (friction, "severity", 3);
  qh_record_set_int (friction, "minutes", 20);
  qh_record_set_int (friction, "times_per_year", 24);
  qh_record_set_int (friction, "touchpoint", QH_TOUCHPOINT_BILLING);
  qh_record_set_int (friction, "status", QH_FRICTION_STATUS_FIXING);
  qh_record_set_int (friction, "cause", QH_FRICTION_CAUSE_PROCESS);
}

static void
surround (BriefFixture *self)
{
  QhRecord *friction = QH_RECORD (self->friction);

  self->contact = make (&qh_contact_entity);
  qh_record_set_string (QH_RECORD (self->contact), "name", "Sarah Okafor");
  qh_record_set_int (QH_RECORD (self->contact), "role", QH_CONTACT_ROLE_GUARDS);
  qh_record_set_string (friction, "contact", QH_RECORD (self->contact)->id);
  self->entry = make (&qh_contact_log_entity);
  qh_record_set_string (QH_RECORD (self->entry), "words", "This is the third one.");
  qh_record_set_int (QH_RECORD (self->entry), "at", G_GINT64_CONSTANT (1794218400000000));
  self->promise = make (&qh_promise_entity);
  qh_record_set_string (QH_RECORD (self->promise), "what", "Every invoice right the first time");
  self->sheet.contact = self->contact;
  self->sheet.entry = self->entry;
  self->sheet.promise = self->promise;
  self->sheet.author = "M. Keller";
}

void
brief_fixture_init (BriefFixture *self, int edition)
{
  set_up (self, edition);
  say (self);
  surround (self);
  brief_fixture_add_client (self, "Ferris Dental Group", 1420000);
  qh_record_set_string (QH_RECORD (self->friction), "client",
                        QH_RECORD (self->clients->pdata[0])->id);
}

void
brief_fixture_clear (BriefFixture *self)
{
  g_clear_object (&self->friction);
  g_clear_object (&self->contact);
  g_clear_object (&self->entry);
  g_clear_object (&self->promise);
  g_ptr_array_unref (self->clients);
  g_array_unref (self->values);
  g_time_zone_unref (self->zone);
}
