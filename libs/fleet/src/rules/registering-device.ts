/** The device that an entry is kept for, as it stated itself; stated and without a code: the one that is awaited. */
export interface KnownDevice {
  /** Empty: none was given or shown yet. */
  readonly authCode: string;
  readonly terminalNo: string | null;
  readonly manufacturer: string | null;
  readonly state: 'provisional' | 'bound' | 'blocked';
}

export type StatedDevice = Pick<KnownDevice, 'terminalNo' | 'manufacturer'>;

/**
 * Tells which device states an entry's phone number in a registration (JT/T 808, 0x0100): anybody can state
 * one, so only the device that the code was given to is given it again.
 *
 * @returns `newcomer`: nobody holds a code of this entry that is worth anything, and no other device is
 *   awaited, it gets one of its own;
 *   `same`: the device that registered before, by its number and manufacturer; `another`: a device that
 *   has to be bound by a person before it is believed
 */
export function judgeRegisteringDevice(
  known: KnownDevice,
  stated: StatedDevice,
): 'newcomer' | 'same' | 'another' {
  if (!isStated(known)) {
    return known.authCode !== '' && known.state === 'bound' ? 'another' : 'newcomer';
  }
  const isSame =
    known.terminalNo === stated.terminalNo && known.manufacturer === stated.manufacturer;
  if (!isSame) return 'another';
  return known.authCode === '' ? 'newcomer' : 'same';
}

/**
 * Whether a device that takes the code of an entry on a known vehicle cannot be told from any other that
 * states the number, because neither the entry nor the device names one: then it is a person that says
 * whether it is the vehicle's.
 */
export const isTakenBlindly = (known: KnownDevice, stated: StatedDevice): boolean =>
  known.state === 'bound' && known.authCode === '' && !isStated(known) && !isStated(stated);

/** Whether an entry waits for one certain device to register, so that a code alone is not believed. */
export const isDeviceAwaited = (known: Omit<KnownDevice, 'state'>): boolean =>
  known.authCode === '' && isStated(known);

const isStated = ({ terminalNo, manufacturer }: StatedDevice): boolean =>
  terminalNo !== null || manufacturer !== null;

/** What a device that shows a code without registering says of itself. */
export const SAYS_NOTHING: StatedDevice = { terminalNo: null, manufacturer: null };

/** The device that stated an entry's number last and was turned down for not being the one it is kept for. */
export const claimedDeviceOf = (entry: {
  readonly claimedTerminalNo: string | null;
  readonly claimedManufacturer: string | null;
}): StatedDevice => ({
  terminalNo: entry.claimedTerminalNo,
  manufacturer: entry.claimedManufacturer,
});
