export { parseBrief } from './parse-brief.js';
