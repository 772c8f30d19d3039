// Tables of genotypes: a row a sample, or a row a sample and locus.

#include <algorithm>
#include <map>

#include "importers/formats/cell_text.h"
#include "importers/genetics/dna_readers.h"
#include "importers/genetics/profile_builder.h"
#include "importers/normalise/text.h"
#include "models/domain/number_text.h"
#include "models/stats/genetics/mt_haplotype.h"

namespace confronta::importers::dna {
namespace {

/// What is wrong with a row, and in which of its columns.
struct Fault {
  Error reason;
  std::string column;
  std::string value;
};

class ProfileTable final : public ListedReader {
 public:
  ProfileTable(FileFacts facts, SubjectRows rows, DnaLayout layout)
      : ListedReader(std::move(facts)), rows_(std::move(rows)), layout_(layout) {}

  const std::vector<std::string>& columns() const override { return rows_.source().columns(); }
  std::pair<std::uint64_t, std::uint64_t> progress() const override {
    return rows_.source().progress();
  }

 private:
  using Rows = std::vector<SourceRow>;

  /// A row a sample: one at a time. A row a locus: a laboratory may have sorted by marker, so all
  /// are read before the first sample is put together.
  Result<bool> fill() override {
    auto read = rows_.next();
    if (!read) return read.error();
    if (!read.value()) {
      for (const Rows& rows : samples_) give(sample(rows));
      samples_.clear();
      return false;
    }
    if (auto* bad = std::get_if<RejectedRow>(&*read.value())) {
      if (bad->reason.where.file.empty()) bad->reason.where.file = facts_.path;
      give(std::move(*bad));
      return true;
    }
    take(std::get<SourceRow>(*std::move(read).value()));
    return true;
  }

  void take(SourceRow row) {
    if (!looked_ || row.sheet != sheet_) look_at_columns(row.sheet);
    if (!known_) {
      give(rejected(facts_, row, {"row.other_layout", {facts_.mapping, ""}, {}}, "", "",
                    "hint.other_layout"));
      return;
    }
    if (text(row, known_->sample).empty()) {
      const std::string column = name(known_->sample);
      give(rejected(facts_, row, {"row.no_id", {column}, {}}, column, "", "hint.dna.sample"));
      return;
    }
    if (is_control(row)) {
      give(rejected(facts_, row, {"row.not_a_subject", {text(row, known_->sample)}, {}},
                    name(known_->sample), text(row, known_->sample), "hint.dna.control"));
      return;
    }
    if (layout_ == DnaLayout::wide) {
      give(sample({std::move(row)}));
      return;
    }
    const auto [at, added] = place_.emplace(
        row.sheet + '\n' + text(row, known_->sample) + '\n' + text(row, known_->sample_file),
        samples_.size());
    if (added) samples_.emplace_back();
    samples_[at->second].push_back(std::move(row));
  }

  void look_at_columns(const std::string& sheet) {
    looked_ = true;
    sheet_ = sheet;
    known_ = dna_columns(columns(), layout_);
    if (!known_) return;
    for (const int at : known_->unknown) {
      const std::string& column = columns()[static_cast<std::size_t>(at)];
      auto& unmapped = notes_.unmapped_columns;
      if (std::find(unmapped.begin(), unmapped.end(), column) == unmapped.end())
        unmapped.push_back(column);
    }
  }

  std::string name(int column) const {
    return column < 0 ? "" : columns()[static_cast<std::size_t>(column)];
  }
  /// The text of a cell; "" where the table has no such column.
  std::string text(const SourceRow& row, int column) const {
    const std::string* found = column < 0 ? nullptr : row.find(name(column));
    return found ? std::string{trimmed(*found)} : "";
  }

  /// Ladders and controls are run beside the samples.
  bool is_control(const SourceRow& row) const {
    const std::string type = fold_words(text(row, known_->sample_type));
    const std::string sample = fold_words(text(row, known_->sample));
    const auto is = [](const std::string& text, std::string_view word) {
      return text.find(word) != text.npos;
    };
    return is(type, "LADDER") || is(type, "CONTROL") || is(type, "ESCALERA") ||
           sample == "LADDER" || is(sample, "ALLELIC LADDER") || is(sample, "NEGATIVE CONTROL") ||
           is(sample, "POSITIVE CONTROL") || is(sample, "CONTROL NEGATIVO") ||
           is(sample, "CONTROL POSITIVO");
  }

  Item sample(const Rows& rows) {
    ProfileBuilder builder{text(rows.front(), known_->sample)};
    std::string raw;
    for (const SourceRow& row : rows) {
      if (!raw.empty()) raw += raw_separator;
      raw += row.raw;
    }
    const auto refuse = [&](const SourceRow& row, Error reason, std::string column,
                            std::string value, std::string hint) {
      RejectedRow bad = rejected(facts_, row, std::move(reason), std::move(column),
                                 std::move(value), std::move(hint));
      // Where a sample has several rows, its place in the quarantine is the first, from which a
      // retry counts.
      bad.reason.where.row = rows.front().row;
      bad.raw = raw;
      bad.rows = static_cast<std::uint32_t>(rows.size());
      return bad;
    };
    if (const auto fault = describe(rows.front(), builder))
      return refuse(rows.front(), fault->reason, fault->column, fault->value, "hint.correct_cell");
    for (const SourceRow& row : rows)
      if (const auto fault = add_loci(row, builder))
        return refuse(row, fault->reason, fault->column, fault->value, "hint.dna.allele");
    const SourceRow& first = rows.front();
    auto record = builder.finish(place(first, known_->sample), notes_);
    if (!record) return refuse(first, record.error(), "", "", "hint." + record.error().code);
    record.value().id = facts_.source + sample_prefix + text(first, known_->sample);
    record.value().raw = std::move(raw);
    record.value().rows = static_cast<std::uint32_t>(rows.size());
    record.value().first_row = first.row;
    return std::move(record).value();
  }

