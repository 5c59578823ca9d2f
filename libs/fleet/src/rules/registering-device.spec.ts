import {
  isDeviceAwaited,
  isTakenBlindly,
  judgeRegisteringDevice,
  type KnownDevice,
  SAYS_NOTHING,
} from './registering-device.js';

const STATED = { terminalNo: 'T1', manufacturer: '70111' };
const known = (change: Partial<KnownDevice> = {}): KnownDevice => ({
  authCode: 'f3a9',
  state: 'bound',
  ...STATED,
  ...change,
});

describe('judgeRegisteringDevice', () => {
  it.each<{ entry: KnownDevice; device: string; why: string }>([
    { entry: known(), device: 'same', why: 'its number and manufacturer are as before' },
    { entry: known({ terminalNo: 'T2' }), device: 'another', why: 'its number is not' },
    { entry: known({ manufacturer: '70112' }), device: 'another', why: 'its manufacturer is not' },
    {
      entry: known({ ...SAYS_NOTHING, authCode: '' }),
      device: 'newcomer',
      why: 'no code was given yet',
    },
    { entry: known({ authCode: '' }), device: 'newcomer', why: 'it is the one that is awaited' },
    {
      entry: known({ authCode: '', terminalNo: 'T2' }),
      device: 'another',
      why: 'another one is awaited',
    },
    {
      entry: known(SAYS_NOTHING),
      device: 'another',
      why: 'a bound terminal showed a code that nobody here gave it',
    },
    {
      entry: known({ ...SAYS_NOTHING, state: 'provisional' }),
      device: 'newcomer',
      why: 'it stands for no vehicle yet',
    },
  ])('is $device: $why', ({ entry, device }) => {
    expect(judgeRegisteringDevice(entry, STATED)).toBe(device);
  });
});

describe('isDeviceAwaited', () => {
  it('is so of a device that was stated and has no code yet', () => {
    expect(isDeviceAwaited(known({ authCode: '' }))).toBe(true);
    expect(isDeviceAwaited(known())).toBe(false);
    expect(isDeviceAwaited(known({ ...SAYS_NOTHING, authCode: '' }))).toBe(false);
  });
});

describe('isTakenBlindly', () => {
  const bare = known({ ...SAYS_NOTHING, authCode: '' });

  it.each([
    { entry: bare, device: SAYS_NOTHING, blindly: true, why: 'nothing is known of either' },
    { entry: bare, device: STATED, blindly: false, why: 'it says which device it is' },
    {
      entry: known({ authCode: '' }),
      device: SAYS_NOTHING,
      blindly: false,
      why: 'a certain one is awaited',
    },
    { entry: known(SAYS_NOTHING), device: SAYS_NOTHING, blindly: false, why: 'it has its code' },
    {
      entry: { ...bare, state: 'provisional' as const },
      device: SAYS_NOTHING,
      blindly: false,
      why: 'it stands for no known vehicle',
    },
  ])('is $blindly: $why', ({ entry, device, blindly }) => {
    expect(isTakenBlindly(entry, device)).toBe(blindly);
  });
});
