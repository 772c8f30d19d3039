// The DVI section of a .fam file: unidentified persons, reference families, settings.

#include <algorithm>

#include "importers/genetics/familias_file.h"
#include "importers/genetics/locus_names.h"

namespace confronta::importers::familias {
namespace {

class DviPart {
 public:
  DviPart(Lines& lines, Contents& contents) : lines_(lines), contents_(contents) {}

  void read() {
    if (!lines_.is_heading(1, "DVI")) refuse("familias.no_dvi", {}, lines_.row());
    lines_.heading(1, "DVI");
    lines_.heading(2, "Unidentified persons");
    const int persons = lines_.value_count("nPersons");
    for (int k = 0; k < persons; ++k) contents_.unidentified.push_back(person(3));
    skip_notes();
    lines_.heading(2, "Reference Families");
    const int families = lines_.value_count("nFamilies");
    for (int k = 0; k < families; ++k) contents_.families.push_back(family());
    read_settings();
  }

 private:
  /// What somebody wrote of the families, in lines of any form.
  void skip_notes() {
    if (!lines_.is_heading(2, "Notes")) return;
    while (!lines_.at_end() && !lines_.is_heading(2, "Reference Families")) lines_.skip(1);
  }

  genetics::Sex sex() {
    lines_.skip_blank();
    const std::string word{lines_.peek()};
    const std::uint64_t row = lines_.row();
    const std::string gender = lines_.value("Gender");
    if (gender == "Male") return genetics::Sex::male;
    if (gender == "Female") return genetics::Sex::female;
    if (gender.empty() || gender == "Unknown") return genetics::Sex::unknown;
    refuse("familias.expected", {"Male, Female, Unknown", word}, row);
  }

  PersonEntry person(int depth) {
    lines_.heading(depth, "Person");
    PersonEntry person;
    lines_.skip_blank();
    person.row = lines_.row();
    person.name = lines_.value("Name");
    if (person.name.empty())
      refuse("familias.expected", {"@familias.line.name", "Name="}, person.row);
    person.sex = sex();
    lines_.heading(depth + 1, "DNA data");
    const int typings = lines_.value_count("nSystems");
    for (int k = 0; k < typings; ++k) add_typing(person);
    return person;
  }

  void add_typing(PersonEntry& person) {
    lines_.skip_blank();
    Typing typing;
    typing.row = lines_.row();
    const std::string name = lines_.value("SystemName");
    typing.first = lines_.value("Allele1");
    typing.second = lines_.value("Allele2");
    const std::string key = locus_key(name);
    const auto found = std::find_if(contents_.loci.begin(), contents_.loci.end(),
                                    [&](const LocusEntry& entry) { return entry.key == key; });
    if (found == contents_.loci.end()) {
      if (!is_sex_linked(name)) refuse("familias.unknown_locus", {name, person.name}, typing.row);
      say_skipped(name, key, typing.row);
      return;
    }
    if (!found->used) return;
    typing.locus = static_cast<std::size_t>(found - contents_.loci.begin());
    for (const Typing& other : person.typings)
      if (other.locus == typing.locus)
        refuse("familias.typed_twice", {name, person.name}, typing.row);
    person.typings.push_back(std::move(typing));
  }

  void say_skipped(const std::string& name, const std::string& key, std::uint64_t row) {
    if (std::find(skipped_.begin(), skipped_.end(), key) != skipped_.end()) return;
    skipped_.push_back(key);
    note(contents_, "familias.skipped_locus", {name}, row);
  }

  FamilyEntry family() {
    lines_.heading(3, "Family");
    FamilyEntry family;
    lines_.skip_blank();
    family.row = lines_.row();
    family.name = lines_.value("Name");
    lines_.heading(4, "Persons");
    const int persons = lines_.value_count("nPersons");
    for (int k = 0; k < persons; ++k) family.persons.push_back(person(5));
    lines_.heading(4, "Pedigrees");
    const int pedigrees = lines_.value_count("nPedigrees");
    for (int k = 0; k < pedigrees; ++k) family.pedigrees.push_back(pedigree());
    return family;
  }

  PedigreeEntry pedigree() {
    lines_.heading(5, "Pedigree");
    PedigreeEntry pedigree;
    pedigree.name = lines_.value("Name");
    const int relations = lines_.value_count("nRelations");
    for (int k = 0; k < relations; ++k) {
      lines_.skip_blank();
      Relation relation;
      relation.row = lines_.row();
      relation.parent = lines_.value("Parent");
      relation.child = lines_.value("Child");
      pedigree.relations.push_back(std::move(relation));
    }
    return pedigree;
  }

  /// Headings and "Key= value" only. Of these, what would change a number is said not to be used.
  void read_settings() {
    std::string drop_in = "0", drop_out = "0", error = "0";
    std::uint64_t row = 0;
    for (lines_.skip_blank(); !lines_.at_end(); lines_.skip_blank()) {
      const std::string line{lines_.peek()};
      const std::size_t equals = line.find('=');
      if (line.front() != '[' && equals == line.npos) lines_.expected(line::setting);
      const std::string key = line.front() == '[' ? "" : line.substr(0, equals);
      const auto keep = [&](std::string& setting) {
        row = lines_.row();
        setting = lines_.value(key);
      };
      if (key == "Dropin")
        keep(drop_in);
      else if (key == "Dropout")
        keep(drop_out);
      else if (key == "Error")
        keep(error);
      else
        lines_.skip(1);
    }
    if (drop_in != "0" || drop_out != "0" || error != "0")
      note(contents_, "familias.errors_unused", {drop_in, drop_out, error}, row);
  }

  Lines& lines_;
  Contents& contents_;
  std::vector<std::string> skipped_;
};

}  // namespace

void read_dvi_part(Lines& lines, Contents& contents) { DviPart{lines, contents}.read(); }

}  // namespace confronta::importers::familias
