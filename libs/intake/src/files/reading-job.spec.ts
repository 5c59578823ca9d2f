import { DomainError } from '@tongyun/kernel';
import { answerOf, rowsOf } from './reading-job.js';

/** What the thread posts, as it comes out of it. */
const read = async (text: string, mostRows = 10) =>
  structuredClone(await answerOf({ bytes: new TextEncoder().encode(text), mostRows }));

describe('a file that is read on a thread', () => {
  it('comes back as its rows', async () => {
    expect(rowsOf(await read('a,b\n1,2\n'))).toEqual([
      { rowNo: 1, cells: ['a', 'b'], formulas: [] },
      { rowNo: 2, cells: ['1', '2'], formulas: [] },
    ]);
  });

  it('is refused with the code and the limit that the thread refused it with', async () => {
    const answer = await read('x\n'.repeat(11));

    expect(() => rowsOf(answer)).toThrow(DomainError);
    expect(answer).toMatchObject({
      ok: false,
      code: 'IMPORT_FILE_TOO_LARGE',
      details: { tooMany: 'rows', most: 10 },
    });
  });
});
