#pragma once
// What a record's observations say of each other, once all rules have been applied.

#include "importers/formats/row_source.h"
#include "importers/mapping/collector.h"

namespace confronta::importers {

/// Sex, birth date and birth state from a valid CURP of a report or a relative, with the CURP's
/// provenance. Where the row says something else, both stand as alternatives (5 % of listed birth
/// dates contradict the CURP). Not for remains: there the CURP is a probable identity's, and no
/// examination of the body.
void add_curp_facts(SubjectKind kind, Collector& out);

/// Takes out a birth date that lies after the event (both unambiguous): unknown, and a note.
void withdraw_impossible_dates(const SourceRow& row, Collector& out);

/// The state of a trait whose columns are all empty: not observable for marks, hair, eyes and skin
/// of remains without soft tissue, else not recorded.
ObservationState state_of_empty(Trait trait, const Collector& out);

/// Whether the record says anything that could be compared: not only folios, notes, the status, or
/// the dates and places of the office.
bool has_information(const Collector& out);

}  // namespace confronta::importers
