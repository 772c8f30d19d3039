#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "app/numbers.h"
#include "app/run_view.h"
#include "engine/chance_hits.h"
#include "engine/store/runs.h"
#include "engine/store/subjects.h"
#include "models/domain/number_text.h"

namespace confronta::app {
namespace {

using Json = nlohmann::ordered_json;

void print_for_people(const Session& session, const Candidate& c) {
  session.print(
      session.text("candidates.line",
                   {std::to_string(c.rank), c.report, c.remains, bans_text(c.pair->score.log10()),
                    std::string{"@"}.append(verbal_code(c.pair->score.log10())),
                    percent_text(c.pair->posterior), percent_text(c.pair->pairwise_posterior)}));
}

}  // namespace

int list_candidates(const Session& session, const CandidatesArguments& arguments) {
  auto store = Store::open(session.store, Access::read);
  if (!store) return session.fail(store.error());
  for (const std::string& id : {arguments.report, arguments.remains})
    if (!id.empty())
      if (auto page = read_subject(*store.value(), id); !page) return session.fail(page.error());
  auto run = read_run(*store.value(), 0);
  if (!run) return session.fail(run.error());
  const RunView view{run.value()};
  const auto list = view.candidates(arguments.report, arguments.remains, arguments.top);
  if (session.json) {
    Json rows = Json::array();
    for (const Candidate& c : list)
      rows.push_back({{"report", c.report},
                      {"remains", c.remains},
                      {"rank", c.rank},
                      {"log10_lr", c.pair->score.log10()},
                      {"posterior", c.pair->posterior},
                      {"pairwise_posterior", c.pair->pairwise_posterior}});
    session.print(rows.dump());
    return exit_ok;
  }
  session.print(session.text("candidates.propositions"));
  for (const Candidate& c : list) print_for_people(session, c);
  for (const RunRemainder& rest : run.value().remainders)
    if (rest.id == view.row_of(arguments.report.empty() ? arguments.remains : arguments.report))
      session.print(session.text(
          "candidates.rest",
          {percent_text(rest.none), percent_text(rest.unlisted), "@inference." + rest.method}));
  const auto& manifest = run.value().manifest;
  if (const auto kappa = manifest.find("prior.kappa"); kappa != manifest.end())
    session.print(session.text("candidates.prior", {kappa->second}));
  if (const auto hits = chance_hits(manifest, arguments.threshold))
    session.print(session.text("candidates.chance",
                               {std::to_string(hits->compared), fixed_text(arguments.threshold, 2),
                                std::to_string(hits->at_or_over), fixed_text(hits->expected, 1),
                                fixed_text(hits->bound, 1)}));
  session.tell("candidates.warning");
  return exit_ok;
}

}  // namespace confronta::app
