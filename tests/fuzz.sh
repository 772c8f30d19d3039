#!/usr/bin/env bash
# fuzz.sh [SECONDS]: throws changed copies of the fixtures at import, under ASan+UBSan, a minute unless told
# otherwise. What it learns stays in build/fuzz/corpus; an input that fails is named at the end.
set -euo pipefail
cmake --preset fuzz >/dev/null
cmake --build --preset fuzz --target import_fuzz -- --quiet
mkdir -p build/fuzz/corpus
build/fuzz/import_fuzz build/fuzz/corpus tests/importers/fixtures -max_total_time="${1:-60}" -max_len=20000 \
  -timeout=20 -rss_limit_mb=4096 -artifact_prefix=build/fuzz/ -print_final_stats=1
