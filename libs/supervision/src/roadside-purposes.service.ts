import type { RoadsidePurpose } from '@tongyun/contracts';
import { DomainError } from '@tongyun/kernel';
import { PolicyQueries } from '@tongyun/policy';
import { Injectable } from '@nestjs/common';

/** Whether a question has to say what it is asked for. */
@Injectable()
export class RoadsidePurposes {
  constructor(private readonly policies: PolicyQueries) {}

  async assertSaid(purpose: RoadsidePurpose | undefined, now: Date): Promise<void> {
    if (purpose !== undefined) return;
    const { value: isRequired } = await this.policies.valueAt('roadside.purpose_required', now);
    if (isRequired) {
      throw new DomainError('ROADSIDE_PURPOSE_REQUIRED', 'Say what the vehicle is asked about for');
    }
  }
}
