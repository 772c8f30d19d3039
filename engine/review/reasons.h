#pragma once
// The coded reasons of decisions (reasons.def).

#include <span>
#include <string_view>
#include <vector>

#include "engine/review/log.h"

namespace confronta {

struct Reason {
  std::string_view code;
  bool primary = false;
  std::string_view kinds;
};

/// All of them, in the order of the pages.
std::span<const Reason> all_reasons();
bool is_reason_for(std::string_view code, DecisionKind kind);
/// Something that is needed before one can say more.
bool is_need(std::string_view code);
/// An identifier that carries an identity alone.
bool is_primary(std::string_view code);
/// The kinds of decision that a reason belongs to; none for what is needed.
std::vector<DecisionKind> kinds_of(const Reason& reason);

}  // namespace confronta
