import { isPublicAddress } from './webhook-address.js';

describe('isPublicAddress', () => {
  it.each([
    { url: 'https://erp.example.com/hooks/tongyun', is: true, why: 'a name on the internet' },
    { url: 'http://erp.example.com/hooks', is: false, why: 'anybody on the way could read it' },
    { url: 'https://10.0.0.8/hooks', is: false, why: 'a number: perhaps our own network' },
    { url: 'https://2130706433/hooks', is: false, why: 'this machine, written as one number' },
    { url: 'https://[::1]/hooks', is: false, why: 'this machine' },
    { url: 'https://localhost/hooks', is: false, why: 'this machine' },
    { url: 'https://db.internal/hooks', is: false, why: 'a name of an inner network' },
    { url: 'https://localhost./hooks', is: false, why: 'this machine, with a final dot' },
    { url: 'https://db.internal./hooks', is: false, why: 'an inner name, with a final dot' },
    { url: 'https://me:secret@erp.example.com/', is: false, why: 'a password in the log' },
    { url: 'erp.example.com', is: false, why: 'no address' },
  ])('of $url is $is: $why', ({ url, is }) => {
    expect(isPublicAddress(url)).toBe(is);
  });
});
