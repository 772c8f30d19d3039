#pragma once
// The one list of the evidence models (registry.def), and how they are made ready for a run.

#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "models/domain/evidence.h"
#include "models/domain/reference_set.h"
#include "models/domain/relation.h"
#include "models/domain/trait_table.h"
#include "models/parameters.h"
#include "models/stats/genetics/families.h"

namespace confronta {

class FamilyTables;

/// What a model gets to estimate its reference tables: the rows on both sides of the relation (the
/// same table twice for a symmetric one). It writes tables named table_name(relation, "model.x").
struct Estimation {
  const TraitTable& left;
  const TraitTable& right;
  Relation relation;
  const Parameters& parameters;
  const genetics::Families& families = genetics::no_families();
};

/// What a model gets to prepare itself. The tables and the families outlive the Evidence.
struct Preparation {
  const TraitTable& left;
  const TraitTable& right;
  Relation relation;
  const ReferenceSet& reference;
  const Parameters& parameters;
  const genetics::Families& families = genetics::no_families();
  /// What models computed of families, shared by the preparations of one match; null: nothing is.
  /// It outlives the Evidence and changes no result.
  FamilyTables* tables = nullptr;
};

/// The two functions that a file of models/evidence provides, by NAME_model().
struct ModelFactory {
  void (*estimate)(const Estimation&, ReferenceSet&);
  std::unique_ptr<Evidence> (*prepare)(const Preparation&);
};

struct RegisteredModel {
  std::string_view name;
  int version;
  std::string_view relations;
  ModelFactory factory;

  bool speaks_in(Relation relation) const;
};

/// All models, in the order of the ledger.
std::span<const RegisteredModel> evidence_models();

/// "RELATION/MODEL.TABLE", the name of a reference table.
std::string table_name(Relation relation, std::string_view model_and_table);

/// Estimates the reference tables of every model that speaks in the relation.
void estimate_references(const Estimation& estimation, ReferenceSet& reference);

}  // namespace confronta
