#include <nlohmann/json.hpp>

#include "app/value_text.h"

namespace confronta::app {
namespace {

using Json = nlohmann::ordered_json;

/// A number, or {"low","high"}.
Json range(double low, double high) {
  return low == high ? Json(low) : Json{{"low", low}, {"high", high}};
}

struct ValueJson {
  Json operator()(const std::monostate&) const { return nullptr; }
  Json operator()(const Code& v) const { return v.word; }
  Json operator()(const Interval& v) const { return range(v.low, v.high); }
  Json operator()(const DateInterval& v) const {
    return v.from == v.to ? iso_date(v.from) : iso_date(v.from) + '/' + iso_date(v.to);
  }
  Json operator()(const Text& v) const { return v.text; }
  Json operator()(const PersonName& v) const {
    return {{"given", v.given},
            {"first_surname", v.first_surname},
            {"second_surname", v.second_surname},
            {"basis", v.basis}};
  }
  Json operator()(const Place& v) const {
    if (!v.code.empty()) return v.code;
    if (v.has_point) return {{"latitude", v.latitude}, {"longitude", v.longitude}};
    return v.text;
  }
  Json operator()(const Mark& v) const {
    return {{"type", v.type},
            {"region", v.region},
            {"side", v.side},
            {"view", v.view},
            {"motifs", v.motifs},
            {"inscription", v.inscription},
            {"description", v.description}};
  }
  Json operator()(const Garment& v) const {
    return {{"item", v.item},         {"colour", v.colour}, {"brand", v.brand},
            {"material", v.material}, {"size", v.size},     {"description", v.description}};
  }
  Json operator()(const ToothChart& v) const {
    Json teeth = Json::object();
    for (int i = 0; i < 32; ++i) {
      const ToothState state = v.state[static_cast<std::size_t>(i)];
      if (state != ToothState::no_information)
        teeth[std::to_string(fdi_number(i))] = tooth_state_name(state);
    }
    return teeth;
  }
  Json operator()(const BoneMeasure& v) const {
    return {
        {"bone", v.bone}, {"measure", v.measure}, {"side", v.side}, {"millimetres", v.millimetres}};
  }
  Json operator()(const BodyElement& v) const { return {{"element", v.element}, {"side", v.side}}; }
  Json operator()(const Identifier& v) const {
    return {{"type", v.type}, {"value", v.value}, {"valid", v.valid}};
  }
  Json operator()(const BodyHistory& v) const {
    return {{"kind", v.kind},
            {"region", v.region},
            {"side", v.side},
            {"detail", v.detail},
            {"serial", v.serial}};
  }
  Json operator()(const ExternalResult& v) const {
    return {{"method", v.method},
            {"subject", v.subject},
            {"result", v.result},
            {"workflow", v.workflow},
            {"log10_lr", v.has_lr ? Json(v.log10_lr) : Json(nullptr)},
            {"error_rate", v.has_error_rate ? Json(v.error_rate) : Json(nullptr)},
            {"laboratory", v.laboratory}};
  }
  Json operator()(const DnaProfile& v) const {
    Json loci = Json::object();
    for (const LocusCall& call : v.loci) loci[call.locus] = call.alleles;
    return {{"sample", v.sample},
            {"kit", v.kit},
            {"loci", std::move(loci)},
            {"dropout", v.has_dropout ? Json(v.dropout) : Json(nullptr)},
            {"dropin", v.has_dropout ? Json(v.dropin) : Json(nullptr)}};
  }
  Json operator()(const MtSequence& v) const {
    return {{"sample", v.sample}, {"ranges", v.ranges}, {"differences", v.differences}};
  }
  Json operator()(const PedigreePlace& v) const {
    return {{"family", v.family},
            {"person", v.person},
            {"father", v.father},
            {"mother", v.mother},
            {"report", v.report}};
  }
};

}  // namespace

nlohmann::ordered_json value_json(const Observation& observation) {
  if (observation.state != ObservationState::observed) return nullptr;
  return std::visit(ValueJson{}, observation.value);
}

}  // namespace confronta::app
