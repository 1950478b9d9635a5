# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by the scripts beside it, which set $root: what they need on the machine, and the build.
# shellcheck shell=sh disable=SC2034,SC2154

build=$root/_build
# The system's own knows the bindings that the tests use; another may come first in PATH.
python=/usr/bin/python3
[ -x "$python" ] || python=python3

# One need a line: what it is for, then its packages on Debian.
build_needs='C compiler:build-essential
pkg-config:pkg-config
Meson 1.0 and Ninja:meson ninja-build
Python 3:python3
GTK 4.8:libgtk-4-dev libglib2.0-dev-bin
libadwaita 1.2:libadwaita-1-dev
json-glib 1.6:libjson-glib-dev
libical 3:libical-dev
libsodium 1.0.18:libsodium-dev
libsecret 0.20:libsecret-1-dev
libcsv 3:libcsv-dev
SQLite 3.40 with its session extension:libsqlite3-dev
gettext:gettext
desktop and AppStream files:desktop-file-utils appstream
icons:adwaita-icon-theme librsvg2-common
font:fonts-cantarell'

test_needs='virtual display:xvfb xauth
session bus:dbus
accessibility bus and its Python bindings:at-spi2-core python3-gi gir1.2-atspi-2.0
keys and clicks:xdotool openbox x11-utils
pictures:imagemagick
reading PDF:poppler-utils qpdf
checking HTML:tidy
reading the store:sqlite3
JSON Schema:python3-jsonschema
a folder kept in step:syncthing
reading vCard and iCalendar:python3-vobject python3-icalendar
MIME types and XML:shared-mime-info libxml2-utils'

# What only some releases carry; its tests are skipped without it.
test_wishes='clang-format-14'

say ()
{
  printf '%s\n' "$*"
}

fail ()
{
  printf '%s: %s\n' "$(basename "$0")" "$*" >&2
  exit 2
}

# The packages out of lines of needs.
packages_of ()
{
  printf '%s\n' "$1" | sed 's/^[^:]*://' | tr '\n' ' '
}

# Those of the named packages that are not installed; one look.
missing_of ()
{
  # dpkg-query fails when it does not know one of them, which is what we want to learn.
  # shellcheck disable=SC2086
  installed=" $(dpkg-query -W -f='${db:Status-Status}:${Package}\n' $1 2>/dev/null |
    sed -n 's/^installed://p' | tr '\n' ' ')"
  for package in $1; do
    case $installed in
    *" $package "*) ;;
    *) printf '%s ' "$package" ;;
    esac
  done
}

as_root ()
{
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif command -v sudo >/dev/null 2>&1; then
    sudo "$@"
  else
    fail "installing needs root or sudo; as root: apt-get install $missing"
  fi
}

apt_get ()
{
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 "$@"
}

# Installs what of $1 (required) and $2 (wished for) is missing.
install_debian ()
{
  missing=$(missing_of "$1")
  wished=$(missing_of "$2")
  if [ -z "$missing" ]; then
    # Nothing is fetched for a wish that the package lists at hand cannot fulfil.
    for package in $wished; do
      [ -z "$(apt-cache policy "$package" 2>/dev/null)" ] || missing="$missing$package "
    done
    [ -n "$missing" ] || return 0
    wished=
  fi
  say "Installing: $missing"
  apt_get update || fail "apt-get update failed: is there a network?"
  for package in $wished; do
    apt-cache show "$package" >/dev/null 2>&1 && missing="$missing$package "
  done
  # shellcheck disable=SC2086
  apt_get install -y --no-install-recommends $missing >/dev/null ||
    fail "apt-get could not install: $missing"
}

# Whether this machine can build, where there is no apt to ask.
can_build ()
{
  command -v cc >/dev/null && command -v meson >/dev/null && command -v ninja >/dev/null &&
    command -v msgfmt >/dev/null && command -v python3 >/dev/null &&
    pkg-config --exists 'gtk4 >= 4.8' 'libadwaita-1 >= 1.2' 'json-glib-1.0 >= 1.6' \
      'libical >= 3.0' 'libsodium >= 1.0.18' 'libsecret-1 >= 0.20' 'sqlite3 >= 3.40' 2>/dev/null
}

# install NEEDS [WISHES]
install_needs ()
{
  if command -v apt-get >/dev/null 2>&1 && command -v dpkg-query >/dev/null 2>&1; then
    install_debian "$(packages_of "$1")" "${2:-}"
  elif ! can_build; then
    say "This is no Debian: please install what is missing of the following (names as on Debian)." >&2
    printf '%s\n' "$1" | sed 's/:/: /; s/^/  /' >&2
    exit 2
  fi
}

# Whether the build folder was set up for this very checkout.
build_is_ours ()
{
  [ -f "$build/build.ninja" ] && [ "$(cat "$build/.checkout" 2>/dev/null)" = "$root" ]
}

# set_up [MESON OPTION…]
set_up ()
{
  say "Setting up $build"
  rm -rf "$build"
  mkdir "$build"
  meson setup "$build" "$root" "$@" >"$build/setup.log" 2>&1 || {
    cat "$build/setup.log" >&2
    rm -rf "$build"
    fail "meson setup failed (above)"
  }
  printf '%s\n' "$root" >"$build/.checkout"
}

# Builds into $build, which is set up with the given options when it is new; silent when there is
# nothing to do.
build_all ()
{
  [ ! -d "$build" ] || [ -w "$build" ] ||
    fail "$build belongs to somebody else: remove it, or run as that user"
  build_is_ours || set_up "$@"
  ninja -C "$build" -n 2>/dev/null | grep -q 'no work to do' && return
  say "Building"
  if [ -t 1 ]; then
    ninja -C "$build"
  else
    ninja -C "$build" --quiet
  fi || fail "the build failed (above)"
}
