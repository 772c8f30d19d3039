#include "app/finding_text.h"

#include "app/value_text.h"

namespace confronta::app {

std::string reason_text(Language language, const Finding& finding) {
  return say(language, finding.reason, finding.arguments);
}

std::string side_text(Language language, const std::vector<const Observation*>& side) {
  std::string text;
  for (const Observation* o : side) {
    if (!text.empty()) text += "; ";
    text += say(language, "trait." + std::string{trait_info(o->trait).name}) + ": " +
            value_text(language, *o);
    const std::string cell = cell_text(o->from);
    if (!cell.empty()) text += " [" + cell + "]";
  }
  return text.empty() ? say(language, "state.not_recorded") : text;
}

}  // namespace confronta::app
