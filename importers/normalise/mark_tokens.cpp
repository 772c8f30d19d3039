#include "importers/normalise/mark_tokens.h"

#include <algorithm>
#include <array>

#include "importers/normalise/text.h"

namespace confronta::importers {
namespace {

using Kind = MarkTokens::Kind;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80; }
bool is_wordly(char c) { return is_digit(c) || is_letter(c); }

constexpr std::size_t longest_open_quote = 60;
constexpr std::size_t longest_quote = 120;

// A point after these ends no sentence.
bool is_abbreviation(std::string_view word) {
  constexpr std::array<std::string_view, 22> list{
      "IZQ", "DER", "CM", "CMS", "MM",  "APROX", "NO", "NUM", "ANT", "POST", "LAT",
      "SUP", "INF", "ST", "INT", "EXT", "SRA",   "DR", "APX", "LT",  "RT",   "IZQDA"};
  return std::find(list.begin(), list.end(), word) != list.end();
}

class Scanner {
 public:
  explicit Scanner(std::string_view line, MarkTokens& out) : line_(line), out_(out) {}

  void run() {
    while (at_ < line_.size()) {
      const char c = line_[at_];
      if (c == '"' && at_ > 0 && is_digit(line_[at_ - 1]))
        ++at_;  // inches
      else if (c == '"')
        quote('"');
      else if (c == '\'' && opens_apostrophe())
        quote('\'');
      else if (is_wordly(c))
        word();
      else
        mark();
    }
  }

 private:
  char peek(std::size_t ahead) const {
    return at_ + ahead < line_.size() ? line_[at_ + ahead] : '\0';
  }
  void put(Kind kind, std::string text) {
    out_.kinds.push_back(kind);
    out_.texts.push_back(std::move(text));
  }
  bool at_segment_start() const { return out_.size() == 0 || out_.kinds.back() == Kind::stop; }

  // An apostrophe inside a word ("CHILD'S") opens nothing.
  bool opens_apostrophe() const {
    if (at_ > 0 && is_wordly(line_[at_ - 1])) return false;
    return is_wordly(peek(1)) && closing_apostrophe() != std::string_view::npos;
  }
  std::size_t closing_apostrophe() const {
    for (std::size_t i = at_ + 2; i < line_.size(); ++i)
      if (line_[i] == '\'' && (i + 1 == line_.size() || !is_wordly(line_[i + 1]))) return i;
    return std::string_view::npos;
  }

  void quote(char mark) {
    std::size_t end = mark == '"' ? line_.find('"', at_ + 1) : closing_apostrophe();
    const bool closed = end != std::string_view::npos;
    if (!closed) end = std::min({line_.find_first_of(",;.", at_), line_.size()});
    std::string inside = fold_words(line_.substr(at_ + 1, end - at_ - 1));
    const bool taken = inside.size() <= (closed ? longest_quote : longest_open_quote);
    if (taken && !inside.empty()) put(Kind::quote, std::move(inside));
    at_ = taken ? end + (closed ? 1 : 0) : at_ + 1;
  }

  // "R.R.S.", "J. L. M."
  bool initials() {
    std::string letters;
    std::size_t i = at_;
    while (i + 1 < line_.size() && line_[i] >= 'A' && line_[i] <= 'Z' && line_[i + 1] == '.') {
      letters += line_[i];
      i += 2;
      if (i + 1 < line_.size() && line_[i] == ' ' && i + 2 < line_.size() && line_[i + 2] == '.')
        ++i;
    }
    if (letters.size() < 2) return false;
    if (i < line_.size() && line_[i] >= 'A' && line_[i] <= 'Z' &&
        (i + 1 == line_.size() || !is_wordly(line_[i + 1])))
      letters += line_[i++];  // "R.R.S" without its last point
    put(Kind::word, letters);
    at_ = i;
    return true;
  }

  void word() {
    if (initials()) return;
    std::size_t end = at_;
    while (end < line_.size()) {
      const bool inner_point = (line_[end] == '.' || line_[end] == ',') && end > at_ &&
                               is_digit(line_[end - 1]) && end + 1 < line_.size() &&
                               is_digit(line_[end + 1]);
      const bool possessive = line_[end] == '\'' && end + 1 < line_.size() &&
                              line_[end + 1] == 'S' &&
                              (end + 2 == line_.size() || !is_wordly(line_[end + 2]));
      if (possessive) {
        std::string owner{line_.substr(at_, end - at_)};
        put(Kind::word, std::move(owner));
        at_ = end + 2;
        return;
      }
      if (!is_wordly(line_[end]) && !inner_point) break;
      ++end;
    }
    const std::string_view text = line_.substr(at_, end - at_);
    const bool short_number = text.size() <= 2 && std::all_of(text.begin(), text.end(), is_digit);
    const char after = end < line_.size() ? line_[end] : '\0';
    const bool numbered = short_number && (after == ')' || (after == '.' && at_segment_start()) ||
                                           (after == '-' && at_segment_start()));
    at_ = end;
    if (numbered) {
      while (at_ < line_.size() && (line_[at_] == '.' || line_[at_] == ')' || line_[at_] == '-'))
        ++at_;
      if (!at_segment_start()) put(Kind::stop, ";");
      return;
    }
    put(Kind::word, std::string{text});
  }

  void mark() {
    const char c = line_[at_];
    const bool spaced = at_ > 0 && line_[at_ - 1] == ' ' && (peek(1) == ' ' || peek(1) == '\0');
    const bool bullet = c == '*' && (spaced || at_segment_start());
    if (c == ';' || c == '|' || bullet) put(Kind::stop, ";");
    if (c == '.' &&
        !(out_.size() > 0 && out_.kinds.back() == Kind::word && is_abbreviation(out_.texts.back())))
      put(Kind::stop, ".");
    if (c == ',' || c == '(' || c == ')' || (c == '-' && spaced)) put(Kind::comma, ",");
    if (c == ':') put(Kind::colon, ":");
    ++at_;
  }

  std::string_view line_;
  MarkTokens& out_;
  std::size_t at_ = 0;
};

}  // namespace

MarkTokens mark_tokens(std::string_view text) {
  MarkTokens tokens;
  std::string sentence;
  const auto flush = [&] {
    const std::string folded = fold(sentence);
    Scanner{folded, tokens}.run();
    if (tokens.size() > 0 && tokens.kinds.back() != Kind::stop) {
      tokens.kinds.push_back(Kind::stop);
      tokens.texts.emplace_back(";");
    }
    sentence.clear();
  };
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    const std::size_t first = line.find_first_not_of(" \t\r");
    const bool goes_on =
        first != std::string_view::npos && line[first] >= 'a' && line[first] <= 'z';
    begin = end + 1;
    if (!goes_on && !sentence.empty()) flush();
    if (goes_on && sentinel(line)) continue;  // "nan", as spreadsheets join empty cells
    sentence += ' ';
    sentence += line;
  }
  flush();
  return tokens;
}

}  // namespace confronta::importers
