// Hair, eyes and skin: one joint truth, since they go together, seen with errors on both sides and
// fading with decomposition. docs/method/pigmentation.md.

#include <array>

#include "models/evidence/common/findings.h"
#include "models/evidence/common/observed.h"
#include "models/evidence/common/outward.h"
#include "models/stats/latent_truth.h"

namespace confronta {
ModelFactory pigmentation_model();
namespace {

constexpr std::array<Trait, 3> traits{Trait::hair_colour, Trait::eye_colour, Trait::skin_colour};

// The truths of each feature. Neighbours on the list are easily taken for each other, except grey
// hair, which stands apart: it comes with the years, under a dye or none.
constexpr std::array<std::string_view, 6> hairs{"black", "dark_brown", "light_brown",
                                                "blond", "red",        "grey"};
constexpr std::array<std::string_view, 4> eyes{"dark", "light_brown", "green", "blue"};
constexpr std::array<std::string_view, 4> skins{"white", "light_brown", "brown", "dark"};
constexpr std::size_t grey = 5;
constexpr std::size_t truth_count = hairs.size() * eyes.size() * skins.size();

/// P(word | each truth of one feature); a word that fits every truth alike gives all 1.
using Sight = std::vector<double>;

struct Confusion {
  double adjacent;
  double far;
};

/// A word that names truth `named`: right unless a neighbour or a further truth was taken for it.
Sight sight_of(std::size_t named, std::size_t count, Confusion error) {
  Sight sight(count);
  for (std::size_t t = 0; t < count; ++t) {
    const std::size_t neighbours = (t > 0 ? 1 : 0) + (t + 1 < count ? 1 : 0);
    const std::size_t apart = named > t ? named - t : t - named;
    const double others = static_cast<double>(neighbours) * error.adjacent +
                          static_cast<double>(count - 1 - neighbours) * error.far;
    sight[t] = apart == 0 ? 1 - others : apart == 1 ? error.adjacent : error.far;
  }
  return sight;
}

std::size_t index_of(std::span<const std::string_view> list, std::string_view word) {
  std::size_t i = 0;
  while (i < list.size() && list[i] != word) ++i;
  return i;
}

class PigmentationTruth final : public OutwardTruth {
 public:
  explicit PigmentationTruth(const Parameters& p)
      : OutwardTruth(p),
        hair_{p["pigmentation.hair_adjacent"], p["pigmentation.hair_far"]},
        eye_{p["pigmentation.eye_adjacent"], p["pigmentation.eye_far"]},
        skin_{p["pigmentation.skin_adjacent"], p["pigmentation.skin_far"]},
        turned_grey_(p["pigmentation.turned_grey"]),
        grey_called_grey_(p["pigmentation.grey_called_grey"]),
        fallback_(types(p)) {}

  std::vector<std::string> truths() const override {
    std::vector<std::string> names;
    for (const auto hair : hairs)
      for (const auto eye : eyes)
        for (const auto skin : skins)
          names.push_back(std::string{hair} + '.' + std::string{eye} + '.' + std::string{skin});
    return names;
  }
  std::vector<double> fallback(bool /*remains*/) const override { return fallback_; }

  std::string key(const TraitTable& table, RowId row) const override {
    std::string words;
    for (const Trait trait : traits) append_words(words, observed_words(table, row, trait));
    return words == "|||" ? std::string{} : key_of(table, row, words);
  }

  std::vector<double> likelihood(const TraitTable& table, RowId row) const override {
    return seen(table, row, traits);
  }

  /// The likelihood of some of the three features alone.
  std::vector<double> seen(const TraitTable& table, RowId row,
                           std::span<const Trait> features) const {
    std::array<Sight, 3> sights;
    for (std::size_t f = 0; f < traits.size(); ++f) {
      const bool counts = index_of_trait(features, traits[f]) < features.size();
      sights[f] = feature(traits[f], counts ? observed_words(table, row, traits[f])
                                            : std::vector<std::string_view>{});
    }
    std::vector<double> likelihood;
    likelihood.reserve(truth_count);
    for (const double hair : sights[0])
      for (const double eye : sights[1])
        for (const double skin : sights[2]) likelihood.push_back(hair * eye * skin);
    fade(table, row, fallback_, likelihood);
    return likelihood;
  }

 private:
  static std::size_t index_of_trait(std::span<const Trait> list, Trait trait) {
    std::size_t i = 0;
    while (i < list.size() && list[i] != trait) ++i;
    return i;
  }

