import { PERMISSIONS } from '@tongyun/accounts';
import { ROLES } from '@tongyun/kernel';
import { readRolesTable, type RolesTable } from '../support/roles-table.js';

describe('docs/roles.md', () => {
  let table: RolesTable;

  beforeAll(async () => {
    table = await readRolesTable();
  });

  it('has the permissions of the code, in its order', () => {
    expect([...table.holders.keys()]).toEqual(Object.keys(PERMISSIONS));
    expect([...table.asked.keys()]).toEqual(Object.keys(PERMISSIONS));
  });

  it('gives each permission to the roles that the code gives it to', () => {
    const inCode = Object.entries(PERMISSIONS).map(([permission, allowed]) => [
      permission,
      ROLES.filter((role) => allowed.some((one) => one === role)),
    ]);

    expect(Object.fromEntries(table.holders)).toEqual(Object.fromEntries(inCode));
  });

  it('says of each permission whose rows it is for', () => {
    const silent = [...table.scopes].filter(([, said]) => !said.endsWith('.'));

    expect(silent).toEqual([]);
  });
});
