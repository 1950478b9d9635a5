/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A SQLite VFS over the real one that counts operations and fails the chosen ones. */
#include "fault-vfs.h"
#include <string.h>

static struct {
  gboolean armed;
  FaultSort sort;
  guint n;
  guint count;
  gboolean failed;
} fault;

typedef struct {
  sqlite3_file base;
  sqlite3_file *real; /* behind this struct, in the same block */
} FaultFile;

static sqlite3_vfs *real_vfs;

/* Counts one operation; what it is to fail with, or SQLITE_OK. */
static int
turn (gboolean writes, int code)
{
  gboolean fails;

  if (!fault.armed || (fault.sort == FAULT_FULL && !writes))
    return SQLITE_OK;
  fault.count++;
  fails = fault.sort == FAULT_ONCE ? fault.count == fault.n : fault.count >= fault.n;
  if (!fails)
    return SQLITE_OK;
  fault.failed = TRUE;
  return fault.sort == FAULT_FULL ? SQLITE_FULL : code;
}

#define REAL(file) (((FaultFile *)(file))->real)
#define TURN(writes, code)               \
  G_STMT_START                           \
  {                                      \
    int code_ = turn ((writes), (code)); \
    if (code_ != SQLITE_OK)              \
      return code_;                      \
  }                                      \
  G_STMT_END

static int
file_close (sqlite3_file *file)
{
  return REAL (file)->pMethods->xClose (REAL (file));
}

static int
file_read (sqlite3_file *file, void *bytes, int n, sqlite3_int64 offset)
{
  TURN (FALSE, SQLITE_IOERR_READ);
  return REAL (file)->pMethods->xRead (REAL (file), bytes, n, offset);
}

/* Half of a write may have reached the disk when it fails. */
static int
file_write (sqlite3_file *file, const void *bytes, int n, sqlite3_int64 offset)
{
  int code = turn (TRUE, SQLITE_IOERR_WRITE);

  if (code != SQLITE_OK) {
    REAL (file)->pMethods->xWrite (REAL (file), bytes, n / 2, offset);
    return code;
  }
  return REAL (file)->pMethods->xWrite (REAL (file), bytes, n, offset);
}

static int
file_truncate (sqlite3_file *file, sqlite3_int64 size)
{
  TURN (FALSE, SQLITE_IOERR_TRUNCATE);
  return REAL (file)->pMethods->xTruncate (REAL (file), size);
}

/* Nobody pulls the plug here: what is written need not wait for the disk. */
static int
file_sync (sqlite3_file *file, int flags)
{
  TURN (FALSE, SQLITE_IOERR_FSYNC);
  return SQLITE_OK;
}

static int
file_size (sqlite3_file *file, sqlite3_int64 *size)
{
  TURN (FALSE, SQLITE_IOERR_FSTAT);
  return REAL (file)->pMethods->xFileSize (REAL (file), size);
}

static int
file_lock (sqlite3_file *file, int lock)
{
  TURN (FALSE, SQLITE_IOERR_LOCK);
  return REAL (file)->pMethods->xLock (REAL (file), lock);
}

static int
file_unlock (sqlite3_file *file, int lock)
{
  return REAL (file)->pMethods->xUnlock (REAL (file), lock);
}

static int
file_check_lock (sqlite3_file *file, int *locked)
{
  return REAL (file)->pMethods->xCheckReservedLock (REAL (file), locked);
}

static int
file_control (sqlite3_file *file, int operation, void *argument)
{
  return REAL (file)->pMethods->xFileControl (REAL (file), operation, argument);
}

static int
file_sector_size (sqlite3_file *file)
{
  return REAL (file)->pMethods->xSectorSize (REAL (file));
}

static int
file_characteristics (sqlite3_file *file)
{
  return REAL (file)->pMethods->xDeviceCharacteristics (REAL (file));
}

static int
file_shm_map (sqlite3_file *file, int page, int size, int extend, void volatile **bytes)
{
  TURN (FALSE, SQLITE_IOERR_SHMMAP);
  return REAL (file)->pMethods->xShmMap (REAL (file), page, size, extend, bytes);
}

static int
file_shm_lock (sqlite3_file *file, int offset, int n, int flags)
{
  if (flags & SQLITE_SHM_LOCK)
    TURN (FALSE, SQLITE_IOERR_SHMLOCK);
  return REAL (file)->pMethods->xShmLock (REAL (file), offset, n, flags);
}

static void
file_shm_barrier (sqlite3_file *file)
{
  REAL (file)->pMethods->xShmBarrier (REAL (file));
}

static int
file_shm_unmap (sqlite3_file *file, int remove)
{
  return REAL (file)->pMethods->xShmUnmap (REAL (file), remove);
}

static const sqlite3_io_methods file_methods = {
  2,
  file_close,
  file_read,
  file_write,
  file_truncate,
  file_sync,
  file_size,
  file_lock,
  file_unlock,
  file_check_lock,
  file_control,
  file_sector_size,
  file_characteristics,
  file_shm_map,
  file_shm_lock,
  file_shm_barrier,
  file_shm_unmap,
  NULL,
  NULL,
};

static int
vfs_open (sqlite3_vfs *vfs, sqlite3_filename name, sqlite3_file *file, int flags, int *out_flags)
{
  FaultFile *self = (FaultFile *)file;
  int code;

  self->base.pMethods = NULL;
  TURN (FALSE, SQLITE_CANTOPEN);
  self->real = (sqlite3_file *)(self + 1);
  code = real_vfs->xOpen (real_vfs, name, self->real, flags, out_flags);
  if (self->real->pMethods != NULL)
    self->base.pMethods = &file_methods;
  return code;
}

static int
vfs_delete (sqlite3_vfs *vfs, const char *name, int sync)
{
  TURN (FALSE, SQLITE_IOERR_DELETE);
  return real_vfs->xDelete (real_vfs, name, sync);
}

static int
vfs_access (sqlite3_vfs *vfs, const char *name, int flags, int *result)
{
  TURN (FALSE, SQLITE_IOERR_ACCESS);
  return real_vfs->xAccess (real_vfs, name, flags, result);
}

void
fault_install (void)
{
  static sqlite3_vfs vfs;

  if (real_vfs != NULL)
    return;
  real_vfs = sqlite3_vfs_find (NULL);
  memcpy (&vfs, real_vfs, sizeof vfs);
  vfs.zName = "fault";
  vfs.szOsFile = sizeof (FaultFile) + real_vfs->szOsFile;
  vfs.xOpen = vfs_open;
  vfs.xDelete = vfs_delete;
  vfs.xAccess = vfs_access;
  g_assert_cmpint (sqlite3_vfs_register (&vfs, 1), ==, SQLITE_OK);
}

void
fault_arm (FaultSort sort, guint n)
{
  fault.armed = TRUE;
  fault.sort = sort;
  fault.n = n;
  fault.count = 0;
  fault.failed = FALSE;
}

gboolean
fault_disarm (void)
{
  fault.armed = FALSE;
  return fault.failed;
}
