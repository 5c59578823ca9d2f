/** The device that an entry is kept for, as it stated itself. */
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
 * @returns `newcomer`: nobody holds a code of this entry that is worth anything, it gets one of its own;
 *   `same`: the device that registered before, by its number and manufacturer; `another`: a device that
 *   has to be bound by a person before it is believed
 */
export function judgeRegisteringDevice(
  known: KnownDevice,
  stated: StatedDevice,
): 'newcomer' | 'same' | 'another' {
  if (known.authCode === '') return 'newcomer';
  const hasRegistered = known.terminalNo !== null || known.manufacturer !== null;
  if (!hasRegistered) return known.state === 'bound' ? 'another' : 'newcomer';
  const isSame =
    known.terminalNo === stated.terminalNo && known.manufacturer === stated.manufacturer;
  return isSame ? 'same' : 'another';
}
