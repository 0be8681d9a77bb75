import { useQueryClient } from '@tanstack/react-query';
import type { DraftProblem, WorkflowVersionView } from '@uptake/contracts';
import { useCallback, useEffect, useRef, useState } from 'react';
import { toProblem } from '../../../lib/api-problem.js';
import { saveDraft } from '../api/save-draft.js';
import { versionQuery } from '../api/read-workflows.js';
import { type Design, asDesign } from '../model/design.js';
import { begin, edited, redone, undone } from '../model/edit-history.js';

/** `conflict`: somebody else saved meanwhile; what is on this screen waits until its designer says which of the two stands. */
export type SaveState = 'saved' | 'unsaved' | 'saving' | 'conflict' | 'failed';

const PAUSE_MS = 700;
const AGAIN_MS = 5_000;

/**
 * A draft while it is edited: every change is on the screen at once and on the server a moment after typing pauses, one save at a
 * time. What could not be saved stays, is tried again, and is sent at the latest when the page is left.
 */
export function useDraft(slug: string, opened: WorkflowVersionView) {
  const client = useQueryClient();
  const [history, setHistory] = useState(() => begin(asDesign(opened.definition)));
  const [problems, setProblems] = useState<readonly DraftProblem[]>(opened.problems);
  const [state, setState] = useState<SaveState>('saved');
  const [theirs, setTheirs] = useState<WorkflowVersionView | null>(null);
  // the very design that the history begins with: another of the same words would be saved as a change
  const server = useRef({ version: opened.version, saved: history.present });
  const latest = useRef(history.present);
  const isSaving = useRef(false);
  /** A save was asked for while another was on its way. */
  const waits = useRef(false);
  const [asked, askAgain] = useState(0);
  const { id } = opened.workflow;
  const { number } = opened;

  const save = useCallback(async () => {
    if (isSaving.current) {
      waits.current = true;
      return;
    }
    if (latest.current === server.current.saved) return;
    isSaving.current = true;
    const sent = latest.current;
    setState('saving');
    try {
      const answer = await saveDraft(slug, id, number, { version: server.current.version, definition: sent });
      server.current = { version: answer.version, saved: sent };
      client.setQueryData(versionQuery(slug, id, number).queryKey, answer);
      setProblems(answer.problems);
      setState(latest.current === sent ? 'saved' : 'unsaved');
    } catch (error) {
      const { code, current } = toProblem(error);
      setTheirs(code === 'version_conflict' || code === 'invalid_state' ? (current as WorkflowVersionView) : null);
      setState(code === 'version_conflict' || code === 'invalid_state' ? 'conflict' : 'failed');
    } finally {
      isSaving.current = false;
      const wasAsked = waits.current;
      waits.current = false;
      if (wasAsked) askAgain((times) => times + 1);
    }
  }, [client, slug, id, number]);

  useEffect(() => {
    latest.current = history.present;
    // undone to what is kept already: nothing is left to save
    const isKept = history.present === server.current.saved && !isSaving.current;
    setState((now) => (now === 'conflict' ? now : isKept ? 'saved' : 'unsaved'));
  }, [history.present]);

  useEffect(() => {
    if (state !== 'unsaved' && state !== 'failed') return;
    const timer = setTimeout(() => void save(), state === 'failed' ? AGAIN_MS : PAUSE_MS);
    return () => clearTimeout(timer);
  }, [state, history.present, asked, save]);

  const hasUnsaved = state !== 'saved';
  useEffect(() => {
    if (!hasUnsaved) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [hasUnsaved]);

  const isConflict = state === 'conflict';
  const leave = useRef(() => undefined as void);
  leave.current = () => void (isConflict ? undefined : save());
  useEffect(() => () => leave.current(), []);

  const edit = useCallback(
    (change: (design: Design) => Design, of: string | null = null) =>
      setHistory((before) => edited(before, change(before.present), of)),
    [],
  );

  return {
    design: history.present,
    problems,
    state,
    theirs,
    edit,
    save,
    /** The server's count of changes that this screen has seen; what is published by it is what is shown. */
    version: () => server.current.version,
    undo: history.past.length > 0 ? () => setHistory(undone) : null,
    redo: history.future.length > 0 ? () => setHistory(redone) : null,
    keepMine: () => {
      if (!theirs) return;
      server.current = { version: theirs.version, saved: asDesign(theirs.definition) };
      setTheirs(null);
      setState('unsaved');
    },
    takeTheirs: () => {
      if (!theirs) return;
      const design = asDesign(theirs.definition);
      server.current = { version: theirs.version, saved: design };
      latest.current = design;
      setHistory((before) => edited(before, design));
      setProblems(theirs.problems);
      setTheirs(null);
      setState('saved');
    },
  };
}
export type Draft = ReturnType<typeof useDraft>;
