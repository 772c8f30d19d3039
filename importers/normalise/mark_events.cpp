#include "importers/normalise/mark_events.h"

#include <algorithm>
#include <span>
#include <unordered_set>

#include "importers/normalise/lexicon.h"
#include "importers/normalise/mark_words.h"
#include "models/domain/body_region.h"

namespace confronta::importers {
namespace {

using Kind = MarkEvent::Kind;
using TokenKind = MarkTokens::Kind;
using Set = std::unordered_set<std::string_view>;

constexpr std::size_t longest_inscription = 4;  // words taken after a cue without quotes

// After these a region only says where the mark is near.
bool leads_to_a_neighbour(std::string_view word) {
  static const Set set{"CERCA", "ALTURA", "DEBAJO",  "ARRIBA", "BAJO",  "ENCIMA",
                       "ENTRE", "HASTA",  "DESDE",   "NEAR",   "ABOVE", "BELOW",
                       "UNDER", "BEHIND", "BETWEEN", "FROM",   "TO",    "DETRAS",
                       "JUNTO", "TOWARD", "TOWARDS", "BENEATH"};
  return set.contains(word);
}

bool is_article(std::string_view word) {
  static const Set set{"DE",  "DEL", "LA",  "EL", "LAS",   "LOS",  "SU",  "A",     "AL",
                       "THE", "HIS", "HER", "OF", "RIGHT", "LEFT", "HER", "LOWER", "UPPER"};
  return set.contains(word);
}

bool fills_before_inscription(std::string_view word) {
  static const Set set{"DE",     "DEL",     "LA",    "EL",      "LAS",     "LOS",      "QUE",
                       "DICE",   "CON",     "AL",    "PARECER", "OF",      "THE",      "SAYS",
                       "A",      "AN",      "UNA",   "UN",      "LEYENDA", "LETRAS",   "LETRA",
                       "NOMBRE", "PALABRA", "FRASE", "READS",   "SAYING",  "READING",  "DICEN",
                       "WORD",   "WORDS",   "NAME",  "LETTER",  "LETTERS", "INITIALS", "INICIALES",
                       "PROPIO", "PARECE",  "DECIR", "NUMERO",  "NUMBER",  "NUMEROS"};
  return set.contains(word);
}

// How letters look; skipped between a cue and its text.
bool describes_letters(std::string_view word) {
  static const Set set{
      "CURSIVA",     "CURSIVAS",   "MANUSCRITA", "MANUSCRITAS", "GOTICA",   "GOTICAS",    "CHOLA",
      "CHOLAS",      "MAYUSCULA",  "MAYUSCULAS", "MINUSCULA",   "MOLDE",    "MINUSCULAS", "VARIAS",
      "ESTILIZADAS", "ESTILIZADA", "GRANDES",    "GRANDE",      "PEQUEÑAS", "INGLESAS",   "INGLESA",
      "ANTIGUA",     "ANTIGUAS",   "LARGE",      "SMALL",       "CURSIVE",  "OLD",        "ENGLISH",
      "SCRIPT",      "BLOCK",      "CAPITAL",    "BLACK",       "LARGAS",   "ROMANOS",    "ROMANO"};
  return set.contains(word);
}

// Words that end an inscription without quotes, or say that there is none to take.
bool ends_inscription(std::string_view word) {
  static const Set set{"EN",
                       "ON",
                       "IN",
                       "AT",
                       "COLOR",
                       "COLORES",
                       "NEGRO",
                       "NEGRA",
                       "AZUL",
                       "VERDE",
                       "ROJO",
                       "CON",
                       "SIN",
                       "SOBRE",
                       "DEBAJO",
                       "ARRIBA",
                       "TIPO",
                       "ESTILO",
                       "FORMA",
                       "ILEGIBLE",
                       "ILEGIBLES",
                       "ACROSS",
                       "ABOVE",
                       "BELOW",
                       "UNDER",
                       "OVER",
                       "INSIDE",
                       "WITH",
                       "FOR",
                       "TO",
                       "FROM",
                       "IS",
                       "ARE",
                       "WAS",
                       "Y",
                       "E",
                       "AND",
                       "OR",
                       "O",
                       "TINTA",
                       "MUJER",
                       "HOMBRE",
                       "PERSONA",
                       "HIJO",
                       "HIJOS",
                       "HIJA",
                       "HIJAS",
                       "SU",
                       "SUS",
                       "HIS",
                       "HER",
                       "THEIR",
                       "IT",
                       "BY",
                       "ALREDEDOR",
                       "AROUND",
                       "UNKNOWN",
                       "DESCONOCIDO",
                       "DESCONOCIDA",
                       "SE",
                       "NO",
                       "YA",
                       "MIDE",
                       "MONOCROMATICO",
                       "MONOCROMATICA",
                       "POR",
                       "APROXIMADAMENTE",
                       "LOCALIZADO",
                       "LOCALIZADA",
                       "UBICADO",
                       "UBICADA",
                       "WRITTEN",
                       "TATTOOED",
                       "POSSIBLY",
                       "LARGE",
                       "PERO",
                       "PARTE",
                       "LADO",
                       "MEDIDAS",
                       "INK",
                       "WHICH",
                       "THAT",
                       "BUT",
                       "THROUGH",
                       "AS",
                       "CUYA",
                       "CUAL",
                       "APPEARS",
                       "SURROUNDED",
                       "THROUGHOUT",
                       "YLA",
                       "INTERNO",
                       "INTERNA",
                       "EXTERNO",
                       "EXTERNA",
                       "LATERAL"};
  return set.contains(word);
}

bool is_cue(std::string_view motif) {
  return motif == "letters" || motif == "name" || motif == "initials" || motif == "number" ||
         motif == "date" || motif == "rip";
}

bool is_number_like(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; }) ||
         word.find_first_not_of("IVXLCM") == std::string_view::npos;
}

