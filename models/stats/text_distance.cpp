#include "models/stats/text_distance.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

namespace confronta {
namespace {

/// Letters beyond this are ignored by jaro_winkler: a set of letters is one 64-bit word.
constexpr std::size_t longest = 64;

std::size_t common_prefix(std::string_view a, std::string_view b, std::size_t limit) {
  const std::size_t end = std::min({a.size(), b.size(), limit});
  std::size_t n = 0;
  while (n < end && a[n] == b[n]) ++n;
  return n;
}

}  // namespace

double jaro_winkler(std::string_view a, std::string_view b) {
  a = a.substr(0, longest);
  b = b.substr(0, longest);
  if (a == b) return 1;
  if (a.empty() || b.empty()) return 0;
  const std::size_t half = std::max(a.size(), b.size()) / 2;
  const std::size_t reach = half > 0 ? half - 1 : 0;
  std::uint64_t matched_a = 0;
  std::uint64_t matched_b = 0;
  int matches = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const std::size_t end = std::min(b.size(), i + reach + 1);
    for (std::size_t j = i > reach ? i - reach : 0; j < end; ++j) {
      if (a[i] != b[j] || (matched_b >> j & 1U) != 0) continue;
      matched_a |= std::uint64_t{1} << i;
      matched_b |= std::uint64_t{1} << j;
      ++matches;
      break;
    }
  }
  if (matches == 0) return 0;
  int out_of_order = 0;
  std::size_t j = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if ((matched_a >> i & 1U) == 0) continue;
    while ((matched_b >> j & 1U) == 0) ++j;
    if (a[i] != b[j++]) ++out_of_order;
  }
  const double m = matches;
  const double jaro = (m / static_cast<double>(a.size()) + m / static_cast<double>(b.size()) +
                       (m - out_of_order / 2) / m) /
                      3;
  return jaro + 0.1 * static_cast<double>(common_prefix(a, b, 4)) * (1 - jaro);
}

int damerau_levenshtein(std::string_view a, std::string_view b) {
  // Three rows of the alignment table: i - 2, i - 1 and i.
  std::array<std::vector<int>, 3> rows;
  for (auto& row : rows) row.resize(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) rows[0][j] = static_cast<int>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::vector<int>& now = rows[i % 3];
    const std::vector<int>& last = rows[(i + 2) % 3];
    const std::vector<int>& before = rows[(i + 1) % 3];
    now[0] = static_cast<int>(i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const int change = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      now[j] = std::min({last[j] + 1, now[j - 1] + 1, change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        now[j] = std::min(now[j], before[j - 2] + 1);
    }
  }
  return rows[a.size() % 3][b.size()];
}

bool within_one_edit(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1) return false;
  const std::size_t same = common_prefix(a, b, a.size());
  a.remove_prefix(same);
  b.remove_prefix(same);
  if (a.size() < b.size()) return a == b.substr(1);
  if (a.empty() || a.substr(1) == b.substr(1)) return true;
  return a.size() > 1 && a[0] == b[1] && a[1] == b[0] && a.substr(2) == b.substr(2);
}

}  // namespace confronta
