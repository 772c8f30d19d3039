#pragma once
// The canonical values of traits. Importers produce them, evidence models read them, the store
// writes them as text (value_codec.h). Codes are lower-case English words, fixed by trait.cpp.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "models/domain/date.h"
#include "models/domain/dna.h"

namespace confronta {

/// A word of the trait's code list, such as "male" or "decomposed".
struct Code {
  std::string word;
  bool operator==(const Code&) const = default;
};

/// A closed interval in the trait's unit; an exact value has low == high.
struct Interval {
  double low = 0;
  double high = 0;
  bool operator==(const Interval&) const = default;
};

/// Free text in UTF-8, as normalised as its source allows.
struct Text {
  std::string text;
  bool operator==(const Text&) const = default;
};

/// A person's name: upper case, no accents, Ñ kept, single spaces, abbreviations expanded
/// ("MA." -> "MARIA"); particles stay with their surname ("DE LA CRUZ"). Empty = not given.
/// `basis` says what a probable name of a body rests on: "", "document", "recognition",
/// "belongings", "register".
struct PersonName {
  std::string given;
  std::string first_surname;
  std::string second_surname;
  std::string basis;
  bool operator==(const PersonName&) const = default;
};

/// A place. `code` is INEGI's: "14039" a municipality, "14" a state, "" none. Outside Mexico, or
/// where only a point is known, has_point is true (degrees, WGS 84). `text` is what the source
/// says.
struct Place {
  std::string code;
  bool has_point = false;
  double latitude = 0;
  double longitude = 0;
  std::string text;
  bool operator==(const Place&) const = default;
};

/// A mark on the body. `type`: tattoo, scar, piercing, mole, birthmark, amputation, deformity,
/// burn, circumcision, other. `region`: a word of the region list ("forearm"); `side`: left, right,
/// both, middle or ""; `view`: front, back or "". `motifs`: canonical words, sorted ("rose",
/// "skull", "letters"); `inscription`: quoted text, upper case without accents; `description`: the
/// source's own words, normalised. A Mark with nothing in it says that there are no marks.
struct Mark {
  std::string type;
  std::string region;
  std::string side;
  std::string view;
  std::vector<std::string> motifs;
  std::string inscription;
  std::string description;
  bool operator==(const Mark&) const = default;
};

/// A piece of clothing or a belonging. `item`: a word of the item list ("trousers", "ring");
/// colour, brand, material and size canonical or ""; `description`: the source's own words.
struct Garment {
  std::string item;
  std::string colour;
  std::string brand;
  std::string material;
  std::string size;
  std::string description;
  bool operator==(const Garment&) const = default;
};

/// What is known of one tooth.
enum class ToothState : std::uint8_t {
  no_information,
  present,  // present, condition not described
  sound,    // present, unrestored, no caries
  caries,
  filled,
  crown,
  root_canal,
  implant,
  pontic,  // replaced by a bridge or a denture
  missing_ante_mortem,
  missing_post_mortem,
  unerupted,
  count
};

/// The enumerator's own name: "root_canal".
std::string_view tooth_state_name(ToothState state);

/// 32 permanent teeth in FDI order 18..11, 21..28, 38..31, 41..48. `surfaces[i]` is a bit set
/// M=1 O=2 D=4 F=8 L=16 of restored surfaces (0: not stated).
struct ToothChart {
  std::array<ToothState, 32> state{};
  std::array<std::uint8_t, 32> surfaces{};
  bool operator==(const ToothChart&) const = default;
};
/// The FDI number of a chart position (0..31), and back (-1: no such permanent tooth).
int fdi_number(int position);
int fdi_position(int number);

/// A measurement of a bone in millimetres. `bone`: femur, tibia, ...; `measure`: "max_length" or a
/// measure of the sex functions ("head_diameter"); `side`: left, right or "".
struct BoneMeasure {
  std::string bone;
  std::string measure;
  std::string side;
  double millimetres = 0;
  bool operator==(const BoneMeasure&) const = default;
};

/// A skeletal element or body part that is present. `side`: left, right, middle or "".
struct BodyElement {
  std::string element;
  std::string side;
  bool operator==(const BodyElement&) const = default;
};

/// A folio or key. `type`: fub, curp, rfc, voter_key, case_file, cedula, other. `valid`: it passed
/// the format and check-digit tests of its type (true where there are none).
struct Identifier {
  std::string type;
  std::string value;
  bool valid = true;
  bool operator==(const Identifier&) const = default;
};

/// An implant, old fracture or operation. `kind`: implant, fracture, surgery. `serial`: engraved
/// number, upper case without separators.
struct BodyHistory {
  std::string kind;
  std::string region;
  std::string side;
  std::string detail;
  std::string serial;
  bool operator==(const BodyHistory&) const = default;
};

/// The result of a search or comparison made outside: an AFIS/INE fingerprint search, a
/// laboratory's kinship LR. `method`: fingerprint, dna, dental, other. `subject`: the id of the
/// other side, or an identifier of the person (folio, CURP) as the laboratory wrote it.
/// `result`: hit, no_hit, inconclusive, not_possible. `workflow`: received, verified, notified,
/// handed_over. `log10_lr` and `error_rate` as stated by the laboratory, where it did.
struct ExternalResult {
  std::string method;
  std::string subject;
  std::string result;
  std::string workflow;
  bool has_lr = false;
  double log10_lr = 0;
  bool has_error_rate = false;
  double error_rate = 0;
  std::string laboratory;
  bool operator==(const ExternalResult&) const = default;
};

/// monostate where the observation's state is not "observed".
using Value = std::variant<std::monostate, Code, Interval, DateInterval, Text, PersonName, Place,
                           Mark, Garment, ToothChart, BoneMeasure, BodyElement, Identifier,
                           BodyHistory, ExternalResult, DnaProfile, MtSequence, PedigreePlace>;

}  // namespace confronta