bool is_number_text(std::string_view text) {
  return text.find_first_not_of("0123456789 ") == std::string_view::npos;
}

class Reader {
 public:
  Reader(const MarkTokens& tokens, std::size_t begin, std::size_t end)
      : tokens_(tokens), begin_(begin), end_(end) {}

  std::vector<MarkEvent> run() {
    for (std::size_t at = begin_; at < end_;) at += step(at);
    return std::move(events_);
  }

 private:
  bool is_word(std::size_t at) const { return at < end_ && tokens_.kinds[at] == TokenKind::word; }
  std::string_view text(std::size_t at) const { return tokens_.texts[at]; }
  // Words up to the next quote, comma or colon: phrases do not cross them.
  std::span<const std::string> run_of_words(std::size_t at) const {
    std::size_t end = at;
    while (is_word(end)) ++end;
    return {tokens_.texts.data() + at, end - at};
  }
  void put(Kind kind, std::string_view word, std::size_t token, std::size_t length) {
    events_.push_back({kind, std::string{word}, token, length});
  }

  std::size_t step(std::size_t at) {
    if (tokens_.kinds[at] == TokenKind::quote) return quote(at);
    if (tokens_.kinds[at] == TokenKind::comma) {
      put(Kind::separator, ",", at, 1);
      return 1;
    }
    if (!is_word(at)) return 1;
    if (text(at) == "Y" || text(at) == "AND" || text(at) == "E" || text(at) == "ADEMAS" ||
        text(at) == "YLA") {
      put(Kind::separator, "Y", at, 1);
      return 1;
    }
    const MarkWord found = mark_word(run_of_words(at), 0);
    switch (found.kind) {
      case 't': put(Kind::type, found.word, at, found.length); break;
      case 's': put(Kind::side, found.word, at, found.length); break;
      case 'v': put(Kind::view, found.word, at, found.length); break;
      case 'r': region(found, at); break;
      case 'm': return motif(found, at);
      case 'i': break;
      default: return 1;
    }
    return found.length;
  }

  void region(const MarkWord& found, std::size_t at) {
    std::size_t before = at;
    while (before > begin_ && is_word(before - 1) && is_article(text(before - 1))) --before;
    const bool neighbour =
        before > begin_ && is_word(before - 1) && leads_to_a_neighbour(text(before - 1));
    put(neighbour ? Kind::near : Kind::region, found.word, at, found.length);
    // "UPPER LEFT ARM", "CARA ANTERIOR DEL BRAZO": side and view within the phrase.
    for (std::size_t i = at; i < at + found.length; ++i) {
      if (text(i) == "LEFT") put(Kind::side, "left", i, 1);
      if (text(i) == "RIGHT") put(Kind::side, "right", i, 1);
      if (text(i) == "ANTERIOR" || text(i) == "PALMAR") put(Kind::view, "front", i, 1);
      if (text(i) == "POSTERIOR") put(Kind::view, "back", i, 1);
    }
  }

  // The Spanish "dice" says what follows; the English one is a pair of dice.
  bool says(const MarkWord& found, std::size_t at) const {
    return found.word == "dice" && text(at) == "DICE" &&
           ((at > begin_ && text(at - 1) == "QUE") ||
            (at + 1 < end_ && tokens_.kinds[at + 1] != TokenKind::comma && !is_word(at + 1)));
  }

  std::size_t motif(const MarkWord& found, std::size_t at) {
    const std::string_view word = says(found, at) ? "letters" : found.word;
    put(Kind::motif, word, at, found.length);
    if (!is_cue(word)) return found.length;
    cue_ = true;
    return found.length + inscription_after(at + found.length, word);
  }

  // "la letra a de color negro": no preposition.
  bool is_letter_a(std::size_t at) const {
    return is_word(at) && text(at) == "A" && text(at - 1) == "LETRA" &&
           !(is_word(at + 1) && (text(at + 1) == "COLOR" || text(at + 1) == "COLORES"));
  }