  Provenance place(const SourceRow& row, int column) const {
    return {0, static_cast<std::uint32_t>(row.row), row.sheet, name(column)};
  }

  /// What the row says beside the loci.
  std::optional<Fault> describe(const SourceRow& row, ProfileBuilder& builder) const {
    builder.kit = text(row, known_->kit);
    builder.sample_of = text(row, known_->sample_of);
    if (!builder.sample_of.empty()) builder.sample_of_column = name(known_->sample_of);
    for (const auto& [column, value] : {std::pair{known_->dropout, &builder.dropout},
                                        std::pair{known_->dropin, &builder.dropin}}) {
      const std::string cell = text(row, column);
      if (cell.empty() || sentinel(cell)) continue;
      const auto number = parse_number(cell);
      if (!number || !(*number >= 0 && *number < 1))
        return Fault{{"dna.probability", {cell}, {}}, name(column), cell};
      *value = *number;
    }
    return mitochondrial(row, builder);
  }

  std::optional<Fault> mitochondrial(const SourceRow& row, ProfileBuilder& builder) const {
    const std::string range = text(row, known_->mt_range);
    if (range.empty() || sentinel(range)) return std::nullopt;
    const std::string written = text(row, known_->mt_differences);
    MtSequence sequence{text(row, known_->sample), parts(range), {}};
    const std::string folded = fold_words(written);
    if (folded != "RCRS" && folded != "CRS") sequence.differences = parts(written);
    std::string ranges;
    for (const std::string& one : sequence.ranges) ranges += (ranges.empty() ? "" : ";") + one;
    if (auto read = genetics::MtHaplotype::make(ranges, sequence.differences); !read) {
      const bool in_range = read.error().code == "genetics.mt_range";
      return Fault{read.error(), name(in_range ? known_->mt_range : known_->mt_differences),
                   in_range ? range : written};
    }
    builder.mt = std::move(sequence);
    builder.mt_column = name(known_->mt_differences);
    return std::nullopt;
  }

  /// "16024-16365; 73-340", "263G 315.1C": each for itself.
  static std::vector<std::string> parts(std::string_view text) {
    std::vector<std::string> all;
    while (!text.empty()) {
      const std::size_t end = text.find_first_of(" ,;\t");
      if (end > 0) all.emplace_back(text.substr(0, end));
      if (end == text.npos) break;
      text.remove_prefix(end + 1);
    }
    return all;
  }

  std::optional<Fault> add_loci(const SourceRow& row, ProfileBuilder& builder) const {
    if (layout_ == DnaLayout::by_locus) {
      const std::string marker = text(row, known_->marker);
      if (marker.empty()) return std::nullopt;
      return add(row, builder, marker, known_->alleles, known_->heights, true, true);
    }
    for (const auto& locus : known_->loci)
      if (auto fault = add(row, builder, locus.locus, locus.columns, {}, locus.single, false))
        return fault;
    return std::nullopt;
  }

  std::optional<Fault> add(const SourceRow& row, ProfileBuilder& builder, const std::string& locus,
                           const std::vector<int>& columns, const std::vector<int>& heights,
                           bool single, bool tried) const {
    LocusCells cells;
    std::vector<double> peaks;
    for (std::size_t at = 0; at < columns.size(); ++at) {
      const std::string cell = text(row, columns[at]);
      const std::size_t before = cells.alleles.size();
      if (auto read = read_allele_cell(cell, single, cells); !read)
        return Fault{read.error(), name(columns[at]), cell};
      if (cells.alleles.size() == before || heights.empty()) continue;
      if (const auto height = parse_number(text(row, heights[at]))) peaks.push_back(*height);
    }
    const std::string column = name(layout_ == DnaLayout::by_locus ? known_->marker : columns[0]);
    if (auto added = builder.add(locus, std::move(cells), std::move(peaks), tried,
                                 {0, static_cast<std::uint32_t>(row.row), row.sheet, column});
        !added)
      return Fault{added.error(), column, text(row, columns[0])};
    return std::nullopt;
  }

  SubjectRows rows_;
  DnaLayout layout_;
  std::optional<DnaColumns> known_;
  bool looked_ = false;
  std::string sheet_;
  std::vector<Rows> samples_;                 // by locus: in the order of their first rows
  std::map<std::string, std::size_t> place_;  // of each sample in samples_
};

}  // namespace

std::unique_ptr<RecordReader> read_profile_table(FileFacts facts, SubjectRows rows,
                                                 DnaLayout layout) {
  return std::make_unique<ProfileTable>(std::move(facts), std::move(rows), layout);
}

}  // namespace confronta::importers::dna
