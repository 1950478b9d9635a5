#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Start to first frame, and resident memory then: an empty window, the app with the sample
territory, the app with the large store, in turns.
  bench-start.py BUILD_DIR SHIM EMPTY_WINDOW APP QH GENERATE"""
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROUNDS = int(os.environ.get("QH_BENCH_ROUNDS", "25"))
build, shim, empty, app, qh, generate = sys.argv[1:7]


def first_frame(shim, command):
    """Milliseconds to the first frame, processor milliseconds, and resident MiB."""
    environment = dict(os.environ, LD_PRELOAD=shim, QH_BENCH_T0=str(time.monotonic_ns()))
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60)
    words = done.stdout.split()
    if len(words) != 3:
        sys.exit(f"{command[0]} painted no frame: {done.stderr[-500:]}")
    return float(words[0]), float(words[1]), int(words[2]) / 1024


def stores(folder):
    sample, large = os.path.join(folder, "sample.db"), os.path.join(folder, "large.db")
    subprocess.run([qh, "--store", sample, "sample"], check=True, stdout=subprocess.DEVNULL)
    kept = os.path.join(build, "start-large.db")
    if not os.path.exists(kept):
        subprocess.run([generate, kept, "1"], check=True, stdout=subprocess.DEVNULL)
    shutil.copy(kept, large)
    return sample, large


def row(name, values, baseline, unit, target):
    value, base = statistics.median(values), statistics.median(baseline)
    ratio = value / base
    said = "" if ratio <= target else "  missed"
    print(f"{name:44} {base:8.1f} {unit} {value:8.1f} {unit}   {ratio:5.2f} ×   ≤ {target:.2f} ×{said}")


def preloadable(folder):
    """The shim where LD_PRELOAD finds it: that list is split at spaces, and knows no quoting."""
    place = os.path.join(folder, "first-frame.so")
    shutil.copy(shim, place)
    return place


with tempfile.TemporaryDirectory() as folder:
    sample, large = stores(folder)
    preload = preloadable(folder)
    commands = {
        "empty": [empty],
        "sample": [app, "--store", sample],
        "large": [app, "--store", large],
    }
    measured = {name: [] for name in commands}
    for turn in range(ROUNDS + 1):
        for name, command in commands.items():
            figures = first_frame(preload, command)
            if turn > 0:
                measured[name].append(figures)

times, busy, memory = ({n: [f[i] for f in m] for n, m in measured.items()} for i in range(3))
print(f"{'Start':44} {'baseline':>11} {'measured':>11}   {'ratio':>7}   target")
row("first frame, sample / empty window", times["sample"], times["empty"], "ms", 1.25)
row("first frame, large store / sample", times["large"], times["sample"], "ms", 1.10)
row("processor time, sample / empty window", busy["sample"], busy["empty"], "ms", 1.25)
row("resident memory, large store / empty window", memory["large"], memory["empty"], "MiB", 1.30)
