-- Documents with their records, and what questions look up in them. Spans inside the JSON are code points;
-- places are [start, end, from, to, line]: code points, bytes, number of the line.

CREATE TABLE document (
  id             INTEGER PRIMARY KEY,
  sha256         TEXT NOT NULL UNIQUE,
  name           TEXT NOT NULL,
  lang           TEXT NOT NULL,
  title          TEXT NOT NULL,
  outlet         TEXT NOT NULL,
  url            TEXT NOT NULL,
  published      TEXT NOT NULL,           -- '' if not known
  published_from TEXT NOT NULL,
  stamp          TEXT NOT NULL,           -- by what the record was made
  text           TEXT NOT NULL,
  record         TEXT NOT NULL            -- the record as JSON, without its text
);
CREATE INDEX document_name ON document (name);
CREATE INDEX document_published ON document (published, name);

CREATE TABLE actor (
  id   INTEGER PRIMARY KEY,
  doc  INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  ref  TEXT NOT NULL,                     -- a1, a2, … in the record
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  json TEXT NOT NULL
);
CREATE INDEX actor_doc ON actor (doc);

CREATE TABLE actor_key (                  -- sounds of names, stems of roles, countries
  key   TEXT NOT NULL,
  actor INTEGER NOT NULL REFERENCES actor ON DELETE CASCADE,
  PRIMARY KEY (key, actor)
) WITHOUT ROWID;
CREATE INDEX actor_key_actor ON actor_key (actor);

CREATE TABLE statement (
  id     INTEGER PRIMARY KEY,
  doc    INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  n      INTEGER NOT NULL,                -- order in the document
  act    TEXT NOT NULL,
  dated  TEXT NOT NULL,                   -- 'when', 'published' or ''
  first  TEXT NOT NULL,                   -- days; for 'published' both are that day
  last   TEXT NOT NULL,
  places TEXT NOT NULL,
  json   TEXT NOT NULL
);
CREATE INDEX statement_doc ON statement (doc);

CREATE TABLE statement_actor (
  actor     INTEGER NOT NULL REFERENCES actor ON DELETE CASCADE,
  part      TEXT NOT NULL,                -- by, to, target, via
  statement INTEGER NOT NULL REFERENCES statement ON DELETE CASCADE,
  PRIMARY KEY (actor, part, statement)
) WITHOUT ROWID;
CREATE INDEX statement_actor_statement ON statement_actor (statement);

CREATE TABLE contact (
  id     INTEGER PRIMARY KEY,
  doc    INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  n      INTEGER NOT NULL,
  kind   TEXT NOT NULL,
  status TEXT NOT NULL,
  dated  TEXT NOT NULL,
  first  TEXT NOT NULL,
  last   TEXT NOT NULL,
  places TEXT NOT NULL,
  json   TEXT NOT NULL
);
CREATE INDEX contact_doc ON contact (doc);

CREATE TABLE contact_party (
  actor   INTEGER NOT NULL REFERENCES actor ON DELETE CASCADE,
  contact INTEGER NOT NULL REFERENCES contact ON DELETE CASCADE,
  PRIMARY KEY (actor, contact)
) WITHOUT ROWID;
CREATE INDEX contact_party_contact ON contact_party (contact);

CREATE TABLE passage (
  id    INTEGER PRIMARY KEY,
  doc   INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  place TEXT NOT NULL
);
CREATE INDEX passage_doc ON passage (doc);

-- Words are folded and parted by the program, so the databases agree; the tokenizer only splits at blanks.
CREATE VIRTUAL TABLE passage_words USING fts5 (
  forms, lemmas, content = '', contentless_delete = 1, tokenize = 'ascii'
);
CREATE VIRTUAL TABLE statement_words USING fts5 (
  said, said_lemmas, around, around_lemmas, content = '', contentless_delete = 1, tokenize = 'ascii'
);
