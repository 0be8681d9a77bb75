import { DemoApi } from '../demo/demo-api.js';
import { STORY_DAYS } from '../demo/story-time.js';
import { tellStory } from '../demo/tell-story.js';
import { readArguments } from '../read-arguments.js';
import { UsageError } from '../usage-error.js';
import type { RunOnDatabase } from './command.js';

const DAY = 24 * 60 * 60_000;

/** Makes the demonstration workspace `demo`, whose people sign in with UPTAKE_DEMO_PASSWORD; leaves one that is there alone. */
export const runDemo: RunOnDatabase = async (args, { databaseUrl, appSecret }) => {
  readArguments({ args, options: {} });
  const password = process.env['UPTAKE_DEMO_PASSWORD'];
  if (!password) throw new UsageError('set UPTAKE_DEMO_PASSWORD, the password of the demonstration people');
  const end = new Date();
  const api = await DemoApi.create(databaseUrl, appSecret, 'demo', new Date(end.getTime() - STORY_DAYS * DAY));
  if (!api) {
    console.log('the demonstration workspace is there already');
    return 0;
  }
  try {
    await api.open('Compact for follow-through', password);
    await tellStory(api, end);
  } finally {
    await api.close();
  }
  console.log('the demonstration workspace is ready');
  return 0;
};
