#pragma once
// The people who write down: families and clerks for reports, examiners and clerks for remains.

#include "bench/world/geography.h"
#include "bench/world/notes.h"
#include "bench/world/random.h"

namespace confronta::world {

/// How often each field of a report is filled in, by the layout it is written in. 0 = the layout
/// has no such column.
struct ReportForm {
  double birth, curp, fub, stature, weight, looks, marks, clothes, blood, histories, chart, migrant,
      residence;
  bool municipality;
};
/// The same for remains.
struct RemainsForm {
  double condition, interval, stature, weight, looks, blood, histories, chart, marks, clothes;
  bool found_date, municipality, methods, narrow_ages;
};
extern const ReportForm repd_form, cbp_form, cebv_form, cnb_form, generic_am_form;
extern const RemainsForm pfsi_form, generic_pm_form;

/// A report of `person` (index `number`). `again`: not the first report of this person, so that its
/// status may contradict and its folio may be another. Source and id are the caller's.
ReportNote write_report(Random& random, const Geography& geography, const Person& person,
                        std::int32_t number, const ReportForm& form, bool again);
/// A remains record of `person` as found by `fate`; `portion` of the body.
RemainsNote write_remains(Random& random, const Person& person, std::int32_t number,
                          const Fate& fate, int portion, const RemainsForm& form, bool names);

/// A name as somebody typed it: typing errors, abbreviations, parts left out, another name.
TypedName type_name(Random& random, const NameNote& name);
/// A name of somebody else.
NameNote draw_name(Random& random);
/// One typing error: a letter left out, doubled, swapped or replaced.
std::string mistype(Random& random, const std::string& text);

}  // namespace confronta::world
