#!/usr/bin/env bash
# same_digest.sh PROGRAM OTHER: two builds give the same files, records and run, whatever the order of import.
set -euo pipefail
one=$(realpath "$1"); other=$(realpath "$2")
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"

# The world of the demonstration.
world=(--states 3 --reports 2000 --remains 1200 --seed 2026)
"$one" simulate "${world[@]}" --out world > import.txt
"$other" simulate "${world[@]}" --out other_world > /dev/null
diff -r world other_world || { echo "the two write different files" >&2; exit 1; }

digest() {  # PROGRAM STORE ORDER-COMMAND
  local program=$1 store=$2 order=$3
  rm -f "$store"*
  "$order" import.txt | while read -r _ _ file rest; do
    # shellcheck disable=SC2086
    "$program" --store "$store" import "$file" $rest --json >/dev/null 2>&1 || [ $? -eq 3 ]
  done
  "$program" --store "$store" match --json 2>/dev/null | grep -o '"digest":"[0-9a-f]*"'
}

a=$(digest "$one" one.db cat)
b=$(digest "$other" other.db tac)
echo "g++:   $a"
echo "clang: $b (files imported in the opposite order)"
[ "$a" = "$b" ] || { echo "the two differ" >&2; exit 1; }
