export const workspaceTables = /* sql */ `
CREATE TABLE workspace (
  id uuid PRIMARY KEY,
  slug text NOT NULL UNIQUE,
  name text NOT NULL,
  language text NOT NULL DEFAULT 'en',
  time_zone text NOT NULL DEFAULT 'UTC',
  working_days int[] NOT NULL DEFAULT '{1,2,3,4,5}',
  holidays date[] NOT NULL DEFAULT '{}',
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  changed_at timestamptz
);

CREATE TABLE member (
  workspace_id uuid NOT NULL REFERENCES workspace (id),
  id uuid NOT NULL,
  user_id uuid NOT NULL REFERENCES app_user (id),
  name text NOT NULL,
  roles text[] NOT NULL CHECK (roles <@ ARRAY['admin','manager','contributor','reviewer','leader'] AND cardinality(roles) > 0),
  time_zone text,
  version int NOT NULL DEFAULT 1,
  joined_at timestamptz NOT NULL,
  deactivated_at timestamptz,
  changed_at timestamptz,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, user_id)
);
CREATE INDEX member_user ON member (user_id);

-- Outsiders (applicants, partners) with their own narrow access; they are never members.
CREATE TABLE principal (
  workspace_id uuid NOT NULL REFERENCES workspace (id),
  id uuid NOT NULL,
  kind text NOT NULL,
  name text NOT NULL,
  email text,
  access jsonb NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL,
  deactivated_at timestamptz,
  PRIMARY KEY (workspace_id, id)
);

CREATE TABLE team (
  workspace_id uuid NOT NULL REFERENCES workspace (id),
  id uuid NOT NULL,
  name text NOT NULL,
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  changed_at timestamptz,
  PRIMARY KEY (workspace_id, id)
);
CREATE UNIQUE INDEX team_name ON team (workspace_id, lower(name));

CREATE TABLE team_member (
  workspace_id uuid NOT NULL,
  team_id uuid NOT NULL,
  member_id uuid NOT NULL,
  PRIMARY KEY (workspace_id, team_id, member_id),
  FOREIGN KEY (workspace_id, team_id) REFERENCES team (workspace_id, id),
  FOREIGN KEY (workspace_id, member_id) REFERENCES member (workspace_id, id)
);
CREATE INDEX team_member_member ON team_member (workspace_id, member_id);

CREATE TABLE invitation (
  workspace_id uuid NOT NULL REFERENCES workspace (id),
  id uuid NOT NULL,
  email text NOT NULL CHECK (email = lower(email)),
  roles text[] NOT NULL,
  token_hash bytea NOT NULL UNIQUE,
  invited_by uuid NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  accepted_at timestamptz,
  revoked_at timestamptz,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, invited_by) REFERENCES member (workspace_id, id)
);
CREATE UNIQUE INDEX invitation_open ON invitation (workspace_id, email) WHERE accepted_at IS NULL AND revoked_at IS NULL;

-- Numbers that are given once and never again: task numbers, references by prefix.
CREATE TABLE counter (
  workspace_id uuid NOT NULL REFERENCES workspace (id),
  name text NOT NULL,
  value int NOT NULL,
  PRIMARY KEY (workspace_id, name)
);
`;
