#include "bench/world/prose.h"

#include "bench/world/clerks.h"
#include "bench/world/rates.h"
#include "bench/world/vocabulary.h"

namespace confronta::world {
namespace {

constexpr std::array<std::string_view, mark_type_count> type_words{"TATUAJE", "CICATRIZ", "LUNAR",
                                                                   "PERFORACIÓN"};

std::string join(const std::vector<std::string>& parts, std::string_view by) {
  std::string text;
  for (const auto& part : parts) text += (text.empty() ? "" : std::string(by)) + part;
  return text;
}

// "GORRA BLANCA", "BOTAS NEGRAS": adjectives in O agree with the garment's first word.
std::string agreeing(std::string_view colour, std::string_view item) {
  std::string text(colour);
  const std::string_view noun = item.substr(0, item.find(' '));
  const bool plural = noun.ends_with("AS") || noun.ends_with("OS");
  if (text.back() != 'O') return text;
  if (noun.ends_with("A") || noun.ends_with("AS")) text.back() = 'A';
  return plural ? text + "S" : text;
}

std::string examiner_detail(Random& random) {
  constexpr std::array<std::string_view, 5> details{
      "", ", MONOCROMÁTICO EN COLOR NEGRO", ", CARA ANTERIOR", ", DE APROXIMADAMENTE 10X5 CM",
      ", A UNA TINTA"};
  return std::string(details[random.below(details.size())]);
}

}  // namespace

std::string region_text(const MarkNote& mark) {
  if (mark.region == none) return "";
  const Region& region = regions()[mark.region];
  std::string text(region.text);
  if (mark.side == none || mark.side == 0) return text;
  const bool feminine = region.feminine_side == "f";
  return text + (mark.side == 1 ? " IZQUIERD" : " DERECH") + (feminine ? "A" : "O");
}

std::string content_text(const MarkNote& mark) {
  if (mark.content == none) return "";
  const Content& content = contents()[mark.content];
  return content.inscription ? "LEYENDA \"" + content.text + "\"" : content.text;
}

std::string mark_text(Random& random, const MarkNote& mark, Voice voice, bool bare) {
  const std::string where = region_text(mark);
  const std::string what = content_text(mark);
  const std::string type(type_words[mark.type]);
  if (mark.type != tattoo) {
    const std::string head = type + (what.empty() ? "" : " " + what);
    return where.empty() ? head : head + " EN " + where;
  }
  const std::string detail = voice == Voice::examiner ? examiner_detail(random) : "";
  const std::string unseen = voice == Voice::examiner ? "ILEGIBLE" : type;
  if (what.empty()) return (bare ? unseen : type) + (where.empty() ? "" : " EN " + where) + detail;
  if (where.empty()) return (bare ? "" : type + " ") + what + detail;
  switch (random.below(3)) {
    case 0: return (bare ? "" : type + " ") + what + " EN " + where + detail;
    case 1: return (bare ? "" : type + " EN ") + where + detail + ", " + what;
    default: return (bare ? "" : type + " EN ") + where + " " + what + detail;
  }
}

std::string marks_text(Random& random, std::span<const MarkNote> marks, bool tattoos, Voice voice) {
  std::vector<std::string> parts;
  for (const MarkNote& mark : marks)
    if ((mark.type == tattoo) == tattoos) parts.push_back(mark_text(random, mark, voice, tattoos));
  if (parts.empty()) return "NO PRESENTA";
  return with_typos(random, join(parts, "; "));
}

std::string garment_text(const GarmentNote& garment) {
  const Slot& slot = slots()[garment.slot];
  std::string text(slot.items[garment.item].text);
  if (garment.colour != none) text += " " + agreeing(colours()[garment.colour].text, text);
  if (garment.brand != none) text += " MARCA " + std::string(brands()[garment.brand].text);
  if (garment.size != none)
    text += (slot.size_word == "talla" ? " TALLA " : " NÚMERO ") +
            std::string(slot.sizes[garment.size].text);
  return text;
}

std::string garments_text(Random& random, std::span<const GarmentNote> garments, bool belongings) {
  std::vector<std::string> parts;
  for (const GarmentNote& garment : garments)
    if ((garment.slot >= 6) == belongings) parts.push_back(garment_text(garment));
  return with_typos(random, join(parts, ", "));
}

std::string histories_text(std::span<const int> histories) {
  std::vector<std::string> parts;
  for (int h : histories) parts.emplace_back(history_words()[h].text);
  return parts.empty() ? "NINGUNA" : join(parts, "; ");
}

std::string teeth_text(const Mouth& mouth) {
  constexpr std::array<std::string_view, 5> words{"sano", "caries", "amalgama", "corona",
                                                  "ausente AM"};
  std::vector<std::string> parts;
  for (int p = 0; p < 32; ++p) {
    if (mouth[p] == Tooth::no_information) continue;
    const int quadrant = p / 8;
    const int number = quadrant % 2 == 0 ? 8 - p % 8 : p % 8 + 1;
    // FDI goes 1, 2 above and 3 (left), 4 below.
    parts.push_back(std::to_string((quadrant + 1) * 10 + number) + " " +
                    std::string(words[static_cast<int>(mouth[p])]));
  }
  return join(parts, "; ");
}

std::string nothing(Random& random) {
  if (!random.chance(rates::cell_sentinel)) return "";
  constexpr std::array<std::string_view, 6> words{"SIN DATO",     "S/D", "NO ESPECIFICA",
                                                  "SE DESCONOCE", "N/A", "SIN INFORMACIÓN"};
  return std::string(words[random.below(words.size())]);
}

std::string with_typos(Random& random, const std::string& text) {
  std::string result = text;
  for (std::size_t i = 0; i + 12 < text.size(); i += 12)
    if (random.chance(rates::cell_typo)) result = mistype(random, result);
  return result;
}

std::string lower(const std::string& text) {
  std::string result = text;
  for (std::size_t i = 0; i < result.size(); ++i) {
    const auto c = static_cast<unsigned char>(result[i]);
    if (c >= 'A' && c <= 'Z') result[i] = static_cast<char>(c + 32);
    // Two-byte letters of Latin-1: Á (C3 81) becomes á (C3 A1), Ñ (C3 91) ñ (C3 B1).
    if (c == 0xC3 && i + 1 < result.size() && static_cast<unsigned char>(result[i + 1]) < 0x9F)
      result[i + 1] = static_cast<char>(static_cast<unsigned char>(result[i + 1]) + 0x20);
  }
  return result;
}

std::string capitalised(const std::string& text) {
  std::string result = lower(text);
  if (!text.empty()) result[0] = text[0];
  if (text.size() > 1 && static_cast<unsigned char>(text[0]) == 0xC3) result[1] = text[1];
  return result;
}

std::string day_first(Day day) {
  const std::string iso = iso_date(day);
  return iso.substr(8, 2) + "/" + iso.substr(5, 2) + "/" + iso.substr(0, 4);
}

}  // namespace confronta::world
