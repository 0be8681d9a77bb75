import { eventTypes } from '@uptake/contracts';
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { staleAfter } from './live-events.js';
import { inWorkspace, type Resource } from './query-keys.js';

export type LiveState = 'connecting' | 'live' | 'lost';

// Events come in bursts (one decision writes half a dozen): they are answered together.
const gatherMs = 150;
const firstRetryMs = 1_000;
const lastRetryMs = 30_000;
// A short gap is nobody's business.
const lostAfterMs = 5_000;

/**
 * Keeps every query of a workspace true while it is on the screen. The browser reconnects by itself and sends
 * Last-Event-ID, so nothing is missed over a short gap; where it gives up (the server answered with an error) a new
 * stream cannot name its last event, so everything is read again, as after the server's own `reset`.
 * The server calls every event by its name, and a browser hands a named one only to those who listen for that name.
 */
export function openLiveStream(slug: string, client: QueryClient, onState: (state: LiveState) => void): () => void {
  let source: EventSource;
  let retryMs = firstRetryMs;
  let retryTimer: ReturnType<typeof setTimeout> | undefined;
  let gatherTimer: ReturnType<typeof setTimeout> | undefined;
  let lostTimer: ReturnType<typeof setTimeout> | undefined;
  let reopened = false;
  const stale = new Set<Resource>();

  const refetchAll = (): void => void client.invalidateQueries({ queryKey: ['w', slug] });
  const flush = (): void => {
    gatherTimer = undefined;
    for (const resource of stale) void client.invalidateQueries({ queryKey: inWorkspace(slug, resource) });
    stale.clear();
  };
  const receive = (type: string): void => {
    if (type === 'reset') return refetchAll();
    for (const resource of staleAfter(type)) stale.add(resource);
    gatherTimer ??= setTimeout(flush, gatherMs);
  };

  const open = (): void => {
    source = new EventSource(`/api/v1/events?workspace=${encodeURIComponent(slug)}`);
    source.addEventListener('open', () => {
      retryMs = firstRetryMs;
      if (reopened) refetchAll();
      clearTimeout(lostTimer);
      lostTimer = undefined;
      onState('live');
    });
    source.addEventListener('error', () => {
      lostTimer ??= setTimeout(() => onState('lost'), lostAfterMs);
      if (source.readyState !== EventSource.CLOSED) return;
      reopened = true;
      retryTimer = setTimeout(open, retryMs);
      retryMs = Math.min(retryMs * 2, lastRetryMs);
    });
    for (const type of ['reset', 'notification', ...eventTypes]) source.addEventListener(type, () => receive(type));
  };

  open();
  return () => {
    clearTimeout(retryTimer);
    clearTimeout(lostTimer);
    clearTimeout(gatherTimer);
    source.close();
  };
}

let state: LiveState = 'connecting';
const listeners = new Set<() => void>();

/** Opens the workspace's stream for as long as the calling component stands: once, in the workspace's frame. */
export function useLiveStream(slug: string): void {
  const client = useQueryClient();
  useEffect(
    () =>
      openLiveStream(slug, client, (next) => {
        state = next;
        listeners.forEach((listener) => listener());
      }),
    [slug, client],
  );
}

export function useLiveState(): LiveState {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => state,
  );
}
