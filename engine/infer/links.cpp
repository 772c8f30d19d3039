#include "engine/infer/links.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <string_view>

#include "engine/infer/prior.h"

namespace confronta {
namespace {

/// Elements of which a body has one on each side, or one in the middle. Ribs, vertebrae, teeth and
/// the bones of hands and feet come in numbers.
constexpr std::array<std::string_view, 12> paired{"clavicle", "scapula", "humerus", "radius",
                                                  "ulna",     "femur",   "tibia",   "fibula",
                                                  "patella",  "hand",    "foot",    "calcaneus"};
constexpr std::array<std::string_view, 5> single{"skull", "mandible", "head", "sternum", "sacrum"};

enum Region : std::uint8_t { head = 1, trunk = 2, arm = 4, leg = 8 };
struct ElementRegions {
  std::string_view element;
  std::uint8_t regions;
};
/// Where an element lies; what lies between two regions, or is in both, counts for both.
constexpr std::array<ElementRegions, 38> element_regions{{
    {"skull", head},
    {"mandible", head},
    {"maxilla", head},
    {"hyoid", head | trunk},
    {"tooth", head},
    {"head", head},
    {"neck", head | trunk},
    {"clavicle", trunk | arm},
    {"scapula", trunk | arm},
    {"sternum", trunk},
    {"rib", trunk},
    {"vertebra", head | trunk},
    {"sacrum", trunk | leg},
    {"pelvis", trunk | leg},
    {"trunk", trunk},
    {"thorax", trunk},
    {"humerus", arm},
    {"radius", arm},
    {"ulna", arm},
    {"carpal", arm},
    {"metacarpal", arm},
    {"arm", arm},
    {"forearm", arm},
    {"hand", arm},
    {"finger", arm},
    {"phalanx", arm | leg},
    {"femur", leg},
    {"patella", leg},
    {"tibia", leg},
    {"fibula", leg},
    {"talus", leg},
    {"calcaneus", leg},
    {"tarsal", leg},
    {"metatarsal", leg},
    {"leg", leg},
    {"thigh", leg},
    {"foot", leg},
    {"toe", leg},
}};

/// An element of no known region may be from any.
std::uint8_t regions_of(std::string_view element) {
  for (const ElementRegions& known : element_regions)
    if (known.element == element) return known.regions;
  return head | trunk | arm | leg;
}

template <std::size_t n>
bool holds(const std::array<std::string_view, n>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// The key of an element that a body has once; "" for others.
std::string unique_element(const BodyElement& element) {
  if (holds(single, element.element)) return element.element;
  const bool one_side = element.side == "left" || element.side == "right";
  return one_side && holds(paired, element.element) ? element.element + '/' + element.side : "";
}

}  // namespace

LinkRules::LinkRules(const TraitTable& table, const Parameters& parameters, DecidedLinks decided)
    : decided_(std::move(decided)) {
  facts_.reserve(table.size());
  for (RowId row = 0; row < table.size(); ++row) facts_.push_back(facts_of(table, row, parameters));
  link_parts(table);
  link_decided();
  for (Pairs& pairs : must_) {
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  }
}

LinkRules::Facts LinkRules::facts_of(const TraitTable& table, RowId row,
                                     const Parameters& parameters) {
  Facts facts;
  facts.source = source_of(table.id(row));
  if (const Text* named = table.value<Text>(row, Trait::part_of)) {
    const bool full_id = named->text.rfind(facts.source + ':', 0) == 0;
    facts.part_of = full_id ? named->text : facts.source + ':' + named->text;
  }
  const std::string_view piece = table.code(row, Trait::part_kind);
  if (piece == "segment" || piece == "bone" || piece == "fragment")
    for (const Observation& o : table.observations(row, Trait::element))
      if (const BodyElement* element = std::get_if<BodyElement>(&o.value))
        facts.regions |= regions_of(element->element);
  if (piece != "fragment")
    for (const Observation& o : table.observations(row, Trait::element))
      if (const BodyElement* element = std::get_if<BodyElement>(&o.value))
        if (std::string key = unique_element(*element); !key.empty())
          facts.elements.push_back(std::move(key));
  std::sort(facts.elements.begin(), facts.elements.end());
  facts.several = places_of(table, row, parameters) > 1;
  facts.states_one = !facts.several && table.value<Interval>(row, Trait::individuals) != nullptr;
  return facts;
}

void LinkRules::link_parts(const TraitTable& table) {
  std::map<std::string_view, std::vector<RowId>> naming;
  for (RowId row = 0; row < table.size(); ++row)
    if (!facts_[row].part_of.empty()) naming[facts_[row].part_of].push_back(row);
  for (const auto& [id, rows] : naming) {
    const auto named = table.find(id);
    bool one = std::any_of(rows.begin(), rows.end(), [&](RowId r) { return facts_[r].states_one; });
    if (named)
      one = !facts_[*named].several &&
            (facts_[*named].states_one || table.code(*named, Trait::part_kind) != "lot");
    if (!one) continue;
    std::vector<RowId> parts = rows;
    if (named) parts.push_back(*named);
    std::sort(parts.begin(), parts.end());
    parts.erase(std::unique(parts.begin(), parts.end()), parts.end());
    for (std::size_t a = 0; a < parts.size(); ++a)
      for (std::size_t b = a + 1; b < parts.size(); ++b)
        if (decided_.of(Relation::part, parts[a], parts[b]) != Decided::excluded)
          must_[static_cast<std::size_t>(Relation::part)].emplace_back(parts[a], parts[b]);
  }
}

void LinkRules::link_decided() {
  for (const auto& [key, how] : decided_.pairs()) {
    const auto& [relation, a, b] = key;
    if (how == Decided::certain && !facts_[a].several && !facts_[b].several)
      must_[static_cast<std::size_t>(relation)].emplace_back(a, b);
  }
}

bool LinkRules::must(Relation relation, RowId a, RowId b) const {
  const Pairs& pairs = must(relation);
  return std::binary_search(pairs.begin(), pairs.end(),
                            std::pair<RowId, RowId>{std::min(a, b), std::max(a, b)});
}

bool LinkRules::cannot(Relation relation, RowId a, RowId b) const {
  const Facts& x = facts_[a];
  const Facts& y = facts_[b];
  const Decided decided = decided_.of(relation, a, b);
  if (decided == Decided::excluded || x.several || y.several) return true;
  if (decided == Decided::certain) return false;
  if (!x.part_of.empty() && !y.part_of.empty() && x.source == y.source && x.part_of != y.part_of)
    return true;
  if (relation == Relation::same_body)
    return x.regions != 0 && y.regions != 0 && (x.regions & y.regions) == 0;
  if (relation != Relation::part) return false;
  return std::find_first_of(x.elements.begin(), x.elements.end(), y.elements.begin(),
                            y.elements.end()) != x.elements.end();
}

}  // namespace confronta
