import type { ApiSession } from '../api/api-session.js';
import { bindTerminals } from './bind-terminals.js';

/** A server that lists these terminals as provisional, and what was posted to it. */
function serverWith(phones: readonly string[]) {
  const posted: [string, object][] = [];
  const listed = phones.map((phone) => ({ id: `id of ${phone}`, phone }));
  return {
    posted,
    session: {
      all: () => Promise.resolve(listed),
      post: (path: string, _view: unknown, body: object) => {
        posted.push([path, body]);
        return Promise.resolve({});
      },
    } as unknown as Pick<ApiSession, 'all' | 'post'>,
  };
}

describe('bindTerminals', () => {
  it('binds those on line to their vehicles, no stranger, and tells which are still to come', async () => {
    const { session, posted } = serverWith(['1', 'a stranger']);

    const waiting = await bindTerminals(
      session,
      new Map([
        ['1', 'pump'],
        ['2', 'mixer'],
      ]),
    );

    expect(posted).toEqual([['terminals/id of 1/binding', { vehicleId: 'pump' }]]);
    expect([...waiting]).toEqual([['2', 'mixer']]);
  });
});
