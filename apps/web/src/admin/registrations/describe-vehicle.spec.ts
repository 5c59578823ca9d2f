import { createInstance } from 'i18next';
import { en as sharedEn } from '../../i18n/texts/en.js';
import { adminEn } from '../texts/en.js';
import { describeVehicle } from './describe-vehicle.js';

const VEHICLE: Parameters<typeof describeVehicle>[0] = {
  plateColor: 'yellow',
  drumCapacityM3: 12,
  boomLengthM: null,
  lineLengthM: null,
  emissionClass: '国六',
  tareKg: null,
  fleetNo: 'QJ-01',
};

describe('a vehicle in one line', () => {
  const texts = createInstance();
  beforeAll(async () => {
    const resources = { en: { admin: adminEn, shared: sharedEn } };
    await texts.init({ lng: 'en', resources, interpolation: { escapeValue: false } });
  });
  const lineOf = (vehicle: typeof VEHICLE) =>
    describeVehicle(vehicle, texts.getFixedT('en', 'admin'), texts.getFixedT('en', 'shared'));

  it('names a known emission class in the words of the reader', () => {
    expect(lineOf(VEHICLE)).toBe('Yellow · drum 12 m³ · China VI · QJ-01');
  });

  it('tells an emission class that nobody knows as it was entered', () => {
    expect(lineOf({ ...VEHICLE, emissionClass: '欧五' })).toContain(' · 欧五 · ');
  });

  it('names each measure that was stated, and a colour that nobody knows not at all', () => {
    const measured = { boomLengthM: 52, lineLengthM: 90, tareKg: 14_500, fleetNo: null };

    expect(lineOf({ ...VEHICLE, ...measured, plateColor: 'pink' })).toBe(
      'drum 12 m³ · boom 52 m · line 90 m · China VI · tare 14500 kg',
    );
  });
});
