#include "importers/normalise/marks.h"

#include <algorithm>
#include <span>

#include "importers/normalise/mark_events.h"
#include "importers/normalise/mark_tokens.h"
#include "importers/normalise/mark_words.h"
#include "importers/normalise/text.h"
#include "models/domain/body_region.h"

namespace confronta::importers {
namespace {

using Kind = MarkEvent::Kind;
using TokenKind = MarkTokens::Kind;

std::size_t distance(std::size_t a, std::size_t b) { return a > b ? a - b : b - a; }

// The tokens of one mark with the events that lie in them.
struct Piece {
  std::size_t begin;
  std::size_t end;
  std::vector<MarkEvent> events;

  bool says_anything() const {
    return std::any_of(events.begin(), events.end(), [](const MarkEvent& event) {
      return event.kind != Kind::separator && event.kind != Kind::view;
    });
  }
};

std::string description_of(const MarkTokens& tokens, std::size_t begin, std::size_t end) {
  std::string text;
  for (std::size_t i = begin; i < end; ++i) {
    const bool tight = tokens.kinds[i] == TokenKind::comma || tokens.kinds[i] == TokenKind::colon;
    if (!text.empty() && !tight) text += ' ';
    text += tokens.kinds[i] == TokenKind::quote ? '"' + tokens.texts[i] + '"' : tokens.texts[i];
  }
  const std::size_t first = text.find_first_not_of(" ,:");
  const std::size_t last = text.find_last_not_of(" ,:");
  return first == std::string::npos ? "" : text.substr(first, last - first + 1);
}

// The region that says most: an exact one before a neighbouring one, a part before its whole.
const MarkEvent* region_of(const Piece& piece) {
  const MarkEvent* best = nullptr;
  for (const MarkEvent& event : piece.events) {
    if (event.kind != Kind::region && event.kind != Kind::near) continue;
    const bool firmer = best && best->kind == Kind::near && event.kind == Kind::region;
    const bool finer = best && best->kind == event.kind && best->word != event.word &&
                       region_contains(best->word, event.word);
    if (!best || firmer || finer) best = &event;
  }
  return best;
}

// The side beside the region; "right and left wrists" is both.
std::string side_of(const Piece& piece, const MarkEvent* region) {
  const MarkEvent* nearest = nullptr;
  const std::size_t centre = region ? region->token : piece.begin;
  for (const MarkEvent& event : piece.events) {
    if (event.kind != Kind::side) continue;
    if (!nearest || distance(event.token, centre) < distance(nearest->token, centre))
      nearest = &event;
  }
  if (!nearest) return "";
  for (const MarkEvent& event : piece.events)
    if (event.kind == Kind::side && event.word != nearest->word && event.word != "middle" &&
        nearest->word != "middle" && distance(event.token, nearest->token) == 2)
      return "both";
  return nearest->word;
}

std::string view_of(const Piece& piece, std::string_view region) {
  for (const MarkEvent& event : piece.events) {
    if (event.kind != Kind::view) continue;
    // The back of a foot is its upper side, which is seen from the front.
    if (region == "foot" || region == "toe") return "";
    return event.word;
  }
  return "";
}

// A scar "from a bullet" shows no bullet.
bool has_content(std::string_view type) { return type == "tattoo" || type == "other"; }

Mark mark_of(const MarkTokens& tokens, const Piece& piece, std::string_view inherited_type) {
  Mark mark;
  const auto type = std::find_if(piece.events.begin(), piece.events.end(),
                                 [](const auto& event) { return event.kind == Kind::type; });
  const MarkEvent* region = region_of(piece);
  if (region) mark.region = region->word;
  mark.side = side_of(piece, region);
  mark.view = view_of(piece, mark.region);
  if (mark.region.empty() && mark.view == "back" && mark.side.empty()) {
    mark.region = "back";  // "en dorso" alone
    mark.view.clear();
  }
  const bool shows_something = type == piece.events.end()
                                   ? inherited_type.empty() || has_content(inherited_type)
                                   : has_content(type->word);
  for (const MarkEvent& event : piece.events) {
    if (!shows_something) break;
    if (event.kind == Kind::motif) mark.motifs.push_back(event.word);
    if (event.kind == Kind::inscription)
      mark.inscription += (mark.inscription.empty() ? "" : " ") + event.word;
  }
  if (!mark.inscription.empty() && mark.motifs.empty()) mark.motifs.emplace_back("letters");
  std::sort(mark.motifs.begin(), mark.motifs.end());
  mark.motifs.erase(std::unique(mark.motifs.begin(), mark.motifs.end()), mark.motifs.end());
  if (type != piece.events.end())
    mark.type = type->word;
  else if (!inherited_type.empty())
    mark.type = inherited_type;
  else
    mark.type = mark.motifs.empty() ? "other" : "tattoo";
  mark.description = description_of(tokens, piece.begin, piece.end);
  return mark;
}

bool begins_negation(std::string_view word) {
  return word == "NO" || word == "SIN" || word == "NINGUNO" || word == "NINGUNA" ||
         word == "NONE" || word == "NIEGA" || word == "NEGADOS" || word == "NEGADAS" ||
         word == "WITHOUT" || word == "NINGUN" || word == "NEGATIVO";
}

// "NO PRESENTA", "SIN TATUAJES NI CICATRICES", "No tattoos": a sentence that denies, whatever kind
// of mark it names, as long as it names no place and no content.
bool denies(const MarkTokens& tokens, const Piece& sentence) {
  const auto first = tokens.texts.begin() + static_cast<std::ptrdiff_t>(sentence.begin);
  const auto last = tokens.texts.begin() + static_cast<std::ptrdiff_t>(sentence.end);
  if (!begins_negation(*first)) return std::find(first, last, "NEVER") != last;
  return std::none_of(sentence.events.begin(), sentence.events.end(), [](const auto& event) {
    return event.kind == Kind::region || event.kind == Kind::inscription ||
           event.kind == Kind::motif || event.kind == Kind::near;
  });
}

bool is_empty_sentence(const MarkTokens& tokens, const Piece& sentence) {
  const std::string text = description_of(tokens, sentence.begin, sentence.end);
  return text.empty() || sentinel(text).has_value();
}

// "TATUAJES:" before a colon holds for what follows; it stays out of the marks themselves.
struct Heading {
  bool found = false;
  std::string type;
  std::size_t length = 0;
};

Heading heading_of(const MarkTokens& tokens, const Piece& sentence) {
  Heading heading;
  const auto end = tokens.kinds.begin() + static_cast<std::ptrdiff_t>(sentence.end);
  const auto colon = std::find(tokens.kinds.begin() + static_cast<std::ptrdiff_t>(sentence.begin),
                               end, TokenKind::colon);
  if (colon == end) return heading;
  const auto at = static_cast<std::size_t>(colon - tokens.kinds.begin());
  for (const MarkEvent& event : sentence.events) {
    if (event.token >= at) break;
    if (event.kind == Kind::separator) continue;
    if (event.kind != Kind::type) return Heading{};
    if (!heading.found || heading.type.empty()) heading.type = event.word;
    heading.found = true;
    heading.length = at + 1 - sentence.begin;
  }
  return heading;
}

class MarkReader {
 public:
  MarkReader(std::string_view text, std::string_view default_type)
      : tokens_(mark_tokens(text)), type_(default_type), default_type_(default_type) {}

