import { chooseVehicleForTerminal } from './terminal-vehicle.js';

const real = { plateNo: '浙A00001', isProvisional: false };
const nameless = { plateNo: null, isProvisional: true };
const named = { plateNo: '浙A00001', isProvisional: true };
const free = { id: 'v1', isProvisional: true, isTaken: false };
const taken = { id: 'v2', isProvisional: true, isTaken: true };
const entered = { id: 'v4', isProvisional: false, isTaken: false };

describe('chooseVehicleForTerminal', () => {
  it.each([
    {
      why: 'a new terminal with an unknown plate',
      current: null,
      plateNo: '浙A00009',
      holders: [],
      choice: { kind: 'provision', plateNo: '浙A00009' },
    },
    {
      why: 'a new terminal that states no plate',
      current: null,
      plateNo: null,
      holders: [],
      choice: { kind: 'provision', plateNo: null },
    },
    {
      why: 'a new terminal with a plate that nobody entered and that has none yet',
      current: null,
      plateNo: '浙A00001',
      holders: [free],
      choice: { kind: 'take', vehicleId: 'v1' },
    },
    {
      why: 'a new terminal with the plate of an entered vehicle that has none yet',
      current: null,
      plateNo: '浙A00001',
      holders: [entered],
      choice: { kind: 'provision', plateNo: null },
    },
    {
      why: 'a new terminal with the plate of a vehicle that has another terminal',
      current: null,
      plateNo: '浙A00001',
      holders: [taken],
      choice: { kind: 'provision', plateNo: null },
    },
    {
      why: 'a plate that two vehicles of different colours carry',
      current: null,
      plateNo: '浙A00001',
      holders: [free, { ...free, id: 'v3' }],
      choice: { kind: 'provision', plateNo: null },
    },
    {
      why: 'a bound terminal that suddenly states another plate',
      current: real,
      plateNo: '浙A00009',
      holders: [free],
      choice: { kind: 'keep' },
    },
    {
      why: 'a provisional terminal that states its plate again',
      current: named,
      plateNo: '浙A00001',
      holders: [free],
      choice: { kind: 'keep' },
    },
    {
      why: 'a nameless one that now states an unknown plate',
      current: nameless,
      plateNo: '浙A00009',
      holders: [],
      choice: { kind: 'name', plateNo: '浙A00009' },
    },
    {
      why: 'a nameless one that now states a plate that nobody entered',
      current: nameless,
      plateNo: '浙A00001',
      holders: [free],
      choice: { kind: 'take', vehicleId: 'v1' },
    },
    {
      why: 'a nameless one that now states the plate of an entered vehicle',
      current: nameless,
      plateNo: '浙A00001',
      holders: [entered],
      choice: { kind: 'keep' },
    },
    {
      why: 'a nameless one that states a plate another terminal stands for',
      current: nameless,
      plateNo: '浙A00001',
      holders: [taken],
      choice: { kind: 'keep' },
    },
    {
      why: 'a named provisional one that states an unknown plate',
      current: named,
      plateNo: '浙A00009',
      holders: [],
      choice: { kind: 'keep' },
    },
  ] as const)('answers $choice.kind for $why', ({ current, plateNo, holders, choice }) => {
    expect(chooseVehicleForTerminal<string>(current, plateNo, holders)).toEqual(choice);
  });
});
