#pragma once
// Ctrl-C asks long work to stop at the next safe point.

namespace confronta::app {

/// From now on SIGINT and SIGTERM set a flag; a second one ends the program at once, which loses
/// nothing that was acknowledged.
void watch_for_interrupt();
bool interrupted();

}  // namespace confronta::app
