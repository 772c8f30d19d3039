// Implants, old fractures and operations in free text.

#include <algorithm>
#include <string>

#include "importers/normalise/lexicon.h"
#include "importers/normalise/mark_tokens.h"
#include "importers/normalise/mark_words.h"
#include "importers/normalise/marks.h"
#include "importers/normalise/text.h"

namespace confronta::importers {
namespace {

constexpr Phrase history_phrases[] = {
#include "importers/normalise/words/body_history.inc"
};

const Lexicon& lexicon() {
  static const Lexicon built{history_phrases};
  return built;
}

using TokenKind = MarkTokens::Kind;

bool leads_to_a_serial(std::string_view word) {
  return word == "SERIE" || word == "SERIAL" || word == "SN" || word == "LOTE" || word == "LOT";
}

// The key after "serie", "no. de serie", "serial number", without separators: up to three words of
// which one has a digit.
std::string serial_in(std::span<const std::string> tokens) {
  auto at = std::find_if(tokens.begin(), tokens.end(), leads_to_a_serial);
  if (at != tokens.end()) ++at;
  while (at != tokens.end() &&
         (*at == "NO" || *at == "NUM" || *at == "NUMERO" || *at == "NUMBER" || *at == "DE"))
    ++at;
  std::string serial;
  for (int taken = 0; at != tokens.end() && taken < 3; ++at, ++taken) {
    const bool digits =
        std::any_of(at->begin(), at->end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!digits && at->size() > 3) break;
    serial += *at;
  }
  const bool digits =
      std::any_of(serial.begin(), serial.end(), [](char c) { return c >= '0' && c <= '9'; });
  return digits ? serial : "";
}

// One clause: "PLACA Y TORNILLOS EN FEMUR DERECHO".
void read_clause(std::span<const std::string> tokens, std::vector<BodyHistory>& list) {
  const std::size_t begin = list.size();
  std::string region;
  std::string side;
  for (std::size_t i = 0; i < tokens.size();) {
    const Lexicon::Match found = lexicon().match(tokens, i);
    if (found) {
      const std::size_t space = found.word.find(' ');
      const std::string kind{found.word.substr(0, space)};
      const std::string detail{found.word.substr(space + 1)};
      const auto same = std::find_if(list.begin() + static_cast<std::ptrdiff_t>(begin), list.end(),
                                     [&](const BodyHistory& item) { return item.kind == kind; });
      // A plate and its screws are one implant.
      if (same == list.end()) {
        list.push_back({kind, "", "", detail, ""});
      } else if (same->detail == same->kind || same->detail == "fracture") {
        same->detail = detail;
      } else if (detail != kind && same->detail.find(detail) == std::string::npos) {
        same->detail += ' ' + detail;
      }
    }
    const MarkWord word = mark_word(tokens, i);
    if (word.kind == 'r' && region.empty()) region = word.word;
    if (word.kind == 's' && side.empty()) side = word.word;
    i += word.kind == 'r' ? word.length : 1;  // "prótesis de cadera" names its region too
  }
  const std::string serial = serial_in(tokens);
  for (std::size_t i = begin; i < list.size(); ++i) {
    list[i].region = region;
    list[i].side = side;
    if (list[i].kind == "implant") list[i].serial = serial;
  }
}

}  // namespace

std::vector<BodyHistory> read_body_history(std::string_view text) {
  std::vector<BodyHistory> list;
  if (sentinel(text)) return list;
  const MarkTokens tokens = mark_tokens(text);
  std::vector<std::string> clause;
  bool denied = false;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens.kinds[i] == TokenKind::word) {
      if (clause.empty() && (tokens.texts[i] == "NO" || tokens.texts[i] == "SIN" ||
                             tokens.texts[i] == "NIEGA" || tokens.texts[i] == "NONE"))
        denied = true;
      clause.push_back(tokens.texts[i]);
      continue;
    }
    if (tokens.kinds[i] != TokenKind::stop && tokens.kinds[i] != TokenKind::comma) continue;
    if (!denied) read_clause(clause, list);
    clause.clear();
    if (tokens.kinds[i] == TokenKind::stop) denied = false;
  }
  return list;
}

}  // namespace confronta::importers
