#include "engine/match.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

#include "engine/graph/clusters.h"
#include "engine/infer/identity_posteriors.h"
#include "engine/infer/merge.h"
#include "engine/infer/within_side.h"
#include "engine/manifest.h"
#include "engine/prepare.h"
#include "engine/score/score_relation.h"
#include "models/domain/number_text.h"
#include "models/evidence/dna/family_tables.h"

namespace confronta {
namespace {

SubjectFacts facts_of(const TraitTable& table, RowId row, const Parameters& parameters) {
  SubjectFacts facts;
  facts.kind = table.row(row).kind;
  const std::string_view part = table.code(row, Trait::part_kind);
  facts.part = part == "segment" || part == "bone" || part == "fragment" || part == "lot";
  for (const Observation& o : table.observations(row, Trait::status))
    if (const Code* status = std::get_if<Code>(&o.value)) {
      facts.located_alive |= status->word == "located_alive";
      facts.identified |= status->word == "identified" || status->word == "handed_over";
    }
  if (facts.kind == SubjectKind::remains) facts.places = places_of(table, row, parameters);
  return facts;
}

/// Best first: posterior, then LR, then the order of the pairs.
bool stands_before(const RunPair& a, const RunPair& b) {
  return std::tie(b.posterior, b.score) < std::tie(a.posterior, a.score);
}

/// One match, stage by stage. Tables live no longer than the stage that needs them.
class Matcher {
 public:
  Matcher(const Snapshot& snapshot, const ReferenceSet& reference, const MatchOptions& options,
          Progress& progress)
      : snapshot_(snapshot),
        reference_(reference),
        options_(options),
        progress_(progress),
        tables_(options.shelf) {}

  Result<Run> run() {
    run_.manifest = input_manifest(snapshot_, reference_, options_);
    run_.identity = identity_of(run_.manifest);
    for (const auto stage : {&Matcher::join_reports, &Matcher::join_remains,
                             &Matcher::weigh_identity, &Matcher::gather_clusters}) {
      if (auto done = (this->*stage)(); !done) return done.error();
    }
    run_.digest = digest_of(run_);
    return std::move(run_);
  }

 private:
  double parameter(std::string_view name) const { return options_.parameters[name]; }

  Status join_reports() {
    const TraitTable reports{snapshot_.reports};
    remember(reports);
    remember_rules(reports, report_rules_);
    std::vector<Link> links;
    if (auto done = weigh_side(Relation::duplicate, reports, report_rules_, links); !done)
      return done;
    add_groups(merge(reports, std::move(links), report_rules_.rules.get()));
    return success();
  }

  Status join_remains() {
    const TraitTable remains{snapshot_.remains};
    remember(remains);
    remember_rules(remains, remains_rules_);
    std::vector<Link> links;
    for (const Relation relation : {Relation::same_body, Relation::part})
      if (auto done = weigh_side(relation, remains, remains_rules_, links); !done) return done;
    add_groups(merge(remains, std::move(links), remains_rules_.rules.get()));
    return success();
  }

  /// What links the subjects of one side, and where each stands in the table of that side.
  struct SideRules {
    std::unique_ptr<LinkRules> rules;
    std::unordered_map<std::string, RowId> rows;
    bool cannot(Relation relation, const std::string& a, const std::string& b) const {
      return rules->cannot(relation, rows.at(a), rows.at(b));
    }
  };

  void remember_rules(const TraitTable& table, SideRules& side) const {
    side.rules = std::make_unique<LinkRules>(
        table, options_.parameters,
        DecidedLinks{options_.decisions, table, snapshot_.dna.families});
    for (RowId row = 0; row < table.size(); ++row) side.rows.emplace(table.id(row), row);
  }

  void remember(const TraitTable& table) {
    for (RowId row = 0; row < table.size(); ++row)
      facts_.emplace(table.id(row), facts_of(table, row, options_.parameters));
  }

  void add_groups(std::vector<RunGroup> groups) {
    run_.groups.insert(run_.groups.end(), groups.begin(), groups.end());
    std::sort(run_.groups.begin(), run_.groups.end(),
              [](const RunGroup& a, const RunGroup& b) { return a.id < b.id; });
  }

