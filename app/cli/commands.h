#pragma once
// The commands of the program, one file each. Each returns the exit code of the program.

#include "app/cli/arguments.h"
#include "app/cli/session.h"

namespace confronta::app {

int import_files(const Session& session, const ImportArguments& arguments);
int show_subject(const Session& session, const ShowArguments& arguments);
int list_quarantine(const Session& session, const QuarantineArguments& arguments);
int retry_quarantine(const Session& session);
int match_subjects(const Session& session, const MatchArguments& arguments);
int list_candidates(const Session& session, const CandidatesArguments& arguments);
int explain_pair(const Session& session, const ExplainArguments& arguments);
int list_clusters(const Session& session, const ClustersArguments& arguments);
int list_decisions(const Session& session, const DecisionsArguments& arguments);
int write_report(const Session& session, const ReportArguments& arguments);
int simulate_world(const Session& session, const SimulateArguments& arguments);
int evaluate_run(const Session& session, const EvaluateArguments& arguments);
int weigh_kinship(const Session& session, const KinshipArguments& arguments);
int weigh_lineage(const Session& session, const LineageArguments& arguments);
int weigh_disaster(const Session& session, const DviArguments& arguments);
int review_candidates(const Session& session, const ReviewArguments& arguments);
int manage_reviewers(const Session& session, const ReviewerArguments& arguments);
int show_power(const Session& session, const PowerArguments& arguments);
int list_mappings(const Session& session, const MappingsArguments& arguments);
int list_parameters(const Session& session);
int check_store(const Session& session);

}  // namespace confronta::app
