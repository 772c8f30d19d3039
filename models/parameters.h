#pragma once
// Every number that a model takes as given: an assumption, or a figure from a source. The list is
// models/data/parameters.def; a run may override any of them, and its manifest says so.

#include <map>
#include <span>
#include <string>
#include <string_view>

#include "models/domain/result.h"

namespace confronta {

struct Parameter {
  std::string_view name;  // "biology.sex_error_register"
  double value;
  std::string_view unit;
  std::string_view source;  // the source, or a text that begins with "assumption"
};

/// Values of all parameters. Look-ups are for preparation, not for inner loops.
class Parameters {
 public:
  /// The value of a parameter in force. An unknown name is a defect of the program: it aborts.
  double operator[](std::string_view name) const;
  /// Overrides one; error "parameters.unknown" or, for a value outside its unit,
  /// "parameters.range".
  Status set(std::string_view name, double value);
  const std::map<std::string, double, std::less<>>& overrides() const { return overrides_; }
  /// All parameters with their default values, in the order of the list.
  static std::span<const Parameter> all();

 private:
  std::map<std::string, double, std::less<>> overrides_;
};

}  // namespace confronta
