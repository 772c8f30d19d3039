#include "engine/review/reasons.h"

namespace confronta {
namespace {

constexpr Reason reasons[] = {
#define CONFRONTA_REASON(code, primary, kinds) {code, primary, kinds},
#include "engine/review/reasons.def"
#undef CONFRONTA_REASON
};

const Reason* find(std::string_view code) {
  for (const Reason& reason : reasons)
    if (reason.code == code) return &reason;
  return nullptr;
}

char letter_of(DecisionKind kind) {
  switch (kind) {
    case DecisionKind::possible:
    case DecisionKind::proposed:
    case DecisionKind::agreed: return 'p';
    case DecisionKind::disputed: return 'd';
    case DecisionKind::final: return 'f';
    case DecisionKind::excluded: return 'x';
    case DecisionKind::insufficient: return 'i';
    case DecisionKind::undo: break;
  }
  return ' ';
}

}  // namespace

std::span<const Reason> all_reasons() { return reasons; }

bool is_reason_for(std::string_view code, DecisionKind kind) {
  const Reason* reason = find(code);
  return reason && reason->kinds.find(letter_of(kind)) != std::string_view::npos;
}

bool is_need(std::string_view code) {
  const Reason* reason = find(code);
  return reason && reason->kinds == "n";
}

bool is_primary(std::string_view code) {
  const Reason* reason = find(code);
  return reason && reason->primary;
}

std::vector<DecisionKind> kinds_of(const Reason& reason) {
  std::vector<DecisionKind> kinds;
  for (int k = 0; k < decision_kinds; ++k)
    if (const auto kind = static_cast<DecisionKind>(k);
        reason.kinds.find(letter_of(kind)) != std::string_view::npos)
      kinds.push_back(kind);
  return kinds;
}

}  // namespace confronta
