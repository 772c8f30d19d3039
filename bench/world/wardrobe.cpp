// The clothing, belongings and old injuries of vocabulary.h.
#include "bench/world/vocabulary.h"

namespace confronta::world {
namespace {

constexpr std::array<Word, 12> colour_list{{{"NEGRO", 24},
                                            {"AZUL", 22},
                                            {"BLANCO", 14},
                                            {"GRIS", 12},
                                            {"ROJO", 7},
                                            {"CAFÉ", 6},
                                            {"VERDE", 5},
                                            {"ROSA", 3},
                                            {"BEIGE", 3},
                                            {"AMARILLO", 2},
                                            {"MORADO", 1},
                                            {"NARANJA", 1}}};
constexpr std::array<Word, 9> brand_list{{{"NIKE", 20},
                                          {"ADIDAS", 16},
                                          {"LEVIS", 12},
                                          {"PUMA", 8},
                                          {"AMERICAN EAGLE", 6},
                                          {"HOLLISTER", 6},
                                          {"AEROPOSTALE", 6},
                                          {"CONVERSE", 6},
                                          {"TOMMY HILFIGER", 5}}};
constexpr std::array<Word, 12> history_list{{
    {"PLACA Y TORNILLOS EN FÉMUR DERECHO", 0.006},
    {"PLACA Y TORNILLOS EN FÉMUR IZQUIERDO", 0.006},
    {"CLAVO EN TIBIA DERECHA", 0.005},
    {"CLAVO EN TIBIA IZQUIERDA", 0.005},
    {"FRACTURA ANTIGUA DE CLAVÍCULA IZQUIERDA", 0.012},
    {"FRACTURA ANTIGUA DE CLAVÍCULA DERECHA", 0.010},
    {"FRACTURA ANTIGUA DE RADIO IZQUIERDO", 0.014},
    {"FRACTURA ANTIGUA DE RADIO DERECHO", 0.014},
    {"FRACTURA ANTIGUA DE NARIZ", 0.02},
    {"FRACTURA ANTIGUA DE COSTILLAS", 0.015},
    {"CIRUGÍA DE APÉNDICE", 0.04},
    {"PRÓTESIS DE CADERA IZQUIERDA", 0.002},
}};

std::vector<Word> numbers(int from, int to, int middle) {
  static std::vector<std::string> kept;
  if (kept.empty())
    for (int i = 0; i < 60; ++i) kept.push_back(std::to_string(i));
  std::vector<Word> words;
  for (int i = from; i <= to; ++i) {
    const double d = i - middle;
    words.push_back({kept[i], 1 / (1 + d * d / 6)});
  }
  return words;
}

Slot slot(double men, double women, bool coloured, bool branded, std::vector<Word> items,
          std::vector<double> women_weights, std::vector<Word> sizes, std::string_view size_word) {
  Slot s;
  s.worn = {men, women};
  s.coloured = coloured;
  s.branded = branded;
  s.sized = !sizes.empty();
  s.items = std::move(items);
  double total[2] = {0, 0};
  for (std::size_t i = 0; i < s.items.size(); ++i) {
    total[0] += s.items[i].weight;
    total[1] += women_weights[i];
  }
  for (std::size_t i = 0; i < s.items.size(); ++i) {
    s.item_weight[0].push_back(s.items[i].weight / total[0]);
    s.item_weight[1].push_back(women_weights[i] / total[1]);
  }
  double size_total = 0;
  for (const Word& w : sizes) size_total += w.weight;
  for (Word& w : sizes) w.weight /= size_total;
  s.sizes = std::move(sizes);
  s.size_word = size_word;
  return s;
}

// Items with the weight among men; the second list is the weight among women.
std::array<Slot, slot_count> build_slots() {
  const std::vector<Word> letters{{"CH", 20}, {"M", 40}, {"G", 30}, {"XG", 10}};
  return {
      slot(0.97, 0.97, true, true, {{"PLAYERA", 60}, {"CAMISA", 30}, {"CAMISETA", 9}, {"BLUSA", 1}},
           {35, 5, 4, 56}, letters, "talla"),
      slot(0.97, 0.97, true, true,
           {{"PANTALÓN DE MEZCLILLA", 66},
            {"PANTALÓN", 16},
            {"PANTS", 12},
            {"SHORT", 6},
            {"FALDA", 0.1},
            {"LEGGINGS", 0.1}},
           {55, 10, 10, 6, 7, 12}, numbers(26, 40, 32), "talla"),
      slot(0.95, 0.95, true, true,
           {{"TENIS", 58},
            {"ZAPATOS", 18},
            {"BOTAS", 16},
            {"HUARACHES", 6},
            {"SANDALIAS", 2},
            {"ZAPATILLAS", 0.1}},
           {52, 16, 6, 4, 14, 8}, numbers(22, 30, 27), "número"),
      slot(0.30, 0.30, true, true, {{"SUDADERA", 55}, {"CHAMARRA", 40}, {"SUÉTER", 5}},
           {50, 25, 25}, letters, "talla"),
      slot(0.25, 0.06, true, true, {{"GORRA", 88}, {"SOMBRERO", 10}, {"GORRO", 2}}, {70, 10, 20},
           {}, ""),
      slot(0.55, 0.20, true, false, {{"CINTURÓN", 100}}, {100}, {}, ""),
      slot(0.30, 0.55, false, false,
           {{"ANILLO", 30}, {"CADENA", 30}, {"PULSERA", 20}, {"RELOJ DE PULSO", 18}, {"ARETES", 2}},
           {22, 16, 18, 8, 36}, {}, ""),
      slot(0.25, 0.45, true, false,
           {{"MOCHILA", 35}, {"CARTERA", 45}, {"TELÉFONO CELULAR", 18}, {"BOLSO", 2}},
           {18, 12, 15, 55}, {}, "")};
}

}  // namespace

const std::array<Slot, slot_count>& slots() {
  static const std::array<Slot, slot_count> list = build_slots();
  return list;
}
std::span<const Word> colours() { return colour_list; }
std::span<const Word> brands() { return brand_list; }
std::span<const Word> history_words() { return history_list; }

}  // namespace confronta::world
