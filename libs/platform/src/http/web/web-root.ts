import { existsSync } from 'node:fs';
import path from 'node:path';
import { ConfigurationError, type Environment } from '../../config/environment.js';

const built = (folder: string): boolean => existsSync(path.join(folder, 'index.html'));

/**
 * The folder of the built web application: `WEB_ROOT`, else `apps/web/dist` of the checkout this code lies in.
 * Undefined where nothing was built (tests, an API of its own); a `WEB_ROOT` without a page is a ConfigurationError.
 */
export function webRoot(environment: Pick<Environment, 'WEB_ROOT'>, from = import.meta.dirname): string | undefined {
  if (environment.WEB_ROOT !== undefined) {
    if (!built(environment.WEB_ROOT))
      throw new ConfigurationError(`WEB_ROOT: ${environment.WEB_ROOT} holds no index.html`);
    return path.resolve(environment.WEB_ROOT);
  }
  for (let folder = from; folder !== path.dirname(folder); folder = path.dirname(folder)) {
    const candidate = path.join(folder, 'apps', 'web', 'dist');
    if (built(candidate)) return candidate;
  }
  return undefined;
}
