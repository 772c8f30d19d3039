#!/usr/bin/env bash
# same_digest.sh PROGRAM OTHER FOLDER: two builds give the same files, records and run, whatever the order of import.
set -euo pipefail
one=$(realpath "$1"); other=$(realpath "$2"); cd "$3"

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
