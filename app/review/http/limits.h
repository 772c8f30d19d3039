#pragma once
// What one visitor may take of the server. On one computer these bounds are met by nothing but
// mistakes; behind a team's proxy they keep one bad client from stopping the others.

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace confronta::app::review {

/// Cookies, token and a pair's two ids are under 2 KB; browsers send about as much again.
inline constexpr std::uint32_t header_bytes = 16 * 1024;
/// The longest JSON is a mapping with its reasons.
inline constexpr std::uint64_t body_bytes = 64 * 1024;
/// The largest list that a state publishes is about 30 MB.
inline constexpr std::uint64_t file_bytes = 64 * 1024 * 1024;
/// Pages keep two connections and one stream; so many serve 80 people.
inline constexpr std::size_t connections = 256;
/// A header comes in one packet; a connection that is kept for the next request may idle as long.
inline constexpr std::chrono::seconds header_time{60};
inline constexpr std::chrono::seconds body_time{30};
/// 64 MB through a line of 2 Mbit/s.
inline constexpr std::chrono::seconds file_time{300};
inline constexpr std::chrono::seconds write_time{30};
/// A stream without news says that it lives, and finds out whether its session does.
inline constexpr std::chrono::seconds heartbeat{15};

}  // namespace confronta::app::review
