#!/usr/bin/env bash
# The review pages in Debian's chromium, one file at a time: run.sh [FILE...]. Pictures go to build/web-shots.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
[ -f build/web/index.html ] || { echo "build the pages first: ./dev pages" >&2; exit 2; }
mkdir -p build/web-shots
[ $# -gt 0 ] || set -- tests/web/*.test.mjs
for file in "$@"; do node --test "$file"; done
