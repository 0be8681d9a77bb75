/** One item table under all kinds; runs, evidence, activity and notifications point at items only. */
export const itemTables = /* sql */ `
CREATE TABLE item (
  workspace_id uuid NOT NULL REFERENCES workspace (id),
  id uuid NOT NULL,
  kind text NOT NULL,
  reference text NOT NULL,
  parent_id uuid,
  root_id uuid NOT NULL,
  title text NOT NULL,
  owner_id uuid,
  team_id uuid,
  visibility text NOT NULL DEFAULT 'workspace' CHECK (visibility IN ('workspace','participants','confidential')),
  lifecycle text NOT NULL DEFAULT 'open' CHECK (lifecycle IN ('open','closed')),
  -- the state of its kind: a task's status, a recommendation's lifecycle
  status text NOT NULL,
  priority text NOT NULL DEFAULT 'normal' CHECK (priority IN ('low','normal','high','urgent')),
  due_on date,
  -- an approval is open on it; kept by the verbs that open and close runs
  waiting boolean NOT NULL DEFAULT false,
  -- the recommendation above it is closed, which not all who see it may see: nothing is judged here any more
  above_closed boolean NOT NULL DEFAULT false,
  record_version int NOT NULL DEFAULT 0,
  version int NOT NULL DEFAULT 1,
  created_by uuid NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  closed_at timestamptz,
  -- What lists sort and search by, as columns: under row security an index serves no expression that could tell of a hidden row.
  priority_rank int NOT NULL GENERATED ALWAYS AS (CASE priority WHEN 'low' THEN 1 WHEN 'normal' THEN 2 WHEN 'high' THEN 3 ELSE 4 END) STORED,
  -- a task's reference is its number
  number int GENERATED ALWAYS AS (CASE WHEN kind = 'task' THEN reference::int END) STORED,
  -- a recommendation's: IRQ-07 comes before IRQ-100, by prefix and then by number
  reference_order text GENERATED ALWAYS AS (
    CASE WHEN kind = 'recommendation' THEN regexp_replace(reference, '[0-9]+$', '') || lpad(coalesce(substring(reference from '[0-9]+$'), ''), 10, '0') END) STORED,
  words text NOT NULL GENERATED ALWAYS AS (lower(reference || ' ' || title)) STORED,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, kind, reference),
  CHECK (owner_id IS NULL OR team_id IS NULL),
  FOREIGN KEY (workspace_id, parent_id) REFERENCES item (workspace_id, id),
  FOREIGN KEY (workspace_id, root_id) REFERENCES item (workspace_id, id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (workspace_id, owner_id) REFERENCES member (workspace_id, id),
  FOREIGN KEY (workspace_id, created_by) REFERENCES member (workspace_id, id),
  FOREIGN KEY (workspace_id, team_id) REFERENCES team (workspace_id, id)
);
CREATE INDEX item_of_owner ON item (workspace_id, kind, owner_id, status, due_on, id);
CREATE INDEX item_of_team ON item (workspace_id, kind, team_id, status, due_on, id) WHERE team_id IS NOT NULL;
-- Counts, the overdue and a search that finds little go through all of a kind: with what its policies ask, from the index alone.
CREATE INDEX item_by_due ON item (workspace_id, kind, due_on, id) INCLUDE (visibility, team_id, root_id, status, lifecycle, words);
CREATE INDEX item_by_due_latest ON item (workspace_id, kind, due_on DESC NULLS LAST, id DESC);
CREATE INDEX item_by_title ON item (workspace_id, kind, title, id);
CREATE INDEX item_by_number ON item (workspace_id, number, id) WHERE kind = 'task';
CREATE INDEX item_by_reference ON item (workspace_id, reference_order, id) WHERE kind = 'recommendation';
CREATE INDEX item_by_priority ON item (workspace_id, kind, priority_rank, id);
CREATE INDEX item_by_making ON item (workspace_id, kind, created_at, id);
CREATE INDEX item_by_status ON item (workspace_id, kind, status, due_on, id);
CREATE INDEX item_recent ON item (workspace_id, kind, updated_at DESC, id DESC);
-- the tasks of a page of recommendations are counted from the index alone
CREATE INDEX item_of_root ON item (workspace_id, root_id, kind, id) INCLUDE (status, visibility, team_id);
CREATE INDEX item_of_parent ON item (workspace_id, parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX item_waiting ON item (workspace_id, kind, id) WHERE waiting;
CREATE INDEX item_restricted ON item (workspace_id, kind, id) WHERE visibility <> 'workspace';

CREATE TABLE item_participant (
  workspace_id uuid NOT NULL,
  item_id uuid NOT NULL,
  member_id uuid NOT NULL,
  part text NOT NULL CHECK (part IN ('owner','contributor','named','submitter','approver')),
  PRIMARY KEY (workspace_id, item_id, member_id, part),
  FOREIGN KEY (workspace_id, item_id) REFERENCES item (workspace_id, id),
  FOREIGN KEY (workspace_id, member_id) REFERENCES member (workspace_id, id)
);
CREATE INDEX item_participant_member ON item_participant (workspace_id, member_id, item_id);

-- Row security asks item_participant alone, so the owner must always stand in it, whichever statement sets the owner.
CREATE FUNCTION keep_owner_participant() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.owner_id IS NOT NULL AND OLD.owner_id IS DISTINCT FROM NEW.owner_id THEN
    DELETE FROM item_participant WHERE workspace_id = OLD.workspace_id AND item_id = OLD.id AND member_id = OLD.owner_id AND part = 'owner';
  END IF;
  IF NEW.owner_id IS NOT NULL AND (TG_OP = 'INSERT' OR OLD.owner_id IS DISTINCT FROM NEW.owner_id) THEN
    INSERT INTO item_participant (workspace_id, item_id, member_id, part) VALUES (NEW.workspace_id, NEW.id, NEW.owner_id, 'owner') ON CONFLICT DO NOTHING;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER item_owner_participates AFTER INSERT OR UPDATE OF owner_id ON item FOR EACH ROW EXECUTE FUNCTION keep_owner_participant();

CREATE TABLE recommendation (
  workspace_id uuid NOT NULL,
  item_id uuid NOT NULL,
  blueprint text NOT NULL DEFAULT 'general',
  fields jsonb NOT NULL DEFAULT '{}',
  schema_version int NOT NULL DEFAULT 1,
  text text NOT NULL,
  language text NOT NULL,
  direction text NOT NULL CHECK (direction IN ('ltr','rtl')),
  brief_id uuid,
  section_id uuid,
  passage_id uuid,
  response text CHECK (response IN ('accepted','partially_accepted','rejected','noted')),
  response_part text,
  response_reason text,
  responded_by uuid,
  responded_at timestamptz,
  outcome text CHECK (outcome IN ('implemented','not_implemented','overtaken_by_events','superseded','withdrawn','cancelled')),
  outcome_reason text,
  superseded_by uuid,
  reported_rating text CHECK (reported_rating IN ('not_started','limited','substantial','complete')),
  verified_rating text CHECK (verified_rating IN ('not_started','limited','substantial','complete')),
  rating_reason text,
  progress int CHECK (progress BETWEEN 0 AND 100),
  PRIMARY KEY (workspace_id, item_id),
  UNIQUE (workspace_id, passage_id),
  FOREIGN KEY (workspace_id, item_id) REFERENCES item (workspace_id, id),
  FOREIGN KEY (workspace_id, brief_id) REFERENCES brief (workspace_id, id),
  FOREIGN KEY (workspace_id, section_id) REFERENCES brief_section (workspace_id, id),
  FOREIGN KEY (workspace_id, passage_id) REFERENCES passage (workspace_id, id),
  FOREIGN KEY (workspace_id, responded_by) REFERENCES member (workspace_id, id),
  FOREIGN KEY (workspace_id, superseded_by) REFERENCES item (workspace_id, id)
);
CREATE INDEX recommendation_brief ON recommendation (workspace_id, brief_id);

CREATE TABLE recommendation_addressee (
  workspace_id uuid NOT NULL,
  item_id uuid NOT NULL,
  party_id uuid NOT NULL,
  position int NOT NULL,
  PRIMARY KEY (workspace_id, item_id, party_id),
  FOREIGN KEY (workspace_id, item_id) REFERENCES item (workspace_id, id),
  FOREIGN KEY (workspace_id, party_id) REFERENCES party (workspace_id, id)
);

-- It addresses issues and serves interests.
CREATE TABLE recommendation_statement (
  workspace_id uuid NOT NULL,
  item_id uuid NOT NULL,
  statement_id uuid NOT NULL,
  PRIMARY KEY (workspace_id, item_id, statement_id),
  FOREIGN KEY (workspace_id, item_id) REFERENCES item (workspace_id, id),
  FOREIGN KEY (workspace_id, statement_id) REFERENCES statement (workspace_id, id)
);
CREATE INDEX recommendation_statement_statement ON recommendation_statement (workspace_id, statement_id);

CREATE TABLE due_date_change (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  item_id uuid NOT NULL,
  from_on date,
  to_on date,
  reason text,
  changed_by uuid NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, item_id) REFERENCES item (workspace_id, id),
  FOREIGN KEY (workspace_id, changed_by) REFERENCES member (workspace_id, id)
);
CREATE INDEX due_date_change_item ON due_date_change (workspace_id, item_id, id);

CREATE TABLE task (
  workspace_id uuid NOT NULL,
  item_id uuid NOT NULL,
  number int NOT NULL,
  kind text NOT NULL DEFAULT 'general',
  description text NOT NULL DEFAULT '',
  progress int NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 100),
  fields jsonb NOT NULL DEFAULT '{}',
  schema_version int NOT NULL DEFAULT 1,
  drop_reason text,
  PRIMARY KEY (workspace_id, item_id),
  UNIQUE (workspace_id, number),
  FOREIGN KEY (workspace_id, item_id) REFERENCES item (workspace_id, id)
);

CREATE TABLE checklist_entry (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  item_id uuid NOT NULL,
  position int NOT NULL,
  text text NOT NULL,
  done boolean NOT NULL DEFAULT false,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, item_id) REFERENCES item (workspace_id, id)
);
CREATE INDEX checklist_entry_item ON checklist_entry (workspace_id, item_id, position);

CREATE TABLE item_dependency (
  workspace_id uuid NOT NULL,
  item_id uuid NOT NULL,
  depends_on_id uuid NOT NULL,
  PRIMARY KEY (workspace_id, item_id, depends_on_id),
  CHECK (item_id <> depends_on_id),
  FOREIGN KEY (workspace_id, item_id) REFERENCES item (workspace_id, id),
  FOREIGN KEY (workspace_id, depends_on_id) REFERENCES item (workspace_id, id)
);
CREATE INDEX item_dependency_back ON item_dependency (workspace_id, depends_on_id);

CREATE TABLE evidence (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  item_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('file','link')),
  title text NOT NULL,
  media_type text,
  size_bytes bigint,
  sha256 text,
  storage_key text,
  url text,
  scan_state text NOT NULL DEFAULT 'not_scanned' CHECK (scan_state IN ('not_scanned','clean','infected')),
  version_of uuid,
  uploaded_by uuid NOT NULL,
  created_at timestamptz NOT NULL,
  removed_at timestamptz,
  PRIMARY KEY (workspace_id, id),
  CHECK ((kind = 'file') = (storage_key IS NOT NULL)),
  CHECK ((kind = 'link') = (url IS NOT NULL)),
  FOREIGN KEY (workspace_id, item_id) REFERENCES item (workspace_id, id),
  FOREIGN KEY (workspace_id, uploaded_by) REFERENCES member (workspace_id, id)
);
CREATE INDEX evidence_item ON evidence (workspace_id, item_id, id);
`;
