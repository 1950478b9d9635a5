/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/qh-contact-log.h"

G_BEGIN_DECLS

/* What inbound contacts say about us. Every figure is so many of so many, never an average, and
 * none is about how fast anybody works: there is no handling time here, and no calls per hour. */
typedef enum {
  QH_CONTACT_FIGURE_RING, /* answered at the first ring, of those whose rings were counted */
  QH_CONTACT_FIGURE_SOLVED, /* at first contact, of those of which that is known */
  QH_CONTACT_FIGURE_FAILURE, /* would not have been needed had we done it right, of all */
  QH_CONTACT_FIGURE_UPGRADES, /* answered, of those that went up to somebody */
  QH_CONTACT_FIGURE_LEARNED, /* taught us something, of all */
  QH_N_CONTACT_FIGURES,
} QhContactFigureKind;

typedef struct {
  gint64 part, whole;
} QhContactFigure;

typedef struct {
  QhContactFigure of[QH_N_CONTACT_FIGURES];
} QhContactFigures;

/* Below this many a share says nothing yet. */
#define QH_CONTACT_LEAST 5

/* Counts one more contact. */
void qh_contact_figures_add (QhContactFigures *figures, const QhContactLog *entry);

gboolean qh_contact_figure_is_enough (const QhContactFigure *figure);

/* In whole percent; 0 and 100 are said of nothing and of all alone. */
int qh_contact_figure_percent (const QhContactFigure *figure);

/* For people: "Answered at first ring"; "69 %", "–" while it is not enough; "18 of 26", "not
 * enough yet (3 of 5)". The last two are (transfer full). */
const char *qh_contact_figure_title (QhContactFigureKind kind);
char *qh_contact_figure_value (const QhContactFigure *figure);
char *qh_contact_figure_basis (const QhContactFigure *figure);

/* Whether a contact went up to somebody, and whether that is done with: he has learned something,
 * something changes, and somebody told the client. */
gboolean qh_contact_log_is_upgraded (const QhContactLog *entry);
gboolean qh_contact_log_is_answered (const QhContactLog *entry);

G_END_DECLS
