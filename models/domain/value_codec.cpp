#include "models/domain/value_codec.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "models/domain/number_text.h"

namespace confronta {
namespace {

constexpr char field_end = '\x1f';
constexpr char item_end = '\x1e';
constexpr char observation_end = '\x1d';
constexpr char part_end = '\x1c';

/// Appends fields to a text in order; the reader below takes them in the same order.
class Writer {
 public:
  explicit Writer(std::string& out) : out_(out) {}
  Writer& text(std::string_view value) {
    begin_field();
    append(value);
    return *this;
  }
  Writer& list(const std::vector<std::string>& items) {
    begin_field();
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (i > 0) out_ += item_end;
      append(items[i]);
    }
    return *this;
  }
  Writer& number(double value) { return text(number_text(value)); }
  Writer& integer(long value) {
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value);
    return text({digits.data(), static_cast<std::size_t>(end.ptr - digits.data())});
  }

 private:
  void begin_field() {
    if (!first_) out_ += field_end;
    first_ = false;
  }
  void append(std::string_view value) {
    bool plain = true;
    for (const char c : value) plain &= !is_separator(c);
    if (plain) {
      out_ += value;
      return;
    }
    for (const char c : value)
      if (!is_separator(c)) out_ += c;  // our separators never belong to a text
  }
  static bool is_separator(char c) { return c >= part_end && c <= field_end; }

  std::string& out_;
  bool first_ = true;
};

class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}
  std::string text() {
    if (done_) {
      good_ = false;
      return {};
    }
    const auto at = rest_.find(field_end);
    std::string field{rest_.substr(0, at)};
    if (at == std::string_view::npos)
      done_ = true;
    else
      rest_.remove_prefix(at + 1);
    return field;
  }
  double number() {
    const auto value = parse_number(text());
    good_ = good_ && value.has_value();
    return value.value_or(0);
  }
  long integer() {
    const std::string field = text();
    long value = 0;
    const auto end = std::from_chars(field.data(), field.data() + field.size(), value);
    good_ = good_ && end.ec == std::errc{} && end.ptr == field.data() + field.size();
    return value;
  }
  void fail() { good_ = false; }
  bool finished() const { return good_ && done_; }

 private:
  std::string_view rest_;
  bool done_ = false;
  bool good_ = true;
};

std::vector<std::string> items_of(std::string_view text) {
  std::vector<std::string> items;
  while (!text.empty()) {
    const auto at = text.find(item_end);
    items.emplace_back(text.substr(0, at));
    text.remove_prefix(at == std::string_view::npos ? text.size() : at + 1);
  }
  return items;
}

struct Encode {
  Writer w;
  void operator()(const std::monostate&) { w.text(""); }
  void operator()(const Code& v) { w.text(v.word); }
  void operator()(const Interval& v) { w.number(v.low).number(v.high); }
  void operator()(const DateInterval& v) { w.integer(v.from).integer(v.to); }
  void operator()(const Text& v) { w.text(v.text); }
  void operator()(const PersonName& v) {
    w.text(v.given).text(v.first_surname).text(v.second_surname).text(v.basis);
  }
  void operator()(const Place& v) {
    w.text(v.code).integer(v.has_point).number(v.latitude).number(v.longitude).text(v.text);
  }
  void operator()(const Mark& v) {
    w.text(v.type).text(v.region).text(v.side).text(v.view);
    w.list(v.motifs).text(v.inscription).text(v.description);
  }
  void operator()(const Garment& v) {
    w.text(v.item).text(v.colour).text(v.brand).text(v.material).text(v.size).text(v.description);
  }
  void operator()(const ToothChart& v) {
    for (std::size_t i = 0; i < v.state.size(); ++i)
      w.integer(static_cast<long>(v.state[i])).integer(v.surfaces[i]);
  }
  void operator()(const BoneMeasure& v) {
    w.text(v.bone).text(v.measure).text(v.side).number(v.millimetres);
  }
  void operator()(const BodyElement& v) { w.text(v.element).text(v.side); }
  void operator()(const Identifier& v) { w.text(v.type).text(v.value).integer(v.valid); }
  void operator()(const BodyHistory& v) {
    w.text(v.kind).text(v.region).text(v.side).text(v.detail).text(v.serial);
  }
  void operator()(const ExternalResult& v) {
    w.text(v.method).text(v.subject).text(v.result).text(v.workflow);
    w.integer(v.has_lr).number(v.log10_lr).integer(v.has_error_rate).number(v.error_rate);
    w.text(v.laboratory);
  }
  // The lists of all loci one behind the other, with how many belong to each.
  void operator()(const DnaProfile& v) {
    std::vector<std::string> loci, counts, alleles, heights;
    for (const LocusCall& call : v.loci) {
      loci.push_back(call.locus);
      counts.push_back(std::to_string(call.alleles.size()));
      counts.push_back(std::to_string(call.heights.size()));
      alleles.insert(alleles.end(), call.alleles.begin(), call.alleles.end());
      for (const double height : call.heights) heights.push_back(number_text(height));
    }
    w.text(v.sample).text(v.kit).list(loci).list(counts).list(alleles).list(heights);
    w.integer(v.has_dropout).number(v.dropout).number(v.dropin);
  }
  void operator()(const MtSequence& v) { w.text(v.sample).list(v.ranges).list(v.differences); }
  void operator()(const PedigreePlace& v) {
    w.text(v.family).text(v.person).text(v.father).text(v.mother).text(v.report);
  }
};

