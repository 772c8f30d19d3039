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

ContentLevel level_of(TextAgreement agreement) {
  switch (agreement) {
    case TextAgreement::equal: return ContentLevel::text_equal;
    case TextAgreement::near: return ContentLevel::text_near;
    case TextAgreement::shared_word: return ContentLevel::text_word;
    case TextAgreement::unrelated: break;
  }
  return ContentLevel::contradictory;
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

  motif_sets_.emplace_back();
  motif_numbers_.emplace(std::vector<std::uint32_t>{}, 0U);
  texts_.emplace_back();
  std::array<std::vector<Counted>, mark_family_count> reference;
  for (std::size_t f = 0; f < mark_family_count; ++f)
    for (const auto& [key, count] : counts[f]->numbers)
      if (!key.empty()) reference[f].push_back({read(key), count});
  for (const auto& key : right_keys) right_.push_back(read(key));
  for (const auto& key : left_keys) left_.push_back(read(key));
  relate_texts();
  for (const Content& a : left_) ratios_.push_back(ratios_of(a, reference, parameters));
}

MarkContents::Content MarkContents::read(std::string_view key) {
  const SplitKey parts = split(key);
  std::vector<std::uint32_t> motifs;
  for (std::string_view motif : parts.motifs) motifs.push_back(rarity_.find(motif)->second);
  std::sort(motifs.begin(), motifs.end());
  Content content;
  const auto [at, is_new] =
      motif_numbers_.emplace(motifs, static_cast<std::uint32_t>(motif_sets_.size()));
  if (is_new) motif_sets_.push_back(std::move(motifs));
  content.motifs = at->second;
  PreparedText text{parts.text};
  if (text.empty()) return content;
  const auto [found, is_new_text] =
      text_numbers_.emplace(std::string{parts.text}, static_cast<std::uint32_t>(texts_.size()));
  if (is_new_text) texts_.push_back(std::move(text));
  content.text = found->second;
  return content;
}

void MarkContents::relate_texts() {
  const TextNeighbours neighbours{texts_};
  for (std::uint32_t t = 0; t < texts_.size(); ++t) related_.push_back(neighbours.of(t));
}

ContentLevel MarkContents::text_level(std::uint32_t a, std::uint32_t p) const {
  if (a == p) return ContentLevel::text_equal;
  const auto& related = related_[a];
  const auto at = std::lower_bound(related.begin(), related.end(), p,
                                   [](RelatedText r, std::uint32_t text) { return r.text < text; });
  return at != related.end() && at->text == p ? level_of(at->agreement)
                                              : ContentLevel::contradictory;
}

ContentLevel MarkContents::motif_level(std::uint32_t a, std::uint32_t p) const {
  if (a == 0 || p == 0) return ContentLevel::undescribed;
  if (a == p) return ContentLevel::same_motifs;
  const auto& motifs = motif_sets_[a];
  const auto& others = motif_sets_[p];
  for (std::size_t i = 0; i < motifs.size(); ++i)
    if (std::binary_search(others.begin(), others.end(), motifs[i]))
      return i == 0   ? ContentLevel::first_motif
             : i == 1 ? ContentLevel::second_motif
                      : ContentLevel::further_motif;
  return ContentLevel::contradictory;
}

MarkContents::Levels MarkContents::levels_of(const Content& a) const {
  Levels levels;
  if (a.text != 0) {
    levels.texts.assign(texts_.size(), ContentLevel::contradictory);
    levels.texts[a.text] = ContentLevel::text_equal;
    for (const RelatedText r : related_[a.text]) levels.texts[r.text] = level_of(r.agreement);
  }
  for (std::uint32_t p = 0; p < motif_sets_.size(); ++p)
    levels.motifs.push_back(motif_level(a.motifs, p));
  return levels;
}

MarkContents::Ratios MarkContents::ratios_of(
    const Content& a, const std::array<std::vector<Counted>, mark_family_count>& reference,
    const Parameters& parameters) const {
  Ratios ratios;
  for (auto& of_family : ratios) of_family.fill(1.0F);
  if (a.motifs == 0) return ratios;  // a text too counts as a motif
  const PreparedText& text = texts_[a.text];
  const std::size_t motifs = motif_sets_[a.motifs].size();
  const bool with_text = a.text != 0;
  const Levels levels = levels_of(a);
  const DescribedLevels m = agreement(with_text, parameters);
  const double pseudo = parameters["mark_content.pseudo_marks"];
  // Before any data: how often a mark at random agrees to each level that the left one allows; the
  // rest contradicts.
  const double rare = parameters["mark_content.prior_text"];
  const double common = parameters["mark_content.prior_motif"];
  const bool has_slips = text.letters.size() >= 4;
  const bool has_words = !text.words.empty() && text.words.front() != text.letters;
  DescribedLevels prior{with_text ? rare : 0,
                        has_slips ? rare : 0,
                        has_words ? 2 * rare : 0,
                        common / 2,
                        common,
                        motifs > 1 ? common : 0,
                        motifs > 2 ? common : 0,
                        0};
  double rest = 1;
  for (double p : prior) rest -= p;
  prior.back() = rest;
  for (std::size_t f = 0; f < mark_family_count; ++f) {
    DescribedLevels mass{};
    for (std::size_t l = 0; l < prior.size(); ++l) mass[l] = pseudo * prior[l];
    double all = pseudo;
    for (const auto& [content, marks] : reference[f]) {
      mass[static_cast<std::size_t>(level_in(levels, a, content))] += marks;
      all += marks;
    }
    for (double& share : mass) share /= all;
    DescribedLevels ratio{};
    level_ratios(m, mass, ratio);
    for (std::size_t l = 0; l < ratio.size(); ++l) ratios[f][l] = static_cast<float>(ratio[l]);
  }
  return ratios;
}

void MarkContents::levels(std::uint32_t left, std::span<ContentLevel> row) const {
  const Content& a = left_[left];
  const Levels levels = levels_of(a);
  for (std::size_t p = 0; p < right_.size(); ++p) row[p] = level_in(levels, a, right_[p]);
}

ContentLevel MarkContents::level(std::uint32_t left, std::uint32_t right) const {
  const Content& a = left_[left];
  const Content& p = right_[right];
  return a.text != 0 && p.text != 0 ? text_level(a.text, p.text) : motif_level(a.motifs, p.motifs);
}

}  // namespace confronta
