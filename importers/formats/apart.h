#pragma once
// Work that untrusted bytes may crash, done in a process of its own.

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace confronta::importers {

/// Runs `work` in a child process and gives what it wrote; nothing if the child crashed, ran for
/// more than five minutes of processor time, or wrote more than `most_bytes`. The child shares
/// nothing that it could spoil: it has a copy of the memory, and only the pipe leads back. Where
/// there are other threads, only the calling one lives on in the child: `work` may take memory
/// (glibc keeps malloc whole across a fork), but no lock that another thread may have held.
std::optional<std::string> run_apart(
    const std::function<void(const std::function<void(std::string_view)>& write)>& work,
    std::uint64_t most_bytes);

}  // namespace confronta::importers
