#pragma once
// The parser's complaints in the user's language: CLI11 speaks English only.

#include <string>

#include "app/cli/session.h"

namespace confronta::app {

/// `kind` and `text` are the name and the text of CLI11's exception. An unknown kind keeps the
/// text.
std::string usage_error(const Session& session, int exit_code, const std::string& text);

}  // namespace confronta::app
