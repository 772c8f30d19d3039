#include "app/cli/command_line.h"

#include <CLI/CLI.hpp>

#include <unistd.h>

#include <cstdlib>
#include <functional>

#include "app/cli/commands.h"
#include "app/cli/interrupt.h"
#include "app/cli/settings.h"
#include "app/cli/usage_error.h"
#include "app/version.h"

namespace confronta::app {
namespace {

/// Builds the parser: one function a command, each leaving its action in `action_`.
class CommandLine {
 public:
  explicit CommandLine(Session& session)
      : session_(session), app_(say("help.program"), "confronta") {
    translate_labels();
    app_.option_defaults()->group(say("help.options"));  // of the commands too
    app_.set_help_flag("-h,--help", say("help.help"));
    app_.set_version_flag("--version", "confronta " + std::string{program_version()},
                          say("help.version"));
    app_.require_subcommand(1);
    app_.fallthrough();
    app_.footer(say("help.footer"));
    app_.add_option("--store", session_.store, say("help.store"))->capture_default_str();
    app_.add_flag("--json", session_.json, say("help.json"));
    app_.add_option("--lang", language_, say("help.lang"))->check(CLI::IsMember({"es", "en"}));
    add_import();
    add_show();
    add_quarantine();
    add_match();
    add_candidates();
    add_explain();
    add_clusters();
    add_decisions();
    add_report();
    add_simulate();
    add_evaluate();
    add_genetics();
    add_power();
    add_review();
    add_listings();
  }

  int run(int argc, char** argv) {
    if (argc == 1) {
      std::cerr << app_.help();
      return exit_usage;
    }
    try {
      app_.parse(argc, argv);
    } catch (const CLI::ParseError& outcome) {
      if (outcome.get_exit_code() == 0) return app_.exit(outcome, std::cout, std::cerr);
      session_.tell("help.usage_error",
                    {usage_error(session_, outcome.get_exit_code(), outcome.what())});
      return exit_usage;
    }
    return action_();
  }

 private:
  std::string say(std::string_view code) const { return session_.text(code); }

  void translate_labels() {
    const auto formatter = app_.get_formatter();
    formatter->label("Usage", say("help.usage"));
    formatter->label("Options", say("help.options"));
    formatter->label("OPTIONS", say("help.options"));
    formatter->label("Subcommands", say("help.commands"));
    formatter->label("SUBCOMMAND", say("help.commands"));
    formatter->label("Positionals", say("help.arguments"));
    formatter->label("REQUIRED", say("help.required"));
    formatter->label("TEXT", say("help.type.text"));
    for (const char* number : {"INT", "UINT", "FLOAT"})
      formatter->label(number, say("help.type.number"));
    formatter->label("TEXT:{es,en}", "{es,en}");
    formatter->label("Excludes", say("help.excludes"));
    formatter->column_width(30);
  }

  /// A command `name` with its help "help.NAME" and example "example.NAME".
  template <class Arguments>
  CLI::App& command(const std::string& name, Arguments& arguments,
                    int (*carry_out)(const Session&, const Arguments&)) {
    CLI::App& sub = bare_command(name);
    sub.callback([this, &arguments, carry_out] {
      action_ = [this, &arguments, carry_out] { return carry_out(session_, arguments); };
    });
    return sub;
  }

  CLI::App& bare_command(const std::string& name) {
    CLI::App& sub = *app_.add_subcommand(name, say("help." + name));
    sub.group(say("help.commands"));
    sub.set_help_flag("-h,--help", say("help.help"));
    sub.footer(say("help.example") + "\n  " + say("example." + name));
    return sub;
  }

  template <class Value>
  void option(CLI::App& sub, const std::string& flags, Value& value, const char* code) {
    sub.add_option(flags, value, say(code))->capture_default_str();
  }

  void add_import() {
    CLI::App& sub = command("import", import_, import_files);
    sub.add_option("FILE", import_.files, say("help.import.files"))->required();
    option(sub, "--source", import_.source, "help.import.source");
    option(sub, "--mapping", import_.mapping, "help.import.mapping");
    sub.add_flag("--dry-run", import_.dry_run, say("help.import.dry_run"));
  }

