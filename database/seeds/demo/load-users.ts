import { CreateUserService } from '@tongyun/accounts';
import { DomainError, type EnterpriseId } from '@tongyun/kernel';
import { DEMO_ADMINISTRATION, type ServiceSource, serviceOf } from './demo-services.js';
import type { EnterpriseKey } from './enterprises.js';
import { DEMO_PASSWORD, DEMO_SIGN_INS } from './sign-ins.js';

/** Adds the demo's sign-ins; a name that somebody has already is left as it is. */
export async function loadUsers(
  app: ServiceSource,
  enterprises: ReadonlyMap<EnterpriseKey, EnterpriseId>,
): Promise<void> {
  for (const { username, role, displayName, enterprise, ...place } of DEMO_SIGN_INS) {
    try {
      await serviceOf(app, CreateUserService).create(DEMO_ADMINISTRATION, {
        ...place,
        username,
        password: DEMO_PASSWORD,
        displayName,
        roles: [role],
        enterpriseId: enterprise && enterprises.get(enterprise)!,
      });
    } catch (refusal) {
      if (!(refusal instanceof DomainError) || refusal.code !== 'USERNAME_TAKEN') throw refusal;
    }
  }
}
