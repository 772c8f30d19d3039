#!/usr/bin/env bash
# ASan + UBSan on the unit tests; TSan on the parallel ones. TSan builds with clang (g++'s libgomp gives false
# races), so that the golden digests among these tests also hold g++ and clang to the same bytes.
set -euo pipefail

build() {  # PRESET TARGET...
  local preset=$1; shift
  cmake --preset "$preset" >/dev/null
  cmake --build --preset "$preset" --target "$@" -- --quiet
}

build asan test_models test_importers test_engine
ctest --preset asan --tests-regex 'models|importers|engine'

build tsan test_engine
# libomp itself is not instrumented; its library for TSan (archer) tells what its barriers order.
TSAN_OPTIONS=ignore_noninstrumented_modules=1 OMP_NUM_THREADS=2 ctest --preset tsan --tests-regex engine
