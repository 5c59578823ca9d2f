import { Needs, Scope } from '@tongyun/accounts';
import {
  type LaboratoryView,
  laboratoryView,
  type RecordMaterialLotRequest,
  recordMaterialLotRequest,
  type RecordMixDesignRequest,
  recordMixDesignRequest,
  type RecordStrengthTestRequest,
  recordStrengthTestRequest,
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
import { LaboratoryQueries } from '../../laboratory/laboratory-queries.service.js';
import { RecordLaboratoryService } from '../../laboratory/record-laboratory.service.js';
import { toLaboratoryView } from './laboratory.view.js';

/** What a plant's laboratory controls; every change answers with the whole of it. */
@Controller('plants/:id')
export class LaboratoryController {
  constructor(
    private readonly laboratory: LaboratoryQueries,
    private readonly recording: RecordLaboratoryService,
  ) {}

  @Get('laboratory')
  @Needs('laboratory.read')
  @SerializeOptions({ schema: laboratoryView })
  async get(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<LaboratoryView> {
    return toLaboratoryView(await this.laboratory.get(scope, id as PlantId));
  }

  @Post('mix-designs')
  @Needs('laboratory.record')
  @SerializeOptions({ schema: laboratoryView })
  async approveMix(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: recordMixDesignRequest }) body: RecordMixDesignRequest,
  ): Promise<LaboratoryView> {
    await this.recording.approveMix(scope, id as PlantId, body);
    return this.get(scope, id);
  }

  @Post('material-lots')
  @Needs('laboratory.record')
  @SerializeOptions({ schema: laboratoryView })
  async testMaterial(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: recordMaterialLotRequest }) body: RecordMaterialLotRequest,
  ): Promise<LaboratoryView> {
    await this.recording.testMaterial(scope, id as PlantId, body);
    return this.get(scope, id);
  }

  @Post('strength-tests')
  @Needs('laboratory.record')
  @SerializeOptions({ schema: laboratoryView })
  async testStrength(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: recordStrengthTestRequest }) body: RecordStrengthTestRequest,
  ): Promise<LaboratoryView> {
    await this.recording.testStrength(scope, id as PlantId, body);
    return this.get(scope, id);
  }
}
