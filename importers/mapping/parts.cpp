#include <initializer_list>

#include "importers/mapping/mapping.h"

namespace confronta::importers {
namespace {

constexpr std::array<std::string_view, part_count> names{"text",
                                                         "from",
                                                         "to",
                                                         "given",
                                                         "second_given",
                                                         "first_surname",
                                                         "second_surname",
                                                         "basis",
                                                         "state",
                                                         "municipality",
                                                         "locality",
                                                         "point",
                                                         "latitude",
                                                         "longitude",
                                                         "type",
                                                         "region",
                                                         "side",
                                                         "view",
                                                         "description",
                                                         "detail",
                                                         "item",
                                                         "colour",
                                                         "brand",
                                                         "material",
                                                         "size",
                                                         "bone",
                                                         "measure",
                                                         "method",
                                                         "result",
                                                         "subject",
                                                         "lr",
                                                         "log10_lr",
                                                         "error_rate",
                                                         "workflow",
                                                         "laboratory"};

bool one_of(Part part, std::initializer_list<Part> parts) {
  for (const Part candidate : parts)
    if (candidate == part) return true;
  return false;
}

}  // namespace

std::string_view part_name(Part part) { return names[static_cast<std::size_t>(part)]; }

bool has_part(TraitKind kind, Part part) {
  using P = Part;
  if (part == P::text)
    return kind != TraitKind::external_result && kind != TraitKind::dna_profile &&
           kind != TraitKind::mt_sequence && kind != TraitKind::pedigree_place;
  switch (kind) {
    case TraitKind::interval:
    case TraitKind::date_interval: return one_of(part, {P::from, P::to});
    case TraitKind::name:
      return one_of(part,
                    {P::given, P::second_given, P::first_surname, P::second_surname, P::basis});
    case TraitKind::place:
      return one_of(part,
                    {P::state, P::municipality, P::locality, P::point, P::latitude, P::longitude});
    case TraitKind::mark:
      return one_of(part, {P::type, P::region, P::side, P::view, P::description, P::detail});
    case TraitKind::garment:
      return one_of(
          part, {P::item, P::colour, P::brand, P::material, P::size, P::description, P::detail});
    case TraitKind::identifier: return part == P::type;
    case TraitKind::bone_measure: return one_of(part, {P::bone, P::measure, P::side});
    case TraitKind::external_result:
      return one_of(part, {P::method, P::result, P::subject, P::lr, P::log10_lr, P::error_rate,
                           P::workflow, P::laboratory});
    default: return false;
  }
}

std::optional<Trait> method_of(Trait trait) {
  switch (trait) {
    case Trait::sex: return Trait::sex_method;
    case Trait::age:
    case Trait::age_at_report: return Trait::age_method;
    case Trait::stature: return Trait::stature_method;
    default: return std::nullopt;
  }
}

}  // namespace confronta::importers
