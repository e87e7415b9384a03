#!/usr/bin/env bash
# Installs what the tests need (Debian/Ubuntu packages and a virtual environment), then passes them all.
# Any failing check ends the run with a status that is not 0; so do a skipped, deselected or xfailed test.
set -euo pipefail
cd "$(dirname "$0")/.."

packages=(libreoffice-calc libreoffice-writer python3-uno xvfb poppler-utils fonts-liberation
    fonts-crosextra-carlito strace systemd python3-venv # Carlito has the widths of Calibri, by which columns are measured
    hunspell hunspell-id                        # the dictionary that reads every text for staff
    openbox xdotool imagemagick x11-utils)      # a window manager, a pointer and pictures for the tests that click
if command -v apt-get >/dev/null; then
    missing=()
    for package in "${packages[@]}"; do
        dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
    done
    if ((${#missing[@]})); then
        as_root=()
        [ "$(id -u)" -eq 0 ] || as_root=(sudo)
        "${as_root[@]}" apt-get update -q
        "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
            apt-get install -y -q --no-install-recommends "${missing[@]}"
    fi
fi

python=""
for candidate in python3.13 python3.12 python3.11 python3; do
    if command -v "$candidate" >/dev/null &&
        "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        python=$candidate
        break
    fi
done
[ -n "$python" ] || { echo "Python 3.11 or later is needed" >&2; exit 1; }

[ -x .venv-test/bin/python ] || "$python" -m venv .venv-test
.venv-test/bin/python -m pip install --quiet --disable-pip-version-check -e '.[test]'
export PATH="$PWD/.venv-test/bin:$PATH" PYTHONHASHSEED=0

ruff check .
mypy
lint-imports --no-cache
if (($#)); then
    exec pytest "$@"
fi
# The walks through the SOP take as long as everything else: both halves side by side, told one after the other.
rest=$(python -c 'import tomllib
paths = tomllib.load(open("pyproject.toml", "rb"))["tool"]["pytest"]["ini_options"]["testpaths"]
print(*(path for path in paths if path != "tests/sop"))')
walks=$(mktemp)
trap 'rm -f "$walks"' EXIT
pytest tests/sop >"$walks" 2>&1 &
status=0
# shellcheck disable=SC2086  # a list of folders
pytest $rest || status=$?
wait $! || status=$?
cat "$walks"
exit "$status"
