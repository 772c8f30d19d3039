#!/usr/bin/env bash
# How long a pair view takes while 50 pages listen: bench/review_load.sh PROGRAM FOLDER (needs wrk and curl).
# Makes a store with at least 200,000 candidate pairs, serves it, and asks for pairs at random for half a minute.
set -euo pipefail
program=$(realpath "$1")
folder=$2
streams=50
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

"$program" candidates --top 3 --json >candidates.json
"$program" review --port 0 --no-open --json >link.json &
server=$!
listeners=()
trap 'kill "$server" "${listeners[@]}" 2>/dev/null' EXIT
until [ -s link.json ]; do sleep 0.2; done
url=$(sed -E 's/.*"url":"([^"]*)".*/\1/' link.json)
origin=${url%%/#*}
curl -s -o me.json -c cookies -H "Origin: $origin" -H 'X-Confronta: 1' -H 'Content-Type: application/json' \
  -d "{\"link\":\"${url##*#link=}\"}" "$origin/api/v1/session"
cookie=$(awk '/confronta-/ { print $6 "=" $7 }' cookies)

for _ in $(seq "$streams"); do
  curl -s -N -H "Cookie: $cookie" -o /dev/null "$origin/api/v1/events" &
  listeners+=($!)
done

cat >pairs.lua <<'LUA'
local keys = {}
local text = io.open("candidates.json"):read("a")
for report, remains in text:gmatch('"report":"([^"]+)".-"remains":"([^"]+)"') do
  keys[#keys + 1] = (report .. "|" .. remains):gsub("[^%w]", function(c) return ("%%%02X"):format(c:byte()) end)
end
math.randomseed(7)
wrk.headers["Cookie"] = os.getenv("COOKIE")
request = function() return wrk.format("GET", "/api/v1/pairs/" .. keys[math.random(#keys)]) end
done = function(summary) io.write(("answers other than 2xx: %d\n"):format(summary.errors.status)) end
LUA
curl -s -o /dev/null -H "Cookie: $cookie" "$origin/api/v1/overview" # the run is read once, at the first question
COOKIE=$cookie wrk -t 2 -c 8 -d 30s --latency -s pairs.lua "$origin"
