#!/usr/bin/env bash
# Formatting of all sources; clang-tidy on the files that changed since main, or on all with --all.
set -euo pipefail

mapfile -t sources < <(git ls-files '*.cpp' '*.h')
clang-format --dry-run -Werror "${sources[@]}"
echo "clang-format: ${#sources[@]} files"

cmake --preset clang >/dev/null
if [ "${1:-}" = --all ]; then
  mapfile -t checked < <(git ls-files 'models/*.cpp' 'importers/*.cpp' 'engine/*.cpp' 'app/*.cpp' 'bench/*.cpp')
else
  base=$(git merge-base HEAD origin/main 2>/dev/null || git rev-list -1 --before='1 day ago' HEAD || true)
  mapfile -t checked < <(git diff --name-only --diff-filter=d "${base:-HEAD}" -- 'models/*.cpp' 'importers/*.cpp' 'engine/*.cpp' 'app/*.cpp' 'bench/*.cpp')
fi
if [ ${#checked[@]} -gt 0 ]; then
  printf '%s\n' "${checked[@]}" | xargs -P "$(nproc)" -n 4 clang-tidy -p build/clang --quiet 2>/dev/null
fi
echo "clang-tidy: ${#checked[@]} files"
