// A .fam file of Familias 3 with its DVI section, for the store: its unidentified persons as
// remains with a sample, its families as pedigrees, their missing persons as reports.

#include <algorithm>
#include <map>
#include <utility>

#include "importers/formats/cell_text.h"
#include "importers/genetics/dna_readers.h"
#include "importers/genetics/familias_family.h"
#include "importers/genetics/familias_file.h"
#include "importers/genetics/profile_builder.h"

namespace confronta::importers::dna {
namespace {

using namespace familias;

std::vector<std::string> lines_of(const std::string& path) {
  std::vector<std::string> all;
  for (Lines lines{path}; !lines.at_end(); lines.skip(1)) all.emplace_back(lines.peek());
  return all;
}

/// The lines of a person from "Name=" to the last allele.
std::string person_lines(const std::vector<std::string>& lines, std::uint64_t row) {
  std::string text;
  bool data = false;
  for (std::size_t at = row - 1; at < lines.size(); ++at) {
    const bool heading = !lines[at].empty() && lines[at].front() == '[';
    if (heading && data) break;
    data = data || heading;
    if (!text.empty()) text += '\n';
    text += lines[at];
  }
  while (!text.empty() && text.back() == '\n') text.pop_back();
  return text;
}

/// A family's member is kept with the family, which a retry needs.
constexpr std::string_view family_heading = "[[[Family]]]\nName= ";

struct KeyValue {
  std::string_view key, value;
};
KeyValue split(std::string_view line) {
  const std::size_t equals = line.find('=');
  if (equals == line.npos) return {line, ""};
  return {trimmed(line.substr(0, equals)), trimmed(line.substr(equals + 1))};
}

std::string_view next_line(std::string_view& text) {
  const std::string_view line = text.substr(0, text.find('\n'));
  text.remove_prefix(std::min(text.size(), line.size() + 1));
  return line;
}

/// The profile that the lines of a person tell, each system with its two alleles.
class SampleText {
 public:
  SampleText(const FileFacts& facts, ReadingNotes& notes) : facts_(facts), notes_(notes) {}

  /// `raw`: the lines of an unidentified person, or of a family's member behind family_heading and
  /// the family's name; `row`: of the person's first line. Nothing where nobody was typed.
  std::optional<Item> read(const std::string& raw, std::uint64_t row) {
    std::string_view rest{raw};
    std::string family;
    if (rest.substr(0, family_heading.size()) == family_heading) {
      next_line(rest);
      family = std::string{split(next_line(rest)).value} + '/';
    }
    std::string_view first = rest;
    const std::string name = family + std::string{split(next_line(first)).value};
    ProfileBuilder builder{name};
    builder.sample_of = facts_.source + ':' + name;
    SourceRow place;
    place.row = row;
    place.raw = raw;
    std::string system;
    LocusCells cells;
    bool any = false;
    for (std::uint64_t at = row; !rest.empty(); ++at) {
      const KeyValue line = split(next_line(rest));
      place.row = at;
      if (line.key == "SystemName") {
        system = line.value;
        cells = {};
      }
      if (line.key != "Allele1" && line.key != "Allele2") continue;
      any = true;
      if (auto read = read_allele_cell(line.value, true, cells); !read)
        return refuse(place, row, read.error(), system, std::string{line.value});
      if (line.key == "Allele1") continue;
      if (auto added = builder.add(system, std::exchange(cells, {}), {}, true,
                                   {0, static_cast<std::uint32_t>(at), "", system});
          !added)
        return refuse(place, row, added.error(), system, system);
    }
    if (!any) return std::nullopt;
    auto record = builder.finish({0, static_cast<std::uint32_t>(row), "", "Name"}, notes_);
    if (!record) return refuse(place, row, record.error(), "", "");
    record.value().id = facts_.source + sample_prefix + name;
    record.value().raw = raw;
    record.value().first_row = row;
    return Item{std::move(record).value()};
  }

 private:
  Item refuse(SourceRow place, std::uint64_t first, Error reason, const std::string& system,
              std::string value) const {
    place.row = first;
    const std::string hint = "hint." + reason.code;
    return rejected(facts_, place, std::move(reason), system, std::move(value), hint);
  }

  const FileFacts& facts_;
  ReadingNotes& notes_;
};

class FamiliasReader final : public ListedReader {
 public:
  FamiliasReader(FileFacts facts, Contents contents, std::vector<std::string> lines)
      : ListedReader(std::move(facts)), contents_(std::move(contents)), lines_(std::move(lines)) {}

  const std::vector<std::string>& columns() const override { return columns_; }
  std::pair<std::uint64_t, std::uint64_t> progress() const override {
    return {done_ ? lines_.size() : 0, lines_.size()};
  }

  /// Thrown: as family_tree.
  void read() {
    for (const PersonEntry& person : contents_.unidentified) {
      Record remains = record(SubjectKind::remains, person.name, person);
      add(remains, Trait::identifier, Identifier{"case_file", person.name}, person.row, "Name");
      give(std::move(remains));
      sample(person, "");
    }
    for (const FamilyEntry& family : contents_.families) add_family(family);
    for (Error note : contents_.notes) {
      if (note.code == "familias.skipped_locus") continue;  // the store keeps it
      note.where.file = facts_.path;
      notes_.remarks.push_back(std::move(note));
    }
    done_ = true;
  }

