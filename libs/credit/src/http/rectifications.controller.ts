import { Needs, Scope } from '@tongyun/accounts';
import {
  type AnswerRectificationRequest,
  answerRectificationRequest,
  type ListRectificationsQuery,
  listRectificationsQuery,
  type OrderRectificationRequest,
  orderRectificationRequest,
  type Page,
  rectificationPage,
  type RectificationView,
  rectificationView,
  type SettleRectificationRequest,
  settleRectificationRequest,
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
import type { RectificationEntity } from '../data/rectification.entity.js';
import { RectificationFiles } from '../files/rectification-files.service.js';
import { OrderRectificationService } from '../order-rectification.service.js';
import { RectificationQueries } from '../rectification-queries.service.js';
import { StepRectificationService } from '../step-rectification.service.js';
import { toRectificationView } from './credit.view.js';

@Controller('rectifications')
export class RectificationsController {
  constructor(
    private readonly rectifications: RectificationQueries,
    private readonly files: RectificationFiles,
    private readonly orderRectification: OrderRectificationService,
    private readonly stepRectification: StepRectificationService,
  ) {}

  @Get()
  @Needs('rectifications.read')
  @SerializeOptions({ schema: rectificationPage })
  async list(
    @Scope() scope: AccessScope,
    @Query({ schema: listRectificationsQuery }) query: ListRectificationsQuery,
  ): Promise<Page<RectificationView>> {
    const rows = await this.rectifications.list(scope, query);
    const files = await this.files.ofSteps(rows);
    return toPage(
      rows,
      query,
      ({ row }) => ({ key: row.orderedAt.toISOString(), id: row.id }),
      (shown) => toRectificationView(shown, files),
    );
  }

  @Post()
  @Needs('rectifications.order')
  @SerializeOptions({ schema: rectificationView })
  async order(
    @Scope() scope: AccessScope,
    @Body({ schema: orderRectificationRequest }) body: OrderRectificationRequest,
  ): Promise<RectificationView> {
    return this.show(await this.orderRectification.order(scope, body));
  }

  @Post(':id/answers')
  @Needs('rectifications.answer')
  @SerializeOptions({ schema: rectificationView })
  async answer(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: answerRectificationRequest }) body: AnswerRectificationRequest,
  ): Promise<RectificationView> {
    const { answer, photoUrls } = body;
    const step = { state: 'answered' as const, text: answer, photoUrls, dueOn: null };
    return this.show(await this.stepRectification.step(scope, id, step));
  }

  @Post(':id/settlements')
  @Needs('rectifications.order')
  @SerializeOptions({ schema: rectificationView })
  async settle(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: settleRectificationRequest }) body: SettleRectificationRequest,
  ): Promise<RectificationView> {
    const { state, reason, dueOn } = body;
    return this.show(
      await this.stepRectification.step(scope, id, { state, text: reason, photoUrls: [], dueOn }),
    );
  }

  private async show(row: RectificationEntity): Promise<RectificationView> {
    const [shown] = await this.rectifications.show([row]);
    return toRectificationView(shown!, await this.files.ofSteps([shown!]));
  }
}