  /// Two types of colouring, dark and light, inside which hair, eyes and skin are independent.
  static std::vector<double> types(const Parameters& p) {
    std::vector<double> share(truth_count, 0);
    for (const std::string type : {"dark", "light"}) {
      const std::string stem = "pigmentation." + type + "_type";
      std::size_t t = 0;
      for (const auto hair : hairs)
        for (const auto eye : eyes)
          for (const auto skin : skins)
            share[t++] += p[stem] * p[stem + ".hair_" + std::string{hair}] *
                          p[stem + ".eyes_" + std::string{eye}] *
                          p[stem + ".skin_" + std::string{skin}];
    }
    normalise(share);
    return share;
  }

  Sight hair_sight(std::string_view word) const {
    if (word == "dyed" || word == "bald") return Sight(hairs.size(), 1.0);
    const bool greyish = word == "grey" || word == "greying";
    // Hair that is not grey: the words of its colour, or grey where it turned since.
    Sight sight(hairs.size(), turned_grey_);
    if (!greyish) {
      sight = sight_of(index_of(hairs, word), grey, hair_);
      for (double& s : sight) s *= 1 - turned_grey_;
      // Grey hair that is called by a colour (once its own, or a dye's): any of the five.
      sight.push_back((1 - grey_called_grey_) / static_cast<double>(grey));
    } else {
      sight[grey] = grey_called_grey_;
    }
    return sight;
  }
  Sight eye_sight(std::string_view word) const {
    if (word == "other") return Sight(eyes.size(), 1.0);
    const std::size_t named = word == "black" || word == "dark_brown" ? 0
                              : word == "light_brown"                 ? 1
                              : word == "hazel" || word == "green"    ? 2
                                                                      : 3;
    return sight_of(named, eyes.size(), eye_);
  }
  Sight skin_sight(std::string_view word) const {
    if (word == "yellow") return Sight(skins.size(), 1.0);
    const std::size_t named = word == "white" || word == "albino" ? 0
                              : word == "light_brown"             ? 1
                              : word == "brown"                   ? 2
                                                                  : 3;
    return sight_of(named, skins.size(), skin_);
  }
  /// Averaged over what several sources say; no word fits every truth alike.
  Sight feature(Trait trait, const std::vector<std::string_view>& words) const {
    const std::size_t count = trait == Trait::hair_colour  ? hairs.size()
                              : trait == Trait::eye_colour ? eyes.size()
                                                           : skins.size();
    if (words.empty()) return Sight(count, 1.0);
    Sight mean(count, 0.0);
    for (const std::string_view word : words) {
      const Sight one = trait == Trait::hair_colour  ? hair_sight(word)
                        : trait == Trait::eye_colour ? eye_sight(word)
                                                     : skin_sight(word);
      for (std::size_t t = 0; t < count; ++t) mean[t] += one[t] / static_cast<double>(words.size());
    }
    return mean;
  }

  Confusion hair_;
  Confusion eye_;
  Confusion skin_;
  double turned_grey_;
  double grey_called_grey_;
  std::vector<double> fallback_;
};

class PigmentationEvidence final : public OutwardEvidence {
 public:
  explicit PigmentationEvidence(const Preparation& preparation)
      : OutwardEvidence(preparation, std::make_unique<PigmentationTruth>(preparation.parameters),
                        "pigmentation", traits) {}

  Finding explain(RowId left, RowId right) const override {
    Finding finding = explain_whole(left, right);
    if (!speaks(left, right)) return finding;
    for (const Trait& trait : traits) add_feature(finding, left, right, trait);
    return finding;
  }

 private:
  const PigmentationTruth& colours() const {
    return static_cast<const PigmentationTruth&>(truth());
  }

  void add_feature(Finding& whole, RowId left, RowId right, const Trait& trait) const {
    const auto l = observed_words(left_table(), left, trait);
    const auto r = observed_words(right_table(), right, trait);
    if (l.empty() || r.empty()) return;
    const std::span<const Trait> alone{&trait, 1};
    Finding part = explain_part(left, right, trait, colours().seen(left_table(), left, alone),
                                colours().seen(right_table(), right, alone));
    part.reason = "pigmentation.feature";
    part.arguments = {"@trait." + std::string{trait_info(trait).name},
                      word_argument(trait, l.front()), word_argument(trait, r.front())};
    whole.details.push_back(std::move(part));
  }
};

void estimate(const Estimation& estimation, ReferenceSet& reference) {
  estimate_latent(estimation, PigmentationTruth{estimation.parameters}, "pigmentation", reference);
}
std::unique_ptr<Evidence> prepare(const Preparation& preparation) {
  return std::make_unique<PigmentationEvidence>(preparation);
}

}  // namespace

ModelFactory pigmentation_model() { return {estimate, prepare}; }

}  // namespace confronta
