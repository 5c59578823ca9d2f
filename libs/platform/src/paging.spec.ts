import { DomainError, newId } from '@tongyun/kernel';
import { readCursor, readInstantCursor, toPage } from './paging.js';

const id = newId<string>();
const cursorOf = (text: string) => ({
  cursor: Buffer.from(text).toString('base64url'),
  limit: 50,
});
const refusalOf = (read: () => unknown): unknown => {
  try {
    return read();
  } catch (error) {
    return error instanceof DomainError ? error.code : error;
  }
};

describe('paging', () => {
  it.each([{ key: '滨江' }, { key: '' }, { key: 'two\nlines' }])(
    'goes on after the last row shown, whose key is $key',
    ({ key }) => {
      const query = { limit: 1 };
      const { nextCursor } = toPage(
        [key, 'more'],
        query,
        (row) => ({ key: row, id }),
        (row) => row,
      );

      expect(readCursor({ ...query, cursor: nextCursor! })).toEqual({ key, id });
    },
  );

  it('begins at the beginning without a cursor', () => {
    expect(readCursor({ limit: 50 })).toBeNull();
    expect(readInstantCursor({ limit: 50 })).toBeNull();
  });

  it.each([
    { what: 'rubbish', text: 'rubbish' },
    { what: 'no id', text: 'key\n' },
    { what: 'an id that is no UUID', text: `key\n${'-'.repeat(36)}` },
    { what: 'a key that no text is', text: `a\0b\n${id}` },
  ])('refuses a cursor with $what', ({ text }) => {
    expect(refusalOf(() => readCursor(cursorOf(text)))).toBe('CURSOR_INVALID');
    expect(refusalOf(() => readInstantCursor(cursorOf(text)))).toBe('CURSOR_INVALID');
  });

  it('takes an instant in a list ordered by time', () => {
    const key = '2026-05-04T08:00:00.123Z';

    expect(readInstantCursor(cursorOf(`${key}\n${id}`))).toEqual({ key, id });
  });

  it.each(['a name', '', '2026-02-30T00:00:00.000Z', '2026-05-04', '0000-01-01T00:00:00.000Z'])(
    'refuses %p in a list ordered by time',
    (key) => {
      const query = cursorOf(`${key}\n${id}`);

      expect(refusalOf(() => readInstantCursor(query))).toBe('CURSOR_INVALID');
    },
  );
});
