#include "importers/normalise/mark_words.h"

#include <deque>
#include <unordered_set>
#include <vector>

namespace confronta::importers {
namespace {

constexpr Phrase motif_list[] = {
#include "importers/normalise/words/motifs.inc"
};
constexpr Phrase region_list[] = {
#include "importers/normalise/words/regions.inc"
};
constexpr Phrase type_list[] = {
#include "importers/normalise/words/mark_types.inc"
};

constexpr Phrase side_list[] = {
    {"IZQUIERDO", "left"},
    {"IZQUIERDA", "left"},
    {"IZQ", "left"},
    {"IZDO", "left"},
    {"IZDA", "left"},
    {"IZQDO", "left"},
    {"IZQDA", "left"},
    {"LEFT", "left"},
    {"LT", "left"},
    {"LADO IZQUIERDO", "left"},
    {"IZQUIEDO", "left"},
    {"IZQUIEDA", "left"},
    {"DERECHO", "right"},
    {"DERECHA", "right"},
    {"DER", "right"},
    {"DCHO", "right"},
    {"DCHA", "right"},
    {"RIGHT", "right"},
    {"RT", "right"},
    {"LADO DERECHO", "right"},
    {"DERCHO", "right"},
    {"AMBOS", "both"},
    {"AMBAS", "both"},
    {"BOTH", "both"},
    {"BILATERAL", "both"},
    {"BILATERALES", "both"},
    {"EACH", "both"},
    {"CADA LADO", "both"},
    {"AMBOS LADOS", "both"},
    {"CENTRAL", "middle"},
    {"CENTRO", "middle"},
    {"CENTER", "middle"},
    {"MIDLINE", "middle"},
    {"LINEA MEDIA", "middle"},
    {"MEDIO DE LA", "middle"},
    {"EN MEDIO", "middle"},
    {"UNICO", "middle"},
    {"CENTER OF", "middle"},
};

constexpr Phrase view_list[] = {
    {"CARA ANTERIOR", "front"},  {"ANTERIOR", "front"},
    {"FRONT OF", "front"},       {"FRONT", "front"},
    {"ANVERSO", "front"},        {"VENTRAL", "front"},
    {"PARTE FRONTAL", "front"},  {"PARTE DE ENFRENTE", "front"},
    {"VOLAR", "front"},          {"CARA POSTERIOR", "back"},
    {"POSTERIOR", "back"},       {"BACK OF", "back"},
    {"BACKS OF", "back"},        {"BACKSIDE", "back"},
    {"REVERSO", "back"},         {"DORSAL", "back"},
    {"CARA DORSAL", "back"},     {"DORSO", "back"},
    {"PARTE POSTERIOR", "back"}, {"PARTE DE ATRAS", "back"},
    {"PARTE TRASERA", "back"},   {"TRASERA", "back"},
    {"REAR OF", "back"},         {"BACK SIDE OF", "back"},
};

// Aspects and parts of a region that the tree of regions does not tell apart.
constexpr Phrase nothing_list[] = {
    {"CARA LATERAL", ""},
    {"CARA INTERNA", ""},
    {"CARA EXTERNA", ""},
    {"CARA MEDIAL", ""},
    {"CARA LATERAL EXTERNA", ""},
    {"CARA LATERAL INTERNA", ""},
    {"CARA SUPERIOR", ""},
    {"CARA INFERIOR", ""},
    {"TERCIO MEDIO", ""},
    {"TERCIO SUPERIOR", ""},
    {"TERCIO INFERIOR", ""},
    {"TERCIO PROXIMAL", ""},
    {"TERCIO DISTAL", ""},
    {"TRES TERCIOS", ""},
    {"LETRA CURSIVA", "letters"},
    {"COLOR ROSA", ""},
    {"COLOR VINO", ""},
    {"TAPE MEASURE", ""},
    {"SIN LATERALIDAD", ""},
    {"SE DESCONOCE LATERALIDAD", ""},
    {"TRUE", ""},
    {"CARA ANTERO LATERAL", ""},
    {"BACK TO", ""},
    {"GOING BACK", ""},
    {"FRONT TO BACK", ""},
    {"CHILD S", ""},
    {"ON TOP", ""},
};

struct Index {
  std::deque<std::string> words;  // "r:forearm"; a deque keeps them in place
  std::vector<Phrase> phrases;
  std::unordered_set<std::string_view> taken;

  // The first list that has a phrase keeps it.
  void add(std::span<const Phrase> list, char kind) {
    for (const Phrase& phrase : list) {
      if (!taken.insert(phrase.phrase).second) continue;
      const char shown = phrase.word.empty() ? 'i' : kind;
      words.push_back(std::string{shown} + std::string{phrase.word});
      phrases.push_back({phrase.phrase, words.back()});
    }
  }

  Index() {
    add(type_list, 't');
    add(side_list, 's');
    add(view_list, 'v');
    add(nothing_list, 'm');
    add(region_list, 'r');
    add(motif_list, 'm');
  }
};

}  // namespace

MarkWord mark_word(std::span<const std::string> tokens, std::size_t at) {
  static const Index index;
  static const Lexicon lexicon{index.phrases};
  const Lexicon::Match match = lexicon.match(tokens, at);
  if (!match) return {};
  return {match.word.front(), match.word.substr(1), match.length};
}

std::span<const Phrase> motif_phrases() { return motif_list; }
std::span<const Phrase> region_phrases() { return region_list; }
std::span<const Phrase> mark_type_phrases() { return type_list; }

}  // namespace confronta::importers
