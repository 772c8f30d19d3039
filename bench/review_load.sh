#!/usr/bin/env bash
# How long a pair view takes while 50 pages listen: bench/review_load.sh PROGRAM FOLDER (needs wrk and curl).
# Makes a store with at least 200,000 candidate pairs, serves it, gives a first opinion on 300 pairs, so that their views
# are whole (ledger, scores, drawings), and asks for these at random for half a minute.
set -euo pipefail
program=$(realpath "$1")
folder=$2
streams=50
pairs=300
mkdir -p "$folder"
cd "$folder"
export CONFRONTA_STORE=$PWD/load.db

if [ ! -f match.json ]; then
  rm -f load.db*
  "$program" simulate --states 5 --reports 5000 --remains 3000 --seed 7 --out world >import.txt
  while read -r _ _ file rest; do
    # shellcheck disable=SC2086 — "--source NAME" is two words
    "$program" import "$file" $rest >/dev/null || [ $? -eq 3 ]
  done <import.txt
  "$program" match --keep 60 --json >match.json.new
  mv match.json.new match.json
fi
cat match.json

encoded() { # for a path
  local text=$1 out='' letter
  for ((i = 0; i < ${#text}; i++)); do
    letter=${text:i:1}
    case $letter in [a-zA-Z0-9._~-]) out+=$letter ;; *) out+=$(printf '%%%02X' "'$letter") ;; esac
  done
  echo "$out"
}

# Every so many candidates, so that strong and weak pairs are among them.
"$program" candidates --top 60 --json | grep -oE '"report":"[^"]+","remains":"[^"]+"' |
  sed -E 's/"report":"(.*)","remains":"(.*)"/\1|\2/' >candidates.txt
every=$(($(wc -l <candidates.txt) / pairs))
awk -v every="$every" -v most="$pairs" 'NR % every == 0 && n++ < most' candidates.txt |
  while read -r key; do encoded "$key"; done >keys.txt

rm -f link.json
"$program" review --port 0 --no-open --json >link.json &
server=$!
listeners=()
trap 'kill "$server" "${listeners[@]}" 2>/dev/null' EXIT
until [ -s link.json ]; do sleep 0.2; done
url=$(sed -E 's/.*"url":"([^"]*)".*/\1/' link.json)
origin=${url%%/#*}
post() { # PATH JSON
  curl -s -f -o /dev/null -b cookies -c cookies -H "Origin: $origin" -H 'X-Confronta: 1' \
    -H 'Content-Type: application/json' -d "$2" "$origin/api/v1/$1"
}
rm -f cookies
post session "{\"link\":\"${url##*#link=}\"}"
while read -r key; do
  post "pairs/$key/opinion" '{"opinion":"cannot_say","words":""}' || true # a second measurement finds them given
done <keys.txt

for _ in $(seq "$streams"); do
  curl -s -N -b cookies -o /dev/null "$origin/api/v1/events" &
  listeners+=($!)
done

cat >pairs.lua <<'LUA'
local keys = {}
for key in io.lines("keys.txt") do keys[#keys + 1] = key end
wrk.headers["Cookie"] = os.getenv("COOKIE")
request = function() return wrk.format("GET", "/api/v1/pairs/" .. keys[math.random(#keys)]) end
done = function(summary) io.write(("answers other than 2xx: %d\n"):format(summary.errors.status)) end
LUA
COOKIE=$(awk '/confronta-/ { print $6 "=" $7 }' cookies) wrk -t 2 -c 8 -d 30s --latency -s pairs.lua "$origin"
