import { judgeOrderEntry, type SupplierFact } from './order-entry.js';

const supplier: SupplierFact = {
  isBarred: false,
  areOrdersBlocked: false,
  plantLicence: 'licensed',
};

describe('judgeOrderEntry', () => {
  it.each<{ change: Partial<SupplierFact>; state: string }>([
    { change: {}, state: 'may_take' },
    { change: { areOrdersBlocked: true }, state: 'blocked_by_credit' },
    { change: { plantLicence: 'unlicensed' }, state: 'plant_not_licensed' },
    { change: { plantLicence: 'suspended', areOrdersBlocked: true }, state: 'plant_not_licensed' },
    { change: { isBarred: true, areOrdersBlocked: true }, state: 'barred' },
  ])('is $state after $change', ({ change, state }) => {
    expect(judgeOrderEntry({ ...supplier, ...change }).state).toBe(state);
  });
});
