/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Loaded before a program (LD_PRELOAD), so that what is measured is the program as it is shipped:
 * when the first frame of a window has been painted, prints the milliseconds since QH_BENCH_T0
 * (CLOCK_MONOTONIC, nanoseconds), the processor time and the resident memory, and ends it. */
#include <dlfcn.h>
#include <gtk/gtk.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

static double
milliseconds (struct timeval time)
{
  return time.tv_sec * 1e3 + time.tv_usec / 1e3;
}

static long
resident_kilobytes (void)
{
  g_autofree char *status = NULL;
  const char *line;

  g_file_get_contents ("/proc/self/status", &status, NULL, NULL);
  line = status != NULL ? strstr (status, "VmRSS:") : NULL;
  return line != NULL ? strtol (line + strlen ("VmRSS:"), NULL, 10) : 0;
}

static void
report (void)
{
  const char *start = g_getenv ("QH_BENCH_T0");
  struct timespec now;
  struct rusage usage;

  clock_gettime (CLOCK_MONOTONIC, &now);
  getrusage (RUSAGE_SELF, &usage);
  printf ("%.2f %.2f %ld\n",
          (now.tv_sec * 1000000000LL + now.tv_nsec - g_ascii_strtoll (start, NULL, 10)) / 1e6,
          milliseconds (usage.ru_utime) + milliseconds (usage.ru_stime), resident_kilobytes ());
  fflush (stdout);
  _exit (0);
}

static gboolean
on_after_paint (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer data)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++) {
    g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);
    if (gtk_widget_get_mapped (window) &&
        (GObject *)gtk_widget_get_frame_clock (window) == g_value_get_object (values))
      report ();
  }
  return TRUE;
}

/* Stands before GIO's function of this name, and calls it. */
int g_application_run (GApplication *application, int argc, char **argv);

int
g_application_run (GApplication *application, int argc, char **argv)
{
  int (*run) (GApplication *, int, char **) = dlsym (RTLD_NEXT, "g_application_run");

  g_type_class_ref (GDK_TYPE_FRAME_CLOCK);
  g_signal_add_emission_hook (g_signal_lookup ("after-paint", GDK_TYPE_FRAME_CLOCK), 0,
                              on_after_paint, NULL, NULL);
  return run (application, argc, argv);
}
