#pragma once
// What happens in a sentence on marks, word by word, and where one mark ends and the next begins.

#include <string>
#include <string_view>
#include <vector>

#include "importers/normalise/mark_tokens.h"

namespace confronta::importers {

struct MarkEvent {
  enum class Kind {
    type,
    region,
    near,  // a region that only says where: "arriba de la rodilla"
    motif,
    inscription,
    side,
    view,
    separator
  };
  Kind kind;
  std::string word;       // canonical, or the inscription's text
  std::size_t token = 0;  // where it begins
  std::size_t length = 1;
};

/// The events of tokens [begin, end), which hold no stop. Inscriptions are quotes, and the words
/// after "leyenda", "letras", "nombre", "dice", "word", "initials" and their like.
std::vector<MarkEvent> mark_events(const MarkTokens& tokens, std::size_t begin, std::size_t end);

/// The first token of each mark, from the events of one sentence: a new type, or a region that is
/// no part of the last one, begins a new mark; what stands before a region goes with it when the
/// sentence names motifs before regions ("rosa en brazo derecho, calavera en pierna izquierda").
std::vector<std::size_t> mark_starts(const std::vector<MarkEvent>& events, std::size_t begin);

}  // namespace confronta::importers
