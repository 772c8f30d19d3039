#include "app/run_context.h"

namespace confronta::app {

Result<std::unique_ptr<RunContext>> RunContext::open(Store& store) {
  auto run = read_run(store, 0);
  if (!run) return run.error();
  auto snapshot = read_snapshot(store);
  if (!snapshot) return snapshot.error();
  const auto digest = run.value().manifest.find("reference");
  auto reference =
      read_reference(store, digest == run.value().manifest.end() ? "" : digest->second);
  if (!reference) return reference.error();
  if (!reference.value()) return Error{"run.none", {}, {}};
  auto options = options_of_manifest(run.value().manifest);
  if (!options) return options.error();

  std::unique_ptr<RunContext> context{new RunContext{std::move(run).value()}};
  context->snapshot_ = std::move(snapshot).value();
  context->reference_ = std::move(*reference.value());
  auto board = review::Board::read(
      store, [&](const std::string& subject) { return context->view_.row_of(subject); });
  if (!board) return board.error();
  context->board_ = std::move(board).value();
  const auto made_of = context->run_.manifest.find("snapshot");
  context->stale_ =
      made_of == context->run_.manifest.end() || made_of->second != context->snapshot_.digest;
  context->workspace_ = std::make_unique<Workspace>(context->snapshot_, context->reference_,
                                                    options.value(), context->run_.groups);
  return context;
}

Result<Ledger> RunContext::ledger(const std::string& a, const std::string& b,
                                  const std::string& relation) {
  for (const Relation candidate : all_relations) {
    if (!relation.empty() && relation_name(candidate) != relation) continue;
    for (const auto& [left, right] : {std::pair{&a, &b}, std::pair{&b, &a}}) {
      const auto l = workspace_->find_left(candidate, *left);
      const auto r = workspace_->find_right(candidate, *right);
      if (!l || !r || (is_symmetric(candidate) && *l >= *r)) continue;
      return ledger_of(workspace_->relation(candidate), *l, *r);
    }
  }
  return Error{"explain.not_comparable", {a, b}, {}};
}

}  // namespace confronta::app
