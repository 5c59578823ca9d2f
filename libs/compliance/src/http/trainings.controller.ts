import { Needs, Scope } from '@tongyun/accounts';
import {
  driverTrainingPage,
  type DriverTrainingView,
  type ListDriverTrainingsQuery,
  listDriverTrainingsQuery,
  type Page,
  type RecordTrainingRequest,
  recordTrainingRequest,
  type TrainingView,
  trainingView,
} from '@tongyun/contracts';
import type { AccessScope } from '@tongyun/kernel';
import { toPage } from '@tongyun/platform';
import { Body, Controller, Get, Post, Query, SerializeOptions } from '@nestjs/common';
import { RecordTrainingService } from '../record-training.service.js';
import { TrainingQueries } from '../training-queries.service.js';
import { toDriverTrainingView, toTrainingView } from './training.view.js';

@Controller()
export class TrainingsController {
  constructor(
    private readonly trainings: TrainingQueries,
    private readonly recordTraining: RecordTrainingService,
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
}
