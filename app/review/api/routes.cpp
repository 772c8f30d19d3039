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
};

}  // namespace

std::span<const Route> routes() { return table; }

}  // namespace confronta::app::review
