#include "app/value_text.h"

#include "models/data/municipality.h"
#include "models/domain/number_text.h"

namespace confronta::app {
namespace {

/// At most one digit after the point, none for whole numbers.
std::string short_number(double number) {
  const bool whole = number == static_cast<double>(static_cast<long long>(number));
  return fixed_text(number, whole ? 0 : 1);
}

std::string word_or_text(Language language, const std::string& list, const std::string& word) {
  const std::string code = list + '.' + word;
  return has_message(code) ? say(language, code) : word;
}

/// Joins what is not empty.
std::string joined(const std::vector<std::string>& parts, const char* separator = ", ") {
  std::string text;
  for (const std::string& part : parts)
    if (!part.empty()) text += (text.empty() ? "" : separator) + part;
  return text;
}

struct ValueText {
  Language language;
  const TraitInfo& trait;

  std::string word(const std::string& list, const std::string& w) const {
    return w.empty() ? "" : word_or_text(language, list, w);
  }

  std::string operator()(const std::monostate&) const { return ""; }
  std::string operator()(const Code& v) const { return word(std::string{trait.name}, v.word); }
  std::string operator()(const Interval& v) const {
    const std::string range =
        v.low == v.high ? short_number(v.low)
                        : say(language, "value.range", {short_number(v.low), short_number(v.high)});
    return trait.unit.empty() ? range
                              : range + ' ' + say(language, "unit." + std::string{trait.unit});
  }
  std::string operator()(const DateInterval& v) const {
    return v.from == v.to ? iso_date(v.from)
                          : say(language, "value.range", {iso_date(v.from), iso_date(v.to)});
  }
  std::string operator()(const Text& v) const { return v.text; }
  std::string operator()(const PersonName& v) const {
    return joined({v.given, v.first_surname, v.second_surname}, " ");
  }
  std::string operator()(const Place& v) const {
    const State* state = v.code.empty() ? nullptr : find_state(v.code);
    if (const Municipality* m = find_municipality(v.code); m && state)
      return std::string{m->name} + ", " + std::string{state->name};
    if (state) return std::string{state->name};
    if (!v.text.empty()) return v.text;
    return v.has_point ? fixed_text(v.latitude, 4) + ", " + fixed_text(v.longitude, 4) : "";
  }
  std::string operator()(const Mark& v) const {
    if (v == Mark{}) return word("mark_type", "none");  // somebody looked, and there were none
    std::vector<std::string> motifs;
    for (const std::string& motif : v.motifs) motifs.push_back(word("motif", motif));
    const std::string where =
        joined({word("region", v.region), word("side", v.side), word("view", v.view)}, " ");
    const std::string content =
        joined({joined(motifs), v.inscription.empty() ? "" : '"' + v.inscription + '"'});
    const std::string text = joined({word("mark_type", v.type), where, content});
    return content.empty() && !v.description.empty() ? joined({text, v.description}, ": ") : text;
  }
  std::string operator()(const Garment& v) const {
    const std::string text = joined({word("item", v.item), word("colour", v.colour),
                                     word("material", v.material), v.brand, v.size});
    return v.item.empty() && !v.description.empty() ? joined({text, v.description}, ": ") : text;
  }
  std::string operator()(const ToothChart& v) const {
    std::vector<std::string> teeth;
    for (int i = 0; i < 32; ++i) {
      const ToothState state = v.state[static_cast<std::size_t>(i)];
      if (state == ToothState::no_information) continue;
      teeth.push_back(std::to_string(fdi_number(i)) + ' ' +
                      word("tooth", std::string{tooth_state_name(state)}));
    }
    return joined(teeth, "; ");
  }
  std::string operator()(const BoneMeasure& v) const {
    return joined({word("element", v.bone), word("side", v.side), word("measure", v.measure),
                   short_number(v.millimetres) + " mm"},
                  " ");
  }
  std::string operator()(const BodyElement& v) const {
    return joined({word("element", v.element), word("side", v.side)}, " ");
  }
  std::string operator()(const Identifier& v) const {
    return joined(
        {word("identifier", v.type), v.value, v.valid ? "" : say(language, "value.not_valid")},
        " ");
  }
  std::string operator()(const BodyHistory& v) const {
    return joined({word("body_history", v.kind),
                   joined({word("region", v.region), word("side", v.side)}, " "), v.detail,
                   v.serial});
  }
  std::string operator()(const ExternalResult& v) const {
    return joined({word("method", v.method), v.subject, word("external_outcome", v.result),
                   word("workflow", v.workflow), v.laboratory,
                   v.has_lr ? "log10 LR " + short_number(v.log10_lr) : ""});
  }
  std::string operator()(const DnaProfile& v) const {
    std::vector<std::string> loci;
    for (const LocusCall& call : v.loci)
      loci.push_back(call.locus + ' ' + (call.alleles.empty() ? "-" : joined(call.alleles, "/")));
    return joined({v.sample, joined(loci, "; ")}, ": ");
  }
  std::string operator()(const MtSequence& v) const {
    return joined({v.sample, joined({joined(v.ranges), joined(v.differences, " ")}, ": ")}, ": ");
  }
  std::string operator()(const PedigreePlace& v) const {
    return joined({v.person, say(language, "value.family", {v.family}),
                   v.father.empty() ? "" : say(language, "value.father", {v.father}),
                   v.mother.empty() ? "" : say(language, "value.mother", {v.mother}),
                   v.report.empty() ? "" : say(language, "value.missing_of_report", {v.report})});
  }
};

}  // namespace

std::string value_text(Language language, const Observation& observation) {
  if (observation.state != ObservationState::observed)
    return say(language, "state." + std::string{state_name(observation.state)});
  return std::visit(ValueText{language, trait_info(observation.trait)}, observation.value);
}

std::string cell_text(const Provenance& from) {
  return joined({from.sheet, from.row > 0 ? std::to_string(from.row) : "", from.column}, ":");
}

}  // namespace confronta::app
