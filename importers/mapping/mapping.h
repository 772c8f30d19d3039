#pragma once
// A mapping: how the columns of one source's layout become traits. Written by people as TOML
// (docs/data-formats/mappings.md says every key), checked and kept here as plain data.

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "importers/normalise/dates.h"
#include "models/domain/record.h"
#include "models/domain/result.h"
#include "models/domain/trait.h"

namespace confronta::importers {

/// What a cell is within the value that a rule makes. Which of them a rule may have depends on the
/// kind of its trait (parts_of).
enum class Part : std::uint8_t {
  text,
  from,
  to,
  given,
  second_given,
  first_surname,
  second_surname,
  basis,
  state,
  municipality,
  locality,
  point,
  latitude,
  longitude,
  type,
  region,
  side,
  view,
  description,
  detail,
  item,
  colour,
  brand,
  material,
  size,
  bone,
  measure,
  method,
  result,
  subject,
  lr,
  log10_lr,
  error_rate,
  workflow,
  laboratory,
  count
};
inline constexpr std::size_t part_count = static_cast<std::size_t>(Part::count);
std::string_view part_name(Part part);
/// Whether a value of this kind can have the part.
bool has_part(TraitKind kind, Part part);

/// sex -> sex_method, age -> age_method, stature -> stature_method; nothing for other traits.
std::optional<Trait> method_of(Trait trait);

enum class NameForm : std::uint8_t { full, surname_first, probable };

/// A column by the names it may have, folded (fold_words); the first that a file has is read.
struct ColumnNames {
  std::vector<std::string> names;
  bool operator==(const ColumnNames&) const = default;
};

/// The columns that are read of one kind of row: of the file's own rows (list "") or of the rows of
/// a nested list. A slot is an index into `columns`.
struct ColumnSet {
  std::string list;                      // the list's path, as written in the mapping
  std::vector<std::string> other_paths;  // that it may have instead
  std::vector<ColumnNames> columns;
};

/// One line of the mapping: some columns -> values of one trait.
struct Rule {
  Trait trait = Trait::note;
  std::size_t column_set = 0;                 // index into Mapping::column_sets
  std::array<std::int16_t, part_count> slot;  // slot of each part, -1 = none
  std::array<std::string, part_count> constant;
  std::map<std::string, std::string, std::less<>> values;   // folded text -> what is meant
  std::vector<std::pair<std::string, std::string>> labels;  // "TATTOO" -> "tattoo"
  std::vector<std::string> separators;                      // one cell, several values
  DateOrder date_order = DateOrder::day_first;
  NameForm form = NameForm::full;
  std::string unit;
  std::string method;     // of sex, stature or age: emitted beside the value
  std::string open_end;   // a date trait that closes an interval without end
  bool required = false;  // a bad or empty cell rejects the row
  bool optional = false;  // a cell that cannot be read is no loss: another rule reads it
  bool fallback = false;  // only where the trait has no value yet
  bool catalogue = true;  // places: look them up among Mexico's
};

/// Rows that are no subject, such as totals.
struct SkipRule {
  std::int16_t slot = -1;
  std::vector<std::string> equals;  // folded
  std::vector<std::string> begins;  // folded
};

struct IdRule {
  enum class From : std::uint8_t { columns, hash, row_number };
  From from = From::columns;
  std::vector<std::int16_t> columns;
  std::vector<std::int16_t> hashed;  // with From::hash; `columns` go before where they are filled
  std::string separator = "-";       // between the columns of an id
  bool group = false;                // consecutive rows with one id are one subject
};

struct Mapping {
  std::string name;
  std::string source;
  SubjectKind kind = SubjectKind::report;
  bool full_list = false;
  std::string text;  // its TOML

  // the layout that it is for
  std::vector<ColumnNames> required;
  std::vector<ColumnNames> unused;    // known, and read by no rule
  std::vector<std::string> expected;  // all columns by their first name, as written
  std::vector<std::string> formats;   // empty = any

  // how the file is read
  std::string format;
  std::string sheet;
  std::string encoding;
  std::string list_path;
  std::string subjects;  // a list whose elements are the subjects; "" = the rows themselves
  char delimiter = 0;
  std::uint64_t header_row = 0;
  bool excel_serial = false;

  IdRule id;
  std::vector<SkipRule> skip;
  std::vector<ColumnSet> column_sets;  // [0] are the row's own
  std::vector<Rule> rules;
};

/// Reads and checks a mapping. Error "mapping.bad": mapping's name or path, line, what is wrong (a
/// code, as "@mapping.bad.KEY"), and the word that it is about. `where` has file and line.
Result<Mapping> parse_mapping(std::string_view toml, const std::string& name);
/// Finds a mapping by the name of a shipped one or the path of a file. Errors "mapping.unknown",
/// "mapping.bad".
Result<Mapping> find_mapping(const std::string& name_or_path);

}  // namespace confronta::importers
