import type { TestDatabase } from './test-database.js';
import { until } from './until.js';

/** Waits until every stored fix is judged: until then its verdict is `ok`, whatever it is. */
export const untilJudged = ({ dataSource }: TestDatabase): Promise<void> =>
  until(async () => {
    const waiting: unknown[] = await dataSource.query(
      'SELECT first_arrival FROM fix_waiting UNION ALL SELECT arrival FROM fix_left',
    );
    return waiting.length === 0;
  });
