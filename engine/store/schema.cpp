#include "engine/store/schema.h"

#include "engine/store/review_schema.h"

namespace confronta {
namespace {

// What came in is append only: triggers refuse to change or delete it. What a run publishes is
// written once while it is "building".
constexpr std::string_view version_1 = R"sql(
CREATE TABLE source (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE mapping (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  digest TEXT NOT NULL UNIQUE,
  text TEXT NOT NULL
) STRICT;

CREATE TABLE import (
  id INTEGER PRIMARY KEY,
  source_id INTEGER NOT NULL REFERENCES source,
  mapping_id INTEGER NOT NULL REFERENCES mapping,
  path TEXT NOT NULL,
  file_digest TEXT NOT NULL,
  format TEXT NOT NULL,
  columns TEXT NOT NULL,
  full_list INTEGER NOT NULL,
  retry INTEGER NOT NULL,
  normaliser_version INTEGER NOT NULL,
  instant TEXT NOT NULL,
  rows INTEGER NOT NULL,
  imported INTEGER NOT NULL,
  unchanged INTEGER NOT NULL,
  new_versions INTEGER NOT NULL,
  quarantined INTEGER NOT NULL,
  withdrawn INTEGER NOT NULL
) STRICT;

CREATE TABLE subject (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  kind INTEGER NOT NULL,
  source_id INTEGER NOT NULL REFERENCES source
) STRICT;
CREATE INDEX subject_by_source ON subject (source_id);

CREATE TABLE record (
  id INTEGER PRIMARY KEY,
  subject_id INTEGER NOT NULL REFERENCES subject,
  number INTEGER NOT NULL,
  import_id INTEGER NOT NULL REFERENCES import DEFERRABLE INITIALLY DEFERRED,
  first_row INTEGER NOT NULL,
  key BLOB NOT NULL,
  raw TEXT NOT NULL,
  observations TEXT NOT NULL,
  UNIQUE (subject_id, number)
) STRICT;

-- A row that a full list no longer has (withdrawn = 1), or has again (0); the newest entry counts.
CREATE TABLE presence (
  id INTEGER PRIMARY KEY,
  subject_id INTEGER NOT NULL REFERENCES subject,
  import_id INTEGER NOT NULL REFERENCES import DEFERRABLE INITIALLY DEFERRED,
  withdrawn INTEGER NOT NULL
) STRICT;
CREATE INDEX presence_by_subject ON presence (subject_id, id);

CREATE TABLE quarantine (
  id INTEGER PRIMARY KEY,
  import_id INTEGER NOT NULL REFERENCES import DEFERRABLE INITIALLY DEFERRED,
  sheet TEXT NOT NULL,
  row INTEGER NOT NULL,
  column TEXT NOT NULL,
  rule TEXT NOT NULL,
  arguments TEXT NOT NULL,
  value TEXT NOT NULL,
  hint TEXT NOT NULL,
  raw TEXT NOT NULL,
  rows INTEGER NOT NULL
) STRICT;
CREATE INDEX quarantine_by_import ON quarantine (import_id);

-- A quarantined row that a later import could use.
CREATE TABLE resolution (
  quarantine_id INTEGER PRIMARY KEY REFERENCES quarantine,
  import_id INTEGER NOT NULL REFERENCES import DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE reference_set (
  id INTEGER PRIMARY KEY,
  digest TEXT NOT NULL,
  text TEXT NOT NULL,
  instant TEXT NOT NULL
) STRICT;

CREATE TABLE run (
  id INTEGER PRIMARY KEY,
  state TEXT NOT NULL CHECK (state IN ('building', 'published')),
  identity TEXT NOT NULL,
  digest TEXT NOT NULL,
  instant TEXT NOT NULL,
  seconds REAL NOT NULL,
  pairs_compared INTEGER NOT NULL,
  pairs_kept INTEGER NOT NULL,
  clusters INTEGER NOT NULL
) STRICT;

CREATE TABLE run_manifest (
  run_id INTEGER NOT NULL REFERENCES run,
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (run_id, name)
) STRICT, WITHOUT ROWID;

-- Groups are named by their first member, so that left, right and group are subjects everywhere.
CREATE TABLE run_group (
  run_id INTEGER NOT NULL REFERENCES run,
  relation INTEGER NOT NULL,
  group_id INTEGER NOT NULL REFERENCES subject,
  member_id INTEGER NOT NULL REFERENCES subject,
  posterior REAL NOT NULL,
  PRIMARY KEY (run_id, group_id, member_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX run_group_by_member ON run_group (run_id, member_id);

CREATE TABLE run_pair (
  run_id INTEGER NOT NULL REFERENCES run,
  relation INTEGER NOT NULL,
  left_id INTEGER NOT NULL REFERENCES subject,
  right_id INTEGER NOT NULL REFERENCES subject,
  score INTEGER NOT NULL,
  pairwise_posterior REAL NOT NULL,
  posterior REAL NOT NULL,
  rank_of_left INTEGER NOT NULL,
  rank_of_right INTEGER NOT NULL,
  PRIMARY KEY (run_id, relation, left_id, right_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX run_pair_by_right ON run_pair (run_id, relation, right_id);

CREATE TABLE run_remainder (
  run_id INTEGER NOT NULL REFERENCES run,
  subject_id INTEGER NOT NULL REFERENCES subject,
  none REAL NOT NULL,
  unlisted REAL NOT NULL,
  method TEXT NOT NULL,
  PRIMARY KEY (run_id, subject_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE run_cluster (
  run_id INTEGER NOT NULL REFERENCES run,
  number INTEGER NOT NULL,
  people INTEGER NOT NULL,
  bodies INTEGER NOT NULL,
  parts INTEGER NOT NULL,
  duplicate_reports INTEGER NOT NULL,
  PRIMARY KEY (run_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE run_cluster_member (
  run_id INTEGER NOT NULL REFERENCES run,
  number INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  position INTEGER NOT NULL,
  subject_id INTEGER NOT NULL REFERENCES subject,
  PRIMARY KEY (run_id, number, kind, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE run_cluster_pair (
  run_id INTEGER NOT NULL REFERENCES run,
  number INTEGER NOT NULL,
  position INTEGER NOT NULL,
  pair INTEGER NOT NULL,
  PRIMARY KEY (run_id, number, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE run_conflict (
  run_id INTEGER NOT NULL REFERENCES run,
  number INTEGER NOT NULL,
  position INTEGER NOT NULL,
  code TEXT NOT NULL,
  ids TEXT NOT NULL,
  PRIMARY KEY (run_id, number, position)
) STRICT, WITHOUT ROWID;

-- Who did what, each entry hashed with the one before it.
CREATE TABLE audit (
  id INTEGER PRIMARY KEY,
  instant TEXT NOT NULL,
  action TEXT NOT NULL,
  detail TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;

CREATE TRIGGER source_stays BEFORE DELETE ON source BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER mapping_kept BEFORE UPDATE ON mapping BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER mapping_stays BEFORE DELETE ON mapping BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER import_kept BEFORE UPDATE ON import BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER import_stays BEFORE DELETE ON import BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER subject_kept BEFORE UPDATE ON subject BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER subject_stays BEFORE DELETE ON subject BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER record_kept BEFORE UPDATE ON record BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER record_stays BEFORE DELETE ON record BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER presence_kept BEFORE UPDATE ON presence BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER presence_stays BEFORE DELETE ON presence BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER quarantine_kept BEFORE UPDATE ON quarantine BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER quarantine_stays BEFORE DELETE ON quarantine BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER audit_kept BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER audit_stays BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'append only'); END;
)sql";

// Who may review. Secrets are kept as Argon2id strings (passwords) and BLAKE2b digests (sessions,
// tokens).
constexpr std::string_view accounts = R"sql(
CREATE TABLE account (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE,
  role TEXT NOT NULL CHECK (role IN ('reviewer', 'coordinator')),
  password TEXT NOT NULL,
  disabled INTEGER NOT NULL,
  instant TEXT NOT NULL
) STRICT;

CREATE TABLE review_session (
  hash TEXT PRIMARY KEY,
  account_id INTEGER REFERENCES account, -- none: the single user, who came by the one-time link
  instant TEXT NOT NULL,
  expires INTEGER NOT NULL,
  since TEXT NOT NULL,
  language TEXT NOT NULL,
  ended TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX review_session_by_account ON review_session (account_id, instant);

CREATE TABLE review_token (
  hash TEXT PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES account,
  instant TEXT NOT NULL,
  revoked TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER account_stays BEFORE DELETE ON account BEGIN SELECT RAISE(ABORT, 'append only'); END;
)sql";

// When an import's own row comes at last, SQLite looks for rows that waited for it: without these
// it read every record of the store to find them.
constexpr std::string_view rows_by_import = R"sql(
CREATE INDEX record_by_import ON record (import_id);
CREATE INDEX presence_by_import ON presence (import_id);
)sql";

// A cache (family_shelf.h): nothing else refers to it, and it may be emptied at any time.
constexpr std::string_view family_tables = R"sql(
CREATE TABLE family_table (
  content TEXT PRIMARY KEY, -- digest of all that the numbers depend on
  seal TEXT NOT NULL,       -- digest of content and numbers
  numbers BLOB NOT NULL
) STRICT;
)sql";

constexpr std::string_view all[] = {version_1, accounts, review_tables, rows_by_import,
                                    family_tables};

}  // namespace

std::span<const std::string_view> migrations() { return all; }

}  // namespace confronta
