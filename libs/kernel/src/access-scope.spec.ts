import { type AccessScope, maySeeEnterprise, SYSTEM_SCOPE } from './access-scope.js';
import type { EnterpriseId } from './ids.js';

const ours = 'a' as EnterpriseId;
const theirs = 'b' as EnterpriseId;
const dispatcher: AccessScope = {
  ...SYSTEM_SCOPE,
  roles: ['dispatcher'],
  enterpriseIds: [ours],
};

describe('maySeeEnterprise', () => {
  it.each([
    { scope: dispatcher, id: ours, may: true, why: 'one’s own' },
    { scope: dispatcher, id: theirs, may: false, why: 'another’s' },
    { scope: dispatcher, id: null, may: false, why: 'nobody’s' },
    { scope: SYSTEM_SCOPE, id: theirs, may: true, why: 'an authority sees all' },
    { scope: SYSTEM_SCOPE, id: null, may: true, why: 'even what is nobody’s' },
  ])('is $may for $why', ({ scope, id, may }) => {
    expect(maySeeEnterprise(scope, id)).toBe(may);
  });
});
