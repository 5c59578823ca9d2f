import { Needs, Scope } from '@tongyun/accounts';
import {
  type AgreeUseRequest,
  agreeUseRequest,
  type CreateVehicleRequest,
  createVehicleRequest,
  type EndUseRequest,
  endUseRequest,
  type ListVehiclesQuery,
  listVehiclesQuery,
  type Page,
  type StateVehicleHomeRequest,
  stateVehicleHomeRequest,
  type UseAgreements,
  useAgreements,
  type UseAgreementView,
  useAgreementView,
  type VehicleHomeView,
  vehicleHomeView,
  vehiclePage,
  type VehicleView,
  vehicleView,
} from '@tongyun/contracts';
import type { AccessScope, VehicleId } from '@tongyun/kernel';
import { etagOf, toPage } from '@tongyun/platform';
import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  Res,
  SerializeOptions,
} from '@nestjs/common';
import type { Response } from 'express';
import { AgreeUseService } from '../agree-use.service.js';
import { CreateVehicleService } from '../create-vehicle.service.js';
import { StateVehicleHomeService } from '../state-vehicle-home.service.js';
import { EndUseService } from '../end-use.service.js';
import { TerminalQueries } from '../terminal-queries.service.js';
import { UseQueries } from '../use-queries.service.js';
import { VehicleQueries } from '../vehicle-queries.service.js';
import { toUseAgreementView, toVehicleView } from './vehicle.view.js';

@Controller('vehicles')
export class VehiclesController {
  constructor(
    private readonly vehicles: VehicleQueries,
    private readonly terminals: TerminalQueries,
    private readonly createVehicle: CreateVehicleService,
    private readonly agreeUse: AgreeUseService,
    private readonly stateVehicleHome: StateVehicleHomeService,
    private readonly endUse: EndUseService,
    private readonly uses: UseQueries,
  ) {}

  @Get()
  @Needs('fleet.read')
  @SerializeOptions({ schema: vehiclePage })
  async list(
    @Scope() scope: AccessScope,
    @Query({ schema: listVehiclesQuery }) query: ListVehiclesQuery,
  ): Promise<Page<VehicleView>> {
    const rows = await this.vehicles.list(scope, query);
    const terminalOf = await this.terminals.ofVehicles(rows.map(({ id }) => id));
    return toPage(
      rows,
      query,
      ({ plateNo, equipmentNo, id }) => ({ key: plateNo ?? equipmentNo ?? '', id }),
      (vehicle) => toVehicleView(vehicle, terminalOf.get(vehicle.id) ?? null),
    );
  }

  @Get(':id')
  @Needs('fleet.read')
  @SerializeOptions({ schema: vehicleView })
  async get(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<VehicleView> {
    const vehicle = await this.vehicles.get(scope, id as VehicleId);
    const terminalOf = await this.terminals.ofVehicles([vehicle.id]);
    response.setHeader('ETag', etagOf(vehicle));
    return toVehicleView(vehicle, terminalOf.get(vehicle.id) ?? null);
  }

  @Post()
  @Needs('vehicles.manage')
  @SerializeOptions({ schema: vehicleView })
  async create(
    @Scope() scope: AccessScope,
    @Body({ schema: createVehicleRequest }) body: CreateVehicleRequest,
  ): Promise<VehicleView> {
    const vehicle = await this.createVehicle.create(scope, body);
    const terminalOf = await this.terminals.ofVehicles([vehicle.id]);
    return toVehicleView(vehicle, terminalOf.get(vehicle.id) ?? null);
  }

  /** Where its days begin and end for an enterprise; plans made from then on go by it. */
  @Post(':id/home')
  @HttpCode(200)
  @Needs('vehicles.manage')
  @SerializeOptions({ schema: vehicleHomeView })
  async stateHome(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: stateVehicleHomeRequest }) body: StateVehicleHomeRequest,
  ): Promise<VehicleHomeView> {
    await this.stateVehicleHome.state(scope, id as VehicleId, body);
    return { vehicleId: id, ...body };
  }

  @Post(':id/use-agreements')
  @Needs('vehicles.manage')
  @SerializeOptions({ schema: useAgreementView })
  async agree(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: agreeUseRequest }) body: AgreeUseRequest,
  ): Promise<UseAgreementView> {
    return toUseAgreementView(await this.agreeUse.agree(scope, id as VehicleId, body));
  }

  @Get(':id/use-agreements')
  @Needs('fleet.read')
  @SerializeOptions({ schema: useAgreements })
  async listUses(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<UseAgreements> {
    const uses = await this.uses.ofVehicle(scope, id as VehicleId);
    return { items: uses.map(toUseAgreementView) };
  }

  @Post(':id/use-agreements/:agreementId/end')
  @HttpCode(200)
  @Needs('vehicles.manage')
  @SerializeOptions({ schema: useAgreementView })
  async end(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('agreementId', ParseUUIDPipe) agreementId: string,
    @Body({ schema: endUseRequest }) body: EndUseRequest,
  ): Promise<UseAgreementView> {
    return toUseAgreementView(await this.endUse.end(scope, id as VehicleId, agreementId, body));
  }
}
