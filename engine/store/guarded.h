#pragma once
// SQLiteCpp throws; our rooms do not. Every file of engine/store calls SQLite inside guarded().

#include <SQLiteCpp/Exception.h>

#include <string>
#include <type_traits>
#include <utility>

#include "models/domain/result.h"

namespace confronta {

/// The error code of a SQLite failure: "store.busy", "store.corrupt", "store.full" or "store.io".
Error store_error(const SQLite::Exception& failure);

/// What `work` returns (a Result), or the error of what it threw.
template <class Work>
auto guarded(Work&& work) -> std::invoke_result_t<Work> {
  try {
    return std::forward<Work>(work)();
  } catch (const SQLite::Exception& failure) {
    return store_error(failure);
  } catch (const std::exception& failure) {  // a row that does not fit the others
    return Error{"store.corrupt", {failure.what()}, {}};
  }
}

}  // namespace confronta
