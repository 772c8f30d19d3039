#pragma once
// The tables of families in the store, kept from one match to the next.

#include <memory>

#include "engine/store/store.h"
#include "models/evidence/dna/table_shelf.h"

namespace confronta {

/// A cache: whatever goes wrong with it (busy, full, damaged) costs time and nothing else. A row is
/// known by the BLAKE2b of its content and of the kinship model's version, and sealed by another of
/// that key and its bytes: what was damaged, or stands in another's place, is not found. It has
/// connections of its own, one a thread that reads; new rows are written some megabytes at a time,
/// in transactions of a fraction of a second, so that nobody waits for a match, and a match that is
/// killed leaves whole rows. Two matches at once may share the store. At most 2^19 rows (about
/// 1 GB); beyond, nothing is added.
class FamilyShelf final : public TableShelf {
 public:
  explicit FamilyShelf(const Store& store);
  ~FamilyShelf() override;  // what still waits is written

  std::optional<std::string> find(std::string_view content) override;
  void keep(std::string_view content, std::string_view bytes) override;

  /// After a match that came to its end: rows that it neither found nor kept go, in short
  /// transactions; their pages are used again. A match without families leaves all as it is. Not
  /// beside find() or keep().
  void tidy();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace confronta
