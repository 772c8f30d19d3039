#include <filesystem>

#include "app/cli/commands.h"
#include "app/cli/console_progress.h"
#include "app/cli/evaluation_output.h"
#include "app/run_context.h"

namespace confronta::app {
namespace {

/// The world's oracle, where its file is.
Result<std::optional<world::OracleScorer>> oracle_of(const std::string& folder) {
  const std::string path = folder + "/oracle.csv";
  if (folder.empty() || !std::filesystem::exists(path)) return std::optional<world::OracleScorer>{};
  auto oracle = world::OracleScorer::load(path);
  if (!oracle) return oracle.error();
  return std::optional{std::move(oracle).value()};
}

}  // namespace

int evaluate_run(const Session& session, const EvaluateArguments& arguments) {
  auto truth = read_truth(arguments.truth);
  if (!truth) return session.fail(truth.error());
  std::map<std::string, std::vector<std::string>> strata;
  if (!arguments.world.empty()) {
    auto read = read_strata(arguments.world + "/strata.csv");
    if (!read) return session.fail(read.error());
    strata = std::move(read).value();
  }
  auto store = Store::open(session.store, Access::read);
  if (!store) return session.fail(store.error());
  auto context = RunContext::open(*store.value());
  if (!context) return session.fail(context.error());
  if (context.value()->stale()) session.tell("evaluate.stale");
  auto oracle = oracle_of(arguments.world);
  if (!oracle) return session.fail(oracle.error());
  const RunView& view = context.value()->view();
  const PreparedRelation& identity = context.value()->workspace().relation(Relation::identity);
  const ScoredTruth scored =
      score_truth(identity, view.run(), truth.value(), strata, arguments.threads);
  const auto replicates = static_cast<int>(arguments.bootstrap);
  Evaluation evaluation{measure(view.run(), scored, truth.value(), strata, replicates), {}};
  if (oracle.value() || arguments.leave_one_out) {
    ConsoleProgress progress{session};
    auto compared =
        compare(identity, view, truth.value(), oracle.value() ? &*oracle.value() : nullptr,
                {arguments.leave_one_out, replicates, arguments.threads}, progress);
    progress.finish_line();
    if (!compared) return session.fail(compared.error());
    Comparison& comparison = evaluation.comparison.emplace(std::move(compared).value());
    const auto stratify = [&](WayMeasures& way) {
      way.strata = strata_of(truth.value(), way.remains_ranks, strata);
    };
    stratify(comparison.by_posterior);
    if (comparison.oracle) stratify(*comparison.oracle);
  }
  if (!arguments.svg.empty())
    if (auto drawn = write_drawings(session, evaluation, arguments.svg); !drawn)
      return session.fail(drawn.error());
  if (session.json)
    session.print(evaluation_json(evaluation));
  else
    print_evaluation(session, evaluation);
  return exit_ok;
}

}  // namespace confronta::app
