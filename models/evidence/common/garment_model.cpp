#include "models/evidence/common/garment_model.h"

#include <algorithm>
#include <array>

#include "models/evidence/common/garment_kinds.h"
#include "models/evidence/common/recorded_sex.h"
#include "models/stats/list_counts.h"
#include "models/stats/text_neighbours.h"

namespace confronta {
namespace {

constexpr std::size_t another_item = 2;  // the level of items that are not even of one family

const Garment& garment_in(const Observation* o) { return std::get<Garment>(o->value); }

int weight(const Garment& g) {
  return (engraving_of(g).empty() ? 0 : 16) + (g.brand.empty() ? 0 : 8) +
         (g.colour.empty() ? 0 : 4) + (g.material.empty() ? 0 : 2) + (g.size.empty() ? 0 : 1);
}

bool same_in_another_record(const Observation* a, const Observation* b) {
  const Garment& x = garment_in(a);
  const Garment& y = garment_in(b);
  return a->from.record != b->from.record && x.item == y.item &&
         (x.colour == y.colour || x.colour.empty() || y.colour.empty());
}

std::size_t item_level(std::string_view a, std::string_view p) {
  return garment_family(a) == garment_family(p) ? 1 : another_item;
}

std::size_t colour_level(std::string_view a, std::string_view p) {
  return similar_colours(a, p) ? 1 : 2;
}

/// Engravings that have a word in common, or nearly all letters, count as near.
RelatedWords related_texts(const std::vector<std::string>& words) {
  const std::vector<PreparedText> texts(words.begin(), words.end());
  const TextNeighbours neighbours{texts};
  RelatedWords related(words.size());
  for (std::uint32_t w = 0; w < words.size(); ++w)
    for (const RelatedText& other : neighbours.of(w)) related[w].push_back({other.text, 1});
  return related;
}

std::string printable(std::string text) {
  for (char& c : text)
    if (static_cast<unsigned char>(c) < ' ') c = ' ';
  return text;
}

}  // namespace

std::string engraving_of(const Garment& garment) {
  const std::string& text = garment.description;
  const auto open = text.find('"');
  if (open == std::string::npos) return {};
  const auto close = text.find('"', open + 1);
  if (close == std::string::npos) return {};
  std::string engraving = text.substr(open + 1, close - open - 1);
  for (char& c : engraving)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return PreparedText{engraving}.empty() ? std::string{} : printable(std::move(engraving));
}

std::vector<const Observation*> garments_of(const TraitTable& table, RowId row, bool belongings) {
  std::vector<const Observation*> all;
  for (const Observation& o : table.observations(row, Trait::garment)) {
    const auto* garment = std::get_if<Garment>(&o.value);
    if (garment && !garment->item.empty() && is_belonging(garment->item) == belongings)
      all.push_back(&o);
  }
  std::stable_sort(all.begin(), all.end(), [](const Observation* a, const Observation* b) {
    return weight(garment_in(a)) > weight(garment_in(b));
  });
  std::vector<const Observation*> kept;
  for (const Observation* o : all) {
    const bool known = std::any_of(kept.begin(), kept.end(), [&](const Observation* other) {
      return same_in_another_record(other, o);
    });
    if (!known && kept.size() < most_listed) kept.push_back(o);
  }
  return kept;
}

void estimate_garments(const Estimation& in, ReferenceSet& reference) {
  const auto table = [&](std::string_view name) -> ReferenceTable& {
    ReferenceTable& t = reference.table(table_name(in.relation, "garments." + std::string{name}));
    t.origin = "counted";
    return t;
  };
  for (std::string_view name :
       {"clothing", "belongings", "colour", "brand", "material", "size", "text"})
    table(name);
  const auto count = [&](std::string_view name, std::string_view group, const std::string& word) {
    if (word.empty()) return;
    ReferenceTable& t = table(name);
    t.numbers[std::string{group} + '.' + printable(word)] += 1;
    t.count += 1;
  };
  for (RowId row = 0; row < in.right.size(); ++row)
    for (const bool belongings : {false, true})
      for (const Observation* o : garments_of(in.right, row, belongings)) {
        const Garment& g = garment_in(o);
        count(belongings ? "belongings" : "clothing", recorded_sexes[recorded_sex(in.right, row)],
              g.item);
        count("colour", g.item, g.colour);
        count("brand", belongings ? "belongings" : "clothing", g.brand);
        count("material", g.item, g.material);
        count("size", g.item, g.size);
        count("text", "any", engraving_of(g));
      }
}

GarmentModel::GarmentModel(const Preparation& in, GarmentIndex index,
                           const std::vector<RemainsView>& views, bool belongings)
    : index_(std::move(index)) {
  const Parameters& parameters = in.parameters;
  const std::string sort = belongings ? "belongings" : "clothing";
  const auto field = [&](const std::string& name, const WordNumbers& words,
                         const std::vector<std::string>& groups, const Relate& relate) {
    const double same = parameters["garments." + name + "_same"];
    std::vector<double> m{same, 1 - same};
    if (name != "brand" && name != "material" && name != "size") {
      const double near = parameters["garments." + name + "_near"];
      m = {same, near, 1 - same - near};
    }
    return ValueAgreement{
        in.reference.find(table_name(in.relation, "garments." + (name == "item" ? sort : name))),
        words.words(),
        groups,
        {m, parameters["garments.pseudo"], parameters["garments." + name + "_prior"]},
        relate};
  };
  item_ = field("item", index_.items, {recorded_sexes.begin(), recorded_sexes.end()},
                by_pairs(item_level, another_item));
  colour_ = field("colour", index_.colours, index_.items.words(), by_pairs(colour_level, 2));
  brand_ = field("brand", index_.brands, {sort}, only_equal);
  material_ = field("material", index_.materials, index_.items.words(), only_equal);
  size_ = field("size", index_.sizes, index_.items.words(), only_equal);
  text_ = field("text", index_.texts, {"any"}, related_texts);

  const double recorded =
      parameters[belongings ? "garments.belonging_recorded" : "garments.clothing_recorded"];
  for (const RemainsView& view : views) {
    double d = recorded;
    if (view.condition == "burnt") d *= parameters["garments.survives_fire"];
    if (view.condition == "degraded_bone") d *= parameters["garments.survives_decay"];
    if (!view.whole) d *= parameters["remains_view.partly_there"];
    found_.push_back(d);
  }
  for (const GarmentClass& p : index_.right) right_sex_.push_back(static_cast<std::uint8_t>(p.sex));
  like_item_.resize(index_.items.words().size());
  for (std::uint32_t a = 1; a < like_item_.size(); ++a)
    for (std::uint32_t p = 0; p < index_.right.size(); ++p)
      if (item_.level(a, index_.right[p].item) != another_item) like_item_[a].push_back(p);
}

double GarmentModel::found(std::uint32_t, std::uint32_t view) const { return found_[view]; }

// Another item is another garment, or a mix-up: then nothing else of it counts.
float GarmentModel::ratio(std::uint32_t left, std::uint32_t right) const {
  const GarmentClass& a = index_.left[left];
  const GarmentClass& p = index_.right[right];
  const float item = item_.ratio(p.sex, a.item, p.item);
  if (item_.level(a.item, p.item) == another_item) return item;
  return item * colour_.ratio(p.item, a.colour, p.colour) * brand_.ratio(0, a.brand, p.brand) *
         material_.ratio(p.item, a.material, p.material) * size_.ratio(p.item, a.size, p.size) *
         text_.ratio(0, a.text, p.text);
}

void GarmentModel::ratios(std::uint32_t left, std::span<float> row) const {
  const std::uint32_t item = index_.left[left].item;
  std::array<float, recorded_sexes.size()> another{};
  for (std::uint32_t sex = 0; sex < another.size(); ++sex)
    another[sex] = item_.ratio_at(sex, item, another_item);
  for (std::size_t p = 0; p < row.size(); ++p) row[p] = another[right_sex_[p]];
  for (const std::uint32_t p : like_item_[item]) row[p] = ratio(left, p);
}

void GarmentModel::size_weights(std::span<const double> found, std::uint32_t, int count,
                                double* weights) const {
  size_weights_given_length(found, count, weights);
}

}  // namespace confronta
