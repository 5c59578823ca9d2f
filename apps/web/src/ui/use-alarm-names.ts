import { useTranslation } from 'react-i18next';

const BITS = [
  0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26,
  27, 28, 29, 30, 31,
] as const;
type AlarmBit = (typeof BITS)[number];

interface Measured {
  readonly value: number | null;
  readonly unit: string | null;
}

/** The bits that are on in a measure of alarms of a terminal; null: it is a measure of something else. */
export const alarmBitsOf = ({ value, unit }: Measured): AlarmBit[] | null =>
  unit === 'alarm_bits' && value !== null ? BITS.filter((bit) => isOn(value, bit)) : null;

const isOn = (bits: number, bit: number): boolean => (bits & (1 << bit)) !== 0;

/** Names the alarms of a terminal that an alert is of; null where it is of something else. */
export function useAlarmNames(): (measured: Measured) => string | null {
  const { t } = useTranslation('shared');
  return (measured) =>
    alarmBitsOf(measured)
      ?.map((bit) => t(`alarmBit.bit${bit}`))
      .join(t('mark.and')) ?? null;
}
