#include "engine/store/guarded.h"

#include <sqlite3.h>

namespace confronta {

Error store_error(const SQLite::Exception& failure) {
  const char* code = "store.io";
  switch (failure.getErrorCode()) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED: code = "store.busy"; break;
    case SQLITE_CORRUPT:
    case SQLITE_CONSTRAINT: code = "store.corrupt"; break;
    case SQLITE_NOTADB: code = "store.not_a_store"; break;
    case SQLITE_FULL: code = "store.full"; break;
    default: break;
  }
  return Error{code, {failure.what()}, {}};
}

}  // namespace confronta
