#pragma once
// The two blank templates, generic_am and generic_pm, as material for a mapping of a new layout.

#include <string>
#include <vector>

#include "importers/mapping/mapping.h"

namespace confronta::importers {

struct TemplateColumn {
  std::string written;             // as the template writes it: "FECHA DE HALLAZGO"
  std::vector<std::string> names;  // all that it may be called, folded
  std::string trait;               // that its first rule reads, or "id"
};

struct Template {
  std::string text;  // TOML
  std::vector<TemplateColumn> columns;
};

/// The columns of the row itself, nested lists left out.
Template template_of(const Mapping& mapping);
const std::vector<Template>& blank_templates();

/// A column of the file, and the template's column that it is.
struct NamedColumn {
  std::string column;
  std::string written;
};

/// The template with the file's columns as first aliases of its own, `name` as name and source, and
/// the columns found as the layout's required ones (at most three). Without a column for the id the
/// id is a hash of all of them.
std::string filled_template(const Template& known, const std::vector<NamedColumn>& columns,
                            const std::string& name);

}  // namespace confronta::importers
