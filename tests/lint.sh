#!/usr/bin/env bash
# Formatting of all sources; clang-tidy on the files that differ from origin/main (where nothing does: those of
# the last ten commits), or on all with --all. And the types of the pages.
set -euo pipefail

mapfile -t sources < <(git ls-files '*.cpp' '*.h')
clang-format --dry-run -Werror "${sources[@]}"
echo "clang-format: ${#sources[@]} files"

rooms=('models/*.cpp' 'importers/*.cpp' 'engine/*.cpp' 'app/*.cpp' 'bench/*.cpp')
if [ "${1:-}" = --all ]; then
  mapfile -t checked < <(git ls-files "${rooms[@]}")
else
  base=$(git merge-base HEAD origin/main 2>/dev/null || git rev-parse HEAD)
  [ "$base" != "$(git rev-parse HEAD)" ] || base=$(git rev-list --max-count=11 HEAD | tail -1)
  mapfile -t checked < <(git diff --name-only --diff-filter=d "$base" -- "${rooms[@]}")
fi
if [ ${#checked[@]} -gt 0 ]; then
  cmake --preset tidy >/dev/null
  printf '%s\n' "${checked[@]}" | xargs -P "$(nproc)" -n 4 clang-tidy -p build/tidy --quiet 2>/dev/null
fi
echo "clang-tidy: ${#checked[@]} files"

npm --prefix app/web run --silent check
