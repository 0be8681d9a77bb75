/** Whether what a gate waits for is there: `g` is the gate, `d` the item depended on, `w` the workspace, `at` the instant of asking. */
export const isMetSql = (at: string): string => `CASE g.kind
    WHEN 'approved' THEN coalesce(d.record_version > 0, false)
    WHEN 'closed' THEN coalesce(d.lifecycle = 'closed', false)
    ELSE g.opens_on <= (${at}::timestamptz AT TIME ZONE w.time_zone)::date END`;
