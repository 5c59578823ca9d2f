import { Needs, Scope } from '@tongyun/accounts';
import {
  inspectionTaskPage,
  type InspectionTaskView,
  inspectionTaskView,
  type ListInspectionTasksQuery,
  listInspectionTasksQuery,
  type OrderInspectionRequest,
  orderInspectionRequest,
  type Page,
  type ReportInspectionRequest,
  reportInspectionRequest,
  type WithdrawInspectionRequest,
  withdrawInspectionRequest,
} from '@tongyun/contracts';
import type { AccessScope } from '@tongyun/kernel';
import { toPage } from '@tongyun/platform';
import {
  Body,
  Controller,
  Get,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  SerializeOptions,
} from '@nestjs/common';
import type { InspectionTaskEntity } from '../../data/inspections/inspection-task.entity.js';
import { InspectionQueries } from '../../inspections/inspection-queries.service.js';
import { OrderInspectionService } from '../../inspections/order-inspection.service.js';
import { SettleInspectionService } from '../../inspections/settle-inspection.service.js';
import { toInspectionTaskView } from './inspection.view.js';

@Controller('inspection-tasks')
export class InspectionsController {
  constructor(
    private readonly inspections: InspectionQueries,
    private readonly orderInspection: OrderInspectionService,
    private readonly settleInspection: SettleInspectionService,
  ) {}

  @Get()
  @Needs('inspections.read')
  @SerializeOptions({ schema: inspectionTaskPage })
  async list(
    @Scope() scope: AccessScope,
    @Query({ schema: listInspectionTasksQuery }) query: ListInspectionTasksQuery,
  ): Promise<Page<InspectionTaskView>> {
    const rows = await this.inspections.list(scope, query);
    return toPage(
      rows,
      query,
      ({ task }) => ({ key: task.orderedAt.toISOString(), id: task.id }),
      toInspectionTaskView,
    );
  }

  @Post()
  @Needs('inspections.order')
  @SerializeOptions({ schema: inspectionTaskView })
  async order(
    @Scope() scope: AccessScope,
    @Body({ schema: orderInspectionRequest }) body: OrderInspectionRequest,
  ): Promise<InspectionTaskView> {
    return this.show(await this.orderInspection.order(scope, body));
  }

  @Post(':id/report')
  @Needs('inspections.order')
  @SerializeOptions({ schema: inspectionTaskView })
  async report(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: reportInspectionRequest }) body: ReportInspectionRequest,
  ): Promise<InspectionTaskView> {
    return this.show(await this.settleInspection.report(scope, id, body));
  }

  @Post(':id/withdrawal')
  @Needs('inspections.order')
  @SerializeOptions({ schema: inspectionTaskView })
  async withdraw(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: withdrawInspectionRequest }) { reason }: WithdrawInspectionRequest,
  ): Promise<InspectionTaskView> {
    return this.show(await this.settleInspection.withdraw(scope, id, reason));
  }

  private async show(task: InspectionTaskEntity): Promise<InspectionTaskView> {
    const [shown] = await this.inspections.show([task]);
    return toInspectionTaskView(shown!);
  }
}
