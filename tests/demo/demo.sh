#!/usr/bin/env bash
# demo.sh PROGRAM FOLDER [--no-open] [--check]: three made-up states' files in, explained candidates out, and the
# review pages over them. --no-open ends by printing the command that serves the pages, and so does a run that nobody
# watches (neither a terminal nor a screen). --check also holds the results against what any sound run must give.
set -euo pipefail
program=$(realpath "$1"); folder=$2; shift 2
open=yes; check=no
for word in "$@"; do
  case "$word" in
    --no-open) open=no ;;
    --check) check=yes ;;
    *) echo "demo: unknown word $word" >&2; exit 2 ;;
  esac
done

rm -rf "$folder"; mkdir -p "$folder"; cd "$folder"
confronta() { "$program" --store demo.db "$@"; }

echo "1. Three states' files, with known truth"
confronta simulate --states 3 --reports 2000 --remains 1200 --seed 2026 --dna --out world | tee import.txt

echo "2. Import (rows that cannot be used go to quarantine, none is lost)"
while read -r _ _ file rest; do
  # shellcheck disable=SC2086 — "--source NAME" is two words
  confronta import "$file" $rest || [ $? -eq 3 ]
done < import.txt

echo "3. Match"
confronta match

echo "4. The strongest clusters"
confronta clusters --top 3

echo "5. A family's pedigree leads to a body: the first one that simulate knows to be right"
read -r report remains < <(awk -F, '{ sub(/\r$/, "") } NR == FNR { if ($7 == "family") dna[$1]; next }
  $1 == "identity" && $3 in dna { print $2, $3; exit }' world/strata.csv world/truth.csv)
confronta explain "$report" "$remains"
confronta power --top 5

echo "6. Against the truth, beside the best that anybody could do and a plain rule"
confronta evaluate --truth world/truth.csv --world world

echo "7. The report"
confronta report --out report.html

if [ "$check" = yes ]; then bash "$OLDPWD/tests/demo/check.sh" "$program"; fi

echo
echo "Report:  $(realpath report.html)"
echo "8. The review pages (the names are made up; Ctrl-C ends it)"
review=("$program" --store "$(realpath demo.db)" review)
if [ "$open" = yes ] && { [ -t 1 ] || [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; }; then
  "${review[@]}"
else
  printf '%q ' "${review[@]}"; echo
fi
