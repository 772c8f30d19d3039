#!/usr/bin/env bash
# check.sh PROGRAM: holds the demonstration in this folder (demo.db, world/) against what any sound run gives.
set -euo pipefail
program=$1
confronta() { "$program" --store demo.db "$@"; }
fail() { echo "demo check: $*" >&2; exit 1; }

confronta check >/dev/null || fail "the store is damaged"

# Importing the same files again changes nothing.
digest=$(confronta match --json 2>/dev/null | grep -o '"digest":"[0-9a-f]*"')
while read -r _ _ file rest; do
  # shellcheck disable=SC2086 — "--source NAME" is two words
  said=$(confronta import "$file" $rest --json 2>/dev/null) || [ $? -eq 3 ] || fail "$file was not imported again"
  grep -q '"imported":0,.*"new_versions":0,' <<< "$said" || fail "$file changed on the second import"
done < import.txt
again=$(confronta match --threads 1 --json 2>/dev/null | grep -o '"digest":"[0-9a-f]*"')
[ "$digest" = "$again" ] || fail "one thread gives another digest: $digest, $again"

# Most true pairs stand among the first ten.
recall=$(confronta evaluate --truth world/truth.csv --json 2>/dev/null | grep -oE '"recall":\{"1":[0-9.e-]+,"5":[0-9.e-]+,"10":[0-9.e-]+' | grep -oE '[0-9.e-]+$')
awk -v r="$recall" 'BEGIN { exit !(r > 0.5) }' || fail "recall at 10 is only $recall"

grep -q "<svg" report.html || fail "the report has no drawing"
! grep -qiE '<script|https?://|src=' report.html || fail "the report refers to something outside"
echo "demo check: passed (recall at 10: $recall)"
