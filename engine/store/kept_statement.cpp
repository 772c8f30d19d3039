#include "engine/store/kept_statement.h"

#include <SQLiteCpp/Exception.h>

namespace confronta {

KeptStatement::KeptStatement(Store& store, const std::string& sql)
    : place_(store.kept_statements()[sql]), statement_(std::move(place_)) {
  if (!statement_) statement_ = std::make_unique<SQLite::Statement>(store.database(), sql);
}

KeptStatement::~KeptStatement() {
  statement_->tryReset();  // the error of its last step, which has been thrown already
  try {
    statement_->clearBindings();
    place_ = std::move(statement_);
  } catch (const SQLite::Exception&) {  // it is not kept, then
  }
}

}  // namespace confronta