  void add_show() {
    CLI::App& sub = command("show", show_, show_subject);
    sub.add_option("ID", show_.id, say("help.show.id"))->required();
    sub.add_flag("--versions", show_.all_versions, say("help.show.versions"));
  }

  void add_quarantine() {
    CLI::App& sub = command("quarantine", quarantine_, list_quarantine);
    sub.add_flag("--all", quarantine_.resolved_too, say("help.quarantine.all"));
    sub.add_subcommand("list", say("help.quarantine.list"));
    sub.add_subcommand("retry", say("help.quarantine.retry"))->callback([this] {
      quarantine_.retry = true;
    });
  }

  void add_match() {
    CLI::App& sub = command("match", match_, match_subjects);
    option(sub, "--threads", match_.threads, "help.match.threads");
    option(sub, "--keep", match_.keep, "help.match.keep");
    option(sub, "--floor", match_.floor_log10, "help.match.floor");
    option(sub, "--without", match_.left_out, "help.match.without");
    option(sub, "--set", match_.settings, "help.match.set");
    option(sub, "--allele-table", match_.allele_tables, "help.match.allele_table");
    sub.add_flag("--new-reference", match_.new_reference, say("help.match.new_reference"));
  }

  void add_candidates() {
    CLI::App& sub = command("candidates", candidates_, list_candidates);
    auto* report = sub.add_option("--report", candidates_.report, say("help.candidates.report"));
    sub.add_option("--remains", candidates_.remains, say("help.candidates.remains"))
        ->excludes(report);
    option(sub, "--top", candidates_.top, "help.candidates.top");
    option(sub, "--threshold", candidates_.threshold, "help.candidates.threshold");
  }

  void add_explain() {
    CLI::App& sub = command("explain", explain_, explain_pair);
    sub.add_option("LEFT", explain_.left, say("help.explain.left"))->required();
    sub.add_option("RIGHT", explain_.right, say("help.explain.right"))->required();
    sub.add_option("--relation", explain_.relation, say("help.explain.relation"))
        ->check(CLI::IsMember({"identity", "duplicate", "same_body", "part"}));
  }

  void add_clusters() {
    CLI::App& sub = command("clusters", clusters_, list_clusters);
    option(sub, "--top", clusters_.top, "help.clusters.top");
    option(sub, "--number", clusters_.number, "help.clusters.number");
    sub.add_option("--export", clusters_.export_format, say("help.clusters.export"))
        ->check(CLI::IsMember({"graphml", "dot", "csv", "json"}));
  }

  void add_decisions() {
    CLI::App& sub = command("decisions", decisions_, list_decisions);
    sub.add_option("--state", decisions_.state, say("help.decisions.state"))
        ->check(CLI::IsMember({"open", "possible", "proposed", "agreed", "disputed", "final",
                               "excluded", "insufficient", "reopened"}));
  }

  void add_report() {
    CLI::App& sub = command("report", report_, write_report);
    option(sub, "--out", report_.out, "help.report.out");
    option(sub, "--top", report_.top, "help.report.top");
  }

  void add_simulate() {
    CLI::App& sub = command("simulate", simulate_, simulate_world);
    option(sub, "--states", simulate_.states, "help.simulate.states");
    option(sub, "--reports", simulate_.reports, "help.simulate.reports");
    option(sub, "--remains", simulate_.remains, "help.simulate.remains");
    option(sub, "--seed", simulate_.seed, "help.simulate.seed");
    sub.add_flag("--no-names", simulate_.no_names, say("help.simulate.no_names"));
    sub.add_flag("--dna", simulate_.dna, say("help.simulate.dna"));
    sub.add_option("--out", simulate_.out, say("help.simulate.out"))->required();
  }

  void add_evaluate() {
    CLI::App& sub = command("evaluate", evaluate_, evaluate_run);
    sub.add_option("--truth", evaluate_.truth, say("help.evaluate.truth"))->required();
    option(sub, "--world", evaluate_.world, "help.evaluate.world");
    option(sub, "--svg", evaluate_.svg, "help.evaluate.svg");
    sub.add_flag("--leave-one-out", evaluate_.leave_one_out, say("help.evaluate.leave_one_out"));
    option(sub, "--bootstrap", evaluate_.bootstrap, "help.evaluate.bootstrap");
    option(sub, "--threads", evaluate_.threads, "help.match.threads");
  }

