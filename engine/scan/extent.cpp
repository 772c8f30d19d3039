#include "engine/scan/extent.h"

#include <string_view>

namespace confronta {

Extent extent_of(const TraitTable& remains, RowId row) {
  const std::string_view kind = remains.code(row, Trait::part_kind);
  if (kind.empty() || kind == "lot") return either;
  return kind == "segment" || kind == "bone" || kind == "fragment" ? part : whole;
}

}  // namespace confronta
