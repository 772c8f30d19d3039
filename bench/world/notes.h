#pragma once
// What the world knows of a person, and what clerks wrote down of it: codes, before they become a
// layout's words. The oracle reads the same codes. `none` = nothing written.

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "models/domain/date.h"

namespace confronta::world {

inline constexpr int none = -1;
inline constexpr Day no_day = INT32_MIN;

enum MarkType { tattoo, scar, mole, piercing, mark_type_count };

/// A mark; `region` and `content` index vocabulary.h's lists. side: 0 none, 1 left, 2 right.
struct MarkNote {
  int type = tattoo;
  int region = none;
  int side = none;
  int content = none;
};

/// A garment of a slot (upper, lower, footwear, ...). All but `item` may be none.
struct GarmentNote {
  int slot = 0;
  int item = none;
  int colour = none;
  int brand = none;
  int size = none;
};

/// A name, as indices into the given names (male, then female) and the surnames.
struct NameNote {
  int given = none;
  int first_surname = none;
  int second_surname = none;
};

/// A name as somebody typed it.
struct TypedName {
  NameNote meant;
  std::string given;
  std::string first_surname;
  std::string second_surname;
};

/// One state per tooth in FDI order 18..11, 21..28, 38..31, 41..48.
enum class Tooth : std::int8_t { no_information = -1, sound, caries, filled, crown, lost, count };
using Mouth = std::array<Tooth, 32>;

/// A person, as they are.
struct Person {
  int sex = 0;  // 0 male, 1 female
  Day birth = 0;
  int age = 0;  // completed years at the event
  int birth_state = 9;
  NameNote name;
  std::string curp;
  std::string fub;
  bool migrant = false;
  int residence = 0;  // municipality
  double stature = 0;
  double weight = 0;
  int build = 0;
  int skin = 0;
  int hair = 0;
  int eyes = 0;
  int blood = 0;
  int rhesus = 0;
  std::vector<MarkNote> marks;
  std::vector<GarmentNote> outfit;
  std::vector<int> histories;
  Day chart_day = 0;  // of the dentist's chart
  Mouth chart{};      // then
  Mouth mouth{};      // at death
  Day event = 0;
  int event_place = 0;
};

/// What happened to somebody who died.
struct Fate {
  Day death = 0;
  Day found = 0;
  int place = 0;  // municipality
  int condition = 0;
  std::vector<GarmentNote> outfit;  // what the body wears: mostly that of the day
};

/// A missing-person report as it was written.
struct ReportNote {
  std::string source;
  std::string id;  // within the source
  std::int32_t person = none;
  TypedName name;
  std::string curp;
  std::int32_t curp_of = none;  // the person whose CURP it is; none if none or mistyped
  std::string fub;
  int sex = none;
  Day birth = no_day;
  int age = none;
  Day event = no_day;
  Day reported = no_day;
  int place = none;  // municipality
  int state = none;  // INEGI; also where the municipality is not known
  int residence = none;
  int status = 0;  // vocabulary: missing, not located, alive, dead
  int migrant = none;
  int stature = none;
  int weight = none;
  int build = none;
  int skin = none;
  int hair = none;
  int eyes = none;
  int blood = none;
  int rhesus = none;
  bool marks_told = false;  // the layout asks for marks, and somebody answered
  std::vector<MarkNote> marks;
  bool clothes_told = false;
  std::vector<GarmentNote> clothes;
  bool histories_told = false;
  std::vector<int> histories;
  Day chart_day = no_day;
  Mouth chart{};
  bool spoilt = false;
};

enum PartKind { complete, segment, skeleton, lot };
/// Halves of a body that was cut apart.
enum Portion { whole = 0, upper_half = 1, lower_half = 2 };
enum NameBasis { no_basis = -1, by_document, by_recognition, by_belongings, by_register };

/// A remains record as it was written.
struct RemainsNote {
  std::string source;
  std::string id;
  std::vector<std::int32_t> people;  // one; of a lot, all that are known
  std::int32_t body = none;
  std::string lot_id;
  int kind = complete;
  int portion = whole;
  int individuals = 1;
  std::vector<TypedName> names;
  int basis = no_basis;
  std::string curp;
  std::int32_t curp_of = none;
  int sex = none;
  int sex_method = none;
  int age_low = none;
  int age_high = none;
  int age_method = none;
  int stature = none;
  int stature_method = none;
  int femur_mm = none;
  int weight = none;
  int build = none;
  int condition = none;       // written
  int true_condition = none;  // for strata alone, as is true_state: nobody reads them to score
  int true_state = none;
  int interval = none;  // class of the post-mortem interval, written
  Day death = no_day;
  Day found = no_day;
  Day intake = no_day;
  int place = none;
  int state = none;
  int skin = none;
  int hair = none;
  int eyes = none;
  int blood = none;
  int rhesus = none;
  bool marks_told = false;
  std::vector<MarkNote> marks;
  bool clothes_told = false;
  std::vector<GarmentNote> clothes;
  bool histories_told = false;
  std::vector<int> histories;
  bool charted = false;
  Mouth chart{};
  int status = 0;           // unidentified, hypothesis, identified, buried
  int print_result = none;  // fingerprint search: hit 0, no hit 1
  std::int32_t print_of = none;
  std::string print_folio;
  bool spoilt = false;
};

}  // namespace confronta::world
