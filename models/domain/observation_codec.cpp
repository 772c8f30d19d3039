#include <array>
#include <optional>
#include <utility>

#include "models/domain/codec_fields.h"
#include "models/domain/encoded_record.h"
#include "models/domain/value_codec.h"

namespace confronta {
namespace {

constexpr char observation_end = '\x1d';
using codec::part_end;
using codec::Writer;

}  // namespace

// trait, state, sheet, row, column, value; parts end in FS, observations in GS.
std::string encode_observations(const std::vector<Observation>& observations) {
  constexpr std::size_t usual_length = 96;
  std::string out;
  out.reserve(observations.size() * usual_length);
  for (const Observation& o : observations) {
    out += trait_info(o.trait).name;
    out += part_end;
    out += state_name(o.state);
    out += part_end;
    Writer{out}.text(o.from.sheet);
    out += part_end;
    Writer{out}.integer(o.from.row);
    out += part_end;
    Writer{out}.text(o.from.column);
    out += part_end;
    codec::append_value(out, o.value);
    out += observation_end;
  }
  return out;
}

EncodedRecord encode_record(Record record) {
  return {std::move(record.id), record.kind,      std::move(record.raw),
          record.rows,          record.first_row, encode_observations(record.observations)};
}

namespace {

std::optional<ObservationState> state_by_name(std::string_view name) {
  for (int i = 0; i < static_cast<int>(ObservationState::count); ++i)
    if (state_name(static_cast<ObservationState>(i)) == name)
      return static_cast<ObservationState>(i);
  return std::nullopt;
}

std::optional<Observation> decode_observation(std::string_view text) {
  std::array<std::string_view, 6> parts;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const auto at = i + 1 < parts.size() ? text.find(part_end) : text.size();
    if (at == std::string_view::npos) return std::nullopt;
    parts[i] = text.substr(0, at);
    text.remove_prefix(std::min(at + 1, text.size()));
  }
  const auto trait = trait_by_name(parts[0]);
  const auto state = state_by_name(parts[1]);
  const auto row = parse_number(parts[3]);
  if (!trait || !state || !row) return std::nullopt;
  Observation o{*trait, *state, {}, {}};
  o.from.sheet = parts[2];
  o.from.row = static_cast<std::uint32_t>(*row);
  o.from.column = parts[4];
  if (o.state == ObservationState::observed) {
    auto value = decode_value(trait_info(*trait).kind, parts[5]);
    if (!value) return std::nullopt;
    o.value = std::move(value).value();
  }
  return o;
}

}  // namespace

Result<std::vector<Observation>> decode_observations(std::string_view text) {
  std::vector<Observation> observations;
  while (!text.empty()) {
    const auto at = text.find(observation_end);
    auto one = at == std::string_view::npos ? std::nullopt : decode_observation(text.substr(0, at));
    if (!one) return Error{"codec.bad_observation", {std::string{text.substr(0, 200)}}, {}};
    observations.push_back(std::move(*one));
    text.remove_prefix(at + 1);
  }
  return observations;
}

}  // namespace confronta
