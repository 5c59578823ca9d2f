import { Needs, Scope } from '@tongyun/accounts';
import {
  type DisclosedDriverView,
  disclosedDriverView,
  type DiscloseDriverRequest,
  discloseDriverRequest,
  type ListRoadsideOutcomesQuery,
  listRoadsideOutcomesQuery,
  type Page,
  type RecordOutcomeRequest,
  recordOutcomeRequest,
  roadsideOutcomePage,
  type RoadsideOutcomeView,
  roadsideOutcomeView,
} from '@tongyun/contracts';
import type { AccessScope } from '@tongyun/kernel';
import { NotReplayed, toPage } from '@tongyun/platform';
import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  SerializeOptions,
  UseGuards,
} from '@nestjs/common';
import type { RoadsideOutcomeEntity } from '../data/roadside-outcome.entity.js';
import { DiscloseDriverService } from '../disclose-driver.service.js';
import { RecordOutcomeService } from '../record-outcome.service.js';
import { QuestionLimitsGuard } from './question-limits.guard.js';

@Controller()
export class RoadsideOutcomesController {
  constructor(
    private readonly outcomes: RecordOutcomeService,
    private readonly discloseDriver: DiscloseDriverService,
  ) {}

  @Get('roadside-outcomes')
  @Needs('outcomes.read')
  @SerializeOptions({ schema: roadsideOutcomePage })
  async list(
    @Scope() scope: AccessScope,
    @Query({ schema: listRoadsideOutcomesQuery }) query: ListRoadsideOutcomesQuery,
  ): Promise<Page<RoadsideOutcomeView>> {
    const rows = await this.outcomes.list(scope, query);
    return toPage(rows, query, keyOf, toView);
  }

  /** What the officer did after the answer. */
  @Post('roadside-checks/:id/outcomes')
  @Needs('outcomes.record')
  @SerializeOptions({ schema: roadsideOutcomeView })
  async record(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: recordOutcomeRequest }) body: RecordOutcomeRequest,
  ): Promise<RoadsideOutcomeView> {
    return toView(await this.outcomes.record(scope, id, body));
  }

  /** Who drives, behind a stated purpose. The answer is not kept for a repeated request. */
  @Post('roadside-checks/:id/driver')
  @HttpCode(200)
  @NotReplayed()
  @UseGuards(QuestionLimitsGuard)
  @Needs('drivers.disclose')
  @SerializeOptions({ schema: disclosedDriverView })
  disclose(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: discloseDriverRequest }) { purpose }: DiscloseDriverRequest,
  ): Promise<DisclosedDriverView> {
    return this.discloseDriver.disclose(scope, id, purpose);
  }
}

const keyOf = ({ decidedAt, id }: RoadsideOutcomeEntity) => ({
  key: decidedAt.toISOString(),
  id,
});

const toView = (outcome: RoadsideOutcomeEntity): RoadsideOutcomeView => ({
  id: outcome.id,
  checkId: outcome.checkId,
  plateNo: outcome.plateNo,
  outcome: outcome.outcome,
  route: outcome.route,
  note: outcome.note,
  agency: outcome.agency,
  badgeNo: outcome.badgeNo,
  decidedAt: outcome.decidedAt.toISOString(),
  isEnterpriseTold: outcome.alertId !== null,
});
