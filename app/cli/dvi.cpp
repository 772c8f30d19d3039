#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "app/cli/population.h"
#include "app/numbers.h"
#include "engine/dvi/joint.h"
#include "engine/dvi/pairwise.h"
#include "importers/genetics/dvi_case.h"
#include "importers/genetics/familias_case.h"
#include "models/parameters.h"

namespace confronta::app {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t listed = 100;    // assignments
constexpr double undisputed_lr = 1e4;  // at least, and as many times every rival

/// All that is worked out of a problem.
struct Solution {
  dvi::Matrix<double> ratios;
  dvi::Matrix<int> exclusions;
  std::vector<dvi::Undisputed> undisputed;
  dvi::JointPosterior joint;
};

Result<Solution> solve(const dvi::Problem& problem) {
  auto ratios = dvi::pairwise_ratios(problem);
  if (!ratios) return ratios.error();
  auto exclusions = dvi::exclusions(problem);
  if (!exclusions) return exclusions.error();
  auto undisputed = dvi::undisputed_matches(problem, undisputed_lr);
  if (!undisputed) return undisputed.error();
  auto joint = dvi::joint_posterior(problem, listed);
  if (!joint) return joint.error();
  return Solution{std::move(ratios).value(), std::move(exclusions).value(),
                  std::move(undisputed).value(), std::move(joint).value()};
}

template <class T>
Json matrix_json(const dvi::Problem& problem, const dvi::Matrix<T>& matrix) {
  Json all = Json::object();
  for (std::size_t v = 0; v < problem.victims.size(); ++v) {
    Json& row = all[problem.victims[v].id] = Json::object();
    for (std::size_t m = 0; m < problem.missing.size(); ++m)
      row[problem.missing[m].id] = matrix[v][m] ? Json(*matrix[v][m]) : Json(nullptr);
  }
  return all;
}

/// The posterior of each pair, by one side's members and then the other's; "*" is nobody.
template <class Side, class Other, class PairPosterior>
Json posterior_json(const Side& side, const Other& other, const std::vector<double>& is_nobody,
                    const PairPosterior& of_pair) {
  Json all = Json::object();
  for (std::size_t i = 0; i < side.size(); ++i) {
    Json& row = all[side[i].id] = Json::object();
    for (std::size_t j = 0; j < other.size(); ++j) row[other[j].id] = of_pair(i, j);
    row["*"] = is_nobody[i];
  }
  return all;
}

const std::string& missing_name(const dvi::Problem& problem, int missing) {
  static const std::string none = "*";
  return missing == dvi::nobody ? none : problem.missing[static_cast<std::size_t>(missing)].id;
}

Json assignments_json(const dvi::Problem& problem, const dvi::JointPosterior& joint) {
  Json all = Json::array();
  for (const dvi::Assignment& assignment : joint.best) {
    Json pairs = Json::object();
    for (std::size_t v = 0; v < problem.victims.size(); ++v)
      pairs[problem.victims[v].id] = missing_name(problem, assignment.missing[v]);
    all.push_back({{"pairs", pairs}, {"posterior", assignment.posterior}});
  }
  return all;
}

Json as_json(const dvi::Problem& problem, const Solution& solution) {
  const dvi::JointPosterior& joint = solution.joint;
  Json undisputed = Json::array();
  for (const dvi::Undisputed& one : solution.undisputed)
    undisputed.push_back(
        {{"victim", problem.victims[static_cast<std::size_t>(one.placement.victim)].id},
         {"missing", missing_name(problem, one.placement.missing)},
         {"lr", one.ratio},
         {"step", one.step}});
  return {{"pairwise_lr", matrix_json(problem, solution.ratios)},
          {"exclusions", matrix_json(problem, solution.exclusions)},
          {"posterior", posterior_json(problem.victims, problem.missing, joint.victim_is_nobody,
                                       [&](auto v, auto m) { return joint.pair[v][m]; })},
          {"posterior_missing",
           posterior_json(problem.missing, problem.victims, joint.missing_is_nobody,
                          [&](auto m, auto v) { return joint.pair[v][m]; })},
          {"undisputed", undisputed},
          {"assignments", assignments_json(problem, solution.joint)}};
}

void print_for_people(const Session& session, const dvi::Problem& problem,
                      const Solution& solution) {
  session.print(session.text(
      "dvi.title", {std::to_string(problem.victims.size()), std::to_string(problem.missing.size()),
                    std::to_string(problem.families.size())}));
  session.print(session.text("dvi.prior"));
  for (std::size_t v = 0; v < problem.victims.size(); ++v) {
    session.print(problem.victims[v].id);
    for (const int m : problem.candidates[v]) {
      const auto at = static_cast<std::size_t>(m);
      session.print(session.text(
          "dvi.candidate",
          {problem.missing[at].id, figures_text(*solution.ratios[v][at]),
           std::to_string(*solution.exclusions[v][at]), percent_text(solution.joint.pair[v][at])}));
    }
    session.print(session.text("dvi.nobody", {percent_text(solution.joint.victim_is_nobody[v])}));
  }
  for (const dvi::Undisputed& one : solution.undisputed)
    session.print(session.text(
        "dvi.undisputed", {problem.victims[static_cast<std::size_t>(one.placement.victim)].id,
                           missing_name(problem, one.placement.missing), figures_text(one.ratio),
                           std::to_string(one.step)}));
}

/// By content: what Familias wrote, else JSON. What of a .fam file is not used is said beside the
/// data.
Result<dvi::Problem> read_disaster(const Session& session, const DviArguments& arguments) {
  const double rare = Parameters{}["genetics.rare_allele_minimum"];
  const std::string& path = arguments.file;
  const auto table = population_table(arguments.population);
  if (!table) return table.error();
  if (!importers::is_familias_file(path))
    return importers::read_dvi_case(path, rare, table.value());
  if (table.value()) return Error{"dvi.own_frequencies", {}, {path, "", 0, ""}};
  auto read = importers::read_familias_case(path, rare);
  if (!read) return read.error();
  for (const Error& note : read.value().notes)
    std::fprintf(stderr, "%s\n", say(session.language, note).c_str());
  return std::move(read.value().problem);
}

}  // namespace

int weigh_disaster(const Session& session, const DviArguments& arguments) {
  const auto problem = read_disaster(session, arguments);
  if (!problem) return session.fail(problem.error());
  const auto solution = solve(problem.value());
  if (!solution) return session.fail(solution.error());
  if (session.json)
    session.print(as_json(problem.value(), solution.value()).dump());
  else
    print_for_people(session, problem.value(), solution.value());
  return exit_ok;
}

}  // namespace confronta::app