  /// Scores one relation. The stage's name is "match." and the relation's.
  Result<ScoredRelation> score(const PreparedRelation& relation, ScoreOptions options) {
    options.threads = options_.threads;
    options.floor = Score::from_log10(options_.floor_log10);
    options.most_over_floor = static_cast<std::uint64_t>(parameter("inference.most_over_floor"));
    const auto source = all_pairs(relation.relation, *relation.left, *relation.right);
    const std::string name{relation_name(relation.relation)};
    progress_.stage("match." + name, count_pairs(*source, relation.left->size()));
    auto scored = score_relation(relation, *source, options, progress_);
    if (scored) {
      run_.pairs_compared += scored.value().compared;
      run_.manifest[name + ".totals"] = scored.value().totals.text();
      run_.manifest[name + ".compared"] = std::to_string(scored.value().compared);
      run_.manifest[name + ".kept"] = std::to_string(scored.value().pairs.size());
      run_.manifest[name + ".floor"] = number_text(scored.value().floor.log10());
      run_.manifest[name + ".cut"] = std::to_string(scored.value().cut);
    }
    return scored;
  }

  /// A relation within one side: its pairs into the run, links to merge into `links`.
  Status weigh_side(Relation relation, const TraitTable& table, const SideRules& side,
                    std::vector<Link>& links) {
    const LinkRules& rules = *side.rules;
    for (const auto& [a, b] : rules.must(relation)) links.push_back({relation, a, b, 1});
    const PreparedRelation prepared = prepare_relation(relation, table, table, reference_, options_,
                                                       snapshot_.dna.families, &tables_);
    ScoreOptions options;
    options.keep_per_side = std::min(
        options_.keep_per_side, static_cast<std::uint32_t>(parameter("inference.keep_within")));
    options.least_listed = Score{1};  // a pair whose evidence speaks against it is no one's best
    const WithinSidePrior prior{relation, table, options_.parameters};
    options.left_weights = options.right_weights = prior.weights();
    auto scored = score(prepared, options);
    if (!scored) return scored.error();
    const WithinSidePosteriors weighed =
        infer_within_side(prepared, std::move(scored).value(), prior, &rules, options_.parameters);
    const std::string name{relation_name(relation)};
    run_.manifest["prior." + name + ".greatest_odds"] = number_text(prior.greatest());
    run_.manifest[name + ".kept"] = std::to_string(weighed.pairs.size());
    run_.manifest[name + ".pieces"] = std::to_string(weighed.pieces);
    run_.manifest[name + ".pieces_cut"] = std::to_string(weighed.cut);
    for (std::size_t p = 0; p < weighed.pairs.size(); ++p) {
      const auto [left, right, score] = weighed.pairs[p];
      run_.pairs.push_back({relation, table.id(left), table.id(right), score, weighed.pairwise[p],
                            weighed.posterior[p], 0, 0, rules.decided().of(relation, left, right)});
      const Link link{relation, left, right, weighed.posterior[p]};
      if (link.posterior >= parameter("inference.merge_posterior"))
        links.push_back(link);
      else if (link.posterior >= parameter("inference.doubt_floor"))
        unmerged_.push_back({relation, table.id(left), table.id(right), link.posterior});
    }
    return success();
  }

  static bool can_be_one(const SideRules& side, Relation relation, const TraitTable::Row& a,
                         const TraitTable::Row& b) {
    const auto members = [](const TraitTable::Row& row) {
      return row.members.empty() ? std::vector<std::string>{row.id} : row.members;
    };
    for (const std::string& x : members(a))
      for (const std::string& y : members(b))
        if (side.cannot(relation, x, y)) return false;
    return true;
  }

