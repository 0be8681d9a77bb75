/** Briefs, what was found in them, and the statements and parties that came of it. */
export const sourceTables = /* sql */ `
CREATE TABLE party (
  workspace_id uuid NOT NULL REFERENCES workspace (id),
  id uuid NOT NULL,
  name text NOT NULL,
  kind text NOT NULL DEFAULT 'other',
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id)
);
CREATE UNIQUE INDEX party_name ON party (workspace_id, lower(name));

CREATE TABLE brief (
  workspace_id uuid NOT NULL REFERENCES workspace (id),
  id uuid NOT NULL,
  edition_of uuid,
  edition int NOT NULL DEFAULT 1,
  title text NOT NULL,
  author text,
  reference_prefix text NOT NULL,
  file_name text,
  media_type text NOT NULL DEFAULT 'text/plain',
  sha256 text NOT NULL,
  size_bytes bigint NOT NULL,
  text text NOT NULL,
  language text NOT NULL,
  direction text NOT NULL CHECK (direction IN ('ltr','rtl')),
  status text NOT NULL CHECK (status IN ('extracting','ready','confirmed','failed')),
  error text,
  warnings jsonb NOT NULL DEFAULT '[]',
  imported_by uuid NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  confirmed_at timestamptz,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, imported_by) REFERENCES member (workspace_id, id),
  FOREIGN KEY (workspace_id, edition_of) REFERENCES brief (workspace_id, id)
);
CREATE INDEX brief_recent ON brief (workspace_id, created_at DESC, id DESC);

CREATE TABLE brief_section (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  brief_id uuid NOT NULL,
  position int NOT NULL,
  heading text NOT NULL,
  kind text NOT NULL,
  char_start int NOT NULL,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, brief_id) REFERENCES brief (workspace_id, id)
);
CREATE INDEX brief_section_brief ON brief_section (workspace_id, brief_id, position);

-- Offsets are UTF-16 units (JavaScript string indices); ranges is [[start, end], ...].
CREATE TABLE passage (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  brief_id uuid NOT NULL,
  section_id uuid,
  kind text NOT NULL CHECK (kind IN ('issue','interest','recommendation','context')),
  text text NOT NULL,
  number text,
  lead_in text,
  ranges jsonb NOT NULL,
  char_start int NOT NULL,
  char_end int NOT NULL,
  confidence real NOT NULL,
  warnings jsonb NOT NULL DEFAULT '[]',
  addressees jsonb NOT NULL DEFAULT '[]',
  state text NOT NULL DEFAULT 'found' CHECK (state IN ('found','confirmed')),
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, brief_id) REFERENCES brief (workspace_id, id),
  FOREIGN KEY (workspace_id, section_id) REFERENCES brief_section (workspace_id, id)
);
CREATE INDEX passage_brief ON passage (workspace_id, brief_id, char_start);

-- A recommendation's passage answers to these issue and interest passages; becomes links when confirmed.
CREATE TABLE passage_link (
  workspace_id uuid NOT NULL,
  passage_id uuid NOT NULL,
  answers_id uuid NOT NULL,
  PRIMARY KEY (workspace_id, passage_id, answers_id),
  FOREIGN KEY (workspace_id, passage_id) REFERENCES passage (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, answers_id) REFERENCES passage (workspace_id, id) ON DELETE CASCADE
);

CREATE TABLE statement (
  workspace_id uuid NOT NULL REFERENCES workspace (id),
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('issue','interest')),
  text text NOT NULL,
  language text NOT NULL,
  direction text NOT NULL CHECK (direction IN ('ltr','rtl')),
  brief_id uuid,
  passage_id uuid,
  holder_id uuid,
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, passage_id),
  FOREIGN KEY (workspace_id, brief_id) REFERENCES brief (workspace_id, id),
  FOREIGN KEY (workspace_id, passage_id) REFERENCES passage (workspace_id, id),
  FOREIGN KEY (workspace_id, holder_id) REFERENCES party (workspace_id, id)
);
CREATE INDEX statement_list ON statement (workspace_id, kind, created_at, id);
`;