  // Takes the words after a cue; returns how many tokens were used.
  std::size_t inscription_after(std::size_t from, std::string_view cue) {
    std::size_t at = from;
    while (at < end_ &&
           (tokens_.kinds[at] == TokenKind::colon ||
            (is_word(at) && (fills_before_inscription(text(at)) || describes_letters(text(at))))))
      ++at;
    std::string taken;
    std::size_t count = 0;
    const std::size_t first = at;
    while (is_word(at) && count < longest_inscription && !ends_inscription(text(at))) {
      const MarkWord next = mark_word(run_of_words(at), 0);
      if (next.kind == 'r' || next.kind == 't' || next.kind == 's' || next.kind == 'v' ||
          next.kind == 'i')
        break;
      if (describes_letters(text(at))) break;
      taken += (taken.empty() ? "" : " ") + std::string{text(at)};
      ++at;
      ++count;
    }
    const bool number = cue == "number" || cue == "date";
    if (taken.empty() && is_letter_a(from)) {
      put(Kind::inscription, "A", from, 1);
      cue_ = false;
      return 1;
    }
    if (taken.empty()) return first - from;  // "letras cholas": how they look is read
    if (cue == "rip" || (number && !is_number_like(taken.substr(0, taken.find(' '))))) return 0;
    put(Kind::inscription, taken, first, count);
    cue_ = false;
    return at - from;
  }

  std::size_t quote(std::size_t at) {
    const std::string& inside = tokens_.texts[at];
    std::vector<std::string> words;
    for (std::size_t begin = 0; begin < inside.size();) {
      const std::size_t end = std::min(inside.find(' ', begin), inside.size());
      words.push_back(inside.substr(begin, end - begin));
      begin = end + 1;
    }
    // la "santa muerte" is a picture, leyenda "santa muerte" is a text.
    const std::size_t article = words.size() > 2 && is_article(words[0]) ? 1 : 0;
    const std::span<const std::string> rest{words.data() + article, words.size() - article};
    const MarkWord whole = mark_word(rest, 0);
    const bool picture = !cue_ && whole.kind == 'm' && whole.length == rest.size() &&
                         rest.size() > 1 && !is_cue(whole.word);
    put(picture ? Kind::motif : Kind::inscription, picture ? whole.word : inside, at, 1);
    if (!picture) put(Kind::motif, is_number_text(inside) ? "number" : "letters", at, 1);
    cue_ = false;
    return 1;
  }

  const MarkTokens& tokens_;
  std::size_t begin_;
  std::size_t end_;
  std::vector<MarkEvent> events_;
  bool cue_ = false;  // "leyenda" was read and its text not yet
};

bool is_content(const MarkEvent& event) {
  return event.kind == Kind::motif || event.kind == Kind::inscription;
}

bool related(std::string_view a, std::string_view b) {
  return region_contains(a, b) || region_contains(b, a);
}

// Between two regions, where the content of the second begins: after the first comma, else after
// the last "and", else with the first content.
std::size_t content_start(const std::vector<MarkEvent>& events, std::size_t from, std::size_t to) {
  std::size_t comma = to;
  std::size_t last_and = to;
  std::size_t content = to;
  for (std::size_t i = from; i < to; ++i) {
    if (is_content(events[i])) content = std::min(content, i);
    if (events[i].kind != Kind::separator) continue;
    const bool content_follows =
        std::any_of(events.begin() + static_cast<std::ptrdiff_t>(i),
                    events.begin() + static_cast<std::ptrdiff_t>(to), is_content);
    if (!content_follows) continue;
    if (events[i].word == ",")
      comma = std::min(comma, i);
    else
      last_and = i;
  }
  const std::size_t at = comma < to ? comma : last_and < to ? last_and : content;
  return events[at].token;
}

}  // namespace

std::vector<MarkEvent> mark_events(const MarkTokens& tokens, std::size_t begin, std::size_t end) {
  return Reader{tokens, begin, end}.run();
}

std::vector<std::size_t> mark_starts(const std::vector<MarkEvent>& events, std::size_t begin) {
  std::vector<std::size_t> starts{begin};
  const auto first = std::find_if(events.begin(), events.end(), [](const MarkEvent& event) {
    return event.kind == Kind::region || is_content(event);
  });
  const bool content_first = first != events.end() && is_content(*first);
  std::string_view type;
  std::string_view region;
  std::size_t region_at = 0;
  bool content = false;
  bool content_since = false;  // since the last region
  bool separated = false;      // since the last region
  const auto restart = [&](std::size_t token) {
    if (token > starts.back()) starts.push_back(token);
    type = region = {};
    content = content_since = separated = false;
  };
  for (std::size_t i = 0; i < events.size(); ++i) {
    const MarkEvent& event = events[i];
    if (event.kind == Kind::type) {
      const bool again = !type.empty() && (type != event.word || !region.empty() || content);
      const bool after_whole = type.empty() && !region.empty() && content && separated;
      if (again || after_whole) restart(event.token);
      type = event.word;
    } else if (event.kind == Kind::region) {
      const bool elsewhere = !region.empty() && !related(region, event.word);
      if (elsewhere && content_since && content_first) {
        restart(content_start(events, region_at + 1, i));
      } else if (elsewhere && (content_since || separated)) {
        restart(event.token);
      }
      if (region.empty() || region_contains(region, event.word)) region = event.word;
      region_at = i;
      content_since = separated = false;
    } else if (is_content(event)) {
      content = content_since = true;
    } else if (event.kind == Kind::separator) {
      separated = true;
    }
  }
  return starts;
}

}  // namespace confronta::importers
