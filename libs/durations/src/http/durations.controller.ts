import { Needs, Scope } from '@tongyun/accounts';
import {
  type DurationDecisionsQuery,
  durationDecisionsQuery,
  durationDecisionsView,
  type DurationDecisionView,
  durationDecisionView,
  durationLearningsView,
  type DurationLearningView,
  durationLearningView,
  durationPage,
  type DurationsQuery,
  durationsQuery,
  type DurationView,
  type LearnDurationsRequest,
  learnDurationsRequest,
  type Page,
  type SetDurationRequest,
  setDurationRequest,
  type WithdrawDurationRequest,
  withdrawDurationRequest,
} from '@tongyun/contracts';
import type { AccessScope, EnterpriseId } from '@tongyun/kernel';
import { readCursor, toPage } from '@tongyun/platform';
import {
  Body,
  Controller,
  Get,
  Headers,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  SerializeOptions,
} from '@nestjs/common';
import { DecideDurationService } from '../decide-duration.service.js';
import { DurationQueries } from '../duration-queries.service.js';
import { LearnDurationsService } from '../learn-durations.service.js';
import {
  toDurationDecisionView,
  toDurationLearningView,
  toDurationView,
} from './durations.view.js';

/** How long things take: what was learnt of them, and what people say. */
@Controller('durations')
export class DurationsController {
  constructor(
    private readonly queries: DurationQueries,
    private readonly decideDuration: DecideDurationService,
    private readonly learnDurations: LearnDurationsService,
  ) {}

  @Get()
  @Needs('durations.read')
  @SerializeOptions({ schema: durationPage })
  async list(
    @Scope() scope: AccessScope,
    @Query({ schema: durationsQuery }) query: DurationsQuery,
  ): Promise<Page<DurationView>> {
    const { rows, samplesMin } = await this.queries.list(scope, {
      enterpriseId: query.enterpriseId as EnterpriseId,
      kind: query.kind ?? null,
      afterKey: readCursor(query)?.key ?? '',
      take: query.limit + 1,
    });
    return toPage(
      rows,
      query,
      ({ key, id }) => ({ key, id }),
      (row) => toDurationView(row, samplesMin),
    );
  }

  /** Every decision on one of them, the newest first. */
  @Get('decisions')
  @Needs('durations.read')
  @SerializeOptions({ schema: durationDecisionsView })
  async decisions(
    @Scope() scope: AccessScope,
    @Query({ schema: durationDecisionsQuery }) { enterpriseId, key }: DurationDecisionsQuery,
  ): Promise<{ items: DurationDecisionView[] }> {
    const rows = await this.queries.decisionsOn(scope, enterpriseId as EnterpriseId, key);
    return { items: rows.map(toDurationDecisionView) };
  }

  @Post('decisions')
  @Needs('durations.decide')
  @SerializeOptions({ schema: durationDecisionView })
  async decide(
    @Scope() scope: AccessScope,
    @Body({ schema: setDurationRequest }) body: SetDurationRequest,
    @Headers('if-match') ifMatch: string | undefined,
  ): Promise<DurationDecisionView> {
    return toDurationDecisionView(await this.decideDuration.decide(scope, body, ifMatch));
  }

  @Post('decisions/:id/withdrawal')
  @Needs('durations.decide')
  @SerializeOptions({ schema: durationDecisionView })
  async withdraw(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: withdrawDurationRequest }) { reason }: WithdrawDurationRequest,
  ): Promise<DurationDecisionView> {
    return toDurationDecisionView(await this.decideDuration.withdraw(scope, id, reason));
  }

  /** When durations were learnt, the newest first. */
  @Get('learnings')
  @Needs('durations.read')
  @SerializeOptions({ schema: durationLearningsView })
  async learnings(
    @Scope() scope: AccessScope,
    @Query({ schema: learnDurationsRequest }) { enterpriseId }: LearnDurationsRequest,
  ): Promise<{ items: DurationLearningView[] }> {
    const rows = await this.queries.learnings(scope, enterpriseId as EnterpriseId);
    return { items: rows.map(toDurationLearningView) };
  }

  /** Learns from the trips finished so far, without waiting for the day to turn. */
  @Post('learnings')
  @Needs('durations.decide')
  @SerializeOptions({ schema: durationLearningView })
  async learn(
    @Scope() scope: AccessScope,
    @Body({ schema: learnDurationsRequest }) { enterpriseId }: LearnDurationsRequest,
  ): Promise<DurationLearningView> {
    const learning = await this.learnDurations.learn(scope, enterpriseId as EnterpriseId);
    return toDurationLearningView(learning);
  }
}
