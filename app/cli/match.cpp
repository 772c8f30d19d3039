#include <nlohmann/json.hpp>

#include <chrono>

#include "app/cli/commands.h"
#include "app/cli/console_progress.h"
#include "engine/match.h"
#include "engine/store/runs.h"
#include "models/domain/number_text.h"
#include "models/registry.h"

namespace confronta::app {
namespace {

/// "NAME=VALUE" into the parameters; error "settings.bad_parameter" or those of Parameters::set.
Status apply(const std::string& setting, Parameters& parameters) {
  const auto at = setting.find('=');
  const auto value = at == std::string::npos
                         ? std::nullopt
                         : parse_number(std::string_view{setting}.substr(at + 1));
  if (!value) return Error{"settings.bad_parameter", {setting}, {}};
  return parameters.set(setting.substr(0, at), *value);
}

Result<MatchOptions> options_of(const MatchArguments& arguments) {
  MatchOptions options;
  options.threads = arguments.threads;
  options.keep_per_side = arguments.keep;
  options.floor_log10 = arguments.floor_log10;
  for (const std::string& setting : arguments.settings)
    if (auto applied = apply(setting, options.parameters); !applied) return applied.error();
  for (const std::string& name : arguments.left_out) {
    bool known = false;
    for (const RegisteredModel& model : evidence_models()) known = known || model.name == name;
    if (!known) return Error{"match.unknown_model", {name}, {}};
    options.left_out.insert(name);
  }
  return options;
}

/// The frozen reference set of the store; estimated and saved where there is none yet.
Result<ReferenceSet> reference_of(Store& store, const Snapshot& snapshot,
                                  const Parameters& parameters, bool anew) {
  auto frozen = read_reference(store);
  if (!frozen) return frozen.error();
  if (frozen.value() && !anew) return std::move(*frozen.value());
  ReferenceSet reference = estimate_reference(snapshot, parameters);
  if (auto saved = save_reference(store, reference, utc_now()); !saved) return saved.error();
  return reference;
}

void print_for_people(const Session& session, std::int64_t number, const Run& run, double seconds) {
  session.print(session.text(
      "match.done",
      {std::to_string(number), std::to_string(run.pairs_compared), fixed_text(seconds, 1),
       std::to_string(run.pairs.size()), std::to_string(run.clusters.size())}));
  session.print(session.text("match.digest", {run.digest}));
  session.print(session.text("match.next"));
}

}  // namespace

int match_subjects(const Session& session, const MatchArguments& arguments) {
  const auto begin = std::chrono::steady_clock::now();
  auto options = options_of(arguments);
  if (!options) {
    session.fail(options.error());
    return exit_usage;
  }
  auto store = Store::open(session.store, Access::write);
  if (!store) return session.fail(store.error());
  ConsoleProgress progress{session};
  progress.stage("match.load", 0);
  auto snapshot = read_snapshot(*store.value());
  if (!snapshot) return session.fail(snapshot.error());
  progress.stage("match.reference", 0);
  auto reference = reference_of(*store.value(), snapshot.value(), options.value().parameters,
                                arguments.new_reference);
  if (!reference) return session.fail(reference.error());
  auto run = match(snapshot.value(), reference.value(), options.value(), progress);
  progress.finish_line();
  if (!run) return session.fail(run.error());
  const auto elapsed = [&] {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  };
  progress.stage("match.publish", 0);
  auto number = publish_run(*store.value(), run.value(), utc_now(), elapsed());
  progress.finish_line();
  if (!number) return session.fail(number.error());
  if (session.json)
    session.print(nlohmann::ordered_json{
        {"run", number.value()},
        {"digest", run.value().digest},
        {"pairs_compared", run.value().pairs_compared},
        {"pairs_kept", run.value().pairs.size()},
        {"clusters", run.value().clusters.size()},
        {"seconds",
         elapsed()}}.dump());
  else
    print_for_people(session, number.value(), run.value(), elapsed());
  return exit_ok;
}

}  // namespace confronta::app
