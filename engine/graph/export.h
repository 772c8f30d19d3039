#pragma once
// A run's clusters for other programs.

#include <string>
#include <string_view>

#include "engine/run.h"
#include "models/domain/result.h"

namespace confronta {

/// `format`: graphml, dot, csv or json. Nodes are the subjects of the clusters with their kind and
/// cluster; edges the clusters' pairs with relation, log10_lr, posterior (one-to-one) and
/// pairwise_posterior, each a field of its own. An end that is a group is named by the group's id,
/// and its other members hang on it by "merged" edges. The priors are stated once. csv has one line
/// for each edge. Error "export.unknown_format".
Result<std::string> export_graph(const Run& run, std::string_view format);

}  // namespace confronta
