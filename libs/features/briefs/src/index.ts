export * from './briefs.module.js';
export { ReadBriefJob } from './import/read-brief.job.js';
