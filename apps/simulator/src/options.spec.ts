import { readOptions } from './options.js';

describe('readOptions', () => {
  it('needs nothing to drive against the demo', () => {
    expect(readOptions([], {})).toMatchObject({
      api: 'http://127.0.0.1:3000',
      jt808: { host: '127.0.0.1', port: 7611 },
      speed: 1,
    });
  });

  it('reads what the command line and SIM_USERS state', () => {
    const users = [{ username: 'a', password: 'b' }];
    const args = ['--api', 'https://example.cn', '--jt808', 'gw:808', '--speed', '3'];

    expect(readOptions(args, { SIM_USERS: JSON.stringify(users) })).toMatchObject({
      api: 'https://example.cn',
      jt808: { host: 'gw', port: 808 },
      speed: 3,
      users,
    });
  });

  it.each([
    { args: ['--jt808', 'nowhere'], why: /host:port/ },
    { args: ['--speed', '0'], why: /speed/ },
    { args: ['--api', 'ftp://x'], why: /api/ },
    { args: ['--colour', 'red'], why: /--colour/ },
  ])('refuses $args', ({ args, why }) => {
    expect(() => readOptions(args, {})).toThrow(why);
  });
});
