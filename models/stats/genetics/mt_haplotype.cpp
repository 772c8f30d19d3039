#include "models/stats/genetics/mt_haplotype.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace confronta::genetics {
namespace {

constexpr int genome_length = 16569;
constexpr std::array c_stretches{309, 315, 573, 16193};

// Takes a whole number off the front.
std::optional<int> take_number(std::string_view& text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc()) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return number;
}

bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }
char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

std::optional<MtDifference> read_difference(std::string_view text) {
  if (!text.empty() && is_letter(text.front())) text.remove_prefix(1);  // the reference's base
  MtDifference read;
  const auto position = take_number(text);
  if (!position || *position < 1 || *position > genome_length) return std::nullopt;
  read.position = *position;
  if (!text.empty() && text.front() == '.') {
    text.remove_prefix(1);
    const auto insertion = take_number(text);
    if (!insertion || *insertion < 1) return std::nullopt;
    read.insertion = *insertion;
  }
  std::string rest(text);
  std::transform(rest.begin(), rest.end(), rest.begin(), upper);
  if (text == "d" || rest == "DEL" || rest == "-")
    read.base = '-';
  else if (rest.size() == 1 &&
           std::string_view("ACGTRYSWKMBDHVN").find(rest[0]) != std::string_view::npos)
    read.base = rest[0];
  else
    return std::nullopt;
  return read;
}

// The bases that a IUPAC letter stands for, as bits A, C, G, T; a deletion is a state of its own.
unsigned bases(char letter) {
  static constexpr std::string_view letters = "ACMGRSVTWYHKDBN";
  if (letter == '-') return 16;
  return static_cast<unsigned>(letters.find(letter)) + 1;
}

bool covers(const MtHaplotype& haplotype, int position) {
  return std::any_of(haplotype.range.begin(), haplotype.range.end(), [&](const auto& stretch) {
    return stretch.first <= position && position <= stretch.last;
  });
}

bool counts(const MtDifference& difference, const MtHaplotype& other, const MtRules& rules) {
  if (!covers(other, difference.position)) return false;
  const bool length =
      difference.insertion > 0 &&
      std::find(c_stretches.begin(), c_stretches.end(), difference.position) != c_stretches.end();
  return !(length && rules.ignore_length_variants);
}

// Whether the other list has the difference, or one at its place that a mixed base makes agree.
bool shared(const MtDifference& difference, const MtHaplotype& other, const MtRules& rules) {
  return std::any_of(other.differences.begin(), other.differences.end(),
                     [&](const MtDifference& theirs) {
                       if (theirs == difference) return true;
                       return rules.mixed_bases_agree && theirs.position == difference.position &&
                              theirs.insertion == difference.insertion &&
                              (bases(theirs.base) & bases(difference.base)) != 0;
                     });
}

// The same positions, each in one stretch.
std::vector<MtHaplotype::Stretch> disjoint(std::vector<MtHaplotype::Stretch> range) {
  std::sort(range.begin(), range.end(),
            [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<MtHaplotype::Stretch> merged;
  for (const MtHaplotype::Stretch& stretch : range)
    if (!merged.empty() && stretch.first <= merged.back().last)
      merged.back().last = std::max(merged.back().last, stretch.last);
    else
      merged.push_back(stretch);
  return merged;
}

}  // namespace

Result<MtHaplotype> MtHaplotype::make(std::string_view range,
                                      const std::vector<std::string>& differences) {
  MtHaplotype haplotype;
  const Error bad_range{"genetics.mt_range", {std::string(range)}, {}};
  for (std::string_view rest = range; !rest.empty();) {
    const auto first = take_number(rest);
    if (!first || rest.empty() || rest.front() != '-') return bad_range;
    rest.remove_prefix(1);
    const auto last = take_number(rest);
    if (!last || std::min(*first, *last) < 1 || std::max(*first, *last) > genome_length)
      return bad_range;
    if (*first <= *last) {
      haplotype.range.push_back({*first, *last});
    } else {
      haplotype.range.push_back({*first, genome_length});
      haplotype.range.push_back({1, *last});
    }
    while (!rest.empty() && (rest.front() == ';' || rest.front() == ' ')) rest.remove_prefix(1);
  }
  for (const std::string& text : differences) {
    const auto difference = read_difference(text);
    if (!difference || !covers(haplotype, difference->position))
      return Error{"genetics.mt_difference", {text, std::string(range)}, {}};
    haplotype.differences.insert(*difference);
  }
  return haplotype;
}

MtComparison compare(const MtHaplotype& one, const MtHaplotype& other, const MtRules& rules) {
  MtComparison result;
  for (const MtHaplotype::Stretch& mine : disjoint(one.range))
    for (const MtHaplotype::Stretch& theirs : disjoint(other.range))
      result.positions +=
          std::max(0, std::min(mine.last, theirs.last) - std::max(mine.first, theirs.first) + 1);
  if (result.positions == 0) return result;
  for (const auto& [mine, theirs] : {std::pair{&one, &other}, std::pair{&other, &one}})
    for (const MtDifference& difference : mine->differences)
      result.differences +=
          counts(difference, *theirs, rules) && !shared(difference, *theirs, rules);
  result.conclusion = result.differences == 0                          ? MtConclusion::match
                      : result.differences <= rules.inconclusive_up_to ? MtConclusion::inconclusive
                                                                       : MtConclusion::exclusion;
  return result;
}

}  // namespace confronta::genetics
