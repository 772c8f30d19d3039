#include "app/review/api/handlers.h"

namespace confronta::app::review {
namespace {

constexpr Route table[] = {
    {Method::post, "session", enter, Admits::anybody},
    {Method::del, "session", leave},
    {Method::get, "me", get_me},
    {Method::post, "me", set_me},
    {Method::get, "texts", get_texts, Admits::anybody},
};

}  // namespace

std::span<const Route> routes() { return table; }

}  // namespace confronta::app::review
