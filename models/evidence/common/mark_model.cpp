#include "models/evidence/common/mark_model.h"

#include <algorithm>

#include "models/stats/level_ratios.h"

namespace confronta {
namespace {

constexpr std::array<std::string_view, mark_family_count> family_names{"tattoo", "other"};
constexpr double most_certain = 0.98;  // d stays below 1: any mark can be overlooked
constexpr double least_seen = 0.05;    // a mark that a record lists was seen

std::size_t family_of(int type) {
  return static_cast<std::size_t>(
      mark_family(type < 0 ? std::string_view{} : mark_types[static_cast<std::size_t>(type)]));
}

std::string_view type_name(int type) {
  return type < 0 ? "other" : mark_types[static_cast<std::size_t>(type)];
}

// Whether bones alone show it.
bool shows_on_bone(int type) {
  return type_name(type) == "amputation" || type_name(type) == "deformity";
}

// Types that one record gives for another's.
bool easily_confused(std::string_view a, std::string_view b) {
  static constexpr std::array<std::array<std::string_view, 2>, 4> pairs{
      {{"mole", "birthmark"},
       {"scar", "burn"},
       {"amputation", "deformity"},
       {"scar", "deformity"}}};
  return a == "other" || b == "other" ||
         std::any_of(pairs.begin(), pairs.end(), [&](const auto& pair) {
           return (a == pair[0] && b == pair[1]) || (a == pair[1] && b == pair[0]);
         });
}

ListCensus census_of(const ReferenceTable& table) {
  ListCensus census;
  census.records = table.at("records");
  for (std::size_t k = 0; k < census.listing.size(); ++k)
    census.listing[k] = table.at(std::to_string(k));
  return census;
}

/// Marks of each type that one side lists, by sex.
constexpr std::size_t sexes = recorded_sexes.size();
struct TypeCounts {
  std::array<std::array<double, mark_types.size()>, sexes> listed{};
  std::array<double, sexes> listing{};  // records that list a mark
};

TypeCounts type_counts(const TraitTable& table, bool on_fresh_bodies) {
  TypeCounts counts;
  for (RowId row = 0; row < table.size(); ++row) {
    if (on_fresh_bodies && view_of(table, row).group() != 0) continue;
    const std::uint32_t sex = recorded_sex(table, row);
    const MarkList list = marks_of(table, row);
    if (!list.marks.empty()) counts.listing[sex] += 1;
    for (const Observation* o : list.marks)
      if (const int type = mark_type_index(std::get<Mark>(o->value).type); type >= 0)
        counts.listed[sex][static_cast<std::size_t>(type)] += 1;
  }
  return counts;
}

/// The marks of each type that fresh whole remains list, and those that they would list if none
/// were overlooked: as many to a tattoo as the reports on their sex list. Tattoos are the measure
/// since hardly one is overlooked; and a form that is left blank where there is nothing is left
/// blank of both. Families too leave out what everybody has: pierced ears are at least as common
/// among people whose remains list any mark as they are assumed to be in the population.
void estimate_recorded(const Estimation& in, ReferenceTable& seen, ReferenceTable& expected) {
  constexpr std::size_t tattoo = 0;
  const TypeCounts reports = type_counts(in.left, false);
  const TypeCounts remains = type_counts(in.right, true);
  const double recorded = in.parameters["marks.recorded.tattoo"];
  const std::array<double, sexes> pierced{in.parameters["marks.pierced_men"],
                                          in.parameters["marks.pierced_women"],
                                          in.parameters["marks.pierced_men"]};
  for (std::size_t type = 0; type < mark_types.size(); ++type) {
    double found = 0;
    double carried = 0;
    for (std::size_t sex = 0; sex < sexes; ++sex) {
      found += remains.listed[sex][type];
      double of_sex = 0;
      if (reports.listed[sex][tattoo] > 0)
        of_sex = remains.listed[sex][tattoo] / recorded * reports.listed[sex][type] /
                 reports.listed[sex][tattoo];
      if (mark_types[type] == "piercing")
        of_sex = std::max(of_sex, pierced[sex] * remains.listing[sex]);
      carried += of_sex;
    }
    seen.numbers[std::string{mark_types[type]}] = found;
    expected.numbers[std::string{mark_types[type]}] = carried;
  }
}

}  // namespace

void estimate_marks(const Estimation& in, ReferenceSet& reference) {
  const auto table = [&](const std::string& name) -> ReferenceTable& {
    ReferenceTable& t = reference.table(table_name(in.relation, "marks." + name));
    t.origin = "counted";
    return t;
  };
  for (std::size_t g = 0; g < view_group_count; ++g) table("count." + view_group_name(g));
  for (std::string_view skin : skin_groups) {
    table("type." + std::string{skin});
    for (std::string_view sex : recorded_sexes)
      table("type." + std::string{skin} + '.' + std::string{sex});
  }
  for (std::string_view family : family_names) {
    table("place." + std::string{family});
    table("content." + std::string{family});
  }
  for (std::string_view type : mark_types) table("place_of." + std::string{type});
  const auto count = [&](const std::string& name, const std::string& key) {
    ReferenceTable& t = table(name);
    t.numbers[key] += 1;
    t.count += 1;
  };
  for (RowId row = 0; row < in.right.size(); ++row) {
    const RemainsView view = view_of(in.right, row);
    const std::string sex{recorded_sexes[recorded_sex(in.right, row)]};
    const std::string counts = "count." + view_group_name(view.group());
    count(counts, "records");
    const MarkList list = marks_of(in.right, row);
    if (!list.says) continue;
    table(counts).numbers[std::to_string(list.marks.size())] += 1;
    for (const Observation* o : list.marks) {
      const Mark& mark = std::get<Mark>(o->value);
      const int type = mark_type_index(mark.type);
      const std::string family{family_names[family_of(type)]};
      if (type >= 0) {
        const std::string skin{skin_groups[view.group() / 2]};
        count("type." + skin, std::string{type_name(type)});
        count("type." + skin + '.' + sex, std::string{type_name(type)});
      }
      if (const PlaceCode place = place_code(mark.region, mark.side)) {
        count("place." + family, place_key(place));
        if (type >= 0) count("place_of." + std::string{type_name(type)}, place_key(place));
      }
      count("content." + family, content_key(mark));
    }
  }
  if (in.relation == Relation::identity) estimate_recorded(in, table("seen"), table("expected"));
}

MarkModel::MarkModel(const Preparation& in, const MarkIndex& left, const MarkIndex& right,
                     std::vector<RemainsView> right_views)
    : relation_(in.relation),
      parameters_(in.parameters),
      left_(left.classes()),
      right_(right.classes()),
      views_(std::move(right_views)),
      right_contents_(right.contents().size()) {
  const auto table = [&](const std::string& name) -> const ReferenceTable& {
    return in.reference.find(table_name(in.relation, "marks." + name));
  };
  std::array<const ReferenceTable*, mark_family_count> contents{};
  for (std::size_t f = 0; f < mark_family_count; ++f) {
    const std::string family{family_names[f]};
    contents[f] = &table("content." + family);
    places_[f] =
        PlaceAgreement{table("place." + family), parameters_["marks.pseudo_places"], parameters_};
  }
  for (std::size_t t = 0; t < mark_types.size(); ++t)
    places_of_[t] = places_of(table("place_of." + std::string{mark_types[t]}), family_of(int(t)));
  contents_.emplace(contents, left.contents(), right.contents(), parameters_);
  prepare_types(in);
  prepare_finding(table("seen"), table("expected"));

  const bool on_bodies = relation_ != Relation::duplicate;
  const double prevalence =
      parameters_[on_bodies ? "marks.prevalence_remains" : "marks.prevalence_reports"];
  for (std::size_t g = 0; g < view_group_count; ++g) {
    double share = prevalence;
    if (g / 2 == static_cast<std::size_t>(SkinGroup::altered))
      share *= parameters_["marks.prevalence_altered"];
    if (g / 2 == static_cast<std::size_t>(SkinGroup::bone))
      share *= parameters_["marks.prevalence_bone"];
    if (g % 2 == 1) share *= parameters_["marks.prevalence_partial"];
    counts_.emplace_back(census_of(table("count." + view_group_name(g))),
                         ListAssumptions{share, parameters_["marks.mean_if_any"],
                                         parameters_["marks.pseudo_records"]});
  }
  const double reported = parameters_["marks.reported"];
  const double recorded = parameters_["marks.recorded.tattoo"];
  listed_ = relation_ == Relation::same_body ? recorded : reported;
  carried_ = counts_.front().mean() / (on_bodies ? recorded : reported);
}

// A pierced ear is one thing, not a piercing and an ear: the place is weighed given the type. The
// family's places stand in with marks.pseudo_places marks where a type has few.
PlaceAgreement MarkModel::places_of(const ReferenceTable& counts, std::size_t family) const {
  constexpr double next_to_none = 1e-9;  // the family's shares are smoothed already
  const double pseudo = parameters_["marks.pseudo_places"];
  ReferenceTable places;
  for (std::size_t p = 1; p < place_code_count(); ++p) {
    const auto code = static_cast<PlaceCode>(p);
    const std::string key = place_key(code);
    places.numbers[key] = counts.at(key) + pseudo * places_[family].share(code);
  }
  return {places, next_to_none, parameters_};
}

// Kinds of marks differ by sex, which the biological profile counts: a pierced ear is common on a
// woman. Their shares are those on remains of the sex that the right record states, beside
// marks.pseudo_types marks of all sexes.
void MarkModel::prepare_types(const Preparation& in) {
  constexpr std::size_t n = mark_types.size();
  const double pseudo = parameters_["marks.pseudo_types"];
  const double tattoo = parameters_["marks.prior_tattoo"];
  for (std::size_t skin = 0; skin < skin_groups.size(); ++skin) {
    const std::string name = "marks.type." + std::string{skin_groups[skin]};
    const auto add_counts = [&](const std::string& table, std::array<double, n>& share) {
      const ReferenceTable& counts = in.reference.find(table_name(in.relation, table));
      double all = 0;
      for (std::size_t t = 0; t < n; ++t)
        all += share[t] = pseudo * share[t] + counts.at(mark_types[t]);
      for (double& s : share) s /= all;
    };
    std::array<double, n> share{};
    share.fill((1 - tattoo) / static_cast<double>(n - 1));
    share[0] = tattoo;
    add_counts(name, share);
    for (std::size_t sex = 0; sex < recorded_sexes.size(); ++sex) {
      std::array<double, n> of_sex = share;
      add_counts(name + '.' + std::string{recorded_sexes[sex]}, of_sex);
      types_[skin][sex] = type_ratios(of_sex);
    }
  }
}

MarkModel::TypeRatios MarkModel::type_ratios(
    const std::array<double, mark_types.size()>& share) const {
  constexpr std::size_t n = mark_types.size();
  const double same = parameters_["marks.type_same"];
  const double confused = parameters_["marks.type_confused"];
  const std::array<double, 3> m{same, confused, 1 - same - confused};
  TypeRatios ratios{};
  for (std::size_t a = 0; a < n; ++a) {
    const auto level = [&](std::size_t p) -> std::size_t {
      return a == p ? 0 : easily_confused(mark_types[a], mark_types[p]) ? 1 : 2;
    };
    std::array<double, 3> mass{};
    for (std::size_t p = 0; p < n; ++p) mass[level(p)] += share[p];
    std::array<double, 3> ratio{};
    level_ratios(m, mass, ratio);
    for (std::size_t p = 0; p < n; ++p) ratios[a][p] = static_cast<float>(ratio[level(p)]);
  }
  return ratios;
}

double MarkModel::legible(int type, std::string_view condition) const {
  return shows_on_bone(type) ? 1 : skin_legible(condition, parameters_);
}

void MarkModel::prepare_finding(const ReferenceTable& seen, const ReferenceTable& expected) {
  const double pseudo = parameters_["marks.pseudo_types"];
  for (std::size_t t = 0; t < mark_types.size(); ++t) {
    const std::string name{mark_types[t]};
    const double assumed = parameters_["marks.recorded." + name];
    // What a register hardly ever writes down is hardly ever found again, however common.
    const double by_store =
        assumed * (seen.at(name) + pseudo) / (assumed * expected.at(name) + pseudo);
    recorded_[t] = std::min(assumed, by_store);
  }
  partly_there_ = parameters_["remains_view.partly_there"];
  for (const MarkClass& a : left_) left_seen_.push_back(legible(a.type, a.condition));
  for (const RemainsView& view : views_)
    view_shows_.push_back({skin_legible(view.condition, parameters_), 1});
}

double MarkModel::found(std::uint32_t left, std::uint32_t view) const {
  if (relation_ == Relation::duplicate) return listed_;
  const MarkClass& a = left_[left];
  double seen = view_shows_[view][shows_on_bone(a.type) ? 1 : 0];
  // What one office saw on a body, another sees unless the body has changed in between.
  if (relation_ == Relation::same_body)
    seen = std::min(1.0, seen / std::max(left_seen_[left], least_seen));
  const auto type = static_cast<std::size_t>(a.type < 0 ? mark_type_index("other") : a.type);
  return std::min(most_certain,
                  seen * region_present(views_[view], a.place, partly_there_) * recorded_[type]);
}

// A description of another design is one of another mark, or a mix-up of two: then the place too is
// that of any mark, so that "same place, other design" speaks against.
float MarkModel::combine(const MarkClass& a, const MarkClass& p, ContentLevel level) const {
  const std::size_t family = family_of(p.type);
  float ratio = contents_->ratio(a.content, static_cast<MarkFamily>(family), level);
  if (level != ContentLevel::contradictory)
    ratio *= (p.type < 0 ? places_[family] : places_of_[static_cast<std::size_t>(p.type)])
                 .ratio(a.place, p.place);
  if (a.type >= 0 && p.type >= 0)
    ratio *= types_[static_cast<std::size_t>(skin_group(p.condition))][p.sex]
                   [static_cast<std::size_t>(a.type)][static_cast<std::size_t>(p.type)];
  return ratio;
}

float MarkModel::ratio(std::uint32_t left, std::uint32_t right) const {
  return combine(left_[left], right_[right], content_level(left, right));
}

void MarkModel::ratios(std::uint32_t left, std::span<float> row) const {
  static thread_local std::vector<ContentLevel> levels;
  levels.resize(std::max(levels.size(), right_contents_));
  const MarkClass& a = left_[left];
  contents_->levels(a.content, levels);
  for (std::size_t p = 0; p < row.size(); ++p)
    row[p] = combine(a, right_[p], levels[right_[p].content]);
}

void MarkModel::size_weights(std::span<const double> found, std::uint32_t view, int count,
                             double* weights) const {
  const bool none_can_be_found =
      std::all_of(found.begin(), found.end(), [](double d) { return d == 0; });
  if (!found.empty() && none_can_be_found) {  // a skeleton neither confirms nor denies a tattoo
    std::fill_n(weights, most_listed + 1, 1.0);
    return;
  }
  counts_[views_[view].group()].size_weights(found, listed_, carried_, count, weights);
}

ContentLevel MarkModel::content_level(std::uint32_t left, std::uint32_t right) const {
  return contents_->level(left_[left].content, right_[right].content);
}

bool MarkModel::same_place(std::uint32_t left, std::uint32_t right) const {
  return left_[left].place != 0 && left_[left].place == right_[right].place;
}

}  // namespace confronta