  std::vector<Mark> run() {
    std::size_t begin = 0;
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (tokens_.kinds[i] != TokenKind::stop) continue;
      if (i > begin) sentence(begin, i);
      begin = i + 1;
    }
    return std::move(marks_);
  }

 private:
  void sentence(std::size_t begin, std::size_t end) {
    Piece whole{begin, end, mark_events(tokens_, begin, end)};
    if (const Heading heading = heading_of(tokens_, whole); heading.found) {
      type_ = heading.type;
      whole.begin += heading.length;
      if (whole.begin >= end) return;
      std::erase_if(whole.events, [&](const MarkEvent& e) { return e.token < whole.begin; });
    }
    if (is_empty_sentence(tokens_, whole) || denies(tokens_, whole)) return;
    if (!whole.says_anything()) {  // "De color negro, de 5 x 2 cm": belongs to the mark before
      const std::string text = description_of(tokens_, whole.begin, whole.end);
      if (!marks_.empty())
        marks_.back().description += "; " + text;
      else
        marks_.push_back(mark_of(tokens_, whole, type_));
      return;
    }
    const std::vector<std::size_t> starts = mark_starts(whole.events, whole.begin);
    std::string type = type_;
    for (std::size_t i = 0; i < starts.size(); ++i) {
      Piece piece{starts[i], i + 1 < starts.size() ? starts[i + 1] : end, {}};
      for (const MarkEvent& event : whole.events)
        if (event.token >= piece.begin && event.token < piece.end) piece.events.push_back(event);
      if (!piece.says_anything()) continue;
      marks_.push_back(mark_of(tokens_, piece, type));
      if (type.empty() || default_type_.empty()) type = marks_.back().type;
    }
  }

