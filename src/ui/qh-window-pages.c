/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "qh-window-pages.h"
#include "clients/qh-client-page.h"
#include "contact-log/qh-contact-entry-page.h"
#include "content/qh-item-page.h"
#include "content/qh-ledger-page.h"
#include "debrief/qh-debrief-page.h"
#include "designer/qh-changes-page.h"
#include "designer/qh-compose-page.h"
#include "designer/qh-designer-page.h"
#include "friction/qh-friction-page.h"
#include "housekeeping/qh-housekeeping-page.h"
#include "imports/qh-import-page.h"
#include "promises/qh-promise-page.h"
#include "qh-report.h"
#include "qh-window.h"
#include "reviews/qh-across-page.h"
#include "reviews/qh-received-plan-page.h"
#include "store/qh-debriefs.h"
#include "store/qh-runs.h"
#include "touchpoints/qh-touchpoint-page.h"
#include "touchpoints/qh-touchpoints-page.h"
#include "trust/qh-events-page.h"
#include "trust/qh-trust-page.h"

static void
open_housekeeping (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhWindow *self = QH_WINDOW (widget);

  qh_report_flush (widget);
  if (!qh_window_show (self, "housekeeping"))
    qh_window_push (self, qh_housekeeping_page_new (qh_window_get_store (self)), "housekeeping",
                    "friction");
}

static void
open_touchpoints (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhWindow *self = QH_WINDOW (widget);

  qh_report_flush (widget);
  if (!qh_window_show (self, "touchpoints"))
    qh_window_push (self, qh_touchpoints_page_new (qh_window_get_store (self)), "touchpoints",
                    "friction");
}

static void
open_touchpoint (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhWindow *self = QH_WINDOW (widget);
  const char *name = g_variant_get_string (parameter, NULL);
  int touchpoint = qh_field_enum_value (qh_entity_field (&qh_friction_entity, "touchpoint"), name);
  g_autofree char *page = g_strconcat ("touchpoint ", name, NULL);

  qh_report_flush (widget);
  if (touchpoint > 0 && !qh_window_show (self, page))
    qh_window_push (self, qh_touchpoint_page_new (qh_window_get_store (self), touchpoint), page,
                    "friction");
}

/* The record that @parameter names; NULL, and told, when there is none. */
static QhRecord *
get_record (GtkWidget *widget, const QhEntity *entity, GVariant *parameter)
{
  const char *id = g_variant_get_string (parameter, NULL);
  g_autoptr (GError) error = NULL;
  QhRecord *record;

  qh_report_flush (widget);
  record = qh_store_get (qh_window_get_store (QH_WINDOW (widget)), entity, id, &error);
  if (!record)
    qh_report_error (widget, error);
  return record;
}

static void
open_meeting (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhWindow *self = QH_WINDOW (widget);
  g_autoptr (QhRecord) meeting = get_record (widget, &qh_meeting_entity, parameter);

  if (meeting && !qh_window_show (self, meeting->id))
    qh_window_push (self, qh_designer_page_new (qh_window_get_store (self), meeting->id),
                    meeting->id, "meetings");
}

static void
open_client (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhWindow *self = QH_WINDOW (widget);
  g_autoptr (QhRecord) client = get_record (widget, &qh_client_entity, parameter);

  if (client && !qh_window_show (self, client->id))
    qh_window_push (self, qh_client_page_new (qh_window_get_store (self), QH_CLIENT (client)),
                    client->id, "clients");
}

/* His words stand on his page, wherever he said them. */
static void
open_remark (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (QhRecord) remark = get_record (widget, &qh_remark_entity, parameter);
  GtkWidget *page;

  if (!remark)
    return;
  gtk_widget_activate_action (widget, "win.open-client", "s", QH_REMARK (remark)->client);
  page = qh_window_get_page (QH_WINDOW (widget));
  if (QH_IS_CLIENT_PAGE (page))
    qh_client_page_show_remark (QH_CLIENT_PAGE (page), remark->id);
}

static void
open_promise (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhWindow *self = QH_WINDOW (widget);
  g_autoptr (QhRecord) promise = get_record (widget, &qh_promise_entity, parameter);

  if (promise && !qh_window_show (self, promise->id))
    qh_window_push (self, qh_promise_page_new (qh_window_get_store (self), QH_PROMISE (promise)),
                    promise->id, "promises");
}

