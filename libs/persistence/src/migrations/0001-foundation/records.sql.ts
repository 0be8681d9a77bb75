/** What follows from changes: audit, outbox, notifications, mail, rollups. */
export const recordTables = /* sql */ `
-- Appended in the writing transaction without a chain; the sealer gives sequence and hash in batches.
CREATE TABLE audit_entry (
  workspace_id uuid NOT NULL REFERENCES workspace (id),
  id uuid NOT NULL,
  format smallint NOT NULL,
  type text NOT NULL,
  at timestamptz(3) NOT NULL,
  actor_id uuid,
  subject_kind text NOT NULL,
  subject_id uuid NOT NULL,
  item_id uuid,
  correlation text NOT NULL,
  data jsonb NOT NULL,
  -- sha256(salt || canonical JSON) of the row in audit_personal, hex; null where the change had no personal words
  commitment text,
  sequence bigint,
  previous_hash text,
  hash text,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, sequence)
);
CREATE INDEX audit_entry_unsealed ON audit_entry (workspace_id, id) WHERE sequence IS NULL;
CREATE INDEX audit_entry_item ON audit_entry (workspace_id, item_id, id DESC) WHERE item_id IS NOT NULL;

-- Words and names of a change, apart from the chained row, so that they can be erased without breaking the chain.
CREATE TABLE audit_personal (
  workspace_id uuid NOT NULL,
  entry_id uuid NOT NULL,
  salt text,
  data jsonb,
  erased_at timestamptz,
  PRIMARY KEY (workspace_id, entry_id),
  CHECK ((erased_at IS NULL) = (data IS NOT NULL AND salt IS NOT NULL))
);

CREATE TABLE audit_head (
  workspace_id uuid NOT NULL REFERENCES workspace (id),
  sequence bigint NOT NULL,
  hash text NOT NULL,
  sealed_at timestamptz(3) NOT NULL,
  key_id text NOT NULL,
  signature text NOT NULL,
  PRIMARY KEY (workspace_id, sequence)
);

-- sequence is given by the relay, one at a time, so that a client that catches up never misses a late commit.
CREATE TABLE outbox_event (
  workspace_id uuid NOT NULL REFERENCES workspace (id),
  id uuid NOT NULL,
  type text NOT NULL,
  version int NOT NULL DEFAULT 1,
  actor_id uuid,
  subject_kind text NOT NULL,
  subject_id uuid NOT NULL,
  item_id uuid,
  correlation text NOT NULL,
  at timestamptz NOT NULL,
  data jsonb NOT NULL,
  -- in the order of writing; the events of one item, whose writers wait for each other, commit in this order too
  ordinal bigint GENERATED ALWAYS AS IDENTITY,
  sequence bigint UNIQUE,
  -- the queue has taken its job
  relayed_at timestamptz,
  -- its job is done, or it has none; what stays open too long is relayed again
  handled_at timestamptz,
  PRIMARY KEY (workspace_id, id)
);
CREATE INDEX outbox_event_waiting ON outbox_event (ordinal) WHERE sequence IS NULL;
CREATE INDEX outbox_event_unrelayed ON outbox_event (sequence) WHERE relayed_at IS NULL;
CREATE INDEX outbox_event_unhandled ON outbox_event (relayed_at) WHERE handled_at IS NULL;
CREATE INDEX outbox_event_stream ON outbox_event (workspace_id, sequence) WHERE sequence IS NOT NULL;
CREATE SEQUENCE outbox_stream;

CREATE TABLE notification (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  user_id uuid NOT NULL REFERENCES app_user (id),
  member_id uuid NOT NULL,
  event_id uuid NOT NULL,
  type text NOT NULL,
  reason text NOT NULL,
  item_id uuid,
  approval_request_id uuid,
  actor_id uuid,
  data jsonb NOT NULL DEFAULT '{}',
  at timestamptz NOT NULL,
  read_at timestamptz,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, event_id, member_id),
  FOREIGN KEY (workspace_id, member_id) REFERENCES member (workspace_id, id),
  FOREIGN KEY (workspace_id, item_id) REFERENCES item (workspace_id, id)
);
-- with what a count asks: whose, and about what
CREATE INDEX notification_of_user ON notification (user_id, at DESC, id DESC) INCLUDE (workspace_id, member_id, item_id);
CREATE INDEX notification_unread ON notification (user_id, workspace_id) INCLUDE (member_id, item_id) WHERE read_at IS NULL;

CREATE TABLE delivery (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  event_id uuid NOT NULL,
  recipient_id uuid NOT NULL,
  channel text NOT NULL CHECK (channel IN ('in_app','mail')),
  -- the strongest of theirs
  reason text NOT NULL,
  status text NOT NULL CHECK (status IN ('pending','sent','suppressed','failed')),
  -- why it was suppressed or failed
  cause text,
  attempts int NOT NULL DEFAULT 0,
  message_id text,
  created_at timestamptz NOT NULL,
  sent_at timestamptz,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, recipient_id) REFERENCES member (workspace_id, id)
);
CREATE UNIQUE INDEX delivery_once ON delivery (workspace_id, event_id, recipient_id, channel);
CREATE INDEX delivery_pending ON delivery (created_at) WHERE status = 'pending';

CREATE TABLE mail_message (
  workspace_id uuid NOT NULL REFERENCES workspace (id),
  id uuid NOT NULL,
  delivery_id uuid,
  -- what it tells of: the mail is as visible as the item
  item_id uuid,
  recipient text NOT NULL,
  subject text NOT NULL,
  text text NOT NULL,
  html text NOT NULL,
  message_id text NOT NULL,
  -- parts of the text that a reader of the outbox page must not see (single-use links)
  secrets text[] NOT NULL DEFAULT '{}',
  status text NOT NULL CHECK (status IN ('kept','queued','sent','failed')),
  error text,
  created_at timestamptz NOT NULL,
  sent_at timestamptz,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, message_id)
);
CREATE INDEX mail_message_queued ON mail_message (created_at) WHERE status = 'queued';
CREATE INDEX mail_message_recent ON mail_message (workspace_id, created_at DESC, id DESC);

-- Signed counts by every dimension a reader may group by; appended with the change, folded later by the worker.
-- day is the workspace's calendar day of the change, so that the sum up to a day is that day's state.
-- Overdue is not kept: it follows from due_on at reading.
CREATE TABLE rollup_delta (
  workspace_id uuid NOT NULL REFERENCES workspace (id),
  id uuid NOT NULL,
  day date NOT NULL,
  item_kind text NOT NULL,
  brief_id uuid,
  section_id uuid,
  blueprint text,
  owner_id uuid,
  team_id uuid,
  status text NOT NULL,
  rating text,
  visibility text NOT NULL,
  due_on date,
  waiting boolean NOT NULL,
  amount int NOT NULL,
  PRIMARY KEY (workspace_id, id)
);
CREATE TABLE rollup_cell (
  workspace_id uuid NOT NULL REFERENCES workspace (id),
  day date NOT NULL,
  item_kind text NOT NULL,
  brief_id uuid,
  section_id uuid,
  blueprint text,
  owner_id uuid,
  team_id uuid,
  status text NOT NULL,
  rating text,
  visibility text NOT NULL,
  due_on date,
  waiting boolean NOT NULL,
  amount int NOT NULL,
  UNIQUE NULLS NOT DISTINCT (workspace_id, item_kind, day, brief_id, section_id, blueprint, owner_id, team_id, status, rating, visibility, due_on, waiting)
);
CREATE INDEX rollup_cell_waiting ON rollup_cell (workspace_id) INCLUDE (amount) WHERE waiting;
`;
