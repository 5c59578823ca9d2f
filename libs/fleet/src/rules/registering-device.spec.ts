import { isDeviceAwaited, judgeRegisteringDevice, type KnownDevice } from './registering-device.js';

const STATED = { terminalNo: 'T1', manufacturer: '70111' };
const known = (change: Partial<KnownDevice> = {}): KnownDevice => ({
  authCode: 'f3a9',
  state: 'bound',
  ...STATED,
  ...change,
});
const SHOWN_ONLY = { terminalNo: null, manufacturer: null };

describe('judgeRegisteringDevice', () => {
  it.each<{ entry: KnownDevice; device: string; why: string }>([
    { entry: known(), device: 'same', why: 'its number and manufacturer are as before' },
    { entry: known({ terminalNo: 'T2' }), device: 'another', why: 'its number is not' },
    { entry: known({ manufacturer: '70112' }), device: 'another', why: 'its manufacturer is not' },
    {
      entry: known({ ...SHOWN_ONLY, authCode: '' }),
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
      entry: known(SHOWN_ONLY),
      device: 'another',
      why: 'a bound terminal showed a code that nobody here gave it',
    },
    {
      entry: known({ ...SHOWN_ONLY, state: 'provisional' }),
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
    expect(isDeviceAwaited(known({ ...SHOWN_ONLY, authCode: '' }))).toBe(false);
  });
});
