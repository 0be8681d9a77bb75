/** Workflows as data, the submissions they judge, and the runs, requests and decisions that come of it. */
export const approvalTables = /* sql */ `
CREATE TABLE workflow (
  workspace_id uuid NOT NULL REFERENCES workspace (id),
  id uuid NOT NULL,
  key text NOT NULL,
  name jsonb NOT NULL,
  -- which kind of submission it judges
  subject text NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, key)
);

CREATE TABLE workflow_version (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  workflow_id uuid NOT NULL,
  number int NOT NULL,
  status text NOT NULL CHECK (status IN ('draft','published','retired')),
  definition jsonb NOT NULL,
  hash text NOT NULL,
  created_at timestamptz NOT NULL,
  published_at timestamptz,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, workflow_id, number),
  FOREIGN KEY (workspace_id, workflow_id) REFERENCES workflow (workspace_id, id)
);
CREATE UNIQUE INDEX workflow_version_published ON workflow_version (workspace_id, workflow_id) WHERE status = 'published';

-- A published version never changes by a byte; it can only retire.
CREATE FUNCTION refuse_published_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.definition::text <> NEW.definition::text OR OLD.hash <> NEW.hash OR OLD.number <> NEW.number OR NEW.status = 'draft' THEN
    RAISE EXCEPTION 'a published workflow version cannot change' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER workflow_version_is_immutable BEFORE UPDATE OR DELETE ON workflow_version FOR EACH ROW WHEN (OLD.status <> 'draft') EXECUTE FUNCTION refuse_published_change();

CREATE TABLE run (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  item_id uuid NOT NULL,
  workflow_id uuid NOT NULL,
  workflow_version_id uuid NOT NULL,
  -- the version's hash when the run began: every command proves that it is still the same
  version_hash text NOT NULL,
  submission_kind text NOT NULL CHECK (submission_kind IN ('update','response','extension','closing')),
  state text NOT NULL CHECK (state IN ('active','changes_requested','approved','rejected','withdrawn','cancelled')),
  round int NOT NULL,
  -- the revision under judgement and who handed it in
  submission_id uuid NOT NULL,
  submitter_id uuid NOT NULL,
  lock_version int NOT NULL DEFAULT 1,
  -- of the run's last event; events count from 1
  last_sequence int NOT NULL,
  verified_rating text CHECK (verified_rating IN ('not_started','limited','substantial','complete')),
  rating_reason text,
  started_at timestamptz NOT NULL,
  ended_at timestamptz,
  PRIMARY KEY (workspace_id, id),
  CHECK ((ended_at IS NULL) = (state IN ('active','changes_requested'))),
  FOREIGN KEY (workspace_id, item_id) REFERENCES item (workspace_id, id),
  FOREIGN KEY (workspace_id, workflow_id) REFERENCES workflow (workspace_id, id),
  FOREIGN KEY (workspace_id, workflow_version_id) REFERENCES workflow_version (workspace_id, id),
  FOREIGN KEY (workspace_id, submitter_id) REFERENCES member (workspace_id, id)
);
-- At most one active run per subject and workflow, and one submission of each kind under way on an item.
CREATE UNIQUE INDEX run_active_workflow ON run (workspace_id, item_id, workflow_id) WHERE state IN ('active','changes_requested');
CREATE UNIQUE INDEX run_active_kind ON run (workspace_id, item_id, submission_kind) WHERE state IN ('active','changes_requested');
CREATE INDEX run_item ON run (workspace_id, item_id, started_at, id);

-- Never edited in place: a new revision follows.
CREATE TABLE submission (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  item_id uuid NOT NULL,
  run_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('update','response','extension','closing')),
  revision int NOT NULL,
  base_version int NOT NULL,
  narrative text NOT NULL,
  fields jsonb NOT NULL DEFAULT '{}',
  progress int CHECK (progress BETWEEN 0 AND 100),
  rating text CHECK (rating IN ('not_started','limited','substantial','complete')),
  evidence_ids uuid[] NOT NULL DEFAULT '{}',
  -- who wrote any of it, authors of earlier revisions included: none of them may judge it
  editor_ids uuid[] NOT NULL DEFAULT '{}',
  hash text NOT NULL,
  -- hash of each field by its name, for stages that watch only some
  field_hashes jsonb NOT NULL DEFAULT '{}',
  format_version int NOT NULL,
  submitted_by uuid NOT NULL,
  submitted_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, run_id, revision),
  FOREIGN KEY (workspace_id, item_id) REFERENCES item (workspace_id, id),
  FOREIGN KEY (workspace_id, run_id) REFERENCES run (workspace_id, id),
  FOREIGN KEY (workspace_id, submitted_by) REFERENCES member (workspace_id, id)
);
CREATE INDEX submission_item ON submission (workspace_id, item_id, submitted_at DESC, id DESC);
ALTER TABLE run ADD FOREIGN KEY (workspace_id, submission_id) REFERENCES submission (workspace_id, id) DEFERRABLE INITIALLY DEFERRED;

CREATE TABLE stage_run (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  run_id uuid NOT NULL,
  -- 0, 1, 2, ... in the order in which the run's stages opened; ids of one instant do not sort
  position int NOT NULL,
  stage_key text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('work','approval','gate','end')),
  round int NOT NULL,
  state text NOT NULL CHECK (state IN ('open','completed','approved','rejected','changes_requested','skipped','superseded','cancelled','expired')),
  -- frozen at opening; only an audited amendment changes them
  required int NOT NULL CHECK (required >= 0 AND (kind <> 'approval' OR required > 0)),
  eligible_ids uuid[] NOT NULL,
  appointed_ids uuid[] NOT NULL DEFAULT '{}',
  -- of what this stage judges
  stage_hash text NOT NULL,
  -- why an open stage cannot be approved as it stands
  blocked text CHECK (blocked IN ('nobody_eligible','too_few_eligible','quorum_out_of_reach')),
  opened_at timestamptz NOT NULL,
  closed_at timestamptz,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, run_id, position),
  CHECK ((closed_at IS NULL) = (state = 'open')),
  CHECK (blocked IS NULL OR state = 'open'),
  FOREIGN KEY (workspace_id, run_id) REFERENCES run (workspace_id, id)
);
-- A stage opens once a round.
CREATE UNIQUE INDEX stage_run_once ON stage_run (workspace_id, run_id, stage_key, round);
CREATE INDEX stage_run_open ON stage_run (workspace_id, opened_at, id) WHERE state = 'open';

CREATE TABLE approval_request (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  run_id uuid NOT NULL,
  stage_run_id uuid NOT NULL,
  item_id uuid NOT NULL,
  submission_id uuid NOT NULL,
  member_id uuid NOT NULL,
  position int NOT NULL,
  state text NOT NULL CHECK (state IN ('open','decided','superseded','cancelled','expired')),
  opened_at timestamptz NOT NULL,
  closed_at timestamptz,
  decided_at timestamptz GENERATED ALWAYS AS (CASE WHEN state = 'decided' THEN closed_at END) STORED,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, run_id, position),
  CHECK ((closed_at IS NULL) = (state = 'open')),
  UNIQUE (workspace_id, stage_run_id, member_id),
  FOREIGN KEY (workspace_id, run_id) REFERENCES run (workspace_id, id),
  FOREIGN KEY (workspace_id, stage_run_id) REFERENCES stage_run (workspace_id, id),
  FOREIGN KEY (workspace_id, item_id) REFERENCES item (workspace_id, id),
  FOREIGN KEY (workspace_id, submission_id) REFERENCES submission (workspace_id, id),
  FOREIGN KEY (workspace_id, member_id) REFERENCES member (workspace_id, id)
);
CREATE INDEX approval_request_mine ON approval_request (workspace_id, member_id, state, opened_at, id);
CREATE INDEX approval_request_item ON approval_request (workspace_id, item_id, opened_at, id);
CREATE INDEX approval_request_open ON approval_request (workspace_id, opened_at, id) WHERE state = 'open';
CREATE INDEX approval_request_by_opening ON approval_request (workspace_id, opened_at, id);
CREATE INDEX approval_request_by_decision ON approval_request (workspace_id, decided_at DESC NULLS LAST, id DESC);

CREATE TABLE decision (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  request_id uuid NOT NULL,
  run_id uuid NOT NULL,
  stage_run_id uuid NOT NULL,
  position int NOT NULL,
  round int NOT NULL,
  actor_id uuid NOT NULL,
  on_behalf_of_id uuid,
  verdict text NOT NULL CHECK (verdict IN ('approve','request_changes','reject','abstain')),
  reason text,
  subject_hash text NOT NULL,
  verified_rating text CHECK (verified_rating IN ('not_started','limited','substantial','complete')),
  rating_reason text,
  channel text NOT NULL DEFAULT 'web' CHECK (channel IN ('web','api','mail')),
  idempotency_key text,
  at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, run_id, position),
  FOREIGN KEY (workspace_id, request_id) REFERENCES approval_request (workspace_id, id),
  FOREIGN KEY (workspace_id, stage_run_id) REFERENCES stage_run (workspace_id, id),
  FOREIGN KEY (workspace_id, run_id) REFERENCES run (workspace_id, id),
  FOREIGN KEY (workspace_id, actor_id) REFERENCES member (workspace_id, id)
);
-- One effective decision a request, one decision a key: the database has the last word.
CREATE UNIQUE INDEX decision_once ON decision (workspace_id, request_id);
CREATE UNIQUE INDEX decision_key ON decision (workspace_id, actor_id, idempotency_key) WHERE idempotency_key IS NOT NULL;

CREATE TABLE official_record (
  workspace_id uuid NOT NULL,
  item_id uuid NOT NULL,
  version int NOT NULL,
  submission_id uuid NOT NULL,
  narrative text NOT NULL,
  fields jsonb NOT NULL,
  progress int,
  reported_rating text,
  verified_rating text,
  rating_reason text,
  approved_by uuid NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, item_id, version),
  UNIQUE (workspace_id, submission_id),
  FOREIGN KEY (workspace_id, item_id) REFERENCES item (workspace_id, id),
  FOREIGN KEY (workspace_id, submission_id) REFERENCES submission (workspace_id, id),
  FOREIGN KEY (workspace_id, approved_by) REFERENCES member (workspace_id, id)
);

-- Append-only by the database, whoever writes.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = '23514';
END $$;
CREATE TRIGGER submission_is_append_only BEFORE UPDATE OR DELETE ON submission FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER decision_is_append_only BEFORE UPDATE OR DELETE ON decision FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER official_record_is_append_only BEFORE UPDATE OR DELETE ON official_record FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- An end absorbs: a run that ended, a request that was decided and a stage that closed never open again. A stage that stood may
-- still be voided (superseded), and a request that was cancelled may be put again by an amendment.
CREATE FUNCTION refuse_reopening() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is closed', TG_TABLE_NAME USING ERRCODE = '23514';
END $$;
CREATE TRIGGER run_end_absorbs BEFORE UPDATE ON run FOR EACH ROW WHEN (OLD.ended_at IS NOT NULL) EXECUTE FUNCTION refuse_reopening();
CREATE TRIGGER stage_run_closes_once BEFORE UPDATE ON stage_run FOR EACH ROW
  WHEN (OLD.state <> 'open' AND NEW.state NOT IN (OLD.state, 'superseded')) EXECUTE FUNCTION refuse_reopening();
CREATE TRIGGER request_is_decided_once BEFORE UPDATE ON approval_request FOR EACH ROW
  WHEN (OLD.state = 'decided') EXECUTE FUNCTION refuse_reopening();
`;
