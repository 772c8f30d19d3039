// CODIS import files (Common Message Format 3.2): XML with one SPECIMEN a sample. Layout after the
// schema CMF-2017.xsd that NCBI's OSIRIS publishes.

#include <expat.h>

#include <algorithm>
#include <array>
#include <utility>

#include "importers/formats/cell_encoding.h"
#include "importers/formats/cell_text.h"
#include "importers/formats/encoding.h"
#include "importers/genetics/dna_readers.h"
#include "importers/genetics/profile_builder.h"
#include "importers/normalise/text.h"

namespace confronta::importers::dna {
namespace {

constexpr std::size_t most_bytes = std::size_t{256} << 20;
constexpr std::size_t most_loci = 64;    // of a specimen, by the schema
constexpr std::size_t most_alleles = 8;  // of a locus, by the schema
constexpr std::size_t most_text = 4096;  // of an element
constexpr int deepest = 16;

/// One specimen as it is written.
struct Specimen {
  std::string id, category, comment, case_id, kit;
  bool partial = false;
  struct Locus {
    std::string name;
    std::vector<std::string> alleles;
    std::uint64_t row = 0;
  };
  std::vector<Locus> loci;
  bool too_large = false;
  std::uint64_t row = 0;
  std::string raw;
};

std::string_view local(std::string_view name) {
  const std::size_t colon = name.rfind(':');
  return colon == name.npos ? name : name.substr(colon + 1);
}

/// Gathers the specimens of one document. Element names count whatever their prefix is.
class Document {
 public:
  explicit Document(std::string_view bytes) : bytes_(bytes), parser_(XML_ParserCreate("UTF-8")) {
    XML_SetUserData(parser_, this);
    XML_SetElementHandler(parser_, on_begin, on_end);
    XML_SetCharacterDataHandler(parser_, on_text);
    XML_SetStartDoctypeDeclHandler(parser_, on_doctype);
  }
  Document(const Document&) = delete;
  Document& operator=(const Document&) = delete;
  ~Document() { XML_ParserFree(parser_); }

  /// Error "codis.bad_xml" (line): also for a document type declaration, whose entities could
  /// explode, and for one that is not a CODIS import file.
  Result<std::vector<Specimen>> read() {
    constexpr std::size_t piece = 1 << 20;
    for (std::size_t at = 0; at < bytes_.size() || at == 0; at += piece) {
      const std::string_view one = bytes_.substr(at, piece);
      const bool last = at + piece >= bytes_.size();
      if (XML_Parse(parser_, one.data(), static_cast<int>(one.size()), last) != XML_STATUS_OK)
        return bad();
      if (last) break;
    }
    if (!is_codis_) return bad();
    return std::move(specimens_);
  }

 private:
  Error bad() const {
    return {"codis.bad_xml", {std::to_string(XML_GetCurrentLineNumber(parser_))}, {}};
  }

  static void XMLCALL on_begin(void* self, const char* name, const char** attributes) {
    static_cast<Document*>(self)->begin(local(name), attributes);
  }
  static void XMLCALL on_end(void* self, const char* name) {
    static_cast<Document*>(self)->end(local(name));
  }
  static void XMLCALL on_text(void* self, const char* text, int length) {
    auto& document = *static_cast<Document*>(self);
    if (document.text_.size() < most_text)
      document.text_.append(text, static_cast<std::size_t>(length));
  }
  static void XMLCALL on_doctype(void* self, const char*, const char*, const char*, int) {
    XML_StopParser(static_cast<Document*>(self)->parser_, XML_FALSE);
  }

  static std::string attribute(const char** attributes, std::string_view name) {
    for (const char** at = attributes; *at; at += 2)
      if (local(at[0]) == name) return std::string{trimmed(at[1])};
    return "";
  }

  void begin(std::string_view name, const char** attributes) {
    if (++depth_ > deepest) XML_StopParser(parser_, XML_FALSE);
    text_.clear();
    is_codis_ = is_codis_ || name == "CODISImportFile";
    if (name == "SPECIMEN") {
      open_ = true;
      specimen_ = {};
      specimen_.row = XML_GetCurrentLineNumber(parser_);
      begin_ = XML_GetCurrentByteIndex(parser_);
      specimen_.case_id = attribute(attributes, "CASEID");
      const std::string partial = lower_ascii(attribute(attributes, "PARTIAL"));
      specimen_.partial = partial == "true" || partial == "yes" || partial == "1";
    } else if (open_ && name == "LOCUS") {
      specimen_.too_large = specimen_.too_large || specimen_.loci.size() == most_loci;
      if (specimen_.too_large) return;
      specimen_.loci.push_back({"", {}, XML_GetCurrentLineNumber(parser_)});
      if (const std::string kit = attribute(attributes, "KIT"); !kit.empty()) specimen_.kit = kit;
    }
  }

  void end(std::string_view name) {
    --depth_;
    const std::string text{trimmed(text_)};
    text_.clear();
    if (!open_) return;
    Specimen::Locus* locus = specimen_.loci.empty() ? nullptr : &specimen_.loci.back();
    if (name == "SPECIMENID") specimen_.id = text;
    if (name == "SPECIMENCATEGORY") specimen_.category = text;
    if (name == "SPECIMENCOMMENT") specimen_.comment = text;
    if (name == "LOCUSNAME" && locus) locus->name = text;
    if (name == "ALLELEVALUE" && locus) {
      specimen_.too_large = specimen_.too_large || locus->alleles.size() == most_alleles;
      if (!specimen_.too_large) locus->alleles.push_back(text);
    }
    if (name != "SPECIMEN") return;
    open_ = false;
    const auto end = XML_GetCurrentByteIndex(parser_) + XML_GetCurrentByteCount(parser_);
    specimen_.raw =
        bytes_.substr(static_cast<std::size_t>(begin_), static_cast<std::size_t>(end - begin_));
    specimens_.push_back(std::move(specimen_));
  }

