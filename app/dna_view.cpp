#include "app/dna_view.h"

#include <nlohmann/json.hpp>

#include "models/evidence/dna/kinship_account.h"
#include "models/evidence/dna/row_places.h"

namespace confronta::app {
namespace {

using Json = nlohmann::ordered_json;

std::string sex_word(genetics::Sex sex) {
  switch (sex) {
    case genetics::Sex::male: return "male";
    case genetics::Sex::female: return "female";
    case genetics::Sex::unknown: break;
  }
  return "unknown";
}

std::vector<DnaView::Person> people_of(const FamilyCase& family) {
  const genetics::Pedigree& pedigree = family.pedigree();
  const auto name = [&](int person) {
    return person == genetics::no_parent ? "" : pedigree[person].id;
  };
  std::vector<DnaView::Person> people;
  for (int p = 0; p < pedigree.size(); ++p)
    people.push_back({pedigree[p].id, name(pedigree[p].father), name(pedigree[p].mother),
                      sex_word(pedigree[p].sex),
                      !family.typings()[static_cast<std::size_t>(p)].profile.loci.empty(),
                      p == family.place().person, pedigree[p].id});
  return people;
}

DnaView::Locus locus_of(const FamilyCase& family, const LocusAccount& account) {
  DnaView::Locus locus{
      account.locus, call_text(account.remains), {}, account.log10_lr, account.needs_mutation};
  for (std::size_t p = 0; p < family.typings().size(); ++p)
    if (const LocusCall* call = family.typings()[p].at(account.locus))
      locus.people.emplace(family.pedigree()[static_cast<int>(p)].id, call_text(*call));
  return locus;
}

}  // namespace

std::optional<DnaView> dna_view(const genetics::Families& families, const Parameters& parameters,
                                const ReferenceSet& reference, const TraitTable& reports,
                                RowId report, const TraitTable& remains, RowId body) {
  const auto places = places_of(families, reports, report);
  // Most pairs end here: what follows begins with the mutation matrices of every locus.
  if (places.empty() || remains.observations(body, Trait::genotypes).empty()) return std::nullopt;
  const MatchPopulation population{parameters, reference};
  const genetics::DropoutModel dropout{parameters};
  const auto place = speaking_place(places, population, dropout, parameters);
  if (!place) return std::nullopt;
  FamilyCase family{*place, population, dropout, parameters};
  family.weigh();
  const KinshipAccount account = account_of(family, typing_of(remains, body, dropout),
                                            parameters["genetics.linked_recombination"]);
  DnaView view{place->family->id, people_of(family), {}, {}};
  for (const LocusAccount& line : account.loci) view.loci.push_back(locus_of(family, line));
  if (account.against_sibling) view.alternatives.push_back({"sibling", *account.against_sibling});
  if (account.against_cousin) view.alternatives.push_back({"cousin", *account.against_cousin});
  return view;
}

std::optional<DnaView> dna_view(Workspace& workspace, RowId report, RowId body) {
  const PreparedRelation& identity = workspace.relation(Relation::identity);
  return dna_view(workspace.families(), workspace.parameters(), workspace.reference(),
                  *identity.left, report, *identity.right, body);
}

std::string dna_json(const DnaView& view) {
  Json people = Json::array(), loci = Json::array(), alternatives = Json::array();
  for (const DnaView::Person& one : view.people)
    people.push_back({{"id", one.id},
                      {"father", one.father.empty() ? Json(nullptr) : Json(one.father)},
                      {"mother", one.mother.empty() ? Json(nullptr) : Json(one.mother)},
                      {"sex", one.sex},
                      {"typed", one.typed},
                      {"missing", one.missing},
                      {"label", one.label}});
  for (const DnaView::Locus& one : view.loci)
    loci.push_back({{"locus", one.locus},
                    {"remains", one.remains},
                    {"people", one.people},
                    {"log10_lr", one.log10_lr},
                    {"needs_mutation", one.needs_mutation}});
  for (const DnaView::Alternative& one : view.alternatives)
    alternatives.push_back({{"alternative", one.alternative}, {"log10_lr", one.log10_lr}});
  return Json{{"family", view.family},
              {"people", std::move(people)},
              {"loci", std::move(loci)},
              {"lr_alternatives", std::move(alternatives)}}
      .dump();
}

}  // namespace confronta::app
