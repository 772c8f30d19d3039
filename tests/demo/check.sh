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

# Families' DNA speaks for their own: for three of the first five at the least (samples may be wrong, kin distant).
heard=0
while read -r report remains; do
  bans=$(confronta explain "$report" "$remains" --json 2>/dev/null | grep -oE '"evidence":"kinship","log10_lr":[0-9.e-]+' | grep -oE '[0-9.e-]+$') || bans=0
  if awk -v b="$bans" 'BEGIN { exit !(b > 2) }'; then heard=$((heard + 1)); fi
done < <(awk -F, '{ sub(/\r$/, "") } NR == FNR { if ($7 == "family") dna[$1]; next }
  $1 == "identity" && $3 in dna && n++ < 5 { print $2, $3 }' world/strata.csv world/truth.csv)
[ "$heard" -ge 3 ] || fail "only $heard of five families speak for their own"
grep -q 'class="pedigree"' report.html || fail "the report draws no pedigree"

grep -q "<svg" report.html || fail "the report has no drawing"
! grep -qiE '<script|https?://|src=' report.html || fail "the report refers to something outside"
echo "demo check: passed (recall at 10: $recall)"
