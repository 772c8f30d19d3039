#pragma once
// The profiles of many remains, coded by class: what a family must be asked of each only once.

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <tuple>
#include <vector>

#include "models/stats/genetics/call.h"

namespace confronta::genetics {

/// Profiles over a fixed list of loci. Two calls at a locus are of one class if they say
/// the same: a/b and b/a, or one set of alleles with the same drop-out and drop-in. Classes are
/// numbered as they first occur; "not typed", which is also what -/- says, is always class 0. The
/// codes of a locus stand one after the other.
/// What a call says on X depends on the sex of the remains, so a locus there is listed twice, for
/// those who have one copy and for those who have two: a profile has its call in one of both.
/// Not for other threads while a profile is added; the loci outlive it.
class ProfileClasses {
 public:
  using Code = std::uint16_t;
  static constexpr Code not_typed = 0;
  static constexpr std::size_t most_classes = 1U << 16U;

  /// `one_copy`: of each locus; empty: two copies everywhere, of autosomes alone.
  /// Errors: "genetics.scan_autosomal" (on X, and not said; or one copy of an autosome).
  static Result<ProfileClasses> make(const std::vector<const Locus*>& loci,
                                     const std::vector<bool>& one_copy = {});

  /// One call a locus, none where it was not typed; alleles are places in the locus's list. Gives
  /// the profile's number: 0, 1, 2, ...
  /// Errors: "genetics.call_impossible" (no genotype gives such a call), "genetics.too_many_calls"
  /// (beyond most_classes). Nothing is added then.
  Result<std::size_t> add(std::span<const std::optional<Call>> profile);

  std::size_t size() const { return profiles_; }
  std::size_t loci() const { return columns_.size(); }
  const Locus& locus(std::size_t at) const { return *columns_[at].locus; }
  bool one_copy(std::size_t at) const { return columns_[at].one_copy; }
  /// Of every profile.
  std::span<const Code> codes(std::size_t at) const { return columns_[at].codes; }
  /// What classes 1, 2, ... of the locus say.
  std::span<const Call> calls(std::size_t at) const { return columns_[at].calls; }

  /// P(call | genotype), by genotype_index; of one copy that of the allele twice.
  struct Fit {
    std::uint32_t genotype;
    double probability;
  };
  /// Where that of class `code` (not 0) is above 0, in the order of the genotypes; at least one.
  std::span<const Fit> fits(std::size_t at, std::size_t code) const {
    const Column& column = columns_[at];
    return std::span(column.fits)
        .subspan(column.ends[code - 1], column.ends[code] - column.ends[code - 1]);
  }

 private:
  // whether a set of detected alleles, the alleles, drop-out, drop-in
  using Key = std::tuple<bool, std::vector<int>, double, double>;
  struct Column {
    const Locus* locus = nullptr;
    bool one_copy = false;
    std::vector<Code> codes;
    std::vector<Call> calls;
    std::vector<Fit> fits;             // by class
    std::vector<std::size_t> ends{0};  // of each class's, "not typed" having none
    std::map<Key, Code> known;
  };
  static Key key_of(const Call& call);
  static Result<Code> class_of(Column& column, const std::optional<Call>& call);

  std::vector<Column> columns_;
  std::size_t profiles_ = 0;
};

}  // namespace confronta::genetics
