import { Needs, Scope } from '@tongyun/accounts';
import {
  type CreatePlantLineRequest,
  createPlantLineRequest,
  type CreatePlantRequest,
  createPlantRequest,
  type DecidePlantLicenceRequest,
  decidePlantLicenceRequest,
  type Page,
  type PageQuery,
  pageQuery,
  plantLinesView,
  type PlantLineView,
  plantLineView,
  plantPage,
  type PlantView,
  plantView,
  type SetPlantRangeRequest,
  setPlantRangeRequest,
} from '@tongyun/contracts';
import { type AccessScope, type Clock, CLOCK, type PlantId } from '@tongyun/kernel';
import { toPage } from '@tongyun/platform';
import {
  Body,
  Controller,
  Get,
  Inject,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  SerializeOptions,
} from '@nestjs/common';
import { AddPlantLineService } from '../add-plant-line.service.js';
import { CreatePlantService } from '../create-plant.service.js';
import type { PlantEntity } from '../data/plant.entity.js';
import { DecidePlantLicenceService } from '../decide-plant-licence.service.js';
import { PlantQueries } from '../plant-queries.service.js';
import { SetPlantRangeService } from '../set-plant-range.service.js';
import { toPlantLineView, toPlantView } from './plant.view.js';

@Controller('plants')
export class PlantsController {
  constructor(
    private readonly plants: PlantQueries,
    private readonly createPlant: CreatePlantService,
    private readonly setPlantRange: SetPlantRangeService,
    private readonly addPlantLine: AddPlantLineService,
    private readonly decideLicence: DecidePlantLicenceService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Needs('fleet.read')
  @SerializeOptions({ schema: plantPage })
  async list(
    @Scope() scope: AccessScope,
    @Query({ schema: pageQuery }) query: PageQuery,
  ): Promise<Page<PlantView>> {
    const rows = await this.plants.list(scope, query);
    const ids = rows.map(({ id }) => id);
    const now = this.clock.now();
    const ranges = await this.plants.rangesAt(ids, now);
    const ecoZones = await this.plants.ecoZonesAt(ids, now);
    return toPage(
      rows,
      query,
      ({ name, id }) => ({ key: name, id }),
      (plant) => toPlantView(plant, ranges.get(plant.id) ?? null, ecoZones.get(plant.id) ?? []),
    );
  }

  @Post()
  @Needs('plants.manage')
  @SerializeOptions({ schema: plantView })
  async create(
    @Scope() scope: AccessScope,
    @Body({ schema: createPlantRequest }) body: CreatePlantRequest,
  ): Promise<PlantView> {
    return this.viewOf(await this.createPlant.create(scope, body));
  }

  @Get(':id/lines')
  @Needs('fleet.read')
  @SerializeOptions({ schema: plantLinesView })
  async listLines(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<{ items: PlantLineView[] }> {
    const plant = await this.plants.get(scope, id as PlantId);
    return { items: (await this.plants.linesOf([plant.id])).map(toPlantLineView) };
  }

  @Post(':id/lines')
  @Needs('plants.manage')
  @SerializeOptions({ schema: plantLineView })
  async addLine(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: createPlantLineRequest }) body: CreatePlantLineRequest,
  ): Promise<PlantLineView> {
    return toPlantLineView(await this.addPlantLine.add(scope, id as PlantId, body));
  }

  @Post(':id/licence-decisions')
  @Needs('plants.manage')
  @SerializeOptions({ schema: plantView })
  async decidePlantLicence(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: decidePlantLicenceRequest }) body: DecidePlantLicenceRequest,
  ): Promise<PlantView> {
    const plant = await this.decideLicence.decide(scope, id as PlantId, body);
    return this.viewOf(plant);
  }

  @Post(':id/ranges')
  @Needs('plant_ranges.set')
  @SerializeOptions({ schema: plantView })
  async setRange(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: setPlantRangeRequest }) body: SetPlantRangeRequest,
  ): Promise<PlantView> {
    const plantId = id as PlantId;
    await this.setPlantRange.set(scope, plantId, body);
    return this.viewOf(await this.plants.get(scope, plantId));
  }

  private async viewOf(plant: PlantEntity): Promise<PlantView> {
    const now = this.clock.now();
    const ecoZones = await this.plants.ecoZonesAt([plant.id], now);
    const range = await this.plants.rangeAt(plant.id, now);
    return toPlantView(plant, range, ecoZones.get(plant.id) ?? []);
  }
}
