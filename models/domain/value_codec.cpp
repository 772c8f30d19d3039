#include "models/domain/value_codec.h"

#include <algorithm>
#include <array>
#include <optional>

#include "models/domain/codec_fields.h"

namespace confronta {
namespace {

using codec::items_of;
using codec::Reader;
using codec::Writer;

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

/// A whole number from 0 to `most`.
std::optional<std::size_t> count_of(std::string_view text, std::size_t most) {
  std::size_t count = 0;
  const auto end = std::from_chars(text.data(), text.data() + text.size(), count);
  if (end.ec != std::errc{} || end.ptr != text.data() + text.size() || count > most)
    return std::nullopt;
  return count;
}

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
    const auto allele_count = count_of(counts[2 * i], alleles.size() - allele);
    const auto height_count = count_of(counts[2 * i + 1], heights.size() - height);
    if (!allele_count || !height_count) return std::nullopt;
    for (std::size_t k = 0; k < *allele_count; ++k) call.alleles.push_back(alleles[allele++]);
    for (std::size_t k = 0; k < *height_count; ++k) {
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

void codec::append_value(std::string& out, const Value& value) {
  std::visit(Encode{Writer{out}}, value);
}

std::string encode_value(const Value& value) {
  std::string out;
  codec::append_value(out, value);
  return out;
}

Result<Value> decode_value(TraitKind kind, std::string_view text) {
  Reader reader{text};
  Value value = decode(kind, reader);
  if (!reader.finished()) return Error{"codec.bad_value", {std::string{text}}, {}};
  return value;
}

}  // namespace confronta
