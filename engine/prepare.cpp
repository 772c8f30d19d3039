#include "engine/prepare.h"

namespace confronta {

PreparedRelation prepare_relation(Relation relation, const TraitTable& left,
                                  const TraitTable& right, const ReferenceSet& reference,
                                  const MatchOptions& options, const genetics::Families& families,
                                  FamilyTables* known) {
  PreparedRelation prepared{relation, &left, &right, {}, {}};
  const Preparation preparation{left,     right, relation, reference, options.parameters,
                                families, known};
  for (const RegisteredModel& model : evidence_models()) {
    if (!model.speaks_in(relation)) continue;
    const std::string name{model.name};
    if (options.left_out.count(name) != 0) continue;
    prepared.names.push_back(name);
    prepared.models.push_back(model.factory.prepare(preparation));
  }
  return prepared;
}

ReferenceSet estimate_reference(const Snapshot& snapshot, const Parameters& parameters) {
  ReferenceSet reference;
  const TraitTable reports{snapshot.reports};
  const TraitTable remains{snapshot.remains};
  for (const Relation relation : all_relations) {
    const bool of_reports = relation == Relation::identity || relation == Relation::duplicate;
    const TraitTable& left = of_reports ? reports : remains;
    const TraitTable& right = relation == Relation::duplicate ? reports : remains;
    estimate_references(Estimation{left, right, relation, parameters, snapshot.dna.families},
                        reference);
  }
  return reference;
}

}  // namespace confronta
