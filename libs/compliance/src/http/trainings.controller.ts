import { Needs, Scope } from '@tongyun/accounts';
import {
  driverTrainingPage,
  type DriverTrainingView,
  type ListDriverTrainingsQuery,
  listDriverTrainingsQuery,
  type Page,
  type RecordTrainingRequest,
  recordTrainingRequest,
  type TrainingList,
  trainingList,
  type TrainingView,
  trainingView,
  type WithdrawTrainingRequest,
  withdrawTrainingRequest,
} from '@tongyun/contracts';
import type { AccessScope, DriverId } from '@tongyun/kernel';
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
import { RecordTrainingService } from '../record-training.service.js';
import { TrainingQueries } from '../training-queries.service.js';
import { WithdrawTrainingService } from '../withdraw-training.service.js';
import { toDriverTrainingView, toTrainingView } from './training.view.js';

@Controller()
export class TrainingsController {
  constructor(
    private readonly trainings: TrainingQueries,
    private readonly recordTraining: RecordTrainingService,
    private readonly withdrawTraining: WithdrawTrainingService,
  ) {}

  @Get('driver-trainings')
  @Needs('trainings.read')
  @SerializeOptions({ schema: driverTrainingPage })
  async list(
    @Scope() scope: AccessScope,
    @Query({ schema: listDriverTrainingsQuery }) query: ListDriverTrainingsQuery,
  ): Promise<Page<DriverTrainingView>> {
    const rows = await this.trainings.list(scope, query);
    const validityOf = await this.trainings.validities();
    const keyOf = ({ driver }: (typeof rows)[number]) => ({ key: '', id: driver.id });
    return toPage(rows, query, keyOf, (row) => toDriverTrainingView(row, validityOf, scope));
  }

  @Get('drivers/:id/trainings')
  @Needs('trainings.read')
  @SerializeOptions({ schema: trainingList })
  async listOf(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<TrainingList> {
    const results = await this.trainings.ofDriver(scope, id as DriverId);
    const validityOf = await this.trainings.validities();
    return { items: results.map((result) => toTrainingView(result, validityOf)) };
  }

  @Post('trainings')
  @Needs('trainings.record')
  @SerializeOptions({ schema: trainingView })
  async record(
    @Scope() scope: AccessScope,
    @Body({ schema: recordTrainingRequest }) body: RecordTrainingRequest,
  ): Promise<TrainingView> {
    const result = await this.recordTraining.record(scope, body);
    return toTrainingView(result, await this.trainings.validities());
  }

  @Post('trainings/:id/withdrawal')
  @HttpCode(200)
  @Needs('trainings.record')
  @SerializeOptions({ schema: trainingView })
  async withdraw(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: withdrawTrainingRequest }) body: WithdrawTrainingRequest,
  ): Promise<TrainingView> {
    const result = await this.withdrawTraining.withdraw(scope, id, body);
    return toTrainingView(result, await this.trainings.validities());
  }
}
