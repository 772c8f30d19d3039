#pragma once
// One immutable version of what a source says of one subject.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "models/domain/observation.h"
#include "models/domain/result.h"

namespace confronta {

enum class SubjectKind : std::uint8_t {
  report,    // ante mortem: a missing person as reported
  remains,   // post mortem: body, part, bone, lot, or a named body in a list
  relative,  // a member of a pedigree: kin of a report, DNA reference or not
  sample,    // a DNA profile, of a relative or of remains (trait sample_of)
};
std::string_view kind_name(SubjectKind kind);

/// What an importer makes of one row (or of several rows of one subject). `id` is
/// "SOURCE:ID-AS-IN-THE-FILE"; `raw` the row word for word (the bytes of the line for CSV, JSON
/// text for JSON, a JSON array of the cells for sheets); `rows` how many rows of the file it
/// stands for, `first_row` where it begins.
struct Record {
  std::string id;
  SubjectKind kind = SubjectKind::report;
  std::string raw;
  std::uint32_t rows = 1;
  std::uint64_t first_row = 0;
  std::vector<Observation> observations;
};

/// A row that could not be used: why, where, and the row word for word. `hint` is a code of the
/// message catalogue that says what to do about it.
struct RejectedRow {
  Error reason;  // reason.code is the rule; reason.where has row and column
  std::string value;
  std::string hint;
  std::string raw;
  std::uint32_t rows = 1;
};

}  // namespace confronta