/// The loci of a profile from their lists, or nothing where they do not fit together.
std::optional<std::vector<LocusCall>> loci_of(std::vector<std::string> names,
                                              const std::vector<std::string>& counts,
                                              const std::vector<std::string>& alleles,
                                              const std::vector<std::string>& heights) {
  if (counts.size() != 2 * names.size()) return std::nullopt;
  std::vector<LocusCall> loci;
  std::size_t allele = 0, height = 0;
  for (std::size_t i = 0; i < names.size(); ++i) {
    LocusCall& call = loci.emplace_back();
    call.locus = std::move(names[i]);
    const double allele_count = parse_number(counts[2 * i]).value_or(-1);
    const double height_count = parse_number(counts[2 * i + 1]).value_or(-1);
    if (allele_count < 0 || allele_count > static_cast<double>(alleles.size() - allele) ||
        height_count < 0 || height_count > static_cast<double>(heights.size() - height))
      return std::nullopt;
    for (double k = 0; k < allele_count; ++k) call.alleles.push_back(alleles[allele++]);
    for (double k = 0; k < height_count; ++k) {
      const auto value = parse_number(heights[height++]);
      if (!value) return std::nullopt;
      call.heights.push_back(*value);
    }
  }
  if (allele != alleles.size() || height != heights.size()) return std::nullopt;
  return loci;
}

Value decode(TraitKind kind, Reader& r) {
  switch (kind) {
    case TraitKind::none: r.text(); return std::monostate{};
    case TraitKind::code: return Code{r.text()};
    case TraitKind::interval: {
      const double low = r.number();
      return Interval{low, r.number()};
    }
    case TraitKind::date_interval: {
      const auto from = static_cast<Day>(r.integer());
      return DateInterval{from, static_cast<Day>(r.integer())};
    }
    case TraitKind::text: return Text{r.text()};
    case TraitKind::name: {
      PersonName v;
      v.given = r.text();
      v.first_surname = r.text();
      v.second_surname = r.text();
      v.basis = r.text();
      return v;
    }
    case TraitKind::place: {
      Place v;
      v.code = r.text();
      v.has_point = r.integer() != 0;
      v.latitude = r.number();
      v.longitude = r.number();
      v.text = r.text();
      return v;
    }
    case TraitKind::mark: {
      Mark v;
      v.type = r.text();
      v.region = r.text();
      v.side = r.text();
      v.view = r.text();
      v.motifs = items_of(r.text());
      v.inscription = r.text();
      v.description = r.text();
      return v;
    }
    case TraitKind::garment: {
      Garment v;
      v.item = r.text();
      v.colour = r.text();
      v.brand = r.text();
      v.material = r.text();
      v.size = r.text();
      v.description = r.text();
      return v;
    }
    case TraitKind::teeth: {
      ToothChart v;
      for (std::size_t i = 0; i < v.state.size(); ++i) {
        v.state[i] = static_cast<ToothState>(r.integer() % static_cast<long>(ToothState::count));
        v.surfaces[i] = static_cast<std::uint8_t>(r.integer());
      }
      return v;
    }
    case TraitKind::bone_measure: {
      BoneMeasure v;
      v.bone = r.text();
      v.measure = r.text();
      v.side = r.text();
      v.millimetres = r.number();
      return v;
    }
    case TraitKind::element: {
      BodyElement v;
      v.element = r.text();
      v.side = r.text();
      return v;
    }
    case TraitKind::identifier: {
      Identifier v;
      v.type = r.text();
      v.value = r.text();
      v.valid = r.integer() != 0;
      return v;
    }
    case TraitKind::body_history: {
      BodyHistory v;
      v.kind = r.text();
      v.region = r.text();
      v.side = r.text();
      v.detail = r.text();
      v.serial = r.text();
      return v;
    }
    case TraitKind::external_result: {
      ExternalResult v;
      v.method = r.text();
      v.subject = r.text();
      v.result = r.text();
      v.workflow = r.text();
      v.has_lr = r.integer() != 0;
      v.log10_lr = r.number();
      v.has_error_rate = r.integer() != 0;
      v.error_rate = r.number();
      v.laboratory = r.text();
      return v;
    }
    case TraitKind::dna_profile: {
      DnaProfile v;
      v.sample = r.text();
      v.kit = r.text();
      auto names = items_of(r.text());
      const auto counts = items_of(r.text()), alleles = items_of(r.text());
      auto loci = loci_of(std::move(names), counts, alleles, items_of(r.text()));
      if (!loci) r.fail();
      v.loci = std::move(loci).value_or(std::vector<LocusCall>{});
      v.has_dropout = r.integer() != 0;
      v.dropout = r.number();
      v.dropin = r.number();
      return v;
    }
    case TraitKind::mt_sequence: {
      MtSequence v;
      v.sample = r.text();
      v.ranges = items_of(r.text());
      v.differences = items_of(r.text());
      return v;
    }
    case TraitKind::pedigree_place: {
      PedigreePlace v;
      v.family = r.text();
      v.person = r.text();
      v.father = r.text();
      v.mother = r.text();
      v.report = r.text();
      return v;
    }
  }
  return std::monostate{};
}

}  // namespace

std::string encode_value(const Value& value) {
  std::string out;
  std::visit(Encode{Writer{out}}, value);
  return out;
}

Result<Value> decode_value(TraitKind kind, std::string_view text) {
  Reader reader{text};
  Value value = decode(kind, reader);
  if (!reader.finished()) return Error{"codec.bad_value", {std::string{text}}, {}};
  return value;
}

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
    std::visit(Encode{Writer{out}}, o.value);
    out += observation_end;
  }
  return out;
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
