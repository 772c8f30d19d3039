#include "models/stats/text_neighbours.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <rapidcheck/gtest.h>
#include <map>
#include <string>

namespace confronta {
namespace {

std::map<std::uint32_t, TextAgreement> found(const std::vector<PreparedText>& texts,
                                             std::uint32_t text) {
  std::map<std::uint32_t, TextAgreement> all;
  for (const RelatedText& r : TextNeighbours{texts}.of(text)) all[r.text] = r.agreement;
  return all;
}

std::map<std::uint32_t, TextAgreement> by_comparing_all(const std::vector<PreparedText>& texts,
                                                        std::uint32_t text) {
  std::map<std::uint32_t, TextAgreement> all;
  for (std::uint32_t other = 0; other < texts.size(); ++other) {
    const TextAgreement agreement = text_agreement(texts[text], texts[other]);
    if (other != text && agreement != TextAgreement::unrelated) all[other] = agreement;
  }
  return all;
}

TEST(TextNeighbours, FindsEachKindOfAgreement) {
  const std::vector<PreparedText> texts{
      PreparedText{"MI VIDA LOCA"},     PreparedText{"MI VIDA L0CA"}, PreparedText{"MIVIDALOCA"},
      PreparedText{"POR MI VIDA LOCA"}, PreparedText{"LA VIDA"},      PreparedText{"ANGEL"}};
  const auto related = found(texts, 0);
  EXPECT_EQ(related, (std::map<std::uint32_t, TextAgreement>{{1, TextAgreement::near},
                                                             {2, TextAgreement::equal},
                                                             {3, TextAgreement::near},
                                                             {4, TextAgreement::shared_word}}));
}

TEST(TextNeighbours, InitialsFindOnlyThemselves) {
  const std::vector<PreparedText> texts{PreparedText{"B"}, PreparedText{"B."}, PreparedText{"BR"},
                                        PreparedText{""}};
  EXPECT_EQ(found(texts, 0), (std::map<std::uint32_t, TextAgreement>{{1, TextAgreement::equal}}));
  EXPECT_TRUE(found(texts, 3).empty());
}

/// A text of a few letters, so that slips, runs and words meet by chance.
rc::Gen<std::string> few_letters(int longest) {
  return rc::gen::resize(
      longest, rc::gen::container<std::string>(rc::gen::elementOf(std::string{"AABBCDE "})));
}

/// A text with up to two slips of one kind or another.
std::string with_slips(std::string text) {
  const int slips = *rc::gen::inRange(0, 3);
  for (int s = 0; s < slips && text.size() > 1; ++s) {
    const auto at = *rc::gen::inRange<std::size_t>(0, text.size() - 1);
    switch (*rc::gen::inRange(0, 4)) {
      case 0: text.erase(at, 1); break;
      case 1: text.insert(at, 1, 'X'); break;
      case 2: text[at] = 'Y'; break;
      default: std::swap(text[at], text[at + 1]); break;
    }
  }
  return text;
}

RC_GTEST_PROP(TextNeighbours, NoAgreementEscapesTheKeys, ()) {
  std::vector<PreparedText> texts;
  for (int i = 0; i < 6; ++i) {
    const std::string text = *few_letters(i % 2 == 0 ? 12 : 40);
    texts.emplace_back(text);
    texts.emplace_back(with_slips(text));
  }
  for (std::uint32_t t = 0; t < texts.size(); ++t)
    if (!texts[t].empty()) RC_ASSERT(found(texts, t) == by_comparing_all(texts, t));
}

}  // namespace
}  // namespace confronta
