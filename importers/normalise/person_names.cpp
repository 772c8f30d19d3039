#include "importers/normalise/person_names.h"

#include <algorithm>
#include <array>

#include "importers/normalise/name_parts.h"
#include "importers/normalise/text.h"

namespace confronta::importers {
namespace {

using State = ObservationState;

bool has_letter(std::string_view folded) {
  return std::any_of(folded.begin(), folded.end(), [](char c) {
    return (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
  });
}

Error bad_name(std::string_view text) { return {"value.bad_name", {std::string{text}}, {}}; }

// A part of a name in a column of its own.
struct Part {
  std::string text;
  State state = State::observed;
};

Part read_part(std::string_view text) {
  if (const auto state = sentinel(text)) return {"", *state};
  const std::vector<std::string> tokens = name_tokens(without_alias(text));
  if (tokens.empty()) return {"", State::not_recorded};
  if (says_no_name(tokens)) return {"", State::unknown};
  return {joined(tokens), State::observed};
}

// What a parenthesis says a probable name rests on.
std::string basis_of(std::string_view text) {
  const std::string folded = fold(text);
  const std::size_t open = folded.find('(');
  if (open == std::string::npos) return "";
  const std::string_view inside = std::string_view{folded}.substr(open);
  const auto says = [&](std::initializer_list<std::string_view> list) {
    return std::any_of(list.begin(), list.end(), [&](std::string_view word) {
      return inside.find(word) != std::string_view::npos;
    });
  };
  if (says({"CREDENCIAL", "INE)", "IFE)", " INE ", "LICENCIA", "IDENTIFICACION", "PASAPORTE",
            "DOCUMENTO"}))
    return "document";
  if (says({"RECONOC", "FAMILIA", "TATUAJE", "AMIG", "TESTIGO"})) return "recognition";
  if (says({"PERTENENCIA", "PRENDA", "ROPA", "CARTERA"})) return "belongings";
  if (says({"REGISTRO", "AFIS", "HUELLA"})) return "register";
  return "";
}

// Where alternatives part: "Y/O", " O ", " U ", "/", ";", "|" and line breaks.
std::vector<std::string> alternatives(std::string_view text) {
  std::string spaced;
  int depth = 0;
  for (const char c : text) {
    if (c == '(') ++depth;
    if (c == ')' && depth > 0) --depth;
    const bool breaks = depth == 0 && (c == '\n' || c == ';' || c == '|');
    spaced += breaks ? '/' : c;
  }
  const std::string folded = fold(spaced);
  std::vector<std::string> pieces(1);
  for (std::size_t i = 0; i < folded.size();) {
    const std::string_view rest = std::string_view{folded}.substr(i);
    std::size_t length = 0;
    for (const std::string_view separator :
         {" Y/O ", " Y / O ", " Y/0 ", " O ", " U ", " Y/O", "/"})
      if (rest.starts_with(separator)) {
        // "C/" is no alternative, and MARIA DE LA O is a name.
        if (separator == "/" && pieces.back().size() < 3) break;
        if (separator == " O " && pieces.back().ends_with("DE LA")) break;
        length = separator.size();
        break;
      }
    if (length > 0) {
      pieces.emplace_back();
      i += length;
    } else {
      pieces.back() += folded[i++];
    }
  }
  return pieces;
}

bool is_preface(const std::string& token) {
  static const std::vector<std::string> prefaces{
      "PROBABLE",     "PROBABLEMENTE", "POSIBLE",   "POSIBLEMENTE",
      "PRESUNTO",     "PRESUNTAMENTE", "NOMBRE",    "QUIEN",
      "EN",           "VIDA",          "RESPONDIA", "AL",
      "LLEVO",        "LLEVABA",       "EL",        "PARECER",
      "IDENTIFICADO", "IDENTIFICADA",  "COMO",      "SE",
      "LLAMABA"};
  return std::find(prefaces.begin(), prefaces.end(), token) != prefaces.end();
}

}  // namespace

Reading<PersonName> read_name(std::string_view given, std::string_view first_surname,
                              std::string_view second_surname) {
  const std::array<std::string_view, 3> columns{given, first_surname, second_surname};
  std::array<Part, 3> parts;
  Cell<PersonName> cell{State::observed, {}};
  bool any = false;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    parts[i] = read_part(columns[i]);
    if (parts[i].text == "X") parts[i] = {"", State::unknown};  // "X" where there is no surname
    if (parts[i].state == State::observed && !has_letter(parts[i].text))
      return bad_name(columns[i]);
    any = any || parts[i].state == State::observed;
  }
  if (!any) {
    for (const Part& part : parts) cell.state = std::max(cell.state, part.state);
    return cell;
  }
  cell.value = {parts[0].text, parts[1].text, parts[2].text, ""};
  return cell;
}

Reading<PersonName> read_full_name(std::string_view text, NameOrder order) {
  if (const auto state = sentinel(text)) return Cell<PersonName>{*state, {}};
  const std::string name = without_alias(text);
  const std::vector<std::string> tokens = name_tokens(name);
  if (tokens.empty() || says_no_name(tokens)) return Cell<PersonName>{State::unknown, {}};
  const std::size_t comma = name.find(',');
  if (comma != std::string::npos) {  // "PEREZ GOMEZ, JUAN": the comma tells the order
    const auto before = name_units(name_tokens(name.substr(0, comma)));
    const auto after = name_tokens(name.substr(comma + 1));
    if (!before.empty() && before.size() <= 2 && !after.empty())
      return Cell<PersonName>{State::observed,
                              {joined(after), before[0], before.size() > 1 ? before[1] : "", ""}};
  }
  if (!has_letter(joined(tokens))) return bad_name(text);
  return Cell<PersonName>{State::observed, split_name(name_units(tokens), order)};
}

Reading<std::vector<PersonName>> read_probable_names(std::string_view text) {
  Cell<std::vector<PersonName>> cell{State::unknown, {}};
  if (const auto state = sentinel(text)) {
    cell.state = *state;
    return cell;
  }
  for (const std::string& piece : alternatives(text)) {
    if (sentinel(piece)) continue;
    std::vector<std::string> tokens = name_tokens(without_alias(piece));
    if (tokens.empty() || says_no_name(tokens)) continue;
    const auto name = std::find_if_not(tokens.begin(), tokens.end(), is_preface);
    tokens.erase(tokens.begin(), name);
    if (tokens.empty() || says_no_name(tokens)) continue;
    PersonName read = split_name(name_units(tokens), NameOrder::given_first);
    const std::size_t comma = piece.find(',');
    if (comma != std::string::npos && looks_like_surname(tokens.front()))
      if (const auto ordered = read_full_name(piece, NameOrder::surname_first); ordered.ok())
        read = ordered.value().value;
    read.basis = basis_of(piece);
    if (std::find(cell.value.begin(), cell.value.end(), read) == cell.value.end())
      cell.value.push_back(std::move(read));
  }
  if (!cell.value.empty()) cell.state = State::observed;
  return cell;
}

std::vector<std::string> read_aliases(std::string_view text) {
  std::vector<std::string> aliases;
  const std::string folded = fold(text);
  const auto add = [&](std::string_view piece) {
    std::vector<std::string> tokens = words(piece);
    while (!tokens.empty() && (tokens.front() == "A" || tokens.front() == "ALIAS" ||
                               tokens.front() == "AKA" || tokens.front() == "K"))
      tokens.erase(tokens.begin());
    if (!tokens.empty()) aliases.push_back(joined(tokens));
  };
  for (const std::string& piece : alternatives(folded)) {
    const std::string name = without_alias(piece);
    const std::size_t quote = piece.find('"');
    const std::size_t end = quote == std::string::npos ? quote : piece.find('"', quote + 1);
    if (end != std::string::npos) {
      add(std::string_view{piece}.substr(quote + 1, end - quote - 1));
      continue;
    }
    for (const std::string_view marker : {"(A)", "ALIAS", "A.K.A.", " AKA ", "APODADO", "APODADA",
                                          "CONOCIDO COMO", "CONOCIDA COMO"}) {
      const std::size_t at = piece.find(marker);
      if (at == std::string::npos) continue;
      add(std::string_view{piece}.substr(at + marker.size()));
      break;
    }
  }
  return aliases;
}

}  // namespace confronta::importers
