import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { readAgain } from './read-again.js';

const KEY = ['rows'];
const settled = () => new Promise(setImmediate);

describe('reading a list again', () => {
  let queries: QueryClient;
  let stopLooking: () => void;
  let answers: ((rows: string) => void)[];
  const answer = async (rows: string) => {
    answers.at(-1)!(rows);
    await settled();
  };

  beforeEach(() => {
    answers = [];
    queries = new QueryClient();
    stopLooking = new QueryObserver(queries, {
      queryKey: KEY,
      queryFn: () => new Promise<string>((resolve) => answers.push(resolve)),
    }).subscribe(() => undefined);
  });
  afterEach(() => {
    stopLooking();
    queries.clear();
  });

  it('asks once more after an answer that was asked for before the change', async () => {
    const done = readAgain(queries, KEY);
    await answer('before the change');
    await answer('after the change');
    await done;

    expect(queries.getQueryData(KEY)).toBe('after the change');
  });

  it('asks once for all the changes heard while an answer is on its way', async () => {
    const heard = [readAgain(queries, KEY), readAgain(queries, KEY), readAgain(queries, KEY)];
    await answer('before the changes');
    await answer('after the changes');
    await Promise.all(heard);

    expect(answers).toHaveLength(2);
  });

  it('asks anew for a list that was read before', async () => {
    await answer('first');
    const done = readAgain(queries, KEY);
    await settled();
    await answer('second');
    await done;

    expect(queries.getQueryData(KEY)).toBe('second');
  });
});
