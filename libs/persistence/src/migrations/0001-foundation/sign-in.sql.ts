/**
 * The only doors from outside a context: SECURITY DEFINER, owned by a role that cannot log in, closed to PUBLIC.
 * enter() finds who a token hash belongs to, sets the context of the transaction and says who it is; a revocation holds on the next request.
 */
export const signInFunctions = /* sql */ `
CREATE FUNCTION enter(kind text, hash bytea, slug text, moment timestamptz)
RETURNS TABLE (session_id uuid, user_id uuid, email text, user_name text, language text, time_zone text, workspace_id uuid, workspace_name text, workspace_time_zone text, member_id uuid, member_name text, roles text[])
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  found_session uuid;
  found_user uuid;
  seen timestamptz;
BEGIN
  IF kind = 'session' THEN
    SELECT s.id, s.user_id, s.last_seen_at INTO found_session, found_user, seen FROM session s
      WHERE s.token_hash = hash AND s.revoked_at IS NULL AND s.expires_at > moment AND s.last_seen_at > moment - interval '12 hours';
    IF found_session IS NOT NULL AND seen < moment - interval '1 minute' THEN
      UPDATE session s SET last_seen_at = moment WHERE s.id = found_session;
    END IF;
  ELSE
    SELECT t.id, t.user_id, t.last_used_at INTO found_session, found_user, seen FROM api_token t
      WHERE t.token_hash = hash AND t.revoked_at IS NULL AND (t.expires_at IS NULL OR t.expires_at > moment);
    IF found_session IS NOT NULL AND (seen IS NULL OR seen < moment - interval '1 minute') THEN
      UPDATE api_token t SET last_used_at = moment WHERE t.id = found_session;
    END IF;
  END IF;
  IF found_session IS NULL THEN
    RETURN;
  END IF;
  RETURN QUERY
    SELECT found_session, u.id, u.email, u.name, u.language, u.time_zone, w.id, w.name, w.time_zone, m.id, m.name, m.roles
    FROM app_user u
    LEFT JOIN workspace w ON w.slug = enter.slug
      AND EXISTS (SELECT 1 FROM member x WHERE x.workspace_id = w.id AND x.user_id = u.id AND x.deactivated_at IS NULL)
    LEFT JOIN member m ON m.workspace_id = w.id AND m.user_id = u.id AND m.deactivated_at IS NULL
    WHERE u.id = found_user AND u.disabled_at IS NULL;
END $$;

CREATE FUNCTION sign_in_subject(address text)
RETURNS TABLE (user_id uuid, password_hash text)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT u.id, u.password_hash FROM app_user u WHERE u.email = address AND u.disabled_at IS NULL
$$;

CREATE FUNCTION open_session(id uuid, user_id uuid, hash bytea, user_agent text, moment timestamptz, expires timestamptz)
RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  INSERT INTO session (id, user_id, token_hash, created_at, last_seen_at, expires_at, user_agent)
  VALUES (id, user_id, hash, moment, moment, expires, user_agent)
$$;

CREATE FUNCTION close_session(hash bytea, moment timestamptz)
RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  UPDATE session s SET revoked_at = moment WHERE s.token_hash = hash AND s.revoked_at IS NULL
$$;

-- Counts a failed sign-in and says until when its key is refused; ten failures in fifteen minutes block for fifteen.
CREATE FUNCTION note_sign_in_failure(k bytea, moment timestamptz, most int)
RETURNS timestamptz LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  INSERT INTO sign_in_throttle AS t (key, failures, window_start) VALUES (k, 1, moment)
  ON CONFLICT (key) DO UPDATE SET
    failures = CASE WHEN t.window_start < moment - interval '15 minutes' THEN 1 ELSE t.failures + 1 END,
    window_start = CASE WHEN t.window_start < moment - interval '15 minutes' THEN moment ELSE t.window_start END,
    blocked_until = CASE WHEN t.window_start >= moment - interval '15 minutes' AND t.failures + 1 >= most THEN moment + interval '15 minutes' ELSE t.blocked_until END
  RETURNING blocked_until
$$;
CREATE FUNCTION sign_in_blocked_until(k bytea, moment timestamptz)
RETURNS timestamptz LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT t.blocked_until FROM sign_in_throttle t WHERE t.key = k AND t.blocked_until > moment
$$;
CREATE FUNCTION forget_sign_in_failures(k bytea)
RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  DELETE FROM sign_in_throttle t WHERE t.key = k
$$;

-- A try that was counted before its password was looked at, and turned out right, does not count against its network.
CREATE FUNCTION excuse_sign_in_failure(k bytea)
RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  UPDATE sign_in_throttle t SET failures = greatest(t.failures - 1, 0) WHERE t.key = k
$$;

CREATE FUNCTION invitation_by_token(hash bytea, moment timestamptz)
RETURNS TABLE (workspace_id uuid, invitation_id uuid, email text, roles text[], workspace_slug text, workspace_name text, user_id uuid)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT i.workspace_id, i.id, i.email, i.roles, w.slug, w.name, u.id
  FROM invitation i JOIN workspace w ON w.id = i.workspace_id LEFT JOIN app_user u ON u.email = i.email
  WHERE i.token_hash = hash AND i.accepted_at IS NULL AND i.revoked_at IS NULL AND i.expires_at > moment
$$;

-- A new person, or the password of one who was there before having any; null, and nothing changed, where there is one.
CREATE FUNCTION register_user(new_id uuid, address text, full_name text, hash text, lang text, zone text, moment timestamptz)
RETURNS uuid LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  INSERT INTO app_user AS u (id, email, name, password_hash, language, time_zone, created_at)
  VALUES (new_id, address, full_name, hash, lang, zone, moment)
  ON CONFLICT (email) DO UPDATE SET password_hash = excluded.password_hash
    WHERE u.password_hash IS NULL AND u.disabled_at IS NULL
  RETURNING u.id
$$;

-- One's own only: whose it is comes from the context, not from the caller.
CREATE FUNCTION set_password(hash text)
RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  UPDATE app_user u SET password_hash = hash WHERE u.id = nullif(current_setting('app.user_id', true), '')::uuid
$$;

DO $$
DECLARE f regprocedure;
BEGIN
  FOR f IN SELECT p.oid::regprocedure FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace
    AND p.proname IN ('enter','sign_in_subject','open_session','close_session','note_sign_in_failure','sign_in_blocked_until','forget_sign_in_failures','excuse_sign_in_failure','invitation_by_token','register_user','set_password')
  LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO uptake_auth', f);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO uptake_app, uptake_system', f);
  END LOOP;
END $$;
`;
