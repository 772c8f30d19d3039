#include "engine/manifest.h"

#include "engine/digest.h"
#include "models/domain/number_text.h"
#include "models/registry.h"

namespace confronta {
namespace {

constexpr std::string_view parameter_prefix = "parameter.";

/// All parameters in force: a default that changes with the program makes another run.
std::string parameters_text(const Parameters& parameters) {
  std::string text;
  for (const Parameter& parameter : Parameters::all())
    text += std::string{parameter.name} + '=' + number_text(parameters[parameter.name]) + '\n';
  return text;
}

std::optional<double> number_at(const std::map<std::string, std::string>& manifest,
                                const std::string& name) {
  const auto at = manifest.find(name);
  return at == manifest.end() ? std::nullopt : parse_number(at->second);
}

}  // namespace

std::map<std::string, std::string> input_manifest(const Snapshot& snapshot,
                                                  const ReferenceSet& reference,
                                                  const MatchOptions& options) {
  std::map<std::string, std::string> manifest;
  manifest["snapshot"] = snapshot.digest;
  manifest["reference"] = digest_of(reference.canonical_text());
  manifest["inference"] = std::to_string(inference_version);
  for (const RegisteredModel& model : evidence_models())
    manifest["model." + std::string{model.name}] =
        std::to_string(model.version) + ' ' + std::string{model.relations};
  // Without decisions the manifest says nothing of them, and the run is what it was before there
  // were any.
  if (!options.decisions.empty())
    manifest["decisions"] = digest_of(canonical_text(options.decisions));
  for (const std::string& name : options.left_out) manifest["left_out." + name] = "yes";
  manifest["keep_per_side"] = std::to_string(options.keep_per_side);
  manifest["floor_log10"] = number_text(options.floor_log10);
  manifest["parameters"] = digest_of(parameters_text(options.parameters));
  for (const auto& [name, value] : options.parameters.overrides())
    manifest[std::string{parameter_prefix} + name] = number_text(value);
  return manifest;
}

std::string identity_of(const std::map<std::string, std::string>& manifest) {
  std::string text;
  for (const auto& [name, value] : manifest) text += name + '=' + value + '\n';
  return digest_of(text);
}

Result<MatchOptions> options_of_manifest(const std::map<std::string, std::string>& manifest) {
  MatchOptions options;
  const auto keep = number_at(manifest, "keep_per_side");
  const auto floor = number_at(manifest, "floor_log10");
  if (!keep || !floor || *keep < 0 || *keep > 4e9)
    return Error{"run.bad_manifest", {keep ? "floor_log10" : "keep_per_side"}, {}};
  options.keep_per_side = static_cast<std::uint32_t>(*keep);
  options.floor_log10 = *floor;
  for (const auto& [name, value] : manifest) {
    if (name.rfind("left_out.", 0) == 0) options.left_out.insert(name.substr(9));
    if (name.rfind(parameter_prefix, 0) != 0) continue;
    const auto number = parse_number(value);
    if (!number || !options.parameters.set(name.substr(parameter_prefix.size()), *number))
      return Error{"run.bad_manifest", {name}, {}};
  }
  return options;
}

}  // namespace confronta
