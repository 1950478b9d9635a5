/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What becomes of a friction, who shares it, and what is counted of all of them. */
#include "friction/qh-friction-count.h"
#include "friction/qh-friction-deeds.h"
#include "store/qh-settings.h"
#include "widgets/qh-friction-text.h"

#define NOW (G_GINT64_CONSTANT (1764244800) * G_USEC_PER_SEC) /* 2025-11-27 12:00 UTC */
#define TODAY "2025-11-27"

typedef struct {
  QhStore *store;
  QhFriction *friction;
} Fixture;

static QhRecord *
add (QhStore *store, const QhEntity *entity, const char *first, const char *second, ...)
{
  QhRecord *record = qh_record_new (entity);
  g_autoptr (GError) error = NULL;
  const char *name = first, *value = second;
  va_list args;

  va_start (args, second);
  while (name) {
    g_assert_true (qh_record_set_text (record, qh_entity_field (entity, name), value, &error));
    name = va_arg (args, const char *);
    value = name ? va_arg (args, const char *) : NULL;
  }
  va_end (args);
  g_assert_true (qh_store_save (store, record, &error));
  g_assert_no_error (error);
  return record;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  QhClock clock = qh_clock_fixed (NOW, NULL);
  g_autoptr (GError) error = NULL;

  fixture->store = qh_store_open (":memory:", QH_STORE_CREATE, &clock, &error);
  g_assert_no_error (error);
  fixture->friction = QH_FRICTION (add (fixture->store, &qh_friction_entity, "title",
                                        "Wrong invoices", "reported", "2025-11-01", NULL));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->friction);
  g_assert_finalize_object (fixture->store);
}

