#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "importers/mapping/read_rule.h"
#include "importers/normalise/garments.h"
#include "importers/normalise/marks.h"
#include "importers/normalise/text.h"

namespace confronta::importers {
namespace {

/// A part of a cell that begins with a label of its own ("Tattoo: ...").
struct Labelled {
  std::string meaning;  // what the mapping says of the label; "" before the first label
  std::string text;
};

/// The lines of a cell under their labels. A line without a known label belongs to the one before.
std::vector<Labelled> labelled_parts(const Rule& rule, std::string_view text) {
  std::vector<Labelled> parts;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    const std::string_view head = line.substr(0, line.find(':'));
    const std::string folded = head.size() < line.size() ? fold_words(head) : std::string{};
    const std::string* meaning = nullptr;
    for (const auto& [label, means] : rule.labels)
      if (label == folded) meaning = &means;
    if (meaning) {
      std::string_view rest = line.substr(head.size() + 1);
      while (!rest.empty() && rest.front() == ' ') rest.remove_prefix(1);
      parts.push_back({*meaning, std::string{rest}});
    } else if (parts.empty()) {
      parts.push_back({"", std::string{line}});
    } else {
      parts.back().text += '\n';
      parts.back().text += line;
    }
  }
  return parts;
}

/// The description, with what a column of details adds to it beside the type.
std::string description_of(const RuleCells& cells) {
  std::string text{cells.text(Part::description)};
  const std::string_view detail = cells.text(Part::detail);
  if (sentinel(detail) || fold_words(detail) == fold_words(cells.text(Part::type))) return text;
  return sentinel(text) ? std::string{detail} : std::string{detail} + ", " + text;
}

void add_marks(const Rule& rule, const RuleCells& cells, std::string_view text,
               std::string_view type, Collector& out) {
  auto marks = read_marks(text, type);
  if (!marks.ok()) {
    out.add_unreadable(rule, cells.column(), text, marks.error());
    return;
  }
  if (marks.value().state != ObservationState::observed)
    out.add_state(rule.trait, marks.value().state, cells.column());
  // An empty mark says that somebody looked and there were none.
  if (marks.value().state == ObservationState::observed && marks.value().value.empty())
    out.add(rule.trait, Mark{}, cells.column());
  for (Mark& mark : marks.value().value) out.add(rule.trait, std::move(mark), cells.column());
}

/// Injuries and implants of a text; whether there were any.
bool add_body_history(std::string_view text, const RuleCells& cells, Collector& out) {
  std::vector<BodyHistory> found = read_body_history(text);
  const bool any = !found.empty();
  for (BodyHistory& item : found) out.add(Trait::body_history, std::move(item), cells.column());
  return any;
}

}  // namespace

void read_marks_rule(const Rule& rule, const RuleCells& cells, Collector& out) {
  if (!cells.has(Part::text)) {
    out.take(rule,
             read_mark(cells.text(Part::type), cells.text(Part::region), cells.text(Part::side),
                       cells.text(Part::view), description_of(cells)),
             cells.column(), cells.raw());
    return;
  }
  if (rule.labels.empty()) {
    add_marks(rule, cells, cells.text(Part::text), cells.text(Part::type), out);
    return;
  }
  for (const Labelled& part : labelled_parts(rule, cells.text(Part::text))) {
    if (fold_words(part.text).empty()) continue;
    if (part.meaning == "body_history") {
      if (add_body_history(part.text, cells, out)) continue;
      out.add(Trait::note, Text{part.text}, cells.column());
    } else if (part.meaning == "note") {
      if (!sentinel(part.text)) out.add(Trait::note, Text{part.text}, cells.column());
    } else {
      const bool named = !part.meaning.empty() && part.meaning != "any";
      if (!named) add_body_history(part.text, cells, out);
      add_marks(rule, cells, part.text, named ? part.meaning : cells.text(Part::type), out);
    }
  }
}

void read_garments_rule(const Rule& rule, const RuleCells& cells, Collector& out) {
  if (!cells.has(Part::text)) {
    out.take(rule,
             read_garment(cells.text(Part::item), cells.text(Part::colour), cells.text(Part::brand),
                          cells.text(Part::material), cells.text(Part::size),
                          cells.text(Part::description)),
             cells.column(), cells.raw());
    return;
  }
  auto garments = read_garments(cells.text(Part::text));
  if (!garments.ok()) {
    out.add_unreadable(rule, cells.column(), cells.raw(), garments.error());
    return;
  }
  if (garments.value().state != ObservationState::observed)
    out.add_state(rule.trait, garments.value().state, cells.column());
  // "None", or words in which no garment was recognised: kept as they are written.
  if (garments.value().state == ObservationState::observed && garments.value().value.empty()) {
    Garment words;
    words.description = cells.text(Part::text);
    out.add(rule.trait, std::move(words), cells.column());
  }
  for (Garment& garment : garments.value().value)
    out.add(rule.trait, std::move(garment), cells.column());
}

void read_body_history_rule(const Rule& rule, const RuleCells& cells, Collector& out) {
  const std::string_view text = cells.text(Part::text);
  if (const auto state = sentinel(text)) {
    out.add_state(rule.trait, *state, cells.column());
  } else if (!add_body_history(text, cells, out) && !rule.optional) {
    out.add(Trait::note, Text{cells.column() + ": " + std::string{text}}, cells.column());
  }
}

}  // namespace confronta::importers
