#include "importers/normalise/teeth.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "importers/normalise/lexicon.h"
#include "importers/normalise/text.h"

namespace confronta::importers {
namespace {

// Spanish and English words; the code of the list is the name of the ToothState.
constexpr Phrase state_phrases[] = {
    {"PRESENTE", "present"},
    {"PRESENT", "present"},
    {"SANO", "sound"},
    {"SANA", "sound"},
    {"SIN RESTAURAR", "sound"},
    {"INTEGRO", "sound"},
    {"SOUND", "sound"},
    {"VIRGIN", "sound"},
    {"NORMAL", "sound"},
    {"CARIES", "caries"},
    {"CARIADO", "caries"},
    {"CARIADA", "caries"},
    {"DECAY", "caries"},
    {"AMALGAMA", "filled"},
    {"RESINA", "filled"},
    {"OBTURACION", "filled"},
    {"OBTURADO", "filled"},
    {"OBTURADA", "filled"},
    {"RESTAURADO", "filled"},
    {"RESTAURACION", "filled"},
    {"INCRUSTACION", "filled"},
    {"SELLADOR", "filled"},
    {"CARILLA", "filled"},
    {"FILLING", "filled"},
    {"FILLED", "filled"},
    {"AMALGAM", "filled"},
    {"RESIN", "filled"},
    {"CORONA", "crown"},
    {"CORONA ESTETICA", "crown"},
    {"CROWN", "crown"},
    {"ENDODONCIA", "root_canal"},
    {"CONDUCTO", "root_canal"},
    {"ROOT CANAL", "root_canal"},
    {"TRATAMIENTO DE CONDUCTOS", "root_canal"},
    {"IMPLANTE", "implant"},
    {"IMPLANT", "implant"},
    {"PONTICO", "pontic"},
    {"PROTESIS", "pontic"},
    {"PUENTE", "pontic"},
    {"PROTESIS FIJA", "pontic"},
    {"PROTESIS REMOVIBLE", "pontic"},
    {"PROTESIS TOTAL", "pontic"},
    {"PONTIC", "pontic"},
    {"BRIDGE", "pontic"},
    {"DENTURE", "pontic"},
    {"AUSENTE AM", "missing_ante_mortem"},
    {"AUSENTE ANTE MORTEM", "missing_ante_mortem"},
    {"AUSENTE ANTEMORTEM", "missing_ante_mortem"},
    {"AUSENTE", "missing_ante_mortem"},
    {"EXTRAIDO", "missing_ante_mortem"},
    {"EXTRAIDA", "missing_ante_mortem"},
    {"EXTRACCION", "missing_ante_mortem"},
    {"PERDIDO EN VIDA", "missing_ante_mortem"},
    {"MISSING", "missing_ante_mortem"},
    {"EXTRACTED", "missing_ante_mortem"},
    {"AUSENTE PM", "missing_post_mortem"},
    {"AUSENTE POST MORTEM", "missing_post_mortem"},
    {"AUSENTE POSTMORTEM", "missing_post_mortem"},
    {"PERDIDA POST MORTEM", "missing_post_mortem"},
    {"PERDIDA POSTMORTEM", "missing_post_mortem"},
    {"LOST POST MORTEM", "missing_post_mortem"},
    {"SIN ERUPCIONAR", "unerupted"},
    {"NO ERUPCIONADO", "unerupted"},
    {"INCLUIDO", "unerupted"},
    {"RETENIDO", "unerupted"},
    {"UNERUPTED", "unerupted"},
    {"IMPACTED", "unerupted"},
    {"SIN INFORMACION", "no_information"},
};

ToothState state_named(std::string_view word) {
  for (std::size_t s = 0; s < static_cast<std::size_t>(ToothState::count); ++s)
    if (tooth_state_name(static_cast<ToothState>(s)) == word) return static_cast<ToothState>(s);
  return ToothState::no_information;
}

// A tooth's finding before it goes into the chart.
struct Finding {
  ToothState state = ToothState::no_information;
  std::uint8_t surfaces = 0;
  bool known = false;
};

int surface_bit(char c) {
  switch (c) {
    case 'M': return 1;
    case 'O':
    case 'I': return 2;  // incisal edge of a front tooth
    case 'D': return 4;
    case 'F':
    case 'B':
    case 'V': return 8;  // vestibular, buccal, facial
    case 'L':
    case 'P': return 16;  // palatal
    default: return 0;
  }
}

// A word of surfaces alone ("MOD"), as a bit set; 0 where it is none.
std::uint8_t surfaces_of(std::string_view word) {
  int bits = 0;
  for (const char c : word) {
    const int bit = surface_bit(c);
    if (bit == 0 || (bits & bit) != 0) return 0;
    bits |= bit;
  }
  return static_cast<std::uint8_t>(bits);
}

// Codes of WinID and NCIC, primary then secondary ("MO-A", "X-P", "V", "/R"): surfaces that are
// filled, V virgin, U unerupted, X missing, J lost after death, C crown, R root canal, / nothing
// known; secondary A amalgam-like details that only P (pontic), T (denture), C and R change.
Finding by_code(std::string_view code) {
  Finding found;
  const std::size_t dash = std::min(code.find('-'), code.size());
  const std::string_view primary = code.substr(0, dash);
  const std::string_view secondary = dash < code.size() ? code.substr(dash + 1) : "";
  found.known = true;
  if (primary == "V")
    found.state = ToothState::sound;
  else if (primary == "X")
    found.state =
        secondary == "P" || secondary == "T" ? ToothState::pontic : ToothState::missing_ante_mortem;
  else if (primary == "J")
    found.state = ToothState::missing_post_mortem;
  else if (primary == "U")
    found.state = ToothState::unerupted;
  else if (primary == "C")
    found.state = ToothState::crown;
  else if (primary == "R" || primary == "/R")
    found.state = ToothState::root_canal;
  else if (primary == "/" || primary == "UNK")
    found.state = ToothState::no_information;
  else if (const std::uint8_t bits = surfaces_of(primary); bits != 0)
    found = {ToothState::filled, bits, true};
  else
    found.known = false;
  if (found.known && secondary.find('C') != std::string_view::npos &&
      found.state == ToothState::filled)
    found.state = ToothState::crown;
  if (found.known && secondary.find('R') != std::string_view::npos)
    found.state = ToothState::root_canal;
  return found;
}

// Of several things said of one tooth the one that says most of its treatment stands.
int weight_of(ToothState state) {
  switch (state) {
    case ToothState::no_information: return 0;
    case ToothState::present: return 1;
    case ToothState::sound: return 2;
    case ToothState::caries: return 3;
    case ToothState::filled: return 4;
    case ToothState::crown: return 5;
    case ToothState::root_canal: return 6;
    default: return 7;
  }
}

Finding by_words(std::span<const std::string> tokens) {
  static const Lexicon lexicon{state_phrases};
  Finding found;
  for (std::size_t i = 0; i < tokens.size();) {
    if (const auto match = lexicon.match(tokens, i)) {
      const ToothState state = state_named(match.word);
      if (!found.known || weight_of(state) > weight_of(found.state)) found.state = state;
      found.known = true;
      i += match.length;
      continue;
    }
    if (found.known)
      if (const std::uint8_t bits = surfaces_of(tokens[i]); bits != 0) found.surfaces = bits;
    ++i;
  }
  if (found.known && found.surfaces != 0 &&
      weight_of(found.state) < weight_of(ToothState::filled) && found.state != ToothState::caries)
    found.state = ToothState::filled;
  return found;
}

// One tooth's entry: its number and what follows it up to the next number.
struct Entry {
  int number;
  std::string text;
};

std::vector<Entry> entries_of(std::string_view folded) {
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  std::vector<Entry> entries;
  for (std::size_t i = 0; i < folded.size();) {
    const bool starts = digit(folded[i]) && (i == 0 || !digit(folded[i - 1]));
    std::size_t end = i;
    while (end < folded.size() && digit(folded[end])) ++end;
    if (starts && end - i <= 2) {
      entries.push_back({std::stoi(std::string{folded.substr(i, end - i)}), ""});
      // "1.6" is 16 too.
      if (end - i == 1 && end + 1 < folded.size() && folded[end] == '.' && digit(folded[end + 1])) {
        entries.back().number = entries.back().number * 10 + (folded[end + 1] - '0');
        end += 2;
      }
      i = end;
    } else if (starts) {
      entries.push_back({-1, std::string{folded.substr(i, end - i)}});
      i = end;
    } else {
      if (!entries.empty()) entries.back().text += folded[i];
      ++i;
    }
  }
  return entries;
}

// "16: MO-A;" -> "MO-A"
std::string code_in(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" :=,;.");
  if (begin == std::string_view::npos) return "";
  const std::size_t end = text.find_last_not_of(" :=,;.");
  return std::string{text.substr(begin, end - begin + 1)};
}

}  // namespace

