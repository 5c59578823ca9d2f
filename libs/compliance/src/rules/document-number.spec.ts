import { documentNumber, documentPrefix } from './document-number.js';

describe('documentPrefix', () => {
  it.each([
    { plateNo: '浙A12345', equipmentNo: null, prefix: '202611A12345', why: 'province left out' },
    { plateNo: '浙A12345D', equipmentNo: null, prefix: '202611A12345D', why: 'eight places' },
    { plateNo: null, equipmentNo: 'HBT80', prefix: '202611HBT80', why: 'a pump with no plate' },
  ])('is $prefix ($why)', ({ plateNo, equipmentNo, prefix }) => {
    expect(documentPrefix('2026-11-23', { plateNo, equipmentNo })).toBe(prefix);
  });
});

describe('documentNumber', () => {
  it('counts in three places', () => {
    expect(documentNumber('202611A12345', 1)).toBe('202611A12345001');
    expect(documentNumber('202611A12345', 42)).toBe('202611A12345042');
  });
});
