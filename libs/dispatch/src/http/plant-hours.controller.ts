import { Needs, Scope } from '@tongyun/accounts';
import {
  type PlantHoursView,
  plantHoursView,
  type SetPlantHoursRequest,
  setPlantHoursRequest,
} from '@tongyun/contracts';
import type { AccessScope, PlantId } from '@tongyun/kernel';
import {
  Body,
  Controller,
  Get,
  Param,
  ParseUUIDPipe,
  Post,
  SerializeOptions,
} from '@nestjs/common';
import { PlantHours } from '../day/plant-hours.service.js';

/** When plants load, which their enterprises state. */
@Controller('plants/:id/loading-hours')
export class PlantHoursController {
  constructor(private readonly plantHours: PlantHours) {}

  @Get()
  @Needs('dispatch.read_plan')
  @SerializeOptions({ schema: plantHoursView })
  get(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<PlantHoursView> {
    return this.plantHours.get(scope, id as PlantId);
  }

  @Post()
  @Needs('plant_hours.set')
  @SerializeOptions({ schema: plantHoursView })
  set(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: setPlantHoursRequest }) body: SetPlantHoursRequest,
  ): Promise<PlantHoursView> {
    return this.plantHours.set(scope, id as PlantId, body);
  }
}
