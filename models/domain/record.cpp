#include "models/domain/record.h"

#include <array>

namespace confronta {

std::string_view kind_name(SubjectKind kind) {
  static constexpr std::array<std::string_view, 4> names{"report", "remains", "relative", "sample"};
  return names[static_cast<std::size_t>(kind)];
}

}  // namespace confronta
