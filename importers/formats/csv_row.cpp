#include "importers/formats/csv_row.h"

#include <optional>

namespace confronta::importers {
namespace {

constexpr std::size_t npos = std::string_view::npos;

class Cutter {
 public:
  Cutter(std::string_view text, bool at_end, CsvDialect dialect, CsvRow& row)
      : text_(text), at_end_(at_end), dialect_(dialect), row_(row) {}

  CsvCut cut() {
    row_.cells.clear();
    row_.lines = 1;
    std::size_t i = 0;
    for (;;) {
      const CsvCut found = i < text_.size() && text_[i] == '"' ? quoted(i) : plain(i);
      if (found != CsvCut::row) return found;
      if (i == text_.size()) return at_end_ ? end(i, i) : CsvCut::need_more;
      if (text_[i] == dialect_.delimiter) {
        ++i;
        continue;
      }
      const std::size_t next = line_end(i);
      return next == npos ? CsvCut::need_more : end(i, next);
    }
  }

 private:
  CsvCut end(std::size_t length, std::size_t next) {
    row_.length = length;
    row_.next = next;
    return CsvCut::row;
  }

  /// Behind the end of line at `i`; 0 if there is none, npos if only the next byte could tell.
  std::size_t line_end(std::size_t i) const {
    if (text_[i] == '\n') return i + 1;
    if (text_[i] != '\r') return 0;
    if (i + 1 == text_.size()) return at_end_ ? i + 1 : npos;
    if (text_[i + 1] == '\n') return i + 2;
    return dialect_.carriage_return_ends ? i + 1 : 0;
  }

  /// Reads to the delimiter or end of line at or after `i`, and leaves `i` there.
  CsvCut plain(std::size_t& i) {
    const std::size_t begin = i;
    for (; i < text_.size(); ++i) {
      const char c = text_[i];
      if (c == dialect_.delimiter || c == '\n') break;
      if (c != '\r') continue;
      const std::size_t next = line_end(i);
      if (next == npos) return CsvCut::need_more;
      if (next > 0) break;
    }
    if (i == text_.size() && !at_end_) return CsvCut::need_more;
    row_.cells.push_back({begin, i, false});
    return CsvCut::row;
  }

  /// Where a quote at `i` closes its cell: the place of the delimiter or line end behind it.
  std::optional<std::size_t> closes(std::size_t i) const {
    std::size_t after = i + 1;
    while (after < text_.size() && text_[after] != dialect_.delimiter &&
           (text_[after] == ' ' || text_[after] == '\t'))
      ++after;
    if (after == text_.size() || text_[after] == dialect_.delimiter || line_end(after) != 0)
      return after;
    return {};
  }

  /// Whether a quote at `i` stands where a cell begins.
  bool opens(std::size_t i) const {
    const char before = text_[i - 1];
    return before == dialect_.delimiter || before == '\n' ||
           (before == '\r' && dialect_.carriage_return_ends);
  }

  CsvCut quoted(std::size_t& i) {
    const std::size_t begin = i + 1;
    const std::uint64_t first_line = row_.lines;
    bool stray = false;  // an odd number of quotes that are text, on the first line
    for (std::size_t at = begin;; ++at) {
      at = next_special(at);
      const bool given_up = at != npos && at - begin > max_quoted_cell;
      if (at == npos && !at_end_ && text_.size() - begin <= max_quoted_cell)
        return CsvCut::need_more;
      if (at == npos || given_up) return stray ? plain_again(i, first_line) : unclosed(begin);
      if (text_[at] != '"') {
        const std::size_t next = line_end(at);
        if (next == npos) return CsvCut::need_more;
        if (next == 0) continue;
        if (stray) return plain_again(i, first_line);
        ++row_.lines;
        at = next - 1;
        continue;
      }
      if (at + 2 >= text_.size() && !at_end_) return CsvCut::need_more;
      const bool later_line = row_.lines > first_line;
      const auto after = closes(at);
      if (at + 1 < text_.size() && text_[at + 1] == '"') {
        ++at;
        continue;
      }
      if (after) {
        if (*after == text_.size() && !at_end_) return CsvCut::need_more;
        row_.cells.push_back({begin, at, true});
        i = *after;
        return CsvCut::row;
      }
      if (later_line && opens(at)) return unclosed(begin);
      if (stray && opens(at)) return plain_again(i, first_line);
      if (!later_line) stray = !stray;
    }
  }

  /// The next quote or possible end of line.
  std::size_t next_special(std::size_t from) const {
    for (std::size_t i = from; i < text_.size(); ++i)
      if (text_[i] == '"' || text_[i] == '\n' || text_[i] == '\r') return i;
    return npos;
  }

  CsvCut plain_again(std::size_t& i, std::uint64_t first_line) {
    row_.lines = first_line;
    return plain(i);
  }

  /// Gives up the row to the end of the line on which the cell at `begin` was opened.
  CsvCut unclosed(std::size_t begin) {
    std::uint64_t lines = 1;
    for (std::size_t i = 0; i < text_.size(); ++i) {
      if (text_[i] != '\n' && text_[i] != '\r') continue;
      const std::size_t next = line_end(i);
      if (next == 0) continue;
      if (next == npos) return CsvCut::need_more;
      if (i >= begin) {
        row_.lines = lines;
        end(i, next);
        return CsvCut::unclosed_quote;
      }
      ++lines;
      i = next - 1;
    }
    if (!at_end_) return CsvCut::need_more;
    row_.lines = lines;
    end(text_.size(), text_.size());
    return CsvCut::unclosed_quote;
  }

  std::string_view text_;
  bool at_end_;
  CsvDialect dialect_;
  CsvRow& row_;
};

}  // namespace

CsvCut cut_csv_row(std::string_view text, bool at_end, CsvDialect dialect, CsvRow& row) {
  return Cutter{text, at_end, dialect, row}.cut();
}

std::string csv_cell_text(std::string_view row, const CsvCell& cell) {
  const std::string_view inside = row.substr(cell.begin, cell.end - cell.begin);
  if (!cell.quoted || inside.find('"') == npos) return std::string{inside};
  std::string text;
  text.reserve(inside.size());
  for (std::size_t i = 0; i < inside.size(); ++i) {
    text += inside[i];
    if (inside[i] == '"' && i + 1 < inside.size() && inside[i + 1] == '"') ++i;
  }
  return text;
}

}  // namespace confronta::importers
