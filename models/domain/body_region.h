#pragma once
// The words for places on the body that marks, old injuries and parts are given by: a tree, since
// one source writes "arm" where another writes "forearm". The registers' own lists (RNPDNO's and
// the 92 numbered regions of Veracruz's commission) are mapped on it by importers/normalise.

#include <span>
#include <string_view>

namespace confronta {

/// `word` is what Mark::region and BodyHistory::region hold. `parent` is the word of the region
/// that it is a part of; "" for the five at the top: head, neck, trunk, arm, leg.
struct BodyRegion {
  std::string_view word;
  std::string_view parent;
};

/// All regions, parents before their parts.
std::span<const BodyRegion> body_regions();
/// The region of a word, or nullptr.
const BodyRegion* find_body_region(std::string_view word);
/// Whether `inner` is `outer` or lies within it ("arm" contains "finger"). False for words that are
/// not regions.
bool region_contains(std::string_view outer, std::string_view inner);
/// The top region that `word` belongs to ("finger" -> "arm"), "" for a word that is no region.
std::string_view region_group(std::string_view word);
/// Whether the region exists twice on a body (left and right). False for words that are no region.
bool region_is_paired(std::string_view word);

}  // namespace confronta