  Status weigh_identity() {
    const TraitTable reports{merged_rows(snapshot_.reports, run_.groups)};
    const TraitTable remains{merged_rows(snapshot_.remains, run_.groups)};
    const PreparedRelation prepared =
        prepare_relation(Relation::identity, reports, remains, reference_, options_,
                         snapshot_.dna.families, &tables_);
    const IdentityPrior prior = identity_prior(reports, remains, options_.parameters);
    ScoreOptions options;
    options.keep_per_side = options_.keep_per_side;
    options.left_weights = prior.left_odds();
    options.right_weights = prior.right_odds();
    for (RowId row = 0; row < remains.size(); ++row)
      options.right_weights[row] *= prior.places[row];
    auto scored = score(prepared, options);
    if (!scored) return scored.error();
    progress_.stage("match.infer", 0);
    decided_ = DecidedRows{options_.decisions, reports, remains, snapshot_.dna.families};
    add_decided_pairs(decided_, prepared, options.left_weights, options.right_weights,
                      scored.value());
    Doubts doubts;
    const auto allowed_by = [](const SideRules& side) {
      return [&side](Relation relation, const TraitTable::Row& a, const TraitTable::Row& b) {
        return can_be_one(side, relation, a, b);
      };
    };
    doubts.reports = doubts_between(reports, run_.groups, unmerged_, allowed_by(report_rules_));
    doubts.remains = doubts_between(remains, run_.groups, unmerged_, allowed_by(remains_rules_));
    leave_certain_rows(doubts);
    doubts.pairs = score_doubts(doubts, reports, remains, scored.value(), reference_, options_,
                                snapshot_.dna.families, &tables_);
    run_.manifest["duplicate.averaged"] = std::to_string(doubts.reports.size());
    run_.manifest["remains.averaged"] = std::to_string(doubts.remains.size());
    std::vector<const GroupEvidence*> groups;
    for (const auto& model : prepared.models)
      if (model->groups() != nullptr) groups.push_back(model->groups());
    const IdentityPosteriors weighed =
        infer_identity(scored.value(), prior, options_.parameters, doubts, decided_, groups);
    add_identity(reports, remains, scored.value(), weighed);
    state_identity(scored.value(), prior, weighed);
    if (!options_.decisions.empty()) state_decisions(scored.value());
    return progress_.cancelled() ? Status{Error{"run.cancelled", {}, {}}} : success();
  }

  void add_identity(const TraitTable& reports, const TraitTable& remains,
                    const ScoredRelation& scored, const IdentityPosteriors& weighed) {
    run_.pairs.reserve(run_.pairs.size() + scored.pairs.size());
    for (std::size_t p = 0; p < scored.pairs.size(); ++p) {
      const auto [left, right, score] = scored.pairs[p];
      run_.pairs.push_back({Relation::identity, reports.id(left), remains.id(right), score,
                            weighed.pairwise[p], weighed.posterior[p], 0, 0,
                            decided_.of(left, right)});
    }
    const auto add = [&](const TraitTable& table, const std::vector<Remainder>& rows) {
      for (RowId row = 0; row < table.size(); ++row)
        run_.remainders.push_back({table.id(row), rows[row].none, rows[row].unlisted,
                                   std::string{treatment_name(rows[row].treatment)}});
    };
    add(reports, weighed.left);
    add(remains, weighed.right);
  }

  void state_identity(const ScoredRelation& scored, const IdentityPrior& prior,
                      const IdentityPosteriors& weighed) {
    PosteriorMass mass{};
    for (std::size_t p = 0; p < scored.pairs.size(); ++p)
      mass[TotalsHistogram::bin_of(scored.pairs[p].score)] += weighed.posterior[p];
    auto& manifest = run_.manifest;
    manifest["identity.posterior_mass"] = mass_text(mass);
    manifest["identity.components_exact"] = std::to_string(weighed.components.exact);
    manifest["identity.cores"] = std::to_string(weighed.components.cores);
    manifest["identity.component_largest"] = std::to_string(weighed.components.largest);
    manifest["identity.strong_between_cores"] = std::to_string(weighed.components.strong_between);
    manifest["identity.families_joint"] = std::to_string(weighed.components.joint);
    manifest["identity.families_by_pairs"] = std::to_string(weighed.components.joint_left_out);
    manifest["identity.rounds"] = std::to_string(weighed.components.rounds);
    manifest["identity.converged"] = weighed.components.converged ? "yes" : "no";
    manifest["identity.reports"] = std::to_string(prior.rho.size());
    manifest["identity.remains"] = std::to_string(prior.sigma.size());
    manifest["prior.kappa"] = number_text(prior.kappa);
    for (const std::string_view name :
         {"inference.remains_with_report", "inference.report_with_remains"})
      manifest["prior." + std::string{name.substr(name.find('.') + 1)}] =
          number_text(parameter(name));
  }

  /// A row that is certain to be somebody's is not asked whether it may be another row.
  void leave_certain_rows(Doubts& doubts) const {
    std::erase_if(doubts.reports, [&](const Doubt& d) {
      return decided_.left_is_certain(d.a) || decided_.left_is_certain(d.b);
    });
    std::erase_if(doubts.remains, [&](const Doubt& d) {
      return decided_.right_is_certain(d.a) || decided_.right_is_certain(d.b);
    });
  }

