/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/qh-enums.h"
#include "record/qh-record.h"

G_BEGIN_DECLS

/* A training, benchmark, tool or insight we can give. */
QH_DECLARE_RECORD (QhContent, qh_content, CONTENT)

struct _QhContent {
  QhRecord parent_instance;

  char *title;
  int kind; /* QhContentKind */
  int modality; /* QhModality */
  char *summary;
  int rarity; /* QhRarity */
  char *evidence;
  char *checked; /* date */
  char *recheck; /* date */
  gint64 edition;
  gint64 per_client;
  char *available_from; /* date */
  char *available_until; /* date */
  char *file; /* the hash of what is in it */
  gboolean retired;
  char *issuer; /* of an item that was received; NULL: ours */
  char *file_name; /* as it was called when it was attached */
};

G_END_DECLS