static void
check_undo (Fixture *fixture, int status)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (qh_store_undo (fixture->store, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (fixture->friction->status, ==, status);
}

static void
test_hand_over (Fixture *fixture, gconstpointer data)
{
  QhFriction *friction = fixture->friction;
  g_autoptr (GError) error = NULL;

  g_assert_false (qh_friction_hand_over (fixture->store, friction, "  ", NULL, NULL, &error));
  g_assert_error (error, QH_ERROR, QH_ERROR_INVALID);
  g_assert_cmpint (friction->status, ==, QH_FRICTION_STATUS_OPEN);
  g_clear_error (&error);
  g_assert_true (qh_friction_hand_over (fixture->store, friction, " Operations ", "2025-12-01",
                                        "One person for billing", &error));
  g_assert_cmpint (friction->status, ==, QH_FRICTION_STATUS_FIXING);
  g_assert_cmpstr (friction->owner, ==, "Operations");
  g_assert_cmpstr (friction->due, ==, "2025-12-01");
  g_assert_cmpstr (friction->ask, ==, "One person for billing");
  check_undo (fixture, QH_FRICTION_STATUS_OPEN);
  g_assert_null (friction->owner);
}

static void
test_remove (Fixture *fixture, gconstpointer data)
{
  QhFriction *friction = fixture->friction;
  g_autoptr (GError) error = NULL;

  g_assert_false (
      qh_friction_remove (fixture->store, friction, NULL, TODAY, "Ask first", NULL, &error));
  g_assert_error (error, QH_ERROR, QH_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (
      qh_friction_remove (fixture->store, friction, "New form", NULL, NULL, NULL, &error));
  g_assert_error (error, QH_ERROR, QH_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_cmpint (friction->status, ==, QH_FRICTION_STATUS_OPEN);
  g_assert_null (friction->learned);

  g_assert_true (
      qh_friction_remove (fixture->store, friction, "New form", TODAY, "Ask first", NULL, &error));
  g_assert_cmpint (friction->status, ==, QH_FRICTION_STATUS_REMOVED);
  g_assert_cmpstr (friction->removed, ==, TODAY);
  g_assert_cmpstr (friction->change, ==, "New form");
  g_assert_cmpstr (friction->learned, ==, "Ask first");
  g_assert_null (friction->told);
  check_undo (fixture, QH_FRICTION_STATUS_OPEN);
  g_assert_null (friction->change);
}

/* Gone before it was there: the store's law, and the record is as it was. */
static void
test_remove_too_early (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (qh_friction_remove (fixture->store, fixture->friction, "New form", "2025-10-01",
                                      NULL, NULL, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (fixture->friction->status, ==, QH_FRICTION_STATUS_OPEN);
  g_assert_null (fixture->friction->change);
}

static void
test_accept_and_reopen (Fixture *fixture, gconstpointer data)
{
  QhFriction *friction = fixture->friction;
  g_autoptr (GError) error = NULL;

  g_assert_false (qh_friction_accept (fixture->store, friction, "", &error));
  g_clear_error (&error);
  g_assert_true (qh_friction_accept (fixture->store, friction, "The law wants it", &error));
  g_assert_cmpint (friction->status, ==, QH_FRICTION_STATUS_ACCEPTED);
  g_assert_true (qh_friction_reopen (fixture->store, friction, &error));
  g_assert_cmpint (friction->status, ==, QH_FRICTION_STATUS_OPEN);
  g_assert_null (friction->reason);

  g_assert_true (
      qh_friction_hand_over (fixture->store, friction, "Operations", NULL, NULL, &error));
  g_assert_true (
      qh_friction_remove (fixture->store, friction, "New form", TODAY, NULL, TODAY, &error));
  g_assert_cmpstr (friction->told, ==, TODAY);
  g_assert_true (qh_friction_reopen (fixture->store, friction, &error));
  g_assert_cmpint (friction->status, ==, QH_FRICTION_STATUS_FIXING);
  g_assert_null (friction->removed);
  g_assert_null (friction->told);
  g_assert_cmpstr (friction->change, ==, "New form");
  g_assert_no_error (error);
}

static void
check_clients (Fixture *fixture, const char *names, const char *label)
{
  g_autoptr (GPtrArray) clients = qh_friction_list_clients (fixture->store, fixture->friction);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *said = qh_friction_clients_label (fixture->store, fixture->friction);

  for (guint i = 0; i < clients->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", QH_CLIENT (clients->pdata[i])->name);
  g_assert_cmpstr (text->str, ==, names);
  g_assert_cmpstr (said, ==, label);
}

/* The first is its own client; when he goes the next one is. */
static void
test_clients (Fixture *fixture, gconstpointer data)
{
  QhStore *store = fixture->store;
  g_autoptr (QhRecord) zeta = add (store, &qh_client_entity, "name", "Zeta", NULL);
  g_autoptr (QhRecord) alder = add (store, &qh_client_entity, "name", "Alder", NULL);
  g_autoptr (QhRecord) brink = add (store, &qh_client_entity, "name", "Brink", NULL);
  g_autoptr (GError) error = NULL;

  check_clients (fixture, "", NULL);
  g_assert_true (qh_friction_add_client (store, fixture->friction, zeta->id, &error));
  check_clients (fixture, "Zeta", "Zeta");
  g_assert_true (qh_friction_add_client (store, fixture->friction, alder->id, &error));
  g_assert_true (qh_friction_add_client (store, fixture->friction, brink->id, &error));
  g_assert_true (qh_friction_add_client (store, fixture->friction, brink->id, &error));
  check_clients (fixture, "Zeta, Alder, Brink", "Zeta and 2 more");
  g_assert_true (qh_friction_take_client (store, fixture->friction, zeta->id, &error));
  check_clients (fixture, "Alder, Brink", "Alder and 1 more");
  g_assert_true (qh_store_undo (store, NULL, &error));
  check_clients (fixture, "Zeta, Alder, Brink", "Zeta and 2 more");
  g_assert_true (qh_friction_take_client (store, fixture->friction, brink->id, &error));
  g_assert_true (qh_friction_take_client (store, fixture->friction, alder->id, &error));
  g_assert_true (qh_friction_take_client (store, fixture->friction, zeta->id, &error));
  check_clients (fixture, "", NULL);
  g_assert_no_error (error);
}

/* A plan keeps its segment, without the link; undo brings both back. */
static void
test_delete (Fixture *fixture, gconstpointer data)
{
  QhStore *store = fixture->store;
  const char *id = QH_RECORD (fixture->friction)->id;
  g_autoptr (QhRecord) client = add (store, &qh_client_entity, "name", "Zeta", NULL);
  g_autoptr (QhRecord) meeting = add (store, &qh_meeting_entity, "client", client->id, NULL);
  g_autoptr (QhRecord) segment =
      add (store, &qh_segment_entity, "meeting", meeting->id, "position", "0", "kind", "escape",
           "seconds", "60", "title", "Invoices", "friction", id, NULL);
  g_autoptr (GPtrArray) frictions = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (qh_friction_add_client (store, fixture->friction, client->id, &error));
  g_ptr_array_add (frictions, fixture->friction);
  g_assert_true (qh_friction_delete_all (store, frictions, &error));
  g_assert_no_error (error);
  g_assert_null (QH_SEGMENT (segment)->friction);
  g_assert_cmpint (qh_store_count (store, "SELECT count (*) FROM friction", NULL), ==, 0);
  g_assert_true (qh_store_undo (store, NULL, &error));
  g_assert_cmpstr (QH_SEGMENT (segment)->friction, ==, id);
  g_assert_cmpint (qh_store_count (store, "SELECT count (*) FROM friction", NULL), ==, 1);
}

/* Each counts once: stops work, mine, due; what is closed does not. */
static void
test_waiting (Fixture *fixture, gconstpointer data)
{
  QhStore *store = fixture->store;
  g_autofree char *me = qh_settings_get_user_name (store);
  const char *const lines[][4] = {
    /* severity, status, owner, due */
    { "3", "open", NULL, NULL },
    { "4", "fixing", me, "2025-11-01" },
    { "2", "open", me, NULL },
    { "2", "fixing", "Someone", TODAY },
    { "2", "fixing", me, TODAY },
    { "2", "fixing", "Someone", "2025-11-28" },
    { "4", "removed", me, "2025-11-01" },
    { "4", "accepted", NULL, NULL },
    { "1", "open", NULL, NULL },
  };

  g_assert_cmpuint (qh_friction_count_waiting (store), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++) {
    g_autoptr (QhRecord) record =
        add (store, &qh_friction_entity, "title", "It", "reported", TODAY, "severity", lines[i][0],
             "status", lines[i][1], "owner", lines[i][2], "due", lines[i][3], NULL);
  }
  g_assert_cmpuint (qh_friction_count_waiting (store), ==, 5);
}

/* The Nth day before today is within N days, the one before it is not. */
static void
test_heat (Fixture *fixture, gconstpointer data)
{
  static const char *const days[] = { TODAY, "2025-08-29", "2025-08-28", "2024-01-01" };
  QhHeat heat;

  for (guint i = 0; i < G_N_ELEMENTS (days); i++) {
    g_autoptr (QhRecord) record =
        add (fixture->store, &qh_friction_entity, "title", "It", "touchpoint", "billing",
             "severity", "3", "reported", days[i], NULL);
  }
  heat = qh_friction_read_heat (fixture->store, 90);
  g_assert_cmpuint (heat.counts[QH_TOUCHPOINT_BILLING][3], ==, 2);
  g_assert_cmpuint (heat.counts[QH_TOUCHPOINT_OTHER][2], ==, 1);
  heat = qh_friction_read_heat (fixture->store, 0);
  g_assert_cmpuint (heat.counts[QH_TOUCHPOINT_BILLING][3], ==, 4);
}

static void
test_labels (Fixture *fixture, gconstpointer data)
{
  QhFriction *friction = fixture->friction;
  gboolean is_late;
  g_autofree char *age = qh_friction_age_label (friction, TODAY);
  g_autofree char *nobody = qh_friction_hand_label (friction, TODAY, &is_late);
  g_autofree char *hand = NULL;

  g_assert_cmpstr (age, ==, "26 days");
  g_assert_null (nobody);
  qh_record_set_string (QH_RECORD (friction), "owner", "Operations");
  qh_record_set_string (QH_RECORD (friction), "due", "2025-11-26");
  hand = qh_friction_hand_label (friction, TODAY, &is_late);
  g_assert_cmpstr (hand, ==, "Operations, by 26 Nov");
  g_assert_true (is_late);
  qh_store_revert (fixture->store, QH_RECORD (friction));
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/friction/hand-over", test_hand_over);
  ADD ("/friction/remove", test_remove);
  ADD ("/friction/remove-too-early", test_remove_too_early);
  ADD ("/friction/accept-and-reopen", test_accept_and_reopen);
  ADD ("/friction/clients", test_clients);
  ADD ("/friction/delete", test_delete);
  ADD ("/friction/waiting", test_waiting);
  ADD ("/friction/heat", test_heat);
  ADD ("/friction/labels", test_labels);
  return g_test_run ();
}
