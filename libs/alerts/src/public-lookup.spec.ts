import { isPublicIp, publicLookup } from './public-lookup.js';

describe('isPublicIp', () => {
  it.each([
    ['203.0.114.7', 4, true],
    ['2400:cb00::1', 6, true],
    ['127.0.0.1', 4, false],
    ['10.1.2.3', 4, false],
    ['172.31.0.1', 4, false],
    ['169.254.169.254', 4, false],
    ['192.168.1.1', 4, false],
    ['100.100.100.200', 4, false],
    ['239.0.0.1', 4, false],
    ['::1', 6, false],
    ['::ffff:10.0.0.1', 6, false],
    ['fd00::1', 6, false],
    ['fe80::1', 6, false],
  ])('of %s is %s: %s', (address, family, is) => {
    expect(isPublicIp(address, family)).toBe(is);
  });
});

describe('publicLookup', () => {
  it('fails for a name that leads to this machine', async () => {
    const error = await new Promise((resolve) =>
      publicLookup('localhost', { all: true }, (failed) => resolve(failed)),
    );

    expect(error).toEqual(new Error('localhost is not on the internet'));
  });
});
