#include "app/review/api/handlers.h"

namespace confronta::app::review {
namespace {

constexpr Route table[] = {
    {Method::post, "session", enter, Admits::anybody},
    {Method::del, "session", leave},
    {Method::get, "me", get_me},
    {Method::post, "me", set_me},
    {Method::get, "texts", get_texts, Admits::anybody},
    {Method::post, "runs", start_run},
    {Method::get, "jobs/*", get_job},
    {Method::del, "jobs/*", cancel_job},
    {Method::post, "files", take_file},
    {Method::del, "files/*", forget_file},
    {Method::post, "files/*/dry-run", try_file},
    {Method::post, "files/*/import", import_file},
    {Method::get, "quarantine", list_quarantine},
    {Method::post, "quarantine/*", mend_row},
    {Method::get, "overview", get_overview},
    {Method::get, "queue", get_queue},
    {Method::get, "search", search_records},
    {Method::get, "subjects/*", get_subject},
    {Method::get, "raw/*", get_raw},
    {Method::get, "clusters/*", get_cluster},
    {Method::get, "runs", list_runs_of_store},
    {Method::get, "runs/compare", compare_runs},
    {Method::get, "reasons", list_reasons},
    {Method::get, "pairs/*", get_pair},
    {Method::post, "pairs/*/what-if", what_if},
    {Method::post, "pairs/*/claim", claim_pair},
    {Method::del, "pairs/*/claim", release_pair},
    {Method::post, "pairs/*/opinion", give_opinion},
    {Method::post, "pairs/*/decision", decide_pair},
    {Method::post, "pairs/*/undo", undo_decision},
};

}  // namespace

std::span<const Route> routes() { return table; }

}  // namespace confronta::app::review
