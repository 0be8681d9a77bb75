/** Thrown by a job's handler when no further attempt can succeed: the job is kept as failed at once, with this reason. */
export class PermanentFailure extends Error {
  override readonly name = 'PermanentFailure';
}
