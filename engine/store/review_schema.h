#pragma once
// The tables of what people decide, and of what they search by: a migration of schema.cpp.

#include <string_view>

namespace confronta {

inline constexpr std::string_view review_tables = R"sql(
-- A pair that somebody wrote something of.
CREATE TABLE review_pair (
  id INTEGER PRIMARY KEY,
  relation INTEGER NOT NULL,
  left_id INTEGER NOT NULL REFERENCES subject,
  right_id INTEGER NOT NULL REFERENCES subject,
  UNIQUE (relation, left_id, right_id)
) STRICT;

CREATE TABLE claim (
  id INTEGER PRIMARY KEY,
  pair_id INTEGER NOT NULL REFERENCES review_pair,
  who TEXT NOT NULL,
  instant TEXT NOT NULL,
  released INTEGER NOT NULL,
  decoy INTEGER NOT NULL
) STRICT;
CREATE INDEX claim_by_pair ON claim (pair_id, id);

CREATE TABLE opinion (
  id INTEGER PRIMARY KEY,
  pair_id INTEGER NOT NULL REFERENCES review_pair,
  who TEXT NOT NULL,
  instant TEXT NOT NULL,
  opinion TEXT NOT NULL CHECK (opinion IN ('likely', 'possible', 'unlikely', 'cannot_say')),
  words TEXT NOT NULL,
  decoy INTEGER NOT NULL,
  UNIQUE (pair_id, who)
) STRICT;

-- No two decisions follow the same one (based_on, 0 = the first): whoever is second is refused.
CREATE TABLE decision (
  id INTEGER PRIMARY KEY,
  pair_id INTEGER NOT NULL REFERENCES review_pair,
  who TEXT NOT NULL,
  instant TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('possible', 'proposed', 'agreed', 'disputed', 'final',
                                     'excluded', 'insufficient', 'undo')),
  based_on INTEGER NOT NULL,
  undoes INTEGER NOT NULL,
  reasons TEXT NOT NULL,
  words TEXT NOT NULL,
  lines TEXT NOT NULL,
  needed TEXT NOT NULL,
  run_id INTEGER NOT NULL REFERENCES run,
  run_digest TEXT NOT NULL,
  records TEXT NOT NULL,
  models TEXT NOT NULL,
  program TEXT NOT NULL,
  UNIQUE (pair_id, based_on)
) STRICT;

CREATE TRIGGER review_pair_kept BEFORE UPDATE ON review_pair BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER review_pair_stays BEFORE DELETE ON review_pair BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER claim_kept BEFORE UPDATE ON claim BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER claim_stays BEFORE DELETE ON claim BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER opinion_kept BEFORE UPDATE ON opinion BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER opinion_stays BEFORE DELETE ON opinion BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER decision_kept BEFORE UPDATE ON decision BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER decision_stays BEFORE DELETE ON decision BEGIN SELECT RAISE(ABORT, 'append only'); END;

-- How decisions that the run took in bear on a pair: 0 not at all, 1 certain, 2 weighted, 3 excluded.
ALTER TABLE run_pair ADD COLUMN decided INTEGER NOT NULL DEFAULT 0;
-- The queue of a review: best first, page by page.
CREATE INDEX run_pair_best_first ON run_pair (run_id, relation, posterior DESC, score DESC, left_id, right_id);

-- Texts to search by, derived from the records; record_id is the last record that is in it.
CREATE VIRTUAL TABLE search USING fts5(text, subject_id UNINDEXED, trait UNINDEXED,
                                       tokenize = 'unicode61 remove_diacritics 2');
CREATE TABLE search_progress (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  record_id INTEGER NOT NULL
) STRICT;
INSERT INTO search_progress VALUES (1, 0);
)sql";

}  // namespace confronta
