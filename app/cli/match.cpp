#include <nlohmann/json.hpp>

#include "app/allele_tables.h"
#include "app/cli/commands.h"
#include "app/cli/console_progress.h"
#include "app/make_run.h"
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
  if (!arguments.allele_tables.empty() &&
      options.parameters.overrides().count("genetics.allele_table") != 0)
    return Error{"match.two_allele_tables", {}, {}};
  return options;
}

void print_for_people(const Session& session, const MadeRun& made) {
  const auto& [number, run, seconds, notices, alleles] = made;
  session.print(session.text(
      "match.done",
      {std::to_string(number), std::to_string(run.pairs_compared), fixed_text(seconds, 1),
       std::to_string(run.pairs.size()), std::to_string(run.clusters.size())}));
  session.print(session.text("match.digest", {run.digest}));
  if (const auto taken = run.manifest.find("decisions.taken"); taken != run.manifest.end())
    session.print(session.text("match.decisions", {taken->second}));
  if (!alleles.empty()) session.print(session.text("match.allele_tables", {alleles}));
  session.print(session.text("match.next"));
}

constexpr std::size_t most_notices = 20;

void tell_notices(const Session& session, const std::vector<Error>& notices) {
  for (std::size_t n = 0; n < notices.size() && n < most_notices; ++n)
    session.tell(notices[n].code, notices[n].arguments);
  if (notices.size() > most_notices)
    session.tell("dna.more_notices", {std::to_string(notices.size() - most_notices)});
}

void tell_passed_over(const Session& session, const std::vector<genetics::FrequencyTable>& tables) {
  for (const genetics::FrequencyTable& table : tables) {
    std::string columns;
    for (const std::string& name : table.passed_over)
      columns += (columns.empty() ? "" : ", ") + name;
    if (!columns.empty()) session.tell("allele_table.passed_over", {table.name, columns});
  }
}

}  // namespace

int match_subjects(const Session& session, const MatchArguments& arguments) {
  auto options = options_of(arguments);
  if (!options) {
    session.fail(options.error());
    return exit_usage;
  }
  auto tables = allele_tables_of(arguments.allele_tables);
  if (!tables) return session.fail(tables.error());
  tell_passed_over(session, tables.value());
  auto store = Store::open(session.store, Access::write);
  if (!store) return session.fail(store.error());
  const ReferenceWish wish{arguments.new_reference, std::move(tables).value()};
  ConsoleProgress progress{session};
  auto made = make_run(*store.value(), options.value(), wish, progress);
  progress.finish_line();
  if (!made) return session.fail(made.error());
  const auto& [number, run, seconds, notices, alleles] = made.value();
  tell_notices(session, notices);
  if (session.json)
    session.print(nlohmann::ordered_json{
        {"run", number},
        {"digest", run.digest},
        {"pairs_compared", run.pairs_compared},
        {"pairs_kept", run.pairs.size()},
        {"clusters", run.clusters.size()},
        {"allele_tables", alleles},
        {"seconds",
         seconds}}.dump());
  else
    print_for_people(session, made.value());
  return exit_ok;
}

}  // namespace confronta::app
