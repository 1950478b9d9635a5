/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/qh-plan.h"

G_BEGIN_DECLS

/* The experience balance: how much of a plan each modality holds, in seconds. */
typedef struct {
  gint64 educate, improve, escape, aesthetics;
} QhBalance;

QhBalance qh_balance_of_plan (QhPlan *plan);

/* In words: "Educate 4 min, Improve 3 min, Escape 4 min, Aesthetics 2 min". */
char *qh_balance_label (const QhBalance *balance);

G_END_DECLS
