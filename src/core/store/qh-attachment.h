/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"

G_BEGIN_DECLS

/* The files of content items. They lie in the folder `files` beside the store, for its owner only,
 * each called by its SHA-256 in hexadecimal digits; an item's `file` holds that, its `file_name`
 * what the file was called. The same content twice is one file.
 *
 * A file that no item names any more is kept while the undo list names it (undo may bring it back),
 * and for QH_ATTACHMENT_KEPT_DAYS after it was attached (a backup may); then
 * qh_attachment_collect removes it. */

#define QH_ATTACHMENT_MOST_BYTES (G_GINT64_CONSTANT (2) << 30)
#define QH_ATTACHMENT_KEPT_DAYS 60

/* How far it is, in bytes. */
typedef void (*QhAttachmentProgress) (gint64 done, gint64 whole, gpointer data);

/* Where the files of @store lie; NULL for a store in memory. The folder need not be there. */
char *qh_attachment_folder (QhStore *store);

/* Whether @path is something else than a file of @store itself, by whatever name: QH_ERROR_INVALID.
 * To be asked before qh_attachment_copy, for whoever opens and closes the file of a store that is
 * in use takes SQLite's locks away. */
gboolean qh_attachment_may_copy (QhStore *store, const char *path, GError **error);

/* Copies the file @path into @folder and returns its digest. It appears there whole, on the disk,
 * or not at all. Takes plain files only: a link, folder, device or pipe is QH_ERROR_INVALID, as is
 * one that is too large; QH_ERROR_FULL, _READ_ONLY, _NOT_FOUND, _CANCELLED as they say. @progress
 * (nullable) is called in the calling thread; may run in any. */
char *qh_attachment_copy (const char *folder, const char *path, QhAttachmentProgress progress,
                          gpointer data, GCancellable *cancellable, GError **error);

/* Makes @content name the file @digest, called @name (only its last part counts); NULL, NULL takes
 * it away. One change. */
gboolean qh_attachment_set (QhStore *store, QhContent *content, const char *digest,
                            const char *name, GError **error);

typedef enum {
  QH_ATTACHMENT_NONE, /* the item has no file */
  QH_ATTACHMENT_SOUND,
  QH_ATTACHMENT_MISSING, /* it is not there, or is no plain file */
  QH_ATTACHMENT_CHANGED, /* its content is another */
} QhAttachmentState;

/* Reads all of the file @digest (nullable) in @folder. May run in any thread. When cancelled the
 * file counts as sound. */
QhAttachmentState qh_attachment_check (const char *folder, const char *digest,
                                       GCancellable *cancellable);

/* Copies the file @digest out into a folder of its own under @cache, under its own name, to be read
 * only, and returns its path: what a program does with it cannot harm the one in the store. */
char *qh_attachment_take_out (const char *folder, const char *digest, const char *name,
                              const char *cache, GCancellable *cancellable, GError **error);

/* A line for people about every item whose file is missing or changed, added to @problems. */
void qh_attachment_verify (QhStore *store, GPtrArray *problems);

/* Removes what nothing names any more, by the rule above, and what a copy that was broken off has
 * left behind; returns how many files. */
guint qh_attachment_collect (QhStore *store);

G_END_DECLS
