#pragma once
// A record as the store keeps it.

#include <cstdint>
#include <string>

#include "models/domain/record.h"

namespace confronta {

/// Record with its observations as one text (encode_observations): a third of the memory, and
/// cheap to hand from the thread that made it to the one that writes it.
struct EncodedRecord {
  std::string id;
  SubjectKind kind = SubjectKind::report;
  std::string raw;
  std::uint32_t rows = 1;
  std::uint64_t first_row = 0;
  std::string observations;
  bool operator==(const EncodedRecord&) const = default;
};
EncodedRecord encode_record(Record record);

}  // namespace confronta
