import type { Surroundings } from '../surroundings/open-surroundings.js';

/** Runs with the words after the command's name; resolves to the exit code. */
export type RunAlone = (args: string[]) => Promise<number>;
export type RunOnDatabase = (args: string[], surroundings: Surroundings) => Promise<number>;

interface Described {
  /** The words after `uptake`, options included. */
  readonly usage: string;
  readonly summary: string;
}

/** A command's module is loaded when it is asked for: none pays for the others. */
export type Command =
  | (Described & { readonly needs: 'nothing'; load(): Promise<RunAlone> })
  | (Described & { readonly needs: 'database'; load(): Promise<RunOnDatabase> });