static void
open_item (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhWindow *self = QH_WINDOW (widget);
  g_autoptr (QhRecord) item = get_record (widget, &qh_content_entity, parameter);

  if (item && !qh_window_show (self, item->id))
    qh_window_push (self, qh_item_page_new (qh_window_get_store (self), QH_CONTENT (item)),
                    item->id, "content");
}

static void
open_ledger (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhWindow *self = QH_WINDOW (widget);
  g_autoptr (QhRecord) item = get_record (widget, &qh_content_entity, parameter);
  g_autofree char *name = item ? g_strconcat ("ledger ", item->id, NULL) : NULL;

  if (item && !qh_window_show (self, name))
    qh_window_push (self, qh_ledger_page_new (qh_window_get_store (self), QH_CONTENT (item)), name,
                    "content");
}

static void
open_friction (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhWindow *self = QH_WINDOW (widget);
  g_autoptr (QhRecord) friction = get_record (widget, &qh_friction_entity, parameter);

  if (friction && !qh_window_show (self, friction->id))
    qh_window_push (self, qh_friction_page_new (qh_window_get_store (self), QH_FRICTION (friction)),
                    friction->id, "friction");
}

static void
open_contact_log (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhWindow *self = QH_WINDOW (widget);
  g_autoptr (QhRecord) entry = get_record (widget, &qh_contact_log_entity, parameter);

  if (entry && !qh_window_show (self, entry->id))
    qh_window_push (self,
                    qh_contact_entry_page_new (qh_window_get_store (self), QH_CONTACT_LOG (entry)),
                    entry->id, "contact-log");
}

static void
open_received (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhWindow *self = QH_WINDOW (widget);
  g_autoptr (QhRecord) plan = get_record (widget, &qh_received_plan_entity, parameter);
  GtkWidget *page;

  if (!plan || qh_window_show (self, plan->id))
    return;
  page = qh_received_plan_page_new (qh_window_get_store (self), QH_RECEIVED_PLAN (plan));
  qh_window_push (self, page, plan->id, "reviews");
  gtk_widget_grab_focus (page);
}

/* A file that was opened again is read again. */
static void
open_import (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhWindow *self = QH_WINDOW (widget);
  const char *path = g_variant_get_string (parameter, NULL);
  g_autofree char *name = qh_import_page_name (path);

  qh_report_flush (widget);
  gtk_widget_activate_action (widget, "win.close-page", "s", name);
  qh_window_push (self, qh_import_page_new (qh_window_get_store (self), path), name, "clients");
}

static void
open_changes (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhWindow *self = QH_WINDOW (widget);
  g_autoptr (QhRecord) meeting = get_record (widget, &qh_meeting_entity, parameter);
  g_autofree char *name = meeting ? g_strconcat ("changes ", meeting->id, NULL) : NULL;

  if (meeting && !qh_window_show (self, name))
    qh_window_push (self, qh_changes_page_new (qh_window_get_store (self), QH_MEETING (meeting)),
                    name, "meetings");
}

/* Beside the plan as it is: what could stand there instead. */
static void
open_compose (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhWindow *self = QH_WINDOW (widget);
  g_autoptr (QhRecord) meeting = get_record (widget, &qh_meeting_entity, parameter);
  g_autofree char *name = meeting ? g_strconcat ("compose ", meeting->id, NULL) : NULL;
  GtkWidget *page;

  qh_report_flush (widget);
  if (!meeting || qh_window_show (self, name))
    return;
  page = qh_compose_page_new (qh_window_get_store (self), QH_MEETING (meeting));
  qh_window_push (self, page, name, "meetings");
  gtk_widget_grab_focus (page);
}

static void
open_across (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhWindow *self = QH_WINDOW (widget);
  GtkWidget *page;

  qh_report_flush (widget);
  if (qh_window_show (self, "across"))
    return;
  page = qh_across_page_new (qh_window_get_store (self));
  qh_window_push (self, page, "across", "reviews");
  gtk_widget_grab_focus (page);
}

static void
open_trust (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhWindow *self = QH_WINDOW (widget);

  qh_report_flush (widget);
  if (!qh_window_show (self, "trust"))
    qh_window_push (self, qh_trust_page_new (qh_window_get_store (self)), "trust", "promises");
}

