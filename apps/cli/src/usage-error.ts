/** The command line was not understood: the usage is printed and the exit code is 2. */
export class UsageError extends Error {
  override name = 'UsageError';
}
