import type { Database } from '@uptake/persistence';
import type { Measure } from '@uptake/platform';

/** Whether requests wait for the database. */
export const apiMeasures = (database: Database): Measure[] => [
  {
    name: 'uptake_database_connections',
    help: 'Connections of this process: all, those idle, and requests that wait for one',
    label: 'state',
    read: () => ({ all: database.pool.totalCount, idle: database.pool.idleCount, waiting: database.pool.waitingCount }),
  },
];
