#include "importers/genetics/familias_case.h"

#include <algorithm>

#include "importers/formats/bytes.h"
#include "importers/genetics/familias_family.h"
#include "importers/genetics/familias_file.h"

namespace confronta::importers {
namespace {

using namespace familias;
using genetics::Sex;

/// One of the two alleles that a laboratory could not call.
bool is_not_called(const std::string& allele, const genetics::Locus& locus) {
  return allele.empty() || allele == "-" || allele == "?" || (allele == "0" && !locus.find("0"));
}

class CaseMaker {
 public:
  CaseMaker(Contents contents, double rare_allele_minimum)
      : contents_(std::move(contents)), rare_(rare_allele_minimum) {}

  FamiliasCase make() {
    for (PersonEntry& person : contents_.unidentified) prepare(person);
    for (FamilyEntry& family : contents_.families)
      for (PersonEntry& person : family.persons) prepare(person);
    add_markers();
    for (const FamilyEntry& family : contents_.families) add_family(family);
    if (problem_.missing.empty()) refuse("familias.no_missing", {}, 0);
    tell_apart();
    for (const PersonEntry& person : contents_.unidentified) add_victim(person);
    return {std::move(problem_), std::move(contents_.notes)};
  }

 private:
  /// Every allele of a person is in its locus after this. A homozygote may be written once.
  void prepare(PersonEntry& person) {
    for (Typing& typing : person.typings) {
      genetics::Locus& locus = contents_.loci[typing.locus].locus;
      if (typing.second.empty()) typing.second = typing.first;
      if (typing.first.empty()) typing.first = typing.second;
      for (const std::string* allele : {&typing.first, &typing.second}) {
        if (is_not_called(*allele, locus) || locus.find(*allele)) continue;
        if (!genetics::repeat_number(*allele))
          refuse("familias.allele", {locus.name(), *allele, person.name}, typing.row);
        locus = must(locus.with_rare_allele(*allele, genetics::rare_allele_frequency(0, rare_)),
                     typing.row);
        note(contents_, "kinship.rare_allele", {locus.name(), *allele}, typing.row);
      }
    }
  }

  void add_markers() {
    for (const LocusEntry& entry : contents_.loci) {
      marker_of_.push_back(static_cast<int>(problem_.markers.size()));
      if (!entry.used) continue;
      std::optional<genetics::Mutation> mutation;
      if (entry.female != genetics::MutationSpec{} || entry.male != genetics::MutationSpec{})
        mutation = must(genetics::Mutation::make(entry.locus, entry.female, entry.male), entry.row);
      problem_.markers.push_back({entry.locus, std::move(mutation)});
    }
  }

  std::size_t marker_of(const Typing& typing) const {
    return static_cast<std::size_t>(marker_of_[typing.locus]);
  }

  /// Nothing where neither allele was called.
  std::optional<genetics::Call> call(const Typing& typing) const {
    const genetics::Locus& locus = contents_.loci[typing.locus].locus;
    const auto number = [&](const std::string& allele) {
      return is_not_called(allele, locus) ? genetics::not_called : locus.find(allele).value();
    };
    const int a = number(typing.first), b = number(typing.second);
    if (a == genetics::not_called && b == genetics::not_called) return std::nullopt;
    return genetics::GenotypeCall{std::min(a, b), std::max(a, b)};
  }

  void add_family(const FamilyEntry& entry) {
    FamilyTree tree = family_tree(entry, contents_);
    if (tree.missing.empty()) {
      note(contents_, "familias.family_unused", {entry.name}, entry.row);
      return;
    }
    const int number = static_cast<int>(problem_.families.size());
    for (const FamilyTree::MissingPerson& missing : tree.missing) {
      problem_.missing.push_back({tree.pedigree[missing.person].id, number, missing.person});
      missing_sex_.push_back(missing.sex);
    }
    dvi::Family family{entry.name, std::move(tree.pedigree), {}};
    family.observations.resize(problem_.markers.size());
    for (std::size_t person = 0; person < entry.persons.size(); ++person)
      for (const Typing& typing : entry.persons[person].typings)
        if (const auto seen = call(typing))
          family.observations[marker_of(typing)].push_back({static_cast<int>(person), *seen});
    problem_.families.push_back(std::move(family));
  }

  /// "Missing person" is one in every family: a name that is not alone gets its family's before it.
  void tell_apart() {
    std::vector<std::string> names;
    for (const dvi::Missing& missing : problem_.missing) names.push_back(missing.id);
    for (dvi::Missing& missing : problem_.missing)
      if (std::count(names.begin(), names.end(), missing.id) > 1)
        missing.id =
            problem_.families[static_cast<std::size_t>(missing.family)].id + ": " + missing.id;
    for (auto one = problem_.missing.begin(); one != problem_.missing.end(); ++one)
      for (auto other = problem_.missing.begin(); other != one; ++other)
        if (other->id == one->id) refuse("familias.person_twice", {one->id}, 0);
  }

  void add_victim(const PersonEntry& person) {
    for (const dvi::Victim& other : problem_.victims)
      if (other.id == person.name) refuse("familias.person_twice", {person.name}, person.row);
    dvi::Victim victim{person.name, {}};
    victim.calls.resize(problem_.markers.size());
    for (const Typing& typing : person.typings) victim.calls[marker_of(typing)] = call(typing);
    problem_.victims.push_back(std::move(victim));

    std::vector<int>& candidates = problem_.candidates.emplace_back();
    for (std::size_t m = 0; m < missing_sex_.size(); ++m)
      if (person.sex == Sex::unknown || missing_sex_[m] == Sex::unknown ||
          person.sex == missing_sex_[m])
        candidates.push_back(static_cast<int>(m));
  }

  Contents contents_;
  double rare_;
  dvi::Problem problem_;
  std::vector<int> marker_of_;    // by locus of the database
  std::vector<Sex> missing_sex_;  // by missing person
};

Error in_file(Error error, const std::string& path) {
  if (error.where.file.empty()) error.where.file = path;
  return error;
}

}  // namespace

bool is_familias_file(const std::string& path) {
  constexpr std::size_t enough = 256;
  const auto head = read_head(path, enough);
  if (!head) return false;
  const std::string first = head.value().substr(0, head.value().find('\n'));
  return first.find("Output from Familias") != first.npos;
}

Result<FamiliasCase> read_familias_case(const std::string& path, double rare_allele_minimum) {
  try {
    Lines lines{path};
    Contents contents;
    read_general_part(lines, contents);
    read_dvi_part(lines, contents);
    FamiliasCase made = CaseMaker{std::move(contents), rare_allele_minimum}.make();
    for (Error& note : made.notes) note = in_file(std::move(note), path);
    return made;
  } catch (const Refusal& refusal) {
    return in_file(refusal.error, path);
  }
}

}  // namespace confronta::importers
