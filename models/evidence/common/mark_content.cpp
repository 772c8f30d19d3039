#include "models/evidence/common/mark_content.h"

#include <algorithm>
#include <set>

#include "models/stats/level_ratios.h"

namespace confronta {
namespace {

constexpr std::string_view letters = "letters";

struct SplitKey {
  std::vector<std::string_view> motifs;
  std::string_view text;
};

SplitKey split(std::string_view key) {
  SplitKey parts;
  const auto bar = key.find('|');
  if (bar != std::string_view::npos) parts.text = key.substr(bar + 1);
  std::string_view motifs = key.substr(0, bar);
  while (!motifs.empty()) {
    const auto plus = motifs.find('+');
    parts.motifs.push_back(motifs.substr(0, plus));
    motifs.remove_prefix(plus == std::string_view::npos ? motifs.size() : plus + 1);
  }
  return parts;
}

using DescribedLevels = std::array<double, described_level_count>;

// How two records of one mark agree: from the parameters of a left mark with text or without.
DescribedLevels agreement(bool with_text, const Parameters& parameters) {
  const std::string family = with_text ? "mark_content.text." : "mark_content.motif.";
  DescribedLevels m{};
  double rest = 1;
  static constexpr std::array<std::string_view, described_level_count - 1> names{
      "equal", "near", "word", "same_motifs", "first_motif", "second_motif", "further_motif"};
  for (std::size_t l = 0; l < names.size(); ++l) {
    if (!with_text && l < 3) continue;  // no text, no agreement of texts
    m[l] = parameters[family + std::string{names[l]}];
    rest -= m[l];
  }
  m[described_level_count - 1] = rest;
  return m;
}

}  // namespace

std::string content_key(const Mark& mark) {
  std::set<std::string_view> motifs{mark.motifs.begin(), mark.motifs.end()};
  const PreparedText text{mark.inscription};
  if (!text.empty()) motifs.insert(letters);
  std::string key;
  for (std::string_view motif : motifs) {
    if (!key.empty()) key += '+';
    key += motif;
  }
  if (text.empty()) return key;
  key += '|';
  for (char c : mark.inscription)
    key += static_cast<unsigned char>(c) < ' ' ? ' ' : c;  // a key holds no tab and no line end
  return key;
}

MarkFamily mark_family(std::string_view type) {
  return type == "tattoo" ? MarkFamily::tattoo : MarkFamily::other;
}

MarkContents::MarkContents(std::array<const ReferenceTable*, mark_family_count> counts,
                           const std::vector<std::string>& left_keys,
                           const std::vector<std::string>& right_keys,
                           const Parameters& parameters) {
  std::map<std::string, double, std::less<>> uses;
  const auto count_motifs = [&](std::string_view key, double count) {
    for (std::string_view motif : split(key).motifs) uses[std::string{motif}] += count;
  };
  for (const ReferenceTable* table : counts)
    for (const auto& [key, count] : table->numbers) count_motifs(key, count);
  for (const auto& key : left_keys) count_motifs(key, 0);
  for (const auto& key : right_keys) count_motifs(key, 0);
  std::vector<std::pair<double, std::string>> by_rarity;
  for (const auto& [motif, count] : uses) by_rarity.emplace_back(count, motif);
  std::sort(by_rarity.begin(), by_rarity.end());
  for (std::uint32_t i = 0; i < by_rarity.size(); ++i) rarity_[by_rarity[i].second] = i;

  std::array<std::vector<std::pair<Content, double>>, mark_family_count> reference;
  for (std::size_t f = 0; f < mark_family_count; ++f)
    for (const auto& [key, count] : counts[f]->numbers)
      if (!key.empty()) reference[f].emplace_back(read(key), count);
  for (const auto& key : right_keys) right_.push_back(read(key));
  for (const auto& key : left_keys) {
    left_.push_back(read(key));
    ratios_.push_back(ratios_of(left_.back(), reference, parameters));
  }
}

MarkContents::Content MarkContents::read(std::string_view key) const {
  const SplitKey parts = split(key);
  Content content;
  for (std::string_view motif : parts.motifs) content.motifs.push_back(rarity_.find(motif)->second);
  std::sort(content.motifs.begin(), content.motifs.end());
  content.text = PreparedText{parts.text};
  return content;
}

ContentLevel MarkContents::compare(const Content& a, const Content& p) {
  if (!a.described() || !p.described()) return ContentLevel::undescribed;
  if (!a.text.empty() && !p.text.empty()) {
    switch (text_agreement(a.text, p.text)) {
      case TextAgreement::equal: return ContentLevel::text_equal;
      case TextAgreement::near: return ContentLevel::text_near;
      case TextAgreement::shared_word: return ContentLevel::text_word;
      case TextAgreement::unrelated: return ContentLevel::contradictory;
    }
  }
  if (a.motifs == p.motifs) return ContentLevel::same_motifs;
  for (std::size_t i = 0; i < a.motifs.size(); ++i)
    if (std::binary_search(p.motifs.begin(), p.motifs.end(), a.motifs[i]))
      return i == 0   ? ContentLevel::first_motif
             : i == 1 ? ContentLevel::second_motif
                      : ContentLevel::further_motif;
  return ContentLevel::contradictory;
}

MarkContents::Ratios MarkContents::ratios_of(
    const Content& a,
    const std::array<std::vector<std::pair<Content, double>>, mark_family_count>& reference,
    const Parameters& parameters) const {
  Ratios ratios;
  for (auto& of_family : ratios) of_family.fill(1.0F);
  if (!a.described()) return ratios;
  const bool with_text = !a.text.empty();
  const DescribedLevels m = agreement(with_text, parameters);
  const double pseudo = parameters["mark_content.pseudo_marks"];
  // Before any data: how often a mark at random agrees to each level that the left one allows; the
  // rest contradicts.
  const double rare = parameters["mark_content.prior_text"];
  const double common = parameters["mark_content.prior_motif"];
  const bool has_slips = a.text.letters.size() >= 4;
  const bool has_words = !a.text.words.empty() && a.text.words.front() != a.text.letters;
  DescribedLevels prior{with_text ? rare : 0,
                        has_slips ? rare : 0,
                        has_words ? 2 * rare : 0,
                        common / 2,
                        common,
                        a.motifs.size() > 1 ? common : 0,
                        a.motifs.size() > 2 ? common : 0,
                        0};
  double rest = 1;
  for (double p : prior) rest -= p;
  prior.back() = rest;
  for (std::size_t f = 0; f < mark_family_count; ++f) {
    DescribedLevels mass{};
    for (std::size_t l = 0; l < prior.size(); ++l) mass[l] = pseudo * prior[l];
    double all = pseudo;
    for (const auto& [content, count] : reference[f]) {
      mass[static_cast<std::size_t>(compare(a, content))] += count;
      all += count;
    }
    for (double& share : mass) share /= all;
    DescribedLevels ratio{};
    level_ratios(m, mass, ratio);
    for (std::size_t l = 0; l < ratio.size(); ++l) ratios[f][l] = static_cast<float>(ratio[l]);
  }
  return ratios;
}

void MarkContents::levels(std::uint32_t left, std::span<ContentLevel> row) const {
  for (std::size_t p = 0; p < right_.size(); ++p) row[p] = compare(left_[left], right_[p]);
}

ContentLevel MarkContents::level(std::uint32_t left, std::uint32_t right) const {
  return compare(left_[left], right_[right]);
}

}  // namespace confronta
