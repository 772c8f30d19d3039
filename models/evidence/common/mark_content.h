#pragma once
// What a mark shows: its motifs and its text, and how the descriptions of two marks agree.

#include <array>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "models/domain/reference_set.h"
#include "models/domain/value.h"
#include "models/parameters.h"
#include "models/stats/text_neighbours.h"

namespace confronta {

/// The key of a mark's content in a reference table: "rose+skull|KARLA"; "" where nothing is said
/// of it. A text brings the motif "letters" with it, which some sources write and others do not.
std::string content_key(const Mark& mark);

/// From the strongest agreement to none. Text decides before motifs: two texts that have nothing in
/// common are of two marks, whatever is drawn beside them. first_motif: the rarest motif of the
/// left mark is shared, second and further: only a commoner one.
enum class ContentLevel : std::uint8_t {
  text_equal,
  text_near,
  text_word,
  same_motifs,
  first_motif,
  second_motif,
  further_motif,
  contradictory,
  undescribed,  // one of the two says nothing of the content: neither for nor against
  count
};
inline constexpr std::size_t content_level_count = static_cast<std::size_t>(ContentLevel::count);
inline constexpr std::size_t described_level_count = content_level_count - 1;
/// Tattoos are described otherwise than scars and moles: their contents are counted apart.
enum class MarkFamily : std::uint8_t { tattoo, other };
inline constexpr std::size_t mark_family_count = 2;
MarkFamily mark_family(std::string_view type);

/// The contents of a run: of both sides and of the reference, each once.
class MarkContents {
 public:
  /// `counts[f]`: marks of the reference by content_key, for a family.
  MarkContents(std::array<const ReferenceTable*, mark_family_count> counts,
               const std::vector<std::string>& left_keys,
               const std::vector<std::string>& right_keys, const Parameters& parameters);

  /// Levels between a left content and all right contents, by the index of left_keys/right_keys.
  void levels(std::uint32_t left, std::span<ContentLevel> row) const;
  ContentLevel level(std::uint32_t left, std::uint32_t right) const;
  /// f(p | a) / u(p) of a level, for right marks of a family. undescribed: 1.
  float ratio(std::uint32_t left, MarkFamily family, ContentLevel level) const {
    return ratios_[left][static_cast<std::size_t>(family)][static_cast<std::size_t>(level)];
  }

 private:
  struct Content {
    std::uint32_t motifs = 0;  // number of the set of motifs; 0: nothing is said of the content
    std::uint32_t text = 0;    // number of the text; 0: none
  };
  using Ratios = std::array<std::array<float, content_level_count>, mark_family_count>;
  struct Counted {
    Content content;
    double marks;
  };

  Content read(std::string_view key);
  void relate_texts();
  /// Makes ready for comparisons with one content: the level of each text and of each set of
  /// motifs.
  struct Levels {
    std::vector<ContentLevel> texts;
    std::vector<ContentLevel> motifs;
  };
  Levels levels_of(const Content& a) const;
  static ContentLevel level_in(const Levels& levels, const Content& a, const Content& p) {
    return a.text != 0 && p.text != 0 ? levels.texts[p.text] : levels.motifs[p.motifs];
  }
  ContentLevel motif_level(std::uint32_t a, std::uint32_t p) const;
  ContentLevel text_level(std::uint32_t a, std::uint32_t p) const;
  Ratios ratios_of(const Content& a,
                   const std::array<std::vector<Counted>, mark_family_count>& reference,
                   const Parameters& parameters) const;

  std::map<std::string, std::uint32_t, std::less<>> rarity_;
  std::map<std::vector<std::uint32_t>, std::uint32_t> motif_numbers_;
  std::vector<std::vector<std::uint32_t>> motif_sets_;  // motifs by rarity: the rarest first
  std::map<std::string, std::uint32_t, std::less<>> text_numbers_;
  std::vector<PreparedText> texts_;
  std::vector<std::vector<RelatedText>> related_;  // of each text
  std::vector<Content> left_;
  std::vector<Content> right_;
  std::vector<Ratios> ratios_;
};

}  // namespace confronta
