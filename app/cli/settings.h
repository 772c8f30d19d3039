#pragma once
// Settings: flag > environment > project file > user file.

#include "app/cli/session.h"

namespace confronta::app {

/// Fills in language and store from, weakest first: ~/.config/confronta/config.toml,
/// ./confronta.toml (keys `lang` and `store`), CONFRONTA_STORE, CONFRONTA_LANG, LC_ALL,
/// LC_MESSAGES, LANG, and --lang. A locale that is neither es nor en leaves Spanish. Error
/// "settings.bad_file".
Status apply_settings(Session& session, int argc, char** argv);

}  // namespace confronta::app
