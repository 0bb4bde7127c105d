#!/bin/sh
# Make this checkout ready: system libraries, .venv, the pinned packages, the program itself.
# `tools/set-up.sh dev` adds what the checks need. Called by make, which knows when it is due.
set -eu
cd "$(dirname "$0")/.."

say() { printf '%s\n' "$*" >&2; }

# Qt's own needs on a bare Debian 12: drawing, then the X11, Wayland and printing plugins.
libraries='libgl1 libegl1 libglib2.0-0 libdbus-1-3 libfontconfig1 libxkbcommon0
    libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0
    libxcb-shape0 libxcb-xkb1 libxkbcommon-x11-0 libwayland-client0 libwayland-cursor0 libcups2'

find_python() {
    for python in python3 python3.13 python3.12 python3.11; do
        if "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$python"
            return
        fi
    done
}

missing_packages() {
    for package in $libraries; do
        case "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" in
            installed) ;;
            *) printf '%s ' "$package" ;;
        esac
    done
    python=$(find_python)
    if [ -z "$python" ]; then
        printf 'python3 python3-venv'
    elif [ ! -x .venv/bin/python ] && ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        printf 'python3-venv'
    fi
}

install_packages() {
    as_root=
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null; then
            say "These system packages are missing: $*"
            say "Please install them as root (apt-get install $*), then run make again."
            exit 1
        fi
        as_root=sudo
    fi
    say "Installing the system packages that are missing: $*"
    $as_root apt-get -qq update
    $as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get -qq install -y --no-install-recommends "$@" >/dev/null
}

if command -v apt-get >/dev/null && command -v dpkg-query >/dev/null; then
    missing=$(missing_packages)
    # shellcheck disable=SC2086 # a list of package names
    [ -z "$missing" ] || install_packages $missing
else
    say "This is not Debian or Ubuntu: the system libraries of Qt 6 are taken to be there (README, \"Other systems\")."
fi

if [ ! -x .venv/bin/python ]; then
    python=$(find_python)
    if [ -z "$python" ]; then
        say "kucho_desktop needs Python 3.11 or newer; please install it, then run make again."
        exit 1
    fi
    "$python" -m venv .venv
fi

say "Checking the Python packages in .venv (the first time fetches about 300 MB)"
pip() { .venv/bin/python -m pip --quiet --disable-pip-version-check --no-input "$@"; }
pip install --require-hashes -r requirements.txt
[ "${1:-}" != dev ] || pip install --require-hashes -r requirements-dev.txt
pip install --no-deps --no-build-isolation --editable .

# Qt's binding unpacks and compiles its own support code at every start; once is enough (1/6 faster).
support=$(.venv/bin/python -c 'import os, shiboken6; print(os.path.dirname(shiboken6.__file__))')/files.dir
rm -rf "$support"
SBK_EMBED=0 .venv/bin/python -c 'import PySide6.QtCore'
[ ! -d "$support" ] || .venv/bin/python -m compileall -q "$support"
