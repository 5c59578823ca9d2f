import { Needs, Scope } from '@tongyun/accounts';
import {
  type CancelTrainingSessionRequest,
  cancelTrainingSessionRequest,
  type EnrolDriversRequest,
  enrolDriversRequest,
  type Page,
  type PageQuery,
  pageQuery,
  type PlanTrainingSessionRequest,
  planTrainingSessionRequest,
  type RecordSessionResultsRequest,
  recordSessionResultsRequest,
  trainingSessionDetailView,
  type TrainingSessionDetailView,
  trainingSessionPage,
  trainingSessionView,
  type TrainingSessionView,
  type WithdrawDriverRequest,
  withdrawDriverRequest,
} from '@tongyun/contracts';
import type { AccessScope, DriverId, TrainingSessionId } from '@tongyun/kernel';
import { toPage } from '@tongyun/platform';
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
} from '@nestjs/common';
import { CancelTrainingSessionService } from '../cancel-training-session.service.js';
import { EnrolDriversService } from '../enrol-drivers.service.js';
import { PlanTrainingSessionService } from '../plan-training-session.service.js';
import { RecordSessionResultsService } from '../record-session-results.service.js';
import { TrainingSessionQueries } from '../training-session-queries.service.js';
import { WithdrawDriverService } from '../withdraw-driver.service.js';
import { toTrainingSessionDetailView, toTrainingSessionView } from './training-session.view.js';

@Controller('training-sessions')
export class TrainingSessionsController {
  constructor(
    private readonly sessions: TrainingSessionQueries,
    private readonly planSession: PlanTrainingSessionService,
    private readonly cancelSession: CancelTrainingSessionService,
    private readonly enrolDrivers: EnrolDriversService,
    private readonly withdrawDriver: WithdrawDriverService,
    private readonly recordResults: RecordSessionResultsService,
  ) {}

  @Get()
  @Needs('trainings.read')
  @SerializeOptions({ schema: trainingSessionPage })
  async list(
    @Scope() scope: AccessScope,
    @Query({ schema: pageQuery }) query: PageQuery,
  ): Promise<Page<TrainingSessionView>> {
    const rows = await this.sessions.list(scope, query);
    const keyOf = ({ session }: (typeof rows)[number]) => ({
      key: session.startsAt.toISOString(),
      id: session.id,
    });
    return toPage(rows, query, keyOf, toTrainingSessionView);
  }

  @Get(':id')
  @Needs('trainings.read')
  @SerializeOptions({ schema: trainingSessionDetailView })
  async get(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<TrainingSessionDetailView> {
    return toTrainingSessionDetailView(
      await this.sessions.get(scope, id as TrainingSessionId),
      scope,
    );
  }

  @Post()
  @Needs('trainings.record')
  @SerializeOptions({ schema: trainingSessionView })
  async plan(
    @Scope() scope: AccessScope,
    @Body({ schema: planTrainingSessionRequest }) body: PlanTrainingSessionRequest,
  ): Promise<TrainingSessionView> {
    const session = await this.planSession.plan(scope, body);
    return toTrainingSessionView({ session, enrolled: 0 });
  }

  @Post(':id/cancellation')
  @HttpCode(200)
  @Needs('trainings.record')
  @SerializeOptions({ schema: trainingSessionDetailView })
  async cancel(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: cancelTrainingSessionRequest }) { reason }: CancelTrainingSessionRequest,
  ): Promise<TrainingSessionDetailView> {
    return toTrainingSessionDetailView(
      await this.cancelSession.cancel(scope, id as TrainingSessionId, reason),
      scope,
    );
  }

  @Post(':id/enrolments')
  @HttpCode(200)
  @Needs('trainings.enrol')
  @SerializeOptions({ schema: trainingSessionDetailView })
  async enrol(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: enrolDriversRequest }) { driverIds }: EnrolDriversRequest,
  ): Promise<TrainingSessionDetailView> {
    return toTrainingSessionDetailView(
      await this.enrolDrivers.enrol(scope, id as TrainingSessionId, driverIds as DriverId[]),
      scope,
    );
  }

  @Post(':id/withdrawals')
  @HttpCode(200)
  @Needs('trainings.enrol')
  @SerializeOptions({ schema: trainingSessionDetailView })
  async withdraw(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: withdrawDriverRequest }) { driverId }: WithdrawDriverRequest,
  ): Promise<TrainingSessionDetailView> {
    return toTrainingSessionDetailView(
      await this.withdrawDriver.withdraw(scope, id as TrainingSessionId, driverId as DriverId),
      scope,
    );
  }

  @Post(':id/results')
  @HttpCode(200)
  @Needs('trainings.record')
  @SerializeOptions({ schema: trainingSessionDetailView })
  async record(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: recordSessionResultsRequest }) { results }: RecordSessionResultsRequest,
  ): Promise<TrainingSessionDetailView> {
    return toTrainingSessionDetailView(
      await this.recordResults.record(scope, id as TrainingSessionId, results),
      scope,
    );
  }
}