  void add_genetics() {
    CLI::App& kinship = command("kinship", kinship_, weigh_kinship);
    kinship.add_option("CASE", kinship_.file, say("help.kinship.case"))->required();
    option(kinship, "--frequencies", kinship_.frequencies, "help.kinship.frequencies");
    option(kinship, "--population", kinship_.population, "help.population");
    CLI::App& lineage = command("lineage", lineage_, weigh_lineage);
    lineage.add_option("CASE", lineage_.file, say("help.lineage.case"))->required();
    CLI::App& dvi = command("dvi", dvi_, weigh_disaster);
    dvi.add_option("INPUT", dvi_.file, say("help.dvi.input"))->required();
    option(dvi, "--population", dvi_.population, "help.population");
  }

  void add_review() {
    CLI::App& review = command("review", review_, review_candidates);
    option(review, "--port", review_.port, "help.review.port");
    review.add_flag("--no-open", review_.no_open, say("help.review.no_open"));
    option(review, "--origin", review_.origin, "help.review.origin");
    CLI::App& reviewer = command("reviewer", reviewer_, manage_reviewers);
    reviewer.add_option("ACTION", reviewer_.action, say("help.reviewer.action"))
        ->required()
        ->check(CLI::IsMember({"add", "list", "disable", "password", "token"}));
    reviewer.add_option("NAME", reviewer_.name, say("help.reviewer.name"));
    reviewer.add_option("--role", reviewer_.role, say("help.reviewer.role"))
        ->capture_default_str()
        ->check(CLI::IsMember({"reviewer", "coordinator"}));
  }

  void add_power() {
    CLI::App& sub = command("power", power_, show_power);
    sub.add_option("WHO", power_.who, say("help.power.who"));
    sub.add_flag("--all", power_.all, say("help.power.all"));
    option(sub, "--threshold", power_.threshold, "help.power.threshold");
    option(sub, "--simulations", power_.simulations, "help.power.simulations");
    option(sub, "--seed", power_.seed, "help.power.seed");
    option(sub, "--top", power_.top, "help.power.top");
    option(sub, "--threads", power_.threads, "help.match.threads");
  }

  void add_listings() {
    CLI::App& mappings = command("mappings", mappings_, list_mappings);
    option(mappings, "--show", mappings_.show, "help.mappings.show");
    option(mappings, "--suggest", mappings_.suggest, "help.mappings.suggest");
    bare_command("parameters").callback([this] {
      action_ = [this] { return list_parameters(session_); };
    });
    bare_command("check").callback([this] { action_ = [this] { return check_store(session_); }; });
  }

  Session& session_;
  CLI::App app_;
  std::string language_;
  std::function<int()> action_;
  ImportArguments import_;
  ShowArguments show_;
  QuarantineArguments quarantine_;
  MatchArguments match_;
  CandidatesArguments candidates_;
  ExplainArguments explain_;
  ClustersArguments clusters_;
  DecisionsArguments decisions_;
  ReportArguments report_;
  SimulateArguments simulate_;
  EvaluateArguments evaluate_;
  KinshipArguments kinship_;
  LineageArguments lineage_;
  DviArguments dvi_;
  ReviewArguments review_;
  ReviewerArguments reviewer_;
  PowerArguments power_;
  MappingsArguments mappings_;
};

}  // namespace

int run_command_line(int argc, char** argv) {
  Session session;
  session.terminal = ::isatty(STDERR_FILENO) != 0;
  const char* no_colour = std::getenv("NO_COLOR");  // NOLINT(concurrency-mt-unsafe): one thread yet
  session.colour = ::isatty(STDOUT_FILENO) != 0 && no_colour == nullptr;
  if (auto settings = apply_settings(session, argc, argv); !settings)
    return session.fail(settings.error());
  watch_for_interrupt();
  return CommandLine{session}.run(argc, argv);
}

}  // namespace confronta::app
