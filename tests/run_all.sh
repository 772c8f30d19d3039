#!/usr/bin/env bash
# Every test of the project, in the order of how soon it says something. Called by ./dev test.
set -euo pipefail

say() { printf '\n== %s\n' "$*"; }

say "release: build and all tests"
cmake --preset release >/dev/null
cmake --build --preset release -- --quiet
ctest --preset release

say "the same under a comma-decimal locale and a far time zone"
LC_ALL=de_DE.UTF-8 TZ=Pacific/Kiritimati ctest --preset release --exclude-regex house

say "the demonstration, as a user runs it"
bash tests/demo/demo.sh build/release/confronta build/demo --no-open --check

say "the review pages, in a browser"
bash tests/web/run.sh

say "ASan + UBSan on the unit tests; TSan on the parallel ones, built by clang"
bash tests/sanitize.sh

say "all tests passed"
