import { normaliseEquipmentNo } from './equipment-no.js';

describe('normaliseEquipmentNo', () => {
  it.each([
    { typed: 'hbt80-xs-t1', why: 'small letters' },
    { typed: ' HBT80-XS-T1\t', why: 'blanks at its ends' },
    { typed: 'ＨＢＴ８０－ＸＳ－Ｔ１', why: 'full width' },
  ])('writes "$typed" as HBT80-XS-T1 ($why)', ({ typed }) => {
    expect(normaliseEquipmentNo(typed)).toBe('HBT80-XS-T1');
  });

  it('leaves what tells two pumps apart', () => {
    expect(normaliseEquipmentNo('拖泵  3号')).toBe('拖泵 3号');
  });
});
