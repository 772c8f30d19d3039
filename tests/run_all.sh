#!/usr/bin/env bash
# Every test of the project, in the order of how soon it says something. Called by ./dev test.
set -euo pipefail

build() {  # PRESET [TARGET...]
  local preset=$1; shift
  cmake --preset "$preset" >/dev/null
  if [ $# -eq 0 ]; then cmake --build --preset "$preset" -- --quiet
  else cmake --build --preset "$preset" --target "$@" -- --quiet; fi
}

say() { printf '\n== %s\n' "$*"; }

say "release: build and all tests"
build release
ctest --preset release

say "the same under a comma-decimal locale and a far time zone"
LC_ALL=de_DE.UTF-8 TZ=Pacific/Kiritimati ctest --preset release --exclude-regex house

say "the demonstration, as a user runs it"
bash tests/demo/demo.sh build/release/confronta build/demo --no-open --check

say "ASan + UBSan on the unit tests"
build asan test_models test_importers test_engine test_bench test_app
ctest --preset asan

say "TSan on the parallel code (clang, libomp)"
build tsan test_engine
OMP_NUM_THREADS=2 ctest --preset tsan

say "clang and g++ give the same digests"
build clang confronta
bash tests/demo/same_digest.sh build/release/confronta build/clang/confronta build/demo

say "all tests passed"