  MarkTokens tokens_;
  std::vector<Mark> marks_;
  std::string type_;  // of the section: the last heading, else the default
  std::string default_type_;
};

bool says_none(std::string_view text) {
  const std::string plain = fold_words(text);
  return plain == "NO" || plain == "NONE" || plain == "NINGUNO" || plain == "NINGUNA";
}

// A word of one list in a column's text, the first found.
std::string first_of(char kind, std::string_view text) {
  const std::vector<std::string> tokens = words(text);
  for (std::size_t i = 0; i < tokens.size();) {
    const MarkWord found = mark_word(tokens, i);
    if (found.kind == kind) return std::string{found.word};
    i += std::max<std::size_t>(1, found.length);
  }
  return "";
}

}  // namespace

Reading<std::vector<Mark>> read_marks(std::string_view text, std::string_view default_type) {
  using List = std::vector<Mark>;
  if (says_none(text)) return Cell<List>{ObservationState::observed, {}};
  if (const auto state = sentinel(text)) return Cell<List>{*state, {}};
  return Cell<List>{ObservationState::observed, MarkReader{text, default_type}.run()};
}

Reading<Mark> read_mark(std::string_view type, std::string_view region, std::string_view side,
                        std::string_view view, std::string_view description) {
  // A column's own state counts only when no column says anything.
  auto worst = ObservationState::observed;
  bool any = false;
  for (const std::string_view column : {type, region, side, view, description}) {
    if (const auto state = sentinel(column))
      worst = std::max(worst, *state);
    else
      any = true;
  }
  if (!any) return Cell<Mark>{worst, {}};

  Mark mark;
  const MarkTokens tokens = mark_tokens(description);
  Piece piece{0, tokens.size(), {}};
  std::size_t begin = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens.kinds[i] != TokenKind::stop) continue;
    for (MarkEvent& event : mark_events(tokens, begin, i)) piece.events.push_back(std::move(event));
    begin = i + 1;
  }
  if (!sentinel(description)) {
    mark = mark_of(tokens, piece, "");
    mark.description = fold(description);
  }
  if (!sentinel(type)) {
    const std::string known = first_of('t', type);
    mark.type = known.empty() ? "other" : known;
  } else if (mark.type.empty()) {
    mark.type = "other";
  }
  if (const std::string known = sentinel(region) ? "" : first_of('r', region); !known.empty())
    mark.region = known;
  if (const std::string known = sentinel(side) ? "" : first_of('s', side); !known.empty())
    mark.side = known;
  else if (mark.side.empty())
    mark.side = first_of('s', region);
  if (const std::string known = sentinel(view) ? "" : first_of('v', view); !known.empty())
    mark.view = known;
  else if (mark.view.empty())
    mark.view = first_of('v', region);
  return Cell<Mark>{ObservationState::observed, std::move(mark)};
}

}  // namespace confronta::importers