Reading<ToothChart> read_teeth(std::string_view text) {
  if (const auto state = sentinel(text)) return Cell<ToothChart>{*state, {}};
  const std::string folded = fold(text);
  const std::vector<Entry> entries = entries_of(folded);
  ToothChart chart;
  if (folded == "ALL" || folded == "TODOS SANOS") {  // NCIC: all 32 present and unrestored
    chart.state.fill(ToothState::sound);
    return Cell<ToothChart>{ObservationState::observed, chart};
  }
  if (entries.empty()) return Error{"value.bad_teeth", {std::string{text}}, {}};
  std::string following;  // "11, 12 y 13 sanos": numbers without a state share the next one's
  for (std::size_t i = entries.size(); i-- > 0;) {
    const int position = fdi_position(entries[i].number);
    if (position < 0)
      return Error{"value.bad_tooth", {std::string{text}, std::to_string(entries[i].number)}, {}};
    const std::string code = code_in(entries[i].text);
    const bool bare = code.empty() || code == "Y" || code == "AND" || code == "E";
    if (!bare) following = code;
    Finding found = by_code(following);
    if (!found.known) found = by_words(words(following));
    if (!found.known)
      return Error{"value.bad_tooth_code",
                   {std::string{text}, following, std::to_string(entries[i].number)},
                   {}};
    chart.state[static_cast<std::size_t>(position)] = found.state;
    chart.surfaces[static_cast<std::size_t>(position)] = found.surfaces;
  }
  return Cell<ToothChart>{ObservationState::observed, chart};
}

}  // namespace confronta::importers
