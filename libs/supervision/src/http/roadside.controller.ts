import { Needs, Scope } from '@tongyun/accounts';
import { PassStates, ZoneQueries } from '@tongyun/compliance';
import {
  type RoadsideQuery,
  roadsideQuery,
  type RoadsideView,
  roadsideView,
} from '@tongyun/contracts';
import { type AccessScope, localTimeOf } from '@tongyun/kernel';
import { TIME_ZONE } from '@tongyun/platform';
import { Controller, Get, Inject, Param, Query, SerializeOptions, UseGuards } from '@nestjs/common';
import { RoadsideService } from '../roadside.service.js';
import { QuestionLimitsGuard } from './question-limits.guard.js';
import { toRoadsideView } from './roadside.view.js';

@Controller('roadside/vehicles')
export class RoadsideController {
  constructor(
    private readonly roadside: RoadsideService,
    private readonly passStates: PassStates,
    private readonly zones: ZoneQueries,
    @Inject(TIME_ZONE) private readonly timeZone: string,
  ) {}

  @Get(':plate')
  @Needs('roadside.ask')
  @UseGuards(QuestionLimitsGuard)
  @SerializeOptions({ schema: roadsideView })
  async ask(
    @Scope() scope: AccessScope,
    @Param('plate') plate: string,
    @Query({ schema: roadsideQuery }) query: RoadsideQuery,
  ): Promise<RoadsideView> {
    const answer = await this.roadside.ask(scope, plate, query);
    const { judgedFor } = answer;
    const { zones } = await this.zones.inForce(judgedFor);
    return toRoadsideView(answer, {
      stateOf: await this.passStates.judgeAt(judgedFor),
      zoneNameOf: new Map(zones.map(({ fact }) => [fact.zoneId, fact.name])),
      on: localTimeOf(judgedFor, this.timeZone).on,
    });
  }
}
