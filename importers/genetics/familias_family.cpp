#include "importers/genetics/familias_family.h"

#include <algorithm>

#include "importers/formats/cell_text.h"

namespace confronta::importers::familias {
namespace {

using genetics::Sex;

constexpr std::string_view reference_pedigree = "Reference pedigree";
constexpr std::string_view missing_person = "Missing person";

bool names_a_missing_person(std::string_view name) {
  const std::string lower = lower_ascii(name);
  return lower.rfind("missing", 0) == 0 || lower.rfind("desaparecid", 0) == 0;
}

Sex other_sex(Sex sex) {
  return sex == Sex::male ? Sex::female : sex == Sex::female ? Sex::male : Sex::unknown;
}

/// A person of the family while its tree is made.
struct Member {
  std::string name;
  Sex sex = Sex::unknown;
  bool sex_assumed = false, related = false, typed = false;
  std::vector<int> parents;  // by number of the member, at most two
};

class TreeMaker {
 public:
  TreeMaker(const FamilyEntry& family, Contents& contents) : family_(family), contents_(contents) {}

  FamilyTree make() {
    for (const PersonEntry& person : family_.persons)
      members_.push_back({person.name, person.sex, false, false, !person.typings.empty(), {}});
    if (const PedigreeEntry* pedigree = chosen())
      for (const Relation& relation : pedigree->relations) add(relation);
    settle_sexes();
    FamilyTree tree{must(genetics::Pedigree::make(rows()), family_.row), {}};
    for (int person = 0; person < static_cast<int>(members_.size()); ++person) {
      const Member& member = members_[static_cast<std::size_t>(person)];
      if (!names_a_missing_person(member.name)) continue;
      if (member.related || member.typed)
        tree.missing.push_back({person, member.sex_assumed ? Sex::unknown : member.sex});
      else
        note(contents_, "familias.no_relation", {member.name, family_.name}, family_.row);
    }
    return tree;
  }

 private:
  const PedigreeEntry* chosen() {
    const auto& all = family_.pedigrees;
    auto found = std::find_if(all.begin(), all.end(), [](const PedigreeEntry& pedigree) {
      return pedigree.name != reference_pedigree;
    });
    if (found == all.end()) return all.empty() ? nullptr : &all.front();
    for (auto other = found + 1; other != all.end(); ++other)
      note(contents_, "familias.pedigree_unused", {family_.name, found->name, other->name},
           family_.row);
    return &*found;
  }

  int number_of(const std::string& name, std::uint64_t row) {
    const auto found = std::find_if(members_.begin(), members_.end(),
                                    [&](const Member& member) { return member.name == name; });
    if (found != members_.end()) return static_cast<int>(found - members_.begin());
    if (name != missing_person) refuse("familias.unknown_person", {name, family_.name}, row);
    members_.push_back({name, Sex::unknown, false, false, false, {}});
    return static_cast<int>(members_.size()) - 1;
  }

  void add(const Relation& relation) {
    const int parent = number_of(relation.parent, relation.row);
    const int child = number_of(relation.child, relation.row + 1);
    member(parent).related = member(child).related = true;
    std::vector<int>& parents = member(child).parents;
    if (std::find(parents.begin(), parents.end(), parent) != parents.end()) return;
    if (parents.size() == 2) refuse("familias.third_parent", {relation.child}, relation.row);
    parents.push_back(parent);
  }

  void settle_sexes() {
    infer_sexes();
    for (std::size_t child = 0; child < members_.size(); ++child)
      for (const int parent : members_[child].parents) {
        if (member(parent).sex != Sex::unknown) continue;
        member(parent).sex = Sex::male;
        member(parent).sex_assumed = true;
        note(contents_, "familias.sex_assumed", {member(parent).name, family_.name}, family_.row);
        infer_sexes();
      }
  }

  /// From one parent to the other, until nothing changes. A sex that follows from an assumed one is
  /// assumed too.
  void infer_sexes() {
    for (bool changed = true; changed;) {
      changed = false;
      for (const Member& child : members_) {
        if (child.parents.size() < 2) continue;
        for (const auto& [from, to] : {std::pair{child.parents[0], child.parents[1]},
                                       std::pair{child.parents[1], child.parents[0]}}) {
          if (member(from).sex == Sex::unknown || member(to).sex != Sex::unknown) continue;
          member(to).sex = other_sex(member(from).sex);
          member(to).sex_assumed = member(from).sex_assumed;
          changed = true;
        }
      }
    }
  }

  std::vector<genetics::PedigreeRow> rows() {
    std::vector<genetics::PedigreeRow> rows;
    for (const Member& child : members_) {
      genetics::PedigreeRow row{child.name, "", "", child.sex};
      for (const int parent : child.parents) {
        std::string& place = member(parent).sex == Sex::female ? row.mother : row.father;
        if (!place.empty()) refuse("familias.third_parent", {child.name}, family_.row);
        place = member(parent).name;
      }
      rows.push_back(std::move(row));
    }
    return rows;
  }

  Member& member(int number) { return members_[static_cast<std::size_t>(number)]; }

  const FamilyEntry& family_;
  Contents& contents_;
  std::vector<Member> members_;
};

}  // namespace

FamilyTree family_tree(const FamilyEntry& family, Contents& contents) {
  return TreeMaker{family, contents}.make();
}

}  // namespace confronta::importers::familias
