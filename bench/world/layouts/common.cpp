#include <array>

#include "bench/world/layouts/layouts.h"
#include "bench/world/prose.h"
#include "models/data/municipality.h"

namespace confronta::world {
namespace {

std::string upper(std::string_view text) {
  std::string result(text);
  for (std::size_t i = 0; i < result.size(); ++i) {
    const auto c = static_cast<unsigned char>(result[i]);
    if (c >= 'a' && c <= 'z') result[i] = static_cast<char>(c - 32);
    if (c == 0xC3 && i + 1 < result.size() && static_cast<unsigned char>(result[i + 1]) >= 0xA0)
      result[i + 1] = static_cast<char>(static_cast<unsigned char>(result[i + 1]) - 0x20);
  }
  return result;
}

}  // namespace

std::string status_word(int status) {
  constexpr std::array<std::string_view, 4> words{"DESAPARECIDA", "NO LOCALIZADA",
                                                  "LOCALIZADA CON VIDA", "LOCALIZADA SIN VIDA"};
  return std::string(words[status]);
}

std::string state_name(int state) { return state == none ? "" : upper(states()[state - 1].name); }

std::string municipality_name(int municipality) {
  return municipality == none ? "" : upper(municipalities()[municipality].name);
}

std::string full_name(const TypedName& name) {
  std::string text = name.given + " " + name.first_surname;
  if (!name.second_surname.empty()) text += " " + name.second_surname;
  return text;
}

std::string metres(int centimetres) {
  const int rest = centimetres % 100;
  return std::to_string(centimetres / 100) + "." + (rest < 10 ? "0" : "") + std::to_string(rest);
}

}  // namespace confronta::world
