import { Needs, Scope } from '@tongyun/accounts';
import {
  type AutoAssignView,
  autoAssignView,
  candidatesView,
  type CandidateView,
  type PlantOptionsRequest,
  plantOptionsRequest,
  plantOptionsView,
  type PlantOptionView,
} from '@tongyun/contracts';
import type { JobRef } from '@tongyun/deliveries';
import { toWgs84 } from '@tongyun/geo';
import type { AccessScope, LoadId, OrderId, PumpJobId } from '@tongyun/kernel';
import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  SerializeOptions,
} from '@nestjs/common';
import { AutoAssignService } from '../auto-assign.service.js';
import { CandidateQueries } from '../candidate-queries.service.js';
import { PlantOptionQueries } from '../plant-option-queries.service.js';
import { toAutoAssignView, toCandidateView, toPlantOptionView } from './dispatch.views.js';

@Controller()
export class DispatchController {
  constructor(
    private readonly plantOptions: PlantOptionQueries,
    private readonly candidates: CandidateQueries,
    private readonly autoAssign: AutoAssignService,
  ) {}

  @Post('plant-options')
  @HttpCode(200)
  @Needs('candidates.read')
  @SerializeOptions({ schema: plantOptionsView })
  async findPlants(
    @Scope() scope: AccessScope,
    @Body({ schema: plantOptionsRequest }) { position }: PlantOptionsRequest,
  ): Promise<{ items: PlantOptionView[] }> {
    const options = await this.plantOptions.forPosition(scope, toWgs84(position, position.crs));
    return { items: options.map(toPlantOptionView) };
  }

  @Get('loads/:id/candidates')
  @Needs('candidates.read')
  @SerializeOptions({ schema: candidatesView })
  forLoad(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<{ items: CandidateView[] }> {
    return this.list(scope, { loadId: id as LoadId });
  }

  @Get('pump-jobs/:id/candidates')
  @Needs('candidates.read')
  @SerializeOptions({ schema: candidatesView })
  forPumpJob(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<{ items: CandidateView[] }> {
    return this.list(scope, { pumpJobId: id as PumpJobId });
  }

  @Post('orders/:id/auto-assignment')
  @HttpCode(200)
  @Needs('assignments.write')
  @SerializeOptions({ schema: autoAssignView })
  async assignAll(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<AutoAssignView> {
    return toAutoAssignView(await this.autoAssign.assignAll(scope, id as OrderId));
  }

  private async list(scope: AccessScope, job: JobRef): Promise<{ items: CandidateView[] }> {
    const candidates = await this.candidates.forJob(scope, job);
    return { items: candidates.map(toCandidateView) };
  }
}