  void state_decisions(const ScoredRelation& scored) {
    std::map<Decided, std::uint64_t> counts;
    for (const auto& [rows, decided] : decided_.pairs()) ++counts[decided];
    std::size_t taken = decided_.pairs().size();
    std::uint64_t outgrown = decided_.outgrown;
    for (const SideRules* side : {&report_rules_, &remains_rules_}) {
      const DecidedLinks& links = side->rules->decided();
      for (const auto& [key, decided] : links.pairs()) ++counts[decided];
      taken += links.pairs().size();
      outgrown += links.outgrown;
    }
    auto& manifest = run_.manifest;
    manifest["decisions.taken"] = std::to_string(taken);
    for (const Decided decided : {Decided::certain, Decided::weighted, Decided::excluded})
      manifest["decisions." + std::string{decided_name(decided)}] = std::to_string(counts[decided]);
    manifest["decisions.contradictory"] = std::to_string(decided_.contradictory);
    manifest["decisions.outgrown"] = std::to_string(outgrown);
    manifest["identity.kept"] = std::to_string(scored.pairs.size());
  }

  Status gather_clusters() {
    progress_.stage("match.cluster", 0);
    order_pairs();
    rank_pairs();
    ClusterRules rules;
    rules.posterior = parameter("inference.cluster_posterior");
    rules.claim = parameter("inference.claim_posterior");
    rules.largest = static_cast<std::uint32_t>(parameter("inference.cluster_largest"));
    rules.cannot_link = [&](Relation relation, const std::string& a, const std::string& b) {
      return remains_rules_.cannot(relation, a, b);
    };
    std::uint64_t cut = 0;
    run_.clusters = find_clusters(run_, facts_, rules, cut);
    std::map<std::size_t, std::size_t> sizes;
    for (const RunCluster& c : run_.clusters) ++sizes[c.people + c.bodies];
    std::string text;
    for (const auto& [size, count] : sizes)
      text += (text.empty() ? "" : " ") + std::to_string(size) + ':' + std::to_string(count);
    run_.manifest["clusters.sizes"] = text;  // ROWS:CLUSTERS
    run_.manifest["clusters.links_cut"] = std::to_string(cut);
    return success();
  }

  /// By relation, then left, then right: the order in which they are published. Each relation's
  /// pairs are in that order already; identity, which comes first, was weighed last.
  void order_pairs() {
    const auto identity =
        std::find_if(run_.pairs.begin(), run_.pairs.end(),
                     [](const RunPair& pair) { return pair.relation == Relation::identity; });
    std::rotate(run_.pairs.begin(), identity, run_.pairs.end());
  }

  /// Within a symmetric relation a subject's partners on both sides are ranked together.
  void rank_pairs() {
    std::vector<std::uint32_t> best(run_.pairs.size());
    for (std::uint32_t p = 0; p < best.size(); ++p) best[p] = p;
    std::stable_sort(best.begin(), best.end(), [&](std::uint32_t a, std::uint32_t b) {
      return stands_before(run_.pairs[a], run_.pairs[b]);
    });
    for (const Relation relation : all_relations) {
      std::unordered_map<std::string_view, std::uint32_t> of_left, of_right;
      auto& second = is_symmetric(relation) ? of_left : of_right;
      for (const std::uint32_t p : best) {
        RunPair& pair = run_.pairs[p];
        if (pair.relation != relation) continue;
        pair.rank_of_right = ++of_left[pair.left];
        pair.rank_of_left = ++second[pair.right];
      }
    }
  }

  const Snapshot& snapshot_;
  const ReferenceSet& reference_;
  const MatchOptions& options_;
  Progress& progress_;
  FamilyTables tables_;  // of all relations and of doubts: a family is weighed once
  std::vector<UnmergedLink> unmerged_;
  DecidedRows decided_;
  SideRules report_rules_, remains_rules_;  // of subjects one by one
  std::map<std::string, SubjectFacts> facts_;
  Run run_;
};

}  // namespace

Result<Run> match(const Snapshot& snapshot, const ReferenceSet& reference,
                  const MatchOptions& options, Progress& progress) {
  return Matcher{snapshot, reference, options, progress}.run();
}

}  // namespace confronta
