#pragma once
// The lines of a .fam file, taken one after the other. The first part of such a file has no names:
// what a line means follows from its place; the DVI section has headings and "Key= value". For the
// readers of this folder only: what is wrong is thrown here and caught where a file is read.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "models/domain/result.h"

namespace confronta::importers::familias {

/// What is wrong, with its row, for the reader's Result.
struct Refusal {
  Error error;
};

[[noreturn]] void refuse(const char* code, std::vector<std::string> arguments, std::uint64_t row);

/// The value of a Result, or its error thrown as one of that row.
template <class T>
T must(Result<T> result, std::uint64_t row) {
  if (result) return std::move(result).value();
  Error error = result.error();
  if (error.where.row == 0) error.where.row = row;
  throw Refusal{std::move(error)};
}

/// What a line of the first part is, in an error: codes of the catalogue.
namespace line {
inline constexpr const char* text = "@familias.line.text";
inline constexpr const char* count = "@familias.line.count";
inline constexpr const char* number = "@familias.line.number";
inline constexpr const char* flag = "@familias.line.flag";
inline constexpr const char* setting = "@familias.line.setting";
}  // namespace line

/// All functions that take a line throw "familias.expected" (the line is something else) and
/// "familias.ends" (there is none). Lines come without white space at their ends, in UTF-8.
class Lines {
 public:
  /// Thrown: those of open_text.
  explicit Lines(const std::string& path);

  bool at_end() const { return next_ == lines_.size(); }
  /// The line that is taken next; "" at the end.
  std::string_view peek() const { return at_end() ? std::string_view{} : lines_[next_]; }
  std::uint64_t row() const { return next_ + 1; }
  void skip_blank();

  // By place.
  std::string text();  // without its quotation marks
  int count();         // "3", "3\t(DatabaseSize = 2500 ...": not negative
  double number();
  bool flag();  // "#TRUE#", "#FALSE#", and what may follow
  void literal(std::string_view of);
  void skip(int lines);

  // By name; blank lines before are passed over.
  bool is_heading(int depth, std::string_view begins);
  void heading(int depth, std::string_view begins);  // "[[[Person 1 ]]]": depth 3, "Person"
  std::string value(std::string_view key);           // "Name= R": "R"
  int value_count(std::string_view key);

  [[noreturn]] void expected(std::string_view what) const;

 private:
  std::vector<std::string> lines_;
  std::size_t next_ = 0;
};

/// The number that follows a label in a line: "(DatabaseSize = 2500 , ...". 0 where the label is
/// not.
double labelled(std::string_view line, std::string_view label);

}  // namespace confronta::importers::familias
