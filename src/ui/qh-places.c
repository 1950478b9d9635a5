/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "qh-places.h"
#include "clients/qh-clients-page.h"
#include "contact-log/qh-contact-log-page.h"
#include "content/qh-library-page.h"
#include "friction/qh-friction-count.h"
#include "friction/qh-frictions-page.h"
#include "insights/qh-insights-page.h"
#include "meetings/qh-meetings-page.h"
#include "promises/qh-promise-figures.h"
#include "promises/qh-promises-page.h"
#include "reviews/qh-reviews-page.h"
#include "store/qh-insights.h"
#include "today/qh-today-page.h"
#include "widgets/qh-supply.h"
#include <glib/gi18n-lib.h>

static char *
describe_today (guint count)
{
  return g_strdup_printf (ngettext ("%u meeting, debrief or promise of today",
                                    "%u meetings, debriefs and promises of today", count),
                          count);
}

static char *
describe_meetings (guint count)
{
  return g_strdup_printf (
      ngettext ("%u meeting today or to debrief", "%u meetings today or to debrief", count), count);
}

static char *
describe_content (guint count)
{
  return g_strdup_printf (
      ngettext ("%u item running out or expiring", "%u items running out or expiring", count),
      count);
}

static char *
describe_friction (guint count)
{
  return g_strdup_printf (ngettext ("%u friction that stops work, is mine or is due",
                                    "%u frictions that stop work, are mine or are due", count),
                          count);
}

static char *
describe_promises (guint count)
{
  return g_strdup_printf (
      ngettext ("%u promise overdue or due today", "%u promises overdue or due today", count),
      count);
}

static char *
describe_reviews (guint count)
{
  return g_strdup_printf (ngettext ("%u plan to review", "%u plans to review", count), count);
}

static char *
describe_insights (guint count)
{
  return g_strdup_printf (ngettext ("%u touchpoint to decide", "%u touchpoints to decide", count),
                          count);
}

static const QhPlace places[] = {
  { "today", N_ ("Today"), QH_APPLICATION_ID "-symbolic", "<Alt>1", qh_today_page_new,
    qh_today_page_count, describe_today },
  { "meetings", N_ ("Meetings"), "x-office-calendar-symbolic", "<Alt>2", qh_meetings_page_new,
    qh_meetings_count_due, describe_meetings },
  { "clients", N_ ("Clients"), "system-users-symbolic", "<Alt>3", qh_clients_page_new },
  { "content", N_ ("Content"), "qh-educate-symbolic", "<Alt>4", qh_library_page_new,
    qh_supply_count_due, describe_content },
  { "friction", N_ ("Friction"), "qh-friction-symbolic", "<Alt>5", qh_frictions_page_new,
    qh_friction_count_waiting, describe_friction },
  { "promises", N_ ("Promises"), "qh-promise-symbolic", "<Alt>6", qh_promises_page_new,
    qh_promise_count_due, describe_promises },
  { "contact-log", N_ ("Contact Log"), "call-start-symbolic", "<Alt>7", qh_contact_log_page_new },
  { "reviews", N_ ("Reviews"), "qh-review-symbolic", "<Alt>8", qh_reviews_page_new,
    qh_reviews_count_waiting, describe_reviews },
  { "insights", N_ ("Insights"), "qh-insights-symbolic", "<Alt>9", qh_insights_page_new,
    qh_store_count_undecided, describe_insights },
  { NULL },
};

const QhPlace *
qh_places (void)
{
  return places;
}

const QhPlace *
qh_place_find (const char *name)
{
  g_return_val_if_fail (name, NULL);

  for (const QhPlace *place = places; place->name; place++)
    if (g_str_equal (place->name, name))
      return place;
  return NULL;
}

char *
qh_place_names (void)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (const QhPlace *place = places; place->name; place++)
    g_ptr_array_add (names, (gpointer)place->name);
  g_ptr_array_add (names, NULL);
  return g_strjoinv (", ", (char **)names->pdata);
}
