import type { Holder } from './data-folder-lock.js';
import type { ServerSettings } from './start-server.js';
import type { StopMode } from './stop-server.js';

export interface StartRequest {
  readonly type: 'start';
  readonly dataFolder: string;
  readonly starter: Holder['starter'];
  readonly purpose: string;
  readonly address?: string | undefined;
  readonly port?: number | undefined;
  readonly settings?: ServerSettings | undefined;
}

export interface StopRequest {
  readonly type: 'stop';
  readonly mode: StopMode;
}

export type KeeperRequest = StartRequest | StopRequest;

export type KeeperReport =
  | { readonly type: 'ready'; readonly pid: number; readonly port: number }
  | { readonly type: 'failed'; readonly name: string; readonly message: string }
  | { readonly type: 'died'; readonly message: string };
