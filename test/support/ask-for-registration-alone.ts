import { SYSTEM_SCOPE } from '@tongyun/kernel';
import { SetPolicyService } from '@tongyun/policy';
import type { TestingModule } from '@nestjs/testing';

/** Policies of a city that gives a pass to any registered vehicle, terminal and drivers or not. */
export const REGISTRATION_ALONE = {
  'passes.terminal_heard_within_hours': null,
  'passes.trained_drivers_min': 0,
};

/** Decides them for the whole city, in force from an instant. */
export async function askForRegistrationAlone(
  module: TestingModule,
  effectiveFrom: Date,
): Promise<void> {
  const set = module.get(SetPolicyService, { strict: false });
  for (const [key, value] of Object.entries(REGISTRATION_ALONE)) {
    const decision = { key, scope: 'city', value, effectiveFrom, confidence: 'decided' } as const;
    await set.set(SYSTEM_SCOPE, { ...decision, source: 'spec', reason: 'spec' });
  }
}
