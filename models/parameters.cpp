#include "models/parameters.h"

#include <cstdio>
#include <cstdlib>

namespace confronta {
namespace {

constexpr Parameter parameters[] = {
#define CONFRONTA_PARAMETER(name, value, unit, source) {name, value, unit, source},
#include "models/data/parameters.def"
#undef CONFRONTA_PARAMETER
};

const Parameter* find(std::string_view name) {
  for (const Parameter& parameter : parameters)
    if (parameter.name == name) return &parameter;
  return nullptr;
}

}  // namespace

double Parameters::operator[](std::string_view name) const {
  if (const auto found = overrides_.find(name); found != overrides_.end()) return found->second;
  if (const Parameter* parameter = find(name)) return parameter->value;
  std::fprintf(stderr, "confronta: unknown parameter %.*s\n", static_cast<int>(name.size()),
               name.data());
  std::abort();
}

Status Parameters::set(std::string_view name, double value) {
  const Parameter* parameter = find(name);
  if (!parameter) return Error{"parameters.unknown", {std::string{name}}, {}};
  const bool probability = parameter->unit == "probability";
  if (!(value == value) || (probability && (value < 0 || value > 1)))
    return Error{"parameters.range", {std::string{name}, std::string{parameter->unit}}, {}};
  overrides_.insert_or_assign(std::string{name}, value);
  return success();
}

std::span<const Parameter> Parameters::all() { return parameters; }

}  // namespace confronta
