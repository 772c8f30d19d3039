#pragma once
// Every figure of the simulated world, with its source. [M] = measured on public Mexican lists by
// the joins described in docs/method/world.md; "assumption" = a guess of ours, named as one. These
// are the world's own figures: the evidence models never see them, and the world never sees theirs.

#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

#include "models/domain/date.h"

namespace confronta::world::rates {

// --- who goes missing, who dies ------------------------------------------------------------------
inline constexpr double male_reported =
    0.742;                                  // [M] CENAPI 1968-2018, still missing: 26,994/36,376
inline constexpr double male_dead = 0.864;  // [M] CENAPI, found dead: 3,257/3,768
inline constexpr double remains_with_report =
    0.30;                                // assumption: share of bodies that were reported
inline constexpr double migrant = 0.06;  // assumption
inline constexpr double located_alive =
    0.25;                                     // assumption: reports of the living that a list keeps
inline constexpr double located_dead = 0.05;  // assumption: reports whose body somebody has matched
inline constexpr double wrong_located_alive =
    0.02;  // assumption: "located alive" against the truth

// --- names, CURP and register data ---------------------------------------------------------------
// [M] Two registers joined by folio disagree on a given name in 3.5 % (0.8 % wholly), on a first
// surname in 2.4 % (1.0 % wholly), on a second in 2.4 % (1.1 % wholly): half of it per register,
// more for reports that no folio joins (assumption).
inline constexpr double name_typo = 0.02;
inline constexpr double name_other = 0.008;
inline constexpr double second_surname_missing = 0.02;  // [M] 0.95 to 1.8 %
inline constexpr double only_first_given = 0.06;        // assumption: "JOSE" for "JOSE LUIS"
inline constexpr double sex_wrong = 0.008;              // [M] 1.6 % of pairs differ
inline constexpr double sex_unknown = 0.006;  // [M] 1.2 % of pairs hold one "INDETERMINADO"
inline constexpr double birth_wrong = 0.03;   // [M] CURP against stored date: 5.3 % of pairs
inline constexpr double curp_typo = 0.004;    // [M] 1 of 1,887 fails; more where nobody checks
inline constexpr double same_folio = 0.5;     // assumption: duplicates that share their FUB

/// Stored age minus true age in completed years [M, n = 2,966, rounded to classes].
inline constexpr std::array<std::pair<int, double>, 11> age_error{{{0, 0.866},
                                                                   {1, 0.065},
                                                                   {-1, 0.016},
                                                                   {2, 0.011},
                                                                   {-2, 0.005},
                                                                   {3, 0.008},
                                                                   {4, 0.007},
                                                                   {5, 0.006},
                                                                   {7, 0.006},
                                                                   {10, 0.006},
                                                                   {-6, 0.004}}};
inline constexpr double age_missing = 0.04;  // [M] 3.3 to 4.6 %

/// |written - true event date| in days: {from, to, probability}; the sign is free. [M] halved,
/// since the measurement compares two registers.
struct DayError {
  int from;
  int to;
  double probability;
};
inline constexpr std::array<DayError, 6> event_date_error{{{0, 0, 0.942},
                                                           {1, 1, 0.018},
                                                           {2, 7, 0.0115},
                                                           {8, 31, 0.006},
                                                           {32, 366, 0.0185},
                                                           {367, 1100, 0.004}}};
inline constexpr double event_date_missing = 0.09;  // [M] 9.6 % CNB, 8 % RNPDNO
/// Assumption: a morgue's dates are wrong by a day or by a year's slip of the pen.
inline constexpr std::array<DayError, 3> found_date_error{
    {{0, 0, 0.97}, {1, 3, 0.02}, {365, 366, 0.01}}};
inline constexpr double found_date_missing = 0.04;  // assumption

/// Days from event to report: quantiles [M, CBP, n = 3,161]; log-linear between them.
inline constexpr std::array<std::pair<double, double>, 7> report_lag{
    {{0.0, 0}, {0.25, 2}, {0.5, 5}, {0.75, 24}, {0.9, 366}, {0.95, 1459}, {1.0, 14800}}};

/// Extra reports of a person: probability that there is a second, and where it stands.
inline constexpr double second_report = 0.12;  // assumption
inline constexpr double second_report_in_cnb =
    0.6;  // assumption; the rest: another state, or again
inline constexpr double second_report_elsewhere = 0.25;
inline constexpr double only_in_cnb = 0.05;          // assumption
inline constexpr double status_contradicts = 0.269;  // [M] between two registers

// --- time ---------------------------------------------------------------------------------------
/// A component of a mixture of exponential times, in days.
struct Delay {
  double probability;
  double mean_days;
};
/// From the event to death. Assumption: most soon, some after months of captivity or travel.
inline constexpr std::array<Delay, 3> time_alive{{{0.62, 2.5}, {0.28, 60}, {0.10, 700}}};
/// From death to finding, for the missing and for unreported bodies that died where they lay
/// (hospital, street): assumptions.
inline constexpr std::array<Delay, 3> time_lying{{{0.45, 6}, {0.30, 120}, {0.25, 900}}};
inline constexpr std::array<Delay, 2> time_lying_unreported{{{0.8, 1.5}, {0.2, 40}}};
inline constexpr double unreported_found_at_once = 0.4;  // assumption
/// Last day of the condition's stage, Pima County OME / Humane Borders' scale of seven (Arizona).
inline constexpr std::array<double, 6> stage_days{1, 7, 21, 35, 90, 240};
inline constexpr double stage_spread = 0.6;  // assumption: SD of ln(days), climate and burial
inline constexpr double burnt = 0.03;        // assumption
inline constexpr double saponified = 0.01;   // assumption
inline constexpr double interval_spread =
    0.5;  // assumption: SD of ln(days) of an expert's estimate
inline constexpr double interval_written = 0.6;
inline constexpr double death_date_written = 0.3;  // of fresh bodies

// --- place --------------------------------------------------------------------------------------
// [M] CDMX, n = 228, mostly found alive: same state 72.8 %. The split within it and the decay:
// assumptions.
struct Travel {
  double same_municipality;
  double same_state;
  double elsewhere;
  double state_km;
  double country_km;
};
inline constexpr Travel resident_travel{0.43, 0.32, 0.25, 40, 300};
inline constexpr Travel migrant_travel{0.10, 0.25, 0.65, 150, 1500};
inline constexpr double place_missing = 0.03;     // assumption
inline constexpr double place_state_only = 0.04;  // assumption
inline constexpr double place_wrong = 0.02;       // assumption
inline constexpr double migrant_said = 0.7;       // assumption: the report says "migrante: SÍ"
inline constexpr double migrant_said_wrongly = 0.01;

// --- the body -----------------------------------------------------------------------------------
/// Stature of adults in cm: fallback of the literature for Mexico (165 and 153); reported statures
/// carry a bias and an error, rounded to 5 cm: assumptions after Willey and Falsetti (1991).
inline constexpr std::array<double, 2> stature_mean{166, 154};
inline constexpr std::array<double, 2> stature_sd{6.8, 6.2};
inline constexpr std::array<double, 2> stature_bias{1.5, 1.0};
inline constexpr double stature_report_sd = 4.0;
inline constexpr double stature_rounded = 0.6;
inline constexpr double stature_measured_sd = 2.5;  // a body on the table
inline constexpr double stature_bones_sd = 4.0;     // del Angel and Cisneros (2004), about SE
/// Probability that a word for build, hair, eyes, skin or blood is not the true one but an office's
/// habitual word. Assumptions.
inline constexpr double report_word_error = 0.15;
inline constexpr double remains_word_error = 0.12;     // fleshed
inline constexpr double decomposed_word_error = 0.45;  // decomposed and beyond
inline constexpr double blood_report_error = 0.05;
inline constexpr double blood_remains_error = 0.01;
inline constexpr double weight_report_sd = 6.0;
inline constexpr double weight_remains_sd = 5.0;
inline constexpr double weight_lost = 6.0;  // kg lower once decomposed

/// Expected number of tattoos. At least one on 46.6 % of male and 37.6 % of female unidentified
/// bodies, 61 and 67.2 % at ages 20 to 29 (Holz et al., Jalisco, n = 2,198): -ln(1 - share), by
/// age group, tuned so that the average over ages gives the first pair.
inline constexpr std::array<std::array<double, 9>, 2> tattoos{
    {{0, 0, 0.05, 0.6, 0.94, 0.8, 0.55, 0.35, 0.2}, {0, 0, 0.05, 0.6, 1.11, 0.7, 0.4, 0.25, 0.12}}};
inline constexpr double scars = 0.45;                                 // expected number, assumption
inline constexpr double moles = 0.20;                                 // assumption
inline constexpr std::array<double, 2> piercings{0.06, 0.30};         // assumption
inline constexpr std::array<double, 2> tattoo_illegible{0.07, 0.02};  // Holz et al.
inline constexpr double tattoo_letters = 0.55;  // so that 81 % of tattooed bodies carry letters
inline constexpr std::array<double, 4> mark_reported{0.75, 0.45, 0.25, 0.5};  // by type, assumption
inline constexpr std::array<double, 4> mark_examined{0.95, 0.7, 0.3, 0.6};    // on a fresh body
inline constexpr double mark_region_error = 0.08;                             // assumption
inline constexpr double mark_side_error = 0.05;                               // assumption
inline constexpr double mark_content_error = 0.06;  // assumption: rose for flower, 3 for 8
inline constexpr double mark_region_unsaid = 0.06;
inline constexpr double mark_side_unsaid = 0.15;
inline constexpr double mark_content_unsaid = 0.10;
inline constexpr double mark_clutter = 0.05;  // stains and wounds taken for marks, per body
/// Share of skin marks still to be seen, by condition: 1 on fresh skin, 0 on bone (assumption).
inline constexpr std::array<double, 9> skin_left{1, 0.85, 0.5, 0.45, 0.04, 0, 0, 0.2, 0.4};

/// Clothing: still that of the day, garments left on the body by condition. Assumptions.
inline constexpr double same_outfit = 0.8;
inline constexpr std::array<double, 9> cloth_left{0.9, 0.85, 0.75, 0.7, 0.65, 0.5, 0.3, 0.1, 0.6};
inline constexpr double garment_reported = 0.6;
inline constexpr double item_error = 0.05;
inline constexpr double colour_error = 0.15;
inline constexpr double brand_error = 0.03;
inline constexpr double size_error = 0.08;

/// Old fractures, implants, operations. Assumptions.
inline constexpr double history_reported = 0.5;
inline constexpr double history_seen_on_bone = 0.75;
inline constexpr double history_seen_on_body = 0.45;
inline constexpr double history_invented = 0.002;

/// Teeth. Charting errors 1 to 3 % a tooth in DVI practice; the rest assumptions.
inline constexpr double tooth_error = 0.02;
inline constexpr double tooth_change_per_year = 0.012;
inline constexpr double tooth_lost_after_death = 0.12;  // single-rooted, on bone

/// Sex by examination: soft tissue 0.5 to 1 %; coxal bone 1 % (Gómez-Valdés 2011); skull 12 to 20 %
/// (Walker 2008; Klales and Cole 2017); long bones 4 to 20 % (Spradley et al.).
inline constexpr double sex_error_soft_tissue = 0.007;
inline constexpr double sex_error_pelvis = 0.02;
inline constexpr double sex_error_skull = 0.15;
inline constexpr double sex_error_long_bones = 0.10;
/// SD in years of an examiner's age about the true one, and the width of the band written.
inline constexpr double age_sd_soft_tissue = 5.5;  // assumption
inline constexpr double age_sd_skeletal = 8.5;     // Suchey-Brooks practice: mean error 6.8 to 8.3

// --- names on bodies (0 with names_on_bodies = false). Assumptions.
// -------------------------------
inline constexpr double body_named_document = 0.10;
inline constexpr double body_named_otherwise = 0.15;
inline constexpr double body_named_decomposed = 0.06;
inline constexpr double document_is_own = 0.93;
inline constexpr double name_is_right = 0.72;
inline constexpr double two_names = 0.12;  // "A y/o B"
inline constexpr double curp_with_document = 0.5;
inline constexpr double fingerprint_hit = 0.04;  // an AFIS/INE hit nobody has closed
inline constexpr double fingerprint_right = 0.98;

// --- records of a body ---------------------------------------------------------------------------
inline constexpr double registered_twice = 0.07;     // assumption
inline constexpr double registered_elsewhere = 0.3;  // of those, in another state
inline constexpr double dismembered = 0.06;          // assumption: found in two parts
inline constexpr double in_a_lot = 0.02;             // assumption: commingled bones
inline constexpr double spoilt_row = 0.003;          // assumption: rows no program can use
inline constexpr double cell_typo = 0.01;            // letters in free text
inline constexpr double cell_sentinel = 0.35;        // empty cells that say "S/D" and the like

// --- DNA (only with WorldOptions::dna) -----------------------------------------------------------
/// Share of reported people whose family gave samples that were profiled. Assumption.
inline constexpr double family_sampled = 0.4;
/// Who of the family: shares. Assumptions.
inline constexpr std::array<std::pair<std::string_view, double>, 8> family_shapes{
    {{"parents", 0.22},
     {"mother", 0.28},
     {"father", 0.07},
     {"mother_sibling", 0.14},
     {"siblings", 0.11},
     {"child", 0.10},
     {"grandparents", 0.04},
     {"half_sibling", 0.04}}};
inline constexpr double personal_item = 0.03;  // assumption: also a sample of the person, a brush
inline constexpr double false_father =
    0.01;  // about 1 to 2 %: Anderson 2006, Current Anthropology 47:513, for men sure of it
/// Of families that gave samples and whose missing person is dead: a brother or sister is too; and
/// was found in the same state, next in time. Assumptions.
inline constexpr double second_missing = 0.15;
inline constexpr double found_nearby = 0.5;
inline constexpr double wrong_sample = 0.002;  // assumption
/// By condition, in its order from fleshed to bone, then burnt and saponified. Assumptions: share
/// of records with a profile; mean share of copies lost (exponential about it).
inline constexpr std::array<double, 9> profile_obtained{0.6,  0.6,  0.55, 0.5, 0.5,
                                                        0.45, 0.35, 0.2,  0.4};
inline constexpr std::array<double, 9> copies_lost{0,    0.005, 0.02, 0.04, 0.06,
                                                   0.10, 0.20,  0.35, 0.10};
inline constexpr double foreign_allele = 0.01;  // assumption: a locus of a sample that loses copies
inline constexpr double mt_sequenced = 0.25;    // assumption
/// A locus and meiosis: STRs of fathers and mothers about 2 and 0.5 in a thousand (AABB annual
/// report 2008); of Y about 2 (YHRD).
inline constexpr double mutation_of_fathers = 0.002;
inline constexpr double mutation_of_mothers = 0.0005;
inline constexpr double mutation_of_y = 0.002;
inline constexpr std::size_t father_lines = 1500;  // assumption: Y haplotypes of the population
inline constexpr std::size_t mother_lines = 400;   // assumption: maternal lines

inline constexpr Day first_event = 14610;  // 2010-01-01
inline constexpr Day cut_off = 20634;      // 2026-06-30, when the lists were made

}  // namespace confronta::world::rates
