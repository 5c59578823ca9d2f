import { bindsPlate, type PlateBinding } from './binds-plate.js';

const plates = (change: Partial<PlateBinding>): PlateBinding => ({
  listed: [],
  isExcept: false,
  lastFigures: [],
  ...change,
});

describe('bindsPlate', () => {
  it.each([
    { why: 'any plate, where none are told apart', of: null, plateNo: '浙A12345', is: true },
    {
      why: 'a plate that begins so',
      of: { listed: ['浙A', '浙B'] },
      plateNo: '浙B1K345',
      is: true,
    },
    { why: 'no other', of: { listed: ['浙A', '浙B'] }, plateNo: '浙C12345', is: false },
    {
      why: 'no plate of the city',
      of: { listed: ['浙A'], isExcept: true },
      plateNo: '浙A12345',
      is: false,
    },
    {
      why: 'the outside ones',
      of: { listed: ['浙A'], isExcept: true },
      plateNo: '苏E12345',
      is: true,
    },
    { why: 'one plate by name', of: { listed: ['浙A12345'] }, plateNo: '浙A12345', is: true },
    { why: 'and no longer one', of: { listed: ['浙A12345'] }, plateNo: '浙A12345D', is: false },
    {
      why: 'a plate by its last figure',
      of: { lastFigures: [0, 5] },
      plateNo: '浙A12345',
      is: true,
    },
    {
      why: 'whatever letters follow it',
      of: { lastFigures: [0, 5] },
      plateNo: '浙A12345D',
      is: true,
    },
    { why: 'no other figure', of: { lastFigures: [0, 5] }, plateNo: '浙A12346D', is: false },
    { why: 'one without a figure', of: { lastFigures: [0, 5] }, plateNo: '浙ABCDEF', is: true },
    {
      why: 'only where both parts hold',
      of: { listed: ['浙A'], isExcept: true, lastFigures: [5] },
      plateNo: '苏E12346',
      is: false,
    },
    { why: 'a plate that nobody knows', of: { listed: ['浙A'] }, plateNo: null, is: true },
  ])('says $is of $plateNo: $why', ({ of, plateNo, is }) => {
    expect(bindsPlate(of && plates(of), plateNo)).toBe(is);
  });
});
