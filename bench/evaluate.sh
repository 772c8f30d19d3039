#!/usr/bin/env bash
# evaluate.sh PROGRAM FOLDER [SIMULATE OPTIONS]: how well the program does on a simulated world whose truth is known,
# beside the world's oracle, the plain rule, and itself without each model. FOLDER gets the world, the store, and
# evaluation.txt, evaluation.json and the figures.
set -euo pipefail
program=$(realpath "$1"); folder=$2; shift 2
[ $# -gt 0 ] || set -- --states 5 --reports 5000 --remains 3000 --seed 1

rm -rf "$folder"; mkdir -p "$folder"; cd "$folder"
confronta() { "$program" --store evaluation.db "$@"; }

confronta simulate "$@" --out world > import.txt
while read -r _ _ file rest; do
  # shellcheck disable=SC2086 — "--source NAME" is two words
  confronta import "$file" $rest >> import.log || [ $? -eq 3 ]
done < import.txt
confronta match
confronta evaluate --truth world/truth.csv --world world --leave-one-out --svg . | tee evaluation.txt
confronta evaluate --truth world/truth.csv --world world --leave-one-out --json > evaluation.json
