#pragma once
// The words, quotes and stops of a text on marks.

#include <string>
#include <string_view>
#include <vector>

namespace confronta::importers {

struct MarkTokens {
  enum class Kind : char {
    word,
    quote,  // text in quotes of any style
    comma,  // a comma, parenthesis or dash: parts things of one sentence
    colon,
    stop  // end of a sentence, line or item of a list
  };
  std::vector<std::string> texts;  // folded
  std::vector<Kind> kinds;
  std::size_t size() const { return texts.size(); }
};

/// Lines that go on in lower case are one sentence (NamUs breaks lines so); "1.-", "2)" and bullets
/// begin items; "3.5" and "R.R.S." are words; an unclosed quote ends with its clause.
MarkTokens mark_tokens(std::string_view text);

}  // namespace confronta::importers
