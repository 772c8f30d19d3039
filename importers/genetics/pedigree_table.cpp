// Tables of pedigrees: a row a person, with father and mother.

#include <map>

#include "importers/formats/cell_text.h"
#include "importers/genetics/dna_readers.h"
#include "importers/mapping/collector.h"
#include "importers/normalise/codes.h"
#include "importers/normalise/person_names.h"
#include "importers/normalise/text.h"

namespace confronta::importers::dna {
namespace {

class PedigreeTable final : public ListedReader {
 public:
  PedigreeTable(FileFacts facts, SubjectRows rows)
      : ListedReader(std::move(facts)), rows_(std::move(rows)) {}

  const std::vector<std::string>& columns() const override { return rows_.source().columns(); }
  std::pair<std::uint64_t, std::uint64_t> progress() const override {
    return rows_.source().progress();
  }

 private:
  struct Person {
    SourceRow row;
    std::string family, name;
  };

  Result<bool> fill() override {
    auto read = rows_.next();
    if (!read) return read.error();
    if (!read.value()) return false;
    if (auto* bad = std::get_if<RejectedRow>(&*read.value())) {
      if (bad->reason.where.file.empty()) bad->reason.where.file = facts_.path;
      give(std::move(*bad));
    } else {
      take(std::get<SourceRow>(*std::move(read).value()));
    }
    return true;
  }

  void take(SourceRow row) {
    if (!looked_ || row.sheet != sheet_) {
      looked_ = true;
      sheet_ = row.sheet;
      known_ = dna_columns(columns(), DnaLayout::pedigree);
      if (known_)
        for (const int at : known_->unknown)
          notes_.unmapped_columns.push_back(columns()[static_cast<std::size_t>(at)]);
    }
    if (!known_) {
      give(rejected(facts_, row, {"row.other_layout", {facts_.mapping, ""}, {}}, "", "",
                    "hint.other_layout"));
      return;
    }
    Person person{std::move(row), "", ""};
    person.family = text(person, known_->family);
    person.name = text(person, known_->person);
    const std::string column = name(known_->person);
    if (person.name.empty()) {
      give(
          rejected(facts_, person.row, {"row.no_id", {column}, {}}, column, "", "hint.dna.person"));
      return;
    }
    for (const int parent : {known_->father, known_->mother})
      if (parent_name(person, parent) == person.name) {
        give(rejected(facts_, person.row, {"dna.own_parent", {person.name}, {}}, name(parent),
                      person.name, "hint.correct_cell"));
        return;
      }
    const std::string father = parent_name(person, known_->father);
    if (!father.empty() && father == parent_name(person, known_->mother)) {
      give(rejected(facts_, person.row, {"dna.one_parent_twice", {father, person.name}, {}},
                    name(known_->mother), father, "hint.correct_cell"));
      return;
    }
    const auto [same, added] =
        rows_of_.emplace(std::pair{person.family, person.name}, person.row.raw);
    if (!added && same->second != person.row.raw) {
      // Both rows are kept, so that a retry sees the contradiction too.
      person.row.raw = same->second + raw_separator + person.row.raw;
      give(rejected(facts_, person.row, {"dna.person_twice", {person.name, person.family}, {}},
                    column, person.name, "hint.correct_cell"));
      return;
    }
    give(record(person));
  }

  std::string name(int column) const {
    return column < 0 ? "" : columns()[static_cast<std::size_t>(column)];
  }
  std::string text(const Person& person, int column) const {
    const std::string* found = column < 0 ? nullptr : person.row.find(name(column));
    return found ? std::string{trimmed(*found)} : "";
  }
  /// "" for "0", "-" and the ways of saying that there is none.
  std::string parent_name(const Person& person, int column) const {
    const std::string cell = text(person, column);
    return cell == "0" || cell == "-" || sentinel(cell) ? "" : cell;
  }

  Record record(const Person& person) {
    const DnaColumns& at = *known_;
    Record record;
    record.kind = SubjectKind::relative;
    // Names like "madre" repeat from family to family, and in a later file if not in this one.
    record.id =
        facts_.source + ':' + (person.family.empty() ? "" : person.family + '/') + person.name;
    record.raw = person.row.raw;
    record.first_row = person.row.row;
    Collector out{notes_};
    out.at(person.row.sheet, person.row.row);
    PedigreePlace place{person.family, person.name, parent_name(person, at.father),
                        parent_name(person, at.mother), text(person, at.report)};
    if (sentinel(place.report)) place.report.clear();
    if (place.family.empty()) place.family = place.report.empty() ? "" : place.report;
    out.add(Trait::pedigree_place, std::move(place), name(at.person));
    if (const std::string cell = text(person, at.sex); !cell.empty() && cell != "0")
      read_sex(cell, name(at.sex), out);
    if (const std::string cell = text(person, at.name); !cell.empty())
      read_name(cell, name(at.name), out);
    if (const std::string cell = text(person, at.sample); !cell.empty() && !sentinel(cell))
      out.add(Trait::identifier, Identifier{"other", cell}, name(at.sample));
    record.observations =
        out.finish([](Trait, const Collector&) { return ObservationState::not_recorded; });
    return record;
  }

  /// "1" and "2" as pedigree programs write them; "M" beside an English header is male, since there
  /// the other letter is F; beside a Spanish one it may be "mujer".
  static void read_sex(const std::string& cell, const std::string& column, Collector& out) {
    const std::string header = fold_words(column);
    const bool english = header == "SEX" || header == "GENDER";
    if (cell == "1" || (english && fold(cell) == "M")) {
      out.add(Trait::sex, Code{"male"}, column);
    } else if (cell == "2") {
      out.add(Trait::sex, Code{"female"}, column);
    } else {
      Rule rule;
      rule.trait = Trait::sex;
      out.take(rule, read_code(Trait::sex, cell), column, cell);
    }
  }

  static void read_name(const std::string& cell, const std::string& column, Collector& out) {
    Rule rule;
    rule.trait = Trait::name;
    out.take(rule, read_full_name(cell, NameOrder::given_first), column, cell);
  }

  SubjectRows rows_;
  std::optional<DnaColumns> known_;
  bool looked_ = false;
  std::string sheet_;
  std::map<std::pair<std::string, std::string>, std::string> rows_of_;  // by family and name
};

}  // namespace

std::unique_ptr<RecordReader> read_pedigree_table(FileFacts facts, SubjectRows rows) {
  return std::make_unique<PedigreeTable>(std::move(facts), std::move(rows));
}

}  // namespace confronta::importers::dna
