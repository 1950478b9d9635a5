/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/qh-field.h"

G_BEGIN_DECLS

#define QH_TYPE_RECORD (qh_record_get_type ())
GType qh_record_get_type (void);

typedef struct _QhRecord QhRecord;
typedef struct _QhRecordClass QhRecordClass;
typedef struct _QhEntity QhEntity;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QhRecord, g_object_unref)
#define QH_RECORD(object) (G_TYPE_CHECK_INSTANCE_CAST (object, QH_TYPE_RECORD, QhRecord))
#define QH_IS_RECORD(object) (G_TYPE_CHECK_INSTANCE_TYPE (object, QH_TYPE_RECORD))

/* An entity: a struct and one table. Everything that lists fields (properties, SQL, JSON, CSV,
 * options) is made from it. */
struct _QhEntity {
  const char *name; /* "contact_log": the SQL table, KIND on the command line */
  const char *plural; /* "contact_logs" */
  const char *label; /* "Contact log entry", untranslated */
  const char *title; /* the field that names a record to a person, or NULL */
  const QhField *fields;
  guint n_fields;
  GType (*get_type) (void);
  /* Laws over several fields of one record; NULL when there are none. */
  gboolean (*check) (QhRecord *record, GError **error);
};

/* One record. The fields are plain members of the subclass, to be read freely; they are changed
 * through the property or the functions below, so that whoever looks is told. */
struct _QhRecord {
  GObject parent_instance;

  char *id;
  gint64 created;
  gint64 modified;
  char *author;
};

struct _QhRecordClass {
  GObjectClass parent_class;

  const QhEntity *entity;
  GParamSpec **properties; /* of its fields, in their order */
};

/* The lines that every entity's table begins with. */
#define QH_RECORD_FIELDS                                                          \
  { QH_FIELD (QhRecord, id, NULL, QH_KIND_ID, QH_FIELD_AUTOMATIC) },              \
      { QH_FIELD (QhRecord, created, NULL, QH_KIND_INSTANT, QH_FIELD_AUTOMATIC),  \
        .initial = QH_NONE },                                                     \
      { QH_FIELD (QhRecord, modified, NULL, QH_KIND_INSTANT, QH_FIELD_AUTOMATIC), \
        .initial = QH_NONE },                                                     \
  {                                                                               \
    QH_FIELD (QhRecord, author, N_ ("Author"), QH_KIND_TEXT, 0)                   \
  }

#define QH_DECLARE_RECORD(Name, name, NAME)                               \
  GType name##_get_type (void);                                           \
  extern const QhEntity name##_entity;                                    \
  typedef struct _##Name Name;                                            \
  typedef struct {                                                        \
    QhRecordClass parent_class;                                           \
  } Name##Class;                                                          \
  G_DEFINE_AUTOPTR_CLEANUP_FUNC (Name, g_object_unref)                    \
  static inline Name *QH_##NAME (gpointer record)                         \
  {                                                                       \
    return G_TYPE_CHECK_INSTANCE_CAST (record, name##_get_type (), Name); \
  }                                                                       \
  static inline gboolean QH_IS_##NAME (gpointer record)                   \
  {                                                                       \
    return G_TYPE_CHECK_INSTANCE_TYPE (record, name##_get_type ());       \
  }                                                                       \
  /* A new record with the initial values of its table and no id. */      \
  static inline Name *name##_new (void)                                   \
  {                                                                       \
    return (Name *)qh_record_new (&name##_entity);                        \
  }

#define QH_DEFINE_RECORD(Name, name, singular, plural_, label_, title_, fields_, check_) \
  const QhEntity name##_entity = { singular,        plural_, label_,                     \
                                   title_,          fields_, G_N_ELEMENTS (fields_),     \
                                   name##_get_type, check_ };                            \
  G_DEFINE_TYPE (Name, name, QH_TYPE_RECORD)                                             \
  static void name##_class_init (Name##Class *klass)                                     \
  {                                                                                      \
    qh_record_class_describe (&klass->parent_class, &name##_entity);                     \
  }                                                                                      \
  static void name##_init (Name *self)                                                   \
  {                                                                                      \
  }

/* For class_init: installs the properties of @entity's table. */
void qh_record_class_describe (QhRecordClass *klass, const QhEntity *entity);

/* A new record with the initial values of its table, without id. (transfer full) */
QhRecord *qh_record_new (const QhEntity *entity);

/* A new record with the same values, id included. (transfer full) */
QhRecord *qh_record_duplicate (QhRecord *record);

const QhEntity *qh_record_get_entity (QhRecord *record);

/* The field named @name (`-` and `_` are the same); NULL when there is none. */
const QhField *qh_entity_field (const QhEntity *entity, const char *name);

/* Every name that a person may set, comma-separated, for an error text. */
char *qh_entity_field_names (const QhEntity *entity);

/* The text of the field that names the record to a person, else the entity's label. (transfer
 * full) */
char *qh_record_title (QhRecord *record);

/* Whether @field has no value (a boolean always has one). */
gboolean qh_record_is_none (QhRecord *record, const QhField *field);

/* A field as text, as it stands in CSV and on the command line; NULL when none. Instants are
 * written in the record's own zone where it has one (a `zone` field), else in UTC. */
char *qh_record_get_text (QhRecord *record, const QhField *field);

/* Sets a field from text; NULL or "" clears it (a field with an initial value goes back to that).
 * Checks form and range, not whether it is required; on error nothing changes. */
gboolean qh_record_set_text (QhRecord *record, const QhField *field, const char *text,
                             GError **error);

/* By type, for code; notify when the value changes, and return whether it did. Values are taken as
 * they are (text is trimmed) and checked when the record is saved. @name is a field of that kind.
 */
gboolean qh_record_set_string (QhRecord *record, const char *name, const char *value);
gboolean qh_record_set_int (QhRecord *record, const char *name, gint64 value);

/* Takes all values of @from, a record of the same entity; notifies those that change. */
void qh_record_assign (QhRecord *record, QhRecord *from);
gboolean qh_record_equal (QhRecord *a, QhRecord *b);

/* Whether all is there that is required, every value is in its range, and the entity's own laws
 * hold. */
gboolean qh_record_check (QhRecord *record, GError **error);

G_END_DECLS
