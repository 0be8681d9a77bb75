import { ConfigurationError, type Environment, parseEnvironment } from './environment.js';

/** For the start of a process: the parsed environment, or every fault of it in words and exit code 2. */
export function environmentOrExit(): Environment {
  try {
    return parseEnvironment(process.env);
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    console.error(error.message);
    process.exit(2);
  }
}
