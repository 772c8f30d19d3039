#include "models/registry.h"

#include <array>
#include <vector>

namespace confronta {

#define CONFRONTA_EVIDENCE(name, version, relations) ModelFactory name##_model();
#include "models/registry.def"
#undef CONFRONTA_EVIDENCE

bool RegisteredModel::speaks_in(Relation relation) const {
  static constexpr std::array<char, 4> letters{'i', 'd', 's', 'p'};
  return relations.find(letters[static_cast<std::size_t>(relation)]) != std::string_view::npos;
}

std::span<const RegisteredModel> evidence_models() {
  static const std::vector<RegisteredModel> models{
#define CONFRONTA_EVIDENCE(name, version, relations) {#name, version, relations, name##_model()},
#include "models/registry.def"
#undef CONFRONTA_EVIDENCE
  };
  return models;
}

std::string table_name(Relation relation, std::string_view model_and_table) {
  return std::string{relation_name(relation)} + '/' + std::string{model_and_table};
}

void estimate_references(const Estimation& estimation, ReferenceSet& reference) {
  for (const RegisteredModel& model : evidence_models())
    if (model.speaks_in(estimation.relation)) model.factory.estimate(estimation, reference);
}

}  // namespace confronta
