import { useSyncExternalStore } from 'react';

export type PreferenceName = 'language' | 'letter-keys' | 'workspace';

// What could not be stored (private mode) holds at least until the page is left.
const kept = new Map<PreferenceName, string>();
const listeners = new Set<() => void>();

/** Small choices of this browser, in local storage. */
export const preferences = {
  read(name: PreferenceName): string | null {
    try {
      return kept.get(name) ?? localStorage.getItem(`uptake.${name}`);
    } catch {
      return null;
    }
  },
  write(name: PreferenceName, value: string): void {
    kept.set(name, value);
    try {
      localStorage.setItem(`uptake.${name}`, value);
    } catch {
      // Storage is refused: `kept` has it.
    }
    listeners.forEach((listener) => listener());
  },
};

export function usePreference(name: PreferenceName): [string | null, (value: string) => void] {
  const value = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => preferences.read(name),
  );
  return [value, (next) => preferences.write(name, next)];
}
