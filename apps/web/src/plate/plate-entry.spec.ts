import type { PlateColor } from '@tongyun/contracts';
import {
  EMPTY_PLATE,
  eraseKey,
  findKeys,
  formatPlate,
  isCompletePlate,
  pressKey,
  readPlate,
} from './plate-entry.js';

const pressAll = (keys: string) => [...keys].reduce(pressKey, EMPTY_PLATE);

describe('plate entry', () => {
  it('starts with the home province, so that six taps make a plate', () => {
    const entry = pressAll('A12345');

    expect(entry).toEqual({ places: '浙A12345', color: 'yellow' });
    expect(isCompletePlate(entry)).toBe(true);
  });

  it.each([
    { places: '', has: '浙', hasNot: 'A', why: 'a plate begins with a province' },
    { places: '浙', has: 'A', hasNot: '1', why: 'then comes the city letter' },
    { places: '浙A', has: '1', hasNot: 'O', why: 'O is never on a plate' },
    { places: '浙A123', has: '5', hasNot: '挂', why: 'a tail comes only in the seventh place' },
    { places: '浙A1234', has: '挂', hasNot: 'I', why: 'a trailer ends in 挂' },
  ])('offers the keys that fit after "$places" ($why)', ({ places, has, hasNot }) => {
    const keys = findKeys(places).join('');

    expect(keys).toContain(has);
    expect(keys).not.toContain(hasNot);
  });

  it('offers nothing after the eighth place', () => {
    expect(findKeys('浙A12345D')).toEqual([]);
    expect(pressKey({ places: '浙A12345D', color: 'yellow_green' }, '1').places).toBe('浙A12345D');
  });

  it('ignores a key that does not fit the place', () => {
    expect(pressKey(EMPTY_PLATE, '1')).toEqual(EMPTY_PLATE);
  });

  it.each<{ from: PlateColor; to: PlateColor }>([
    { from: 'yellow', to: 'yellow_green' },
    { from: 'blue', to: 'green' },
    { from: 'white', to: 'white' },
  ])('turns $from into $to at the eighth place and back when it is erased', ({ from, to }) => {
    const eight = pressKey({ places: '浙A12345', color: from }, 'D');

    expect(eight).toEqual({ places: '浙A12345D', color: to });
    expect(eraseKey(eight)).toEqual({ places: '浙A12345', color: from });
  });

  it.each<{ places: string; color: PlateColor; isComplete: boolean; why: string }>([
    { places: '浙A1234', color: 'yellow', isComplete: false, why: 'a place short' },
    { places: '浙A12345', color: 'yellow', isComplete: true, why: 'seven places' },
    { places: '浙A12345D', color: 'yellow_green', isComplete: true, why: 'eight places' },
    { places: '浙A12345D', color: 'yellow', isComplete: false, why: 'yellow has seven' },
    { places: '浙A12345', color: 'green', isComplete: false, why: 'green has eight' },
    { places: '浙A1234挂', color: 'yellow', isComplete: true, why: 'a trailer' },
    { places: '浙A12345', color: 'other', isComplete: true, why: 'other colours vary' },
  ])('is complete: $isComplete for $color $places ($why)', ({ places, color, isComplete }) => {
    expect(isCompletePlate({ places, color })).toBe(isComplete);
  });

  it.each([
    { text: '浙A·12345', places: '浙A12345', why: 'the dot of the plate is dropped' },
    { text: 'a 123o5', places: '浙A12305', why: 'home province, upper case, O is 0' },
    { text: '沪ＡＤ２３４５６', places: '沪AD23456', why: 'full width' },
    { text: '浙A12345D99', places: '浙A12345D', why: 'no more than eight' },
    { text: '', places: '', why: 'nothing stays nothing' },
  ])('reads "$text" as $places ($why)', ({ text, places }) => {
    expect(readPlate(EMPTY_PLATE, text).places).toBe(places);
  });

  it('chooses the colour by the length of pasted text too', () => {
    expect(readPlate(EMPTY_PLATE, '浙A12345D').color).toBe('yellow_green');
  });

  it('shows the plate as it is painted', () => {
    expect(formatPlate('浙A12345')).toBe('浙A·12345');
    expect(formatPlate('浙A')).toBe('浙A');
    expect(formatPlate('HBT80-XS-T1')).toBe('HBT80-XS-T1');
  });
});
