import { PassStates, ZoneQueries } from '@tongyun/compliance';
import type { RoadsideView } from '@tongyun/contracts';
import { localTimeOf } from '@tongyun/kernel';
import { TIME_ZONE } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { RoadsideAnswer } from '../roadside-answers.service.js';
import { toRoadsideView } from './roadside.view.js';

/** Shows answers with the states of passes and the names of zones as they were at the instant asked about. */
@Injectable()
export class RoadsideViews {
  constructor(
    private readonly passStates: PassStates,
    private readonly zones: ZoneQueries,
    @Inject(TIME_ZONE) private readonly timeZone: string,
  ) {}

  async showAt(judgedFor: Date): Promise<(answer: RoadsideAnswer) => RoadsideView> {
    const { zones } = await this.zones.inForce(judgedFor);
    const shownWith = {
      stateOf: await this.passStates.judgeAt(judgedFor),
      zoneNameOf: new Map(zones.map(({ fact }) => [fact.zoneId, fact.name] as const)),
      on: localTimeOf(judgedFor, this.timeZone).on,
    };
    return (answer) => toRoadsideView(answer, shownWith);
  }
}
