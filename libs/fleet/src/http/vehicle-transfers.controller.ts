import { Needs, Scope } from '@tongyun/accounts';
import {
  type AskVehicleTransferRequest,
  askVehicleTransferRequest,
  type ListVehicleTransfersQuery,
  listVehicleTransfersQuery,
  type Page,
  type StepVehicleTransferRequest,
  stepVehicleTransferRequest,
  vehicleTransferPage,
  vehicleTransferSteps,
  type VehicleTransferStepView,
  type VehicleTransferView,
  vehicleTransferView,
} from '@tongyun/contracts';
import type { AccessScope, VehicleTransferId } from '@tongyun/kernel';
import { etagOf, toPage } from '@tongyun/platform';
import {
  Body,
  Controller,
  Get,
  Headers,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  Res,
  SerializeOptions,
} from '@nestjs/common';
import type { Response } from 'express';
import type { VehicleTransferRow } from '../data/vehicle-transfer.repository.js';
import { transferStepsOf } from '../rules/vehicle-transfer.js';
import { TransferVehicleService } from '../transfer-vehicle.service.js';

@Controller('vehicle-transfers')
export class VehicleTransfersController {
  constructor(private readonly transfers: TransferVehicleService) {}

  @Get()
  @Needs('transfers.read')
  @SerializeOptions({ schema: vehicleTransferPage })
  async list(
    @Scope() scope: AccessScope,
    @Query({ schema: listVehicleTransfersQuery }) query: ListVehicleTransfersQuery,
  ): Promise<Page<VehicleTransferView>> {
    return toPage(await this.transfers.list(scope, query), query, keyOf, (row) =>
      toView(scope, row),
    );
  }

  @Get(':id/steps')
  @Needs('transfers.read')
  @SerializeOptions({ schema: vehicleTransferSteps })
  async steps(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<{ items: VehicleTransferStepView[] }> {
    const steps = await this.transfers.stepsOf(scope, id as VehicleTransferId);
    return {
      items: steps.map(({ decidedAt, ...step }) => ({
        ...step,
        decidedAt: decidedAt.toISOString(),
      })),
    };
  }

  @Post()
  @Needs('transfers.ask')
  @SerializeOptions({ schema: vehicleTransferView })
  async ask(
    @Scope() scope: AccessScope,
    @Body({ schema: askVehicleTransferRequest }) body: AskVehicleTransferRequest,
  ): Promise<VehicleTransferView> {
    return toView(scope, await this.transfers.ask(scope, body));
  }

  @Post(':id/steps')
  @Needs('transfers.step')
  @SerializeOptions({ schema: vehicleTransferView })
  async step(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: stepVehicleTransferRequest }) body: StepVehicleTransferRequest,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<VehicleTransferView> {
    const row = await this.transfers.step(scope, id as VehicleTransferId, body, ifMatch);
    response.setHeader('ETag', etagOf(row.transfer));
    return toView(scope, row);
  }
}

const keyOf = ({ transfer: { askedAt, id } }: VehicleTransferRow) => ({
  key: askedAt.toISOString(),
  id,
});

const toView = (scope: AccessScope, row: VehicleTransferRow): VehicleTransferView => ({
  id: row.transfer.id,
  vehicleId: row.transfer.vehicleId,
  plateNo: row.plateNo,
  plateColor: row.plateColor,
  fromEnterpriseId: row.transfer.fromEnterpriseId,
  fromEnterpriseName: row.fromEnterpriseName,
  toEnterpriseId: row.transfer.toEnterpriseId,
  toEnterpriseName: row.toEnterpriseName,
  state: row.transfer.state,
  nextStates: transferStepsOf(row.transfer, scope),
  askedAt: row.transfer.askedAt.toISOString(),
  version: row.transfer.version,
});
