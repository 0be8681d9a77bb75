import { describe, expect, it } from '@jest/globals';
import { type JobName, jobNames } from '@uptake/contracts';
import { type JobHandler, JobHandlers } from './job-handlers.js';

const handler = (job: JobName): JobHandler => ({ job, concurrency: 1, handle: async () => undefined });

describe('the handlers of jobs', () => {
  it('are one for each job', () => {
    expect(new JobHandlers(jobNames.map(handler)).all().map(({ job }) => job)).toEqual(jobNames);
  });

  it.each(jobNames)('stop the boot when %s has none', (missing) => {
    expect(() => new JobHandlers(jobNames.filter((job) => job !== missing).map(handler))).toThrow(
      `The job ${missing} has 0 handlers`,
    );
  });

  it.each(jobNames)('stop the boot when %s has two', (doubled) => {
    expect(() => new JobHandlers([...jobNames, doubled].map(handler))).toThrow(`The job ${doubled} has 2 handlers`);
  });
});