 private:
  Result<bool> fill() override { return false; }  // all was given by read()

  static void add(Record& record, Trait trait, Value value, std::uint64_t row,
                  const std::string& column) {
    record.observations.push_back({trait,
                                   ObservationState::observed,
                                   std::move(value),
                                   {0, static_cast<std::uint32_t>(row), "", column}});
  }

  static void add_sex(Record& record, genetics::Sex sex, std::uint64_t row) {
    if (sex == genetics::Sex::unknown) return;
    add(record, Trait::sex, Code{sex == genetics::Sex::male ? "male" : "female"}, row, "Gender");
  }

  /// Its name and sex; the raw row is the person's lines before the DNA data.
  Record record(SubjectKind kind, const std::string& name, const PersonEntry& person) {
    Record record;
    record.kind = kind;
    record.id = facts_.source + ':' + name;
    record.first_row = person.row;
    const std::string all = person_lines(lines_, person.row);
    record.raw = all.substr(0, all.find("\n["));
    add_sex(record, person.sex, person.row);
    return record;
  }

  void sample(const PersonEntry& person, const std::string& before) {
    SampleText text{facts_, notes_};
    if (auto item = text.read(before + person_lines(lines_, person.row), person.row))
      give(std::move(*item));
  }

  void add_family(const FamilyEntry& family) {
    const FamilyTree tree = family_tree(family, contents_);
    for (int at = 0; at < tree.pedigree.size(); ++at) add_person(family, tree, at);
    for (const PersonEntry& person : family.persons)
      sample(person, std::string{family_heading} + family.name + '\n');
  }

  void add_person(const FamilyEntry& family, const FamilyTree& tree, int at) {
    const genetics::Person& one = tree.pedigree[at];
    const auto name_of = [&](int parent) {
      return parent == genetics::no_parent ? std::string{} : tree.pedigree[parent].id;
    };
    const auto missing =
        std::find_if(tree.missing.begin(), tree.missing.end(),
                     [&](const FamilyTree::MissingPerson& m) { return m.person == at; });
    PersonEntry entry;  // "Missing person" has no lines of its own
    entry.name = one.id;
    entry.row = family.row;
    for (const PersonEntry& person : family.persons)
      if (person.name == one.id) entry = person;
    const bool listed = entry.row != family.row;
    entry.sex = missing == tree.missing.end() ? one.sex : missing->sex;

    const std::string name = family.name + '/' + one.id;
    Record person = record(SubjectKind::relative, name, entry);
    if (!listed) person.raw = one.id;
    for (const auto& [label, parent] :
         {std::pair{"father", name_of(one.father)}, std::pair{"mother", name_of(one.mother)}})
      if (!parent.empty()) person.raw += '\n' + std::string{label} + "= " + parent;
    PedigreePlace place{family.name, one.id, name_of(one.father), name_of(one.mother), ""};
    if (missing != tree.missing.end()) {
      Record report = record(SubjectKind::report, "reporte/" + name, entry);
      if (!listed) report.raw = one.id;
      add(report, Trait::identifier,
          Identifier{"case_file", tree.missing.size() == 1 ? family.name : name}, family.row,
          "Name");
      place.report = report.id;
      give(std::move(report));
    }
    add(person, Trait::pedigree_place, std::move(place), entry.row, "Name");
    give(std::move(person));
  }

  Contents contents_;
  std::vector<std::string> lines_;
  std::vector<std::string> columns_{"Name"};
  bool done_ = false;
};

/// Samples of such a file that were set aside, from their lines.
class RetryReader final : public ListedReader {
 public:
  RetryReader(FileFacts facts, std::vector<RetryRow> rows)
      : ListedReader(std::move(facts)), rows_(std::move(rows)) {}
  const std::vector<std::string>& columns() const override { return columns_; }
  std::pair<std::uint64_t, std::uint64_t> progress() const override { return {at_, rows_.size()}; }

 private:
  Result<bool> fill() override {
    if (at_ == rows_.size()) return false;
    const RetryRow& row = rows_[at_++];
    SampleText text{facts_, notes_};
    if (auto item = text.read(row.raw, row.row)) give(std::move(*item));
    return true;
  }

  std::vector<RetryRow> rows_;
  std::vector<std::string> columns_{"Name"};
  std::size_t at_ = 0;
};

}  // namespace

Result<std::unique_ptr<RecordReader>> read_familias_records(FileFacts facts) {
  const std::string path = facts.path;
  try {
    Contents contents;
    {
      Lines lines{path};
      read_general_part(lines, contents);
      read_dvi_part(lines, contents);
    }
    auto reader =
        std::make_unique<FamiliasReader>(std::move(facts), std::move(contents), lines_of(path));
    reader->read();
    return std::unique_ptr<RecordReader>{std::move(reader)};
  } catch (const Refusal& refusal) {
    Error error = refusal.error;
    if (error.where.file.empty()) error.where.file = path;
    return error;
  }
}

std::unique_ptr<RecordReader> read_familias_samples(FileFacts facts, std::vector<RetryRow> rows) {
  return std::make_unique<RetryReader>(std::move(facts), std::move(rows));
}

}  // namespace confronta::importers::dna