static void
open_trust_events (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhWindow *self = QH_WINDOW (widget);
  QhStore *store = qh_window_get_store (self);
  const char *id;
  int sort;
  g_autoptr (QhRecord) client = NULL;
  g_autofree char *name = NULL;

  g_variant_get (parameter, "(&si)", &id, &sort);
  if (sort < 0 || sort >= QH_N_TRUST_SORTS)
    return;
  qh_report_flush (widget);
  client = *id ? qh_store_get (store, &qh_client_entity, id, NULL) : NULL;
  name = g_strdup_printf ("trust %d %s", sort, id);
  if (!qh_window_show (self, name))
    qh_window_push (
        self, qh_events_page_new (store, client ? QH_CLIENT (client) : NULL, (QhTrustSort)sort),
        name, client ? "clients" : "promises");
}

/* A debrief that is done can be opened again, to be read and mended. */
static gboolean
can_debrief (QhStore *store, QhRecord *meeting, GError **error)
{
  return QH_MEETING (meeting)->status == QH_MEETING_STATUS_DEBRIEFED ||
         qh_store_can_debrief (store, QH_MEETING (meeting), error);
}

static void
open_debrief (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhWindow *self = QH_WINDOW (widget);
  QhStore *store = qh_window_get_store (self);
  const char *id = g_variant_get_string (parameter, NULL);
  g_autofree char *name = g_strconcat ("debrief ", id, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (QhRecord) meeting = NULL;
  GtkWidget *page;

  qh_report_flush (widget);
  meeting = qh_store_get (store, &qh_meeting_entity, id, &error);
  if (!meeting || !can_debrief (store, meeting, &error)) {
    qh_report_error (widget, error);
    return;
  }
  if (qh_runs_is_under_way (store, id)) { /* it is ended first */
    gtk_widget_activate_action (widget, "win.run", "s", id);
    return;
  }
  if (qh_window_show (self, name))
    return;
  page = qh_debrief_page_new (store, QH_MEETING (meeting));
  qh_window_push (self, page, name, "meetings");
  gtk_widget_grab_focus (page);
}

static void
open_view (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const char *place, *name;
  GtkWidget *page;

  g_variant_get (parameter, "(&s&s)", &place, &name);
  gtk_widget_activate_action (widget, "win.page", "s", place);
  page = qh_window_get_page (QH_WINDOW (widget));
  if (page)
    gtk_widget_activate_action (page, "view.choose", "s", name);
}

void
qh_window_pages_install (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.open-meeting", "s", open_meeting);
  gtk_widget_class_install_action (klass, "win.open-client", "s", open_client);
  gtk_widget_class_install_action (klass, "win.open-remark", "s", open_remark);
  gtk_widget_class_install_action (klass, "win.open-view", "(ss)", open_view);
  gtk_widget_class_install_action (klass, "win.open-housekeeping", NULL, open_housekeeping);
  gtk_widget_class_install_action (klass, "win.open-touchpoints", NULL, open_touchpoints);
  gtk_widget_class_install_action (klass, "win.open-touchpoint", "s", open_touchpoint);
  gtk_widget_class_install_action (klass, "win.open-item", "s", open_item);
  gtk_widget_class_install_action (klass, "win.open-ledger", "s", open_ledger);
  gtk_widget_class_install_action (klass, "win.open-friction", "s", open_friction);
  gtk_widget_class_install_action (klass, "win.open-contact-log", "s", open_contact_log);
  gtk_widget_class_install_action (klass, "win.open-promise", "s", open_promise);
  gtk_widget_class_install_action (klass, "win.open-changes", "s", open_changes);
  gtk_widget_class_install_action (klass, "win.compose", "s", open_compose);
  gtk_widget_class_install_action (klass, "win.open-received", "s", open_received);
  gtk_widget_class_install_action (klass, "win.open-import", "s", open_import);
  gtk_widget_class_install_action (klass, "win.open-across", NULL, open_across);
  gtk_widget_class_install_action (klass, "win.debrief", "s", open_debrief);
  gtk_widget_class_install_action (klass, "win.open-trust", NULL, open_trust);
  gtk_widget_class_install_action (klass, "win.open-trust-events", "(si)", open_trust_events);
}
