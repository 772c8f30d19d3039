#pragma once
// Who descends from whom.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "models/domain/result.h"

namespace confronta::genetics {

enum class Sex { unknown, male, female };

inline constexpr int no_parent = -1;

struct Person {
  std::string id;
  Sex sex = Sex::unknown;
  int father = no_parent;  // index of a person of the same pedigree
  int mother = no_parent;

  bool is_founder() const { return father == no_parent && mother == no_parent; }
};

/// A row of a pedigree file: parents by id, "" for one that is not listed.
struct PedigreeRow {
  std::string id;
  std::string father;
  std::string mother;
  Sex sex = Sex::unknown;
};

/// Any number of families, with loops, inbreeding and untyped persons. One parent alone may be
/// listed. Immutable.
class Pedigree {
 public:
  /// Errors: "genetics.person_twice", "genetics.unknown_parent", "genetics.parent_sex" (a father
  /// who is a woman, a mother who is a man; an unknown sex follows from the role),
  /// "genetics.own_ancestor".
  static Result<Pedigree> make(std::span<const PedigreeRow> rows);

  int size() const { return static_cast<int>(persons_.size()); }
  const Person& operator[](int person) const { return persons_[static_cast<std::size_t>(person)]; }
  const std::vector<Person>& persons() const { return persons_; }
  std::optional<int> find(std::string_view id) const;
  /// Every person after both parents.
  const std::vector<int>& parents_first() const { return parents_first_; }

  /// The same with an untyped founder for every parent of whom only the other is listed. The
  /// founders come after all others, so that a person keeps the number. Their id is "".
  Pedigree with_both_parents() const;

  /// The same with one more founder, unrelated to all, as the last person. The id is "".
  Pedigree with_unrelated(Sex sex) const;

  /// Familias' convention: an untyped person without children is left out, and so is an untyped
  /// founder with one child, whose allele then comes straight from the population; again until
  /// nobody is left to leave out. Persons keep their number; one left out has no link to anybody.
  /// It is the full pedigree's likelihood where mutation keeps the frequencies (none, proportional,
  /// the reversible transforms), and another one where it does not (equal, stepwise).
  /// `keep`, one a person: typed at any locus, or wanted for another reason.
  Pedigree pruned(const std::vector<bool>& keep) const;

 private:
  std::vector<Person> persons_;
  std::vector<int> parents_first_;
};

}  // namespace confronta::genetics
