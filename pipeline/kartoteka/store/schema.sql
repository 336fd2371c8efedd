-- The card index as one SQLite file, first version. Own work; later versions are made by migrations.py.
-- `key` columns are the file's own numbers, never shown; `id` columns are what the program speaks of.
-- Lists and TimeSpans stand as JSON where no query looks into them.

CREATE TABLE document (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  lang TEXT NOT NULL,
  text TEXT NOT NULL,
  source TEXT NOT NULL,
  meta TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  words INTEGER NOT NULL
) STRICT;

CREATE TABLE block (
  key INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  number INTEGER NOT NULL,
  kind TEXT NOT NULL,
  field TEXT NOT NULL,
  lang TEXT NOT NULL,
  pieces TEXT NOT NULL,
  UNIQUE (document, number)
) STRICT;

-- The blocks as they are read and searched: one row a block, under the block's key.
CREATE VIRTUAL TABLE block_text USING fts5 (text, tokenize = "unicode61 remove_diacritics 2");

CREATE TRIGGER block_text_follows AFTER DELETE ON block BEGIN DELETE FROM block_text WHERE rowid = old.key; END;

CREATE TABLE mention (
  key INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  text TEXT NOT NULL,
  label TEXT NOT NULL,
  name TEXT NOT NULL,
  rule TEXT NOT NULL,
  block INTEGER NOT NULL,
  sentence INTEGER NOT NULL,
  value TEXT,
  UNIQUE (document, start, "end", label),
  FOREIGN KEY (document, block) REFERENCES block (document, number) ON DELETE CASCADE
) STRICT;

CREATE INDEX mention_by_block ON mention (document, block);

CREATE TABLE referent (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  position INTEGER NOT NULL,
  label TEXT NOT NULL,
  name TEXT NOT NULL,
  names TEXT NOT NULL,
  lang TEXT NOT NULL
) STRICT;

CREATE INDEX referent_by_document ON referent (document);

CREATE TABLE referent_mention (
  referent INTEGER NOT NULL REFERENCES referent ON DELETE CASCADE,
  position INTEGER NOT NULL,
  mention INTEGER NOT NULL REFERENCES mention ON DELETE CASCADE,
  PRIMARY KEY (referent, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX referent_mention_by_mention ON referent_mention (mention);

CREATE TABLE tenure (
  key INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  holder TEXT NOT NULL,
  office TEXT NOT NULL,
  office_id TEXT NOT NULL,
  org TEXT NOT NULL,
  place TEXT NOT NULL,
  start TEXT,
  "end" TEXT,
  predecessor TEXT NOT NULL,
  successor TEXT NOT NULL,
  acting INTEGER NOT NULL,
  modality TEXT NOT NULL,
  source TEXT NOT NULL,
  passage_start INTEGER NOT NULL,
  passage_end INTEGER NOT NULL,
  evidence TEXT NOT NULL
) STRICT;

CREATE INDEX tenure_by_document ON tenure (document);

-- What the machine judged when it last reconciled: replaced as a whole.
CREATE TABLE judgement (
  key INTEGER PRIMARY KEY,
  "left" INTEGER NOT NULL REFERENCES referent ON DELETE CASCADE,
  "right" INTEGER NOT NULL REFERENCES referent ON DELETE CASCADE,
  verdict TEXT NOT NULL,
  score REAL NOT NULL,
  "by" TEXT NOT NULL,
  reasons TEXT NOT NULL
) STRICT;

CREATE INDEX judgement_by_left ON judgement ("left");

CREATE INDEX judgement_by_right ON judgement ("right");

-- What a person decided: only ever added to, and bound to no referent, so that it outlives re-reading.
CREATE TABLE decision (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  "left" TEXT NOT NULL,
  "right" TEXT NOT NULL,
  verdict TEXT NOT NULL,
  score REAL NOT NULL,
  "by" TEXT NOT NULL,
  reasons TEXT NOT NULL,
  made TEXT NOT NULL
) STRICT;

CREATE TABLE undoing (
  decision INTEGER PRIMARY KEY REFERENCES decision,
  made TEXT NOT NULL
) STRICT;

CREATE TABLE entity (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  label TEXT NOT NULL,
  name TEXT NOT NULL,
  variants TEXT NOT NULL,
  mentions INTEGER NOT NULL,
  documents INTEGER NOT NULL
) STRICT;

CREATE TABLE entity_referent (
  referent INTEGER PRIMARY KEY REFERENCES referent ON DELETE CASCADE,
  entity INTEGER NOT NULL REFERENCES entity ON DELETE CASCADE,
  position INTEGER NOT NULL
) STRICT;

CREATE INDEX entity_referent_by_entity ON entity_referent (entity);
