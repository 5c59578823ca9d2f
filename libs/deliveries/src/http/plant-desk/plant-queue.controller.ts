import { Needs, Scope } from '@tongyun/accounts';
import {
  type BatchSettlementView,
  batchSettlementView,
  type CallTruckRequest,
  callTruckRequest,
  type LoadingCallView,
  loadingCallView,
  type PlantQueueView,
  plantQueueView,
  type SettleBatchRequest,
  settleBatchRequest,
  type WithdrawCallRequest,
  withdrawCallRequest,
} from '@tongyun/contracts';
import type { AccessScope, PlantId } from '@tongyun/kernel';
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
import { CallTruckService } from '../../plant-desk/call-truck.service.js';
import { PlantQueueQueries } from '../../plant-desk/plant-queue-queries.service.js';
import { SettleBatchService } from '../../plant-desk/settle-batch.service.js';
import { WithdrawCallService } from '../../plant-desk/withdraw-call.service.js';
import { toBatchSettlementView, toLoadingCallView, toPlantQueueView } from './plant-desk.views.js';

@Controller()
export class PlantQueueController {
  constructor(
    private readonly queues: PlantQueueQueries,
    private readonly calling: CallTruckService,
    private readonly withdrawing: WithdrawCallService,
    private readonly settling: SettleBatchService,
  ) {}

  @Get('plants/:id/queue')
  @Needs('queue.read')
  @SerializeOptions({ schema: plantQueueView })
  async queue(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<PlantQueueView> {
    return toPlantQueueView(await this.queues.get(scope, id as PlantId));
  }

  @Post('plants/:id/loading-calls')
  @Needs('queue.call')
  @SerializeOptions({ schema: loadingCallView })
  async call(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: callTruckRequest }) body: CallTruckRequest,
  ): Promise<LoadingCallView> {
    return toLoadingCallView(await this.calling.call(scope, id as PlantId, body));
  }

  @Post('loading-calls/:id/withdrawal')
  @HttpCode(204)
  @Needs('queue.call')
  async withdraw(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: withdrawCallRequest }) { reason }: WithdrawCallRequest,
  ): Promise<void> {
    await this.withdrawing.withdraw(scope, id, reason);
  }

  @Post('batch-records/:id/settlements')
  @Needs('batches.settle')
  @SerializeOptions({ schema: batchSettlementView })
  async settle(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: settleBatchRequest }) body: SettleBatchRequest,
  ): Promise<BatchSettlementView> {
    return toBatchSettlementView(await this.settling.settle(scope, id, body));
  }
}
