import { useEffect, useRef, useSyncExternalStore } from 'react';
import { preferences } from '../preferences.js';
import { createKeyRegistry, type KeyBinding, type KeyPlace } from './key-registry.js';

const registry = createKeyRegistry(() => preferences.read('letter-keys') !== 'off');

/**
 * Keys that work while the calling component stands. They show in the list behind `?` by themselves.
 * `active: false` takes them back, e.g. while a dialog of its own is open.
 */
export function useKeys(bindings: readonly KeyBinding[], active = true): void {
  const latest = useRef(bindings);
  // The registry keeps its order of registration; only what a key does is exchanged on each render.
  useEffect(() => {
    latest.current = bindings;
  });
  const names = bindings.map(({ combo, label, group }) => `${combo}\u0000${label}\u0000${group}`).join('\u0001');
  useEffect(() => {
    if (!active) return undefined;
    return registry.add(
      latest.current.map((binding, index) => ({
        ...binding,
        run: (event: KeyboardEvent) => latest.current[index]?.run(event),
      })),
    );
  }, [active, names]);
}

/** Every key that works now, for the list behind `?`. */
export const useKeyList = (): readonly KeyBinding[] => useSyncExternalStore(registry.subscribe, registry.list);

/** Listens on the window; once, in the application's providers. */
export function useKeyListener(): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || isPressed(event)) return;
      registry.press(event, placeOf(event.target), event.timeStamp);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

/** Enter on a link or button is theirs. */
const isPressed = (event: KeyboardEvent): boolean =>
  event.code === 'Enter' &&
  event.target instanceof Element &&
  event.target.closest('a, button, input, summary, [role=button]') !== null;

const fields =
  'input:not([type=checkbox]):not([type=radio]), textarea, select, [role=combobox], [role=listbox], [role=menu]';

function placeOf(target: EventTarget | null): KeyPlace {
  if (!(target instanceof HTMLElement)) return 'page';
  if (target.isContentEditable || target.closest(fields)) return 'field';
  return target.closest('[role=dialog]') ? 'dialog' : 'page';
}
