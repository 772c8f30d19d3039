// libFuzzer: any bytes come to an end in every reader, mapping and normaliser, and no row is lost.

#include <unistd.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <variant>

#include "importers/importer.h"

namespace {

using namespace confronta;

const char* path() {
  static const std::string file = (access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp") +
                                  ("/confronta-fuzz-" + std::to_string(getpid()));
  static const int remove_at_exit = std::atexit([] { std::remove(file.c_str()); });
  (void)remove_at_exit;
  return file.c_str();
}

void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "%s\n", what);
  std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  std::ofstream{path(), std::ios::binary | std::ios::trunc}.write(
      reinterpret_cast<const char*>(bytes), static_cast<std::streamsize>(size));
  importers::ImportOptions options;
  options.path = path();
  auto reader = importers::open_records(options);
  if (!reader) return 0;
  std::uint64_t rows = 0;
  for (;;) {
    const auto next = reader.value()->next();
    if (!next) return 0;  // a damaged file: nothing of it is kept
    if (!next.value()) break;
    if (const auto* record = std::get_if<Record>(&*next.value())) {
      rows += record->rows;
      require(!record->id.empty(), "a record without id");
    } else {
      rows += std::get<RejectedRow>(*next.value()).rows;
    }
  }
  require(rows == reader.value()->rows_read(), "rows do not add up");
  return 0;
}