  std::string_view bytes_;
  XML_Parser parser_;
  std::vector<Specimen> specimens_;
  Specimen specimen_;
  XML_Index begin_ = 0;
  bool open_ = false;
  bool is_codis_ = false;
  int depth_ = 0;
  std::string text_;
};

/// Whether the sample is of a body or of the missing person: then it is the case's.
bool is_of_the_case(const Specimen& specimen) {
  const std::string category = fold_words(specimen.category);
  return category.find("UNIDENTIFIED") != category.npos ||
         category.find("MISSING PERSON") != category.npos ||
         category.find("REMAINS") != category.npos;
}

class CodisReader final : public ListedReader {
 public:
  CodisReader(FileFacts facts, std::vector<Specimen> specimens)
      : ListedReader(std::move(facts)), specimens_(std::move(specimens)) {}

  const std::vector<std::string>& columns() const override { return columns_; }
  std::pair<std::uint64_t, std::uint64_t> progress() const override {
    return {at_, specimens_.size()};
  }

 private:
  Result<bool> fill() override {
    if (at_ == specimens_.size()) return false;
    give(item(specimens_[at_++]));
    return true;
  }

  Item item(const Specimen& specimen) {
    SourceRow row;
    row.row = specimen.row;
    row.raw = specimen.raw;
    if (specimen.id.empty())
      return rejected(facts_, row, {"row.no_id", {"SPECIMENID"}, {}}, "SPECIMENID", "",
                      "hint.dna.sample");
    if (specimen.too_large)
      return rejected(facts_, row, {"codis.too_large", {specimen.id}, {}}, "LOCUS", "",
                      "hint.correct_cell");
    ProfileBuilder builder{specimen.id};
    builder.kit = specimen.kit;
    builder.partial = specimen.partial;
    builder.comment = specimen.category;
    if (!specimen.comment.empty())
      builder.comment += (builder.comment.empty() ? "" : ": ") + specimen.comment;
    if (is_of_the_case(specimen) && !specimen.case_id.empty()) {
      builder.sample_of = specimen.case_id;
      builder.sample_of_column = "CASEID";
    }
    for (const Specimen::Locus& locus : specimen.loci) {
      const auto refuse = [&](Error reason, const std::string& value) {
        return rejected(facts_, row, std::move(reason), locus.name, value, "hint.dna.allele");
      };
      LocusCells cells;
      for (const std::string& allele : locus.alleles)
        if (auto read = read_allele_cell(allele, true, cells); !read)
          return refuse(read.error(), allele);
      if (auto added = builder.add(locus.name, std::move(cells), {}, true,
                                   {0, static_cast<std::uint32_t>(locus.row), "", locus.name});
          !added)
        return refuse(added.error(), locus.name);
    }
    auto record =
        builder.finish({0, static_cast<std::uint32_t>(specimen.row), "", "SPECIMENID"}, notes_);
    if (!record)
      return rejected(facts_, row, record.error(), "", "", "hint." + record.error().code);
    record.value().id = facts_.source + sample_prefix + specimen.id;
    record.value().raw = specimen.raw;
    record.value().first_row = specimen.row;
    return std::move(record).value();
  }

  std::vector<Specimen> specimens_;
  std::size_t at_ = 0;
  std::vector<std::string> columns_{"SPECIMENID"};
};

Result<std::string> whole_text(const std::string& path) {
  auto source = open_text(path, "");
  if (!source) return source.error();
  std::string bytes;
  std::array<char, 1 << 16> buffer{};
  for (;;) {
    const auto count = source.value()->read(buffer);
    if (!count) return count.error();
    if (count.value() == 0) break;
    bytes.append(buffer.data(), count.value());
    if (bytes.size() > most_bytes)
      return Error{"file.too_large", {std::to_string(most_bytes >> 20)}, {path, "", 0, ""}};
  }
  return valid_utf8(bytes) ? bytes : to_utf8(bytes);
}

}  // namespace

Result<std::unique_ptr<RecordReader>> read_codis_file(FileFacts facts) {
  const auto bytes = whole_text(facts.path);
  if (!bytes) return bytes.error();
  auto specimens = Document{bytes.value()}.read();
  if (!specimens) {
    Error error = specimens.error();
    error.where.file = facts.path;
    return error;
  }
  return std::unique_ptr<RecordReader>{
      std::make_unique<CodisReader>(std::move(facts), std::move(specimens).value())};
}

std::unique_ptr<RecordReader> read_codis_specimens(FileFacts facts, std::vector<RetryRow> rows) {
  std::vector<Specimen> specimens;
  for (RetryRow& row : rows) {
    // A specimen that was kept is well-formed; its lines count from where it began.
    auto read = Document{"<CODISImportFile>" + row.raw + "</CODISImportFile>"}.read();
    Specimen specimen;
    if (read && read.value().size() == 1) specimen = std::move(read.value().front());
    for (auto& locus : specimen.loci) locus.row += row.row - 1;
    specimen.row = row.row;
    specimen.raw = std::move(row.raw);
    specimens.push_back(std::move(specimen));
  }
  return std::make_unique<CodisReader>(std::move(facts), std::move(specimens));
}

}  // namespace confronta::importers::dna
