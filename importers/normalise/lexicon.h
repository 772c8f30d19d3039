#pragma once
// Lists of words and phrases with what they mean, looked up in running text.

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace confronta::importers {

/// A phrase as fold_words gives it ("SANTA MUERTE") and the canonical word it stands for.
struct Phrase {
  std::string_view phrase;
  std::string_view word;
};

/// An index over a list of phrases. The list must outlive it. Immutable: shared by threads.
class Lexicon {
 public:
  struct Match {
    std::string_view word;   // the canonical word
    std::size_t length = 0;  // tokens that the phrase takes; 0 = no phrase begins here
    explicit operator bool() const { return length > 0; }
  };

  explicit Lexicon(std::span<const Phrase> phrases);
  /// The longest phrase that begins at token `at`. A token that no phrase begins with is tried
  /// again in the singular ("CRUCES") and without its diminutive ("ROSITA", "FLORECITA").
  Match match(std::span<const std::string> tokens, std::size_t at) const;
  /// The canonical word of a whole text, "" where the text is not a phrase of the list.
  std::string_view word_of(std::span<const std::string> tokens) const;

 private:
  struct Entry {
    std::vector<std::string_view> rest;  // the tokens after the first
    std::string_view word;
  };
  Match longest(std::string_view first, std::span<const std::string> tokens, std::size_t at) const;

  std::unordered_map<std::string_view, std::vector<Entry>> by_first_;
};

/// The forms a Spanish or English word may have in a list: singular, without diminutive.
std::vector<std::string> base_forms(std::string_view word);

}  // namespace confronta::importers
