import { clockText, hoursInWords, localTimeOf } from '@tongyun/kernel';
import type { DailyHours, VehicleFact } from './facts.js';
import type { Sentence } from './reason.js';

/** How a vehicle is called in a sentence: its plate, or that it has none. */
export const vehicleWords = ({ plateNo }: VehicleFact): Sentence =>
  plateNo === null
    ? { 'zh-CN': '该设备（无号牌）', en: 'This equipment (no plate)' }
    : { 'zh-CN': plateNo, en: plateNo };

/** An instant as local people write it, `2026-11-23 07:30`. */
export function localText(at: Date, timeZone: string): string {
  const { on, minuteOfDay } = localTimeOf(at, timeZone);
  return `${on} ${clockText(minuteOfDay)}`;
}

/** Hours with the days that they are on, `周一至周五 07:00–19:00`. */
export const hoursWords = (hours: readonly DailyHours[]): Sentence => ({
  'zh-CN': hoursInWords(hours, 'zh-CN'),
  en: hoursInWords(hours, 'en'),
});

/** Metres as kilometres with one decimal, `23.4`. */
export const kmText = (metres: number): string => (metres / 1000).toFixed(1);

/** Cubic metres with two decimals, as tickets print them. */
export const m3Text = (volumeM3: number): string => volumeM3.toFixed(2);

const EMISSION_CLASSES: Readonly<Record<string, string>> = {
  国一: 'China I',
  国二: 'China II',
  国三: 'China III',
  国四: 'China IV',
  国五: 'China V',
  国六: 'China VI',
  新能源: 'new energy',
};

/** An emission class as English readers know it; one that nobody knows as it was entered. */
export const emissionClassInEnglish = (name: string): string => EMISSION_CLASSES[name] ?? name;
