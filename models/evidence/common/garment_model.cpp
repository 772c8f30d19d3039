#include "models/evidence/common/garment_model.h"

#include <algorithm>
#include <array>
#include <optional>

#include "models/evidence/common/garment_kinds.h"
#include "models/evidence/common/recorded_sex.h"
#include "models/stats/list_counts.h"
#include "models/stats/text_neighbours.h"

namespace confronta {
namespace {

std::string sort_name(bool belongings) { return belongings ? "belongings" : "clothing"; }

std::size_t item_level(std::string_view a, std::string_view p) {
  return confusable_items(a, p) ? 1 : 2;
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

ReferenceTable of_one_slot(const ReferenceTable& counts, std::string_view slot) {
  ReferenceTable of_slot;
  for (const auto& [key, count] : counts.numbers)
    if (garment_slot(std::string_view{key}.substr(key.find('.') + 1)) == slot)
      of_slot.numbers[key] = count;
  return of_slot;
}

/// The share of a group's lists that have something of a slot, smoothed with those of all; nothing
/// where no list was counted (a reference that was frozen before they were).
std::optional<double> worn(const ReferenceTable& counts, std::string_view slot, std::size_t group,
                           double pseudo, double prior) {
  const auto number = [&](std::size_t g, std::string_view what) {
    return counts.at(wearer_group_name(g) + '.' + std::string{what}, 0.0);
  };
  double lists = 0;
  double with = 0;
  for (std::size_t g = 0; g < wearer_groups; ++g) {
    lists += number(g, "*");
    with += number(g, slot);
  }
  if (!(lists > 0)) return std::nullopt;
  const double share = (with + pseudo * prior) / (lists + pseudo);
  return std::min(0.999, (number(group, slot) + pseudo * share) / (number(group, "*") + pseudo));
}

}  // namespace

void estimate_garments(const Estimation& in, ReferenceSet& reference) {
  const auto table = [&](const std::string& name) -> ReferenceTable& {
    ReferenceTable& t = reference.table(table_name(in.relation, "garments." + name));
    t.origin = "counted";
    return t;
  };
  for (const char* name : {"clothing", "belongings", "clothing_worn", "belongings_worn", "colour",
                           "brand", "material", "size", "text"})
    table(name);
  const auto count = [&](const std::string& name, std::string_view group, const std::string& word) {
    if (word.empty()) return;
    ReferenceTable& t = table(name);
    t.numbers[std::string{group} + '.' + printable(word)] += 1;
    t.count += 1;
  };
  const RemainsViews views{in.right};
  for (RowId row = 0; row < in.right.size(); ++row)
    for (const bool belongings : {false, true}) {
      const std::string sort = sort_name(belongings);
      const std::uint32_t sex = recorded_sex(in.right, row);
      std::vector<std::string_view> slots;
      for (const Observation* o : garments_of(in.right, row, belongings)) {
        const Garment& g = std::get<Garment>(o->value);
        slots.push_back(garment_slot(g.item));
        count(sort, recorded_sexes[sex], g.item);
        count("colour", g.item, g.colour);
        count("brand", sort, g.brand);
        count("material", g.item, g.material);
        count("size", g.item, g.size);
        count("text", "any", engraving_of(g));
      }
      if (slots.empty()) continue;
      const std::string group = wearer_group_name(wearer_group(views.all()[views.of(row)], sex));
      count(sort + "_worn", group, "*");
      std::sort(slots.begin(), slots.end());
      slots.erase(std::unique(slots.begin(), slots.end()), slots.end());
      for (const std::string_view slot : slots) count(sort + "_worn", group, std::string{slot});
    }
}

GarmentModel::GarmentModel(const Preparation& in, bool belongings)
    : left_(in.left, belongings, words_), right_(in.right, belongings, words_) {
  const Parameters& parameters = in.parameters;
  const std::string sort = sort_name(belongings);
  const double pseudo = parameters["garments.pseudo"];
  const auto counts = [&](const std::string& name) -> const ReferenceTable& {
    return in.reference.find(table_name(in.relation, "garments." + name));
  };
  const auto assumed = [&](const std::string& name, bool near) {
    const double same = parameters["garments." + name + "_same"];
    std::vector<double> m{same, 1 - same};
    if (near) {
      const double alike = parameters["garments." + name + "_near"];
      m = {same, alike, 1 - same - alike};
    }
    return ValueAgreement::Assumptions{m, pseudo, parameters["garments." + name + "_prior"]};
  };
  const std::vector<std::string>& items = words_.items.words();
  const std::vector<std::string>& slots = words_.slots.words();
  kinds_.resize(slots.size());
  kind_.resize(items.size());
  of_slot_.resize(slots.size());
  for (std::uint32_t i = 1; i < items.size(); ++i)
    kind_[i] = kinds_[words_.slots.number(garment_slot(items[i]))].number(items[i]);
  for (std::uint32_t s = 0; s < slots.size(); ++s)
    item_.emplace_back(of_one_slot(counts(sort), slots[s]), kinds_[s].words(),
                       std::vector<std::string>{recorded_sexes.begin(), recorded_sexes.end()},
                       assumed("item", true), by_pairs(item_level, 2));
  colour_ = {counts("colour"), words_.colours.words(), items, assumed("colour", true),
             by_pairs(colour_level, 2)};
  brand_ = {counts("brand"), words_.brands.words(), {sort}, assumed("brand", false), only_equal};
  material_ = {counts("material"), words_.materials.words(), items, assumed("material", false),
               only_equal};
  size_ = {counts("size"), words_.sizes.words(), items, assumed("size", false), only_equal};
  text_ = {counts("text"), words_.texts.words(), {"any"}, assumed("text", true), related_texts};
  for (std::uint32_t c = 0; c < right_.classes().size(); ++c)
    of_slot_[right_.classes()[c].slot].push_back(c);

  const double found =
      parameters[belongings ? "garments.belonging_recorded" : "garments.clothing_recorded"];
  const ReferenceTable& lists = counts(sort + "_worn");
  present_.resize(slots.size() * wearer_groups, 1);
  absent_.resize(slots.size() * wearer_groups, 1);
  for (std::uint32_t s = 1; s < slots.size(); ++s)
    for (std::size_t g = 0; g < wearer_groups; ++g) {
      // Listed because it is there and was looked at, else as often as on anybody.
      const double because = found * survives(g, parameters);
      const auto share = worn(lists, slots[s], g, pseudo, parameters["garments.worn_prior"]);
      if (!share) continue;
      present_[at(s, g)] = because / *share + 1 - because;
      absent_[at(s, g)] = 1 - because;
    }
  same_thing_ = parameters[belongings ? "garments.same_belonging" : "garments.same_garment"];
  for (std::size_t m = 0; m <= most_listed; ++m)
    for (int k = 0; k <= most_listed; ++k)
      size_weights_given_length(std::vector<double>(m, same_thing_), k,
                                weights_[m][static_cast<std::size_t>(k)].data());
}

double GarmentModel::present(std::uint32_t slot, std::size_t group) const {
  return present_[at(slot, group)];
}

double GarmentModel::absent(std::uint32_t slot, std::size_t group) const {
  return absent_[at(slot, group)];
}

float GarmentModel::ratio(std::uint32_t left, std::uint32_t right) const {
  const GarmentClass& a = left_.classes()[left];
  const GarmentClass& p = right_.classes()[right];
  return item_[a.slot].ratio(p.sex, kind_[a.item], kind_[p.item]) *
         colour_.ratio(p.item, a.colour, p.colour) * brand_.ratio(0, a.brand, p.brand) *
         material_.ratio(p.item, a.material, p.material) * size_.ratio(p.item, a.size, p.size) *
         text_.ratio(0, a.text, p.text);
}

void GarmentModel::begin(RowId left, std::size_t pairs, Scratch& scratch) const {
  const Things things = left_.things(left);
  const std::size_t classes = right_.classes().size();
  scratch.row_ = left;
  scratch.tabulated_ = pairs >= classes;  // else most of the table would go unread
  if (scratch.tabulated_) {
    if (scratch.ratios_.size() < things.size() * classes)
      scratch.ratios_.resize(things.size() * classes);
    for (std::size_t a = 0; a < things.size(); ++a)
      for (const std::uint32_t p : of_slot_[things[a].slot])
        scratch.ratios_[a * classes + p] = ratio(things[a].c, p);
  }
  scratch.absent_.fill(1);
  for (std::size_t a = 0; a < things.size(); a += run_length(things.subspan(a)))
    for (std::size_t g = 0; g < wearer_groups; ++g) scratch.absent_[g] *= absent(things[a].slot, g);
}

float GarmentModel::ratio_at(Things left, std::size_t a, std::size_t at, std::uint32_t right,
                             const Scratch& scratch) const {
  return scratch.tabulated_ ? scratch.ratios_[(at + a) * right_.classes().size() + right]
                            : ratio(left[a].c, right);
}

// Of the things in one place: which of them are the same, summed over every way to pair them up.
double GarmentModel::content(Things left, Things right, std::size_t at,
                             const Scratch& scratch) const {
  if (left.size() == 1 && right.size() == 1)
    return 1 - same_thing_ +
           same_thing_ * static_cast<double>(ratio_at(left, 0, at, right[0].c, scratch));
  std::array<double, static_cast<std::size_t>(most_listed) * most_listed> odds;
  double* next = odds.data();
  for (std::size_t a = 0; a < left.size(); ++a)
    for (const GarmentSide::Thing& p : right)
      *next++ = same_thing_ / (1 - same_thing_) *
                static_cast<double>(ratio_at(left, a, at, p.c, scratch));
  return matching_sum(odds.data(), static_cast<int>(left.size()), static_cast<int>(right.size()),
                      weights_[left.size()][right.size()].data());
}

double GarmentModel::lr(RowId right, const Scratch& scratch) const {
  const Things as = left_.things(scratch.row_);
  const Things ps = right_.things(right);
  if (as.empty() || ps.empty()) return 1;
  const std::size_t group = right_.group(right);
  double lr = scratch.absent_[group];
  for (std::size_t a = 0; a < as.size();) {
    const std::size_t here = run_length(as.subspan(a));
    const auto* const first = std::find_if(ps.data(), ps.data() + ps.size(),
                                           [&](const auto& p) { return p.slot == as[a].slot; });
    const Things there{first, ps.data() + ps.size()};
    if (!there.empty()) {
      const std::uint32_t slot = as[a].slot;
      lr *= present(slot, group) / absent(slot, group) *
            content(as.subspan(a, here), there.first(run_length(there)), a, scratch);
    }
    a += here;
  }
  return lr;
}

std::vector<GarmentModel::Match> GarmentModel::matches(RowId left, RowId right) const {
  std::vector<Match> all;
  const Things as = left_.things(left);
  const Things ps = right_.things(right);
  if (as.empty() || ps.empty()) return all;
  const std::size_t group = right_.group(right);
  for (std::size_t a = 0; a < as.size();) {
    const Things here = as.subspan(a, run_length(as.subspan(a)));
    const auto* const first = std::find_if(ps.data(), ps.data() + ps.size(),
                                           [&](const auto& p) { return p.slot == here[0].slot; });
    Things there{first, ps.data() + ps.size()};
    if (!there.empty()) there = there.first(run_length(there));
    std::vector<double> odds;
    for (const auto& x : here)
      for (const auto& p : there)
        odds.push_back(same_thing_ / (1 - same_thing_) * static_cast<double>(ratio(x.c, p.c)));
    const auto best =
        best_matching(odds.data(), static_cast<int>(here.size()), static_cast<int>(there.size()),
                      weights_[here.size()][there.size()].data());
    std::vector<bool> taken(there.size(), false);
    for (std::size_t x = 0; x < here.size(); ++x)
      if (best[x] >= 0) taken[static_cast<std::size_t>(best[x])] = true;
    for (std::size_t x = 0; x < here.size(); ++x) {
      auto p = static_cast<std::size_t>(best[x]);
      if (best[x] < 0) {  // what else is worn in its place, if anything
        p = static_cast<std::size_t>(std::find(taken.begin(), taken.end(), false) - taken.begin());
        if (p < taken.size()) taken[p] = true;
      }
      if (p < there.size())
        all.push_back({&here[x], &there[p], static_cast<double>(ratio(here[x].c, there[p].c))});
      else if (there.empty())
        all.push_back({&here[x], nullptr, x == 0 ? absent(here[x].slot, group) : 1.0});
      else
        all.push_back({&here[x], nullptr, 1 - same_thing_});
    }
    a += here.size();
  }
  return all;
}

}  // namespace confronta
