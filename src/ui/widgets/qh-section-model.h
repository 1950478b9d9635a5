/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The heading of a section, as an item of the list. */
#define QH_TYPE_HEADING (qh_heading_get_type ())
G_DECLARE_FINAL_TYPE (QhHeading, qh_heading, QH, HEADING, GObject)

/* Borrowed. */
const char *qh_heading_get_title (QhHeading *self);

/* A list with a heading before its first item; empty while the list is empty. */
#define QH_TYPE_SECTION_MODEL (qh_section_model_get_type ())
G_DECLARE_FINAL_TYPE (QhSectionModel, qh_section_model, QH, SECTION_MODEL, GObject)

/* @model (transfer full). @title NULL: without a heading. */
QhSectionModel *qh_section_model_new (const char *title, GListModel *model);

G_END_DECLS
