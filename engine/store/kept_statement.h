#pragma once
// Statements that a connection keeps prepared: to prepare one costs more than most questions of a
// page do. Within engine/store: throws SQLite::Exception.

#include <SQLiteCpp/Statement.h>

#include <memory>
#include <string>

#include "engine/store/store.h"

namespace confronta {

/// A statement of a connection for the length of a scope, at whose end it is reset and keeps no
/// lock and no bound value. While one is in use, a second of the same text is prepared for itself.
/// For texts that are constants: each that ever was asked for is kept.
class KeptStatement {
 public:
  KeptStatement(Store& store, const std::string& sql);
  ~KeptStatement();
  KeptStatement(const KeptStatement&) = delete;
  KeptStatement& operator=(const KeptStatement&) = delete;

  SQLite::Statement& operator*() const { return *statement_; }
  SQLite::Statement* operator->() const { return statement_.get(); }

 private:
  std::unique_ptr<SQLite::Statement>& place_;  // where it is kept while nobody uses it
  std::unique_ptr<SQLite::Statement> statement_;
};

}  // namespace confronta
