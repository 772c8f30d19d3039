#pragma once
// The command line: words in, one command carried out.

namespace confronta::app {

/// Parses, runs the command, returns the program's exit code.
int run_command_line(int argc, char** argv);

}  // namespace confronta::app
