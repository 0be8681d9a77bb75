import { isLetterKey, isMac, spell, type Combo, type Press } from './match-combo.js';

export interface KeyBinding {
  combo: Combo;
  /** What it does, in the reader's language: the list behind `?` is made of these. */
  label: string;
  /** Heading it stands under in that list. */
  group: string;
  run: (event: KeyboardEvent) => void;
  /** Where it works besides the page: in dialogs and menus too, or even while typing in a field. */
  reach?: 'dialog' | 'field';
}

/** What has the focus as a key is pressed. */
export type KeyPlace = 'page' | 'dialog' | 'field';

const reaches = (binding: KeyBinding, place: KeyPlace): boolean =>
  place === 'page' || binding.reach === 'field' || (place === 'dialog' && binding.reach === 'dialog');

// The second key of "G then I" must follow within this time.
const sequenceMs = 1_200;

/** All keys that work at this moment. Of two bindings with one combo, the one registered last wins. */
export function createKeyRegistry(lettersOn: () => boolean) {
  let bindings: readonly KeyBinding[] = [];
  let first: { step: string; at: number } | null = null;
  const listeners = new Set<() => void>();
  const changed = (): void => listeners.forEach((listener) => listener());

  const find = (combo: Combo, place: KeyPlace): KeyBinding | undefined =>
    bindings.findLast(
      (binding) => binding.combo === combo && reaches(binding, place) && (lettersOn() || !isLetterKey(combo)),
    );

  return {
    add(added: readonly KeyBinding[]): () => void {
      bindings = [...bindings, ...added];
      changed();
      return () => {
        bindings = bindings.filter((binding) => !added.includes(binding));
        changed();
      };
    },
    list: (): readonly KeyBinding[] => bindings,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** Runs what the press asks for; `at` in milliseconds. Answers whether anything ran. */
    press(event: KeyboardEvent & Press, place: KeyPlace, at: number): boolean {
      const step = spell(event, isMac());
      const sequence = first && at - first.at <= sequenceMs ? find(`${first.step} ${step}`, place) : undefined;
      const binding = sequence ?? find(step, place);
      const opens = !binding && place !== 'field' && bindings.some((one) => one.combo.startsWith(`${step} `));
      first = opens ? { step, at } : null;
      if (!binding) return false;
      event.preventDefault();
      binding.run(event);
      return true;
    },
  };
}

export type KeyRegistry = ReturnType<typeof createKeyRegistry>;
