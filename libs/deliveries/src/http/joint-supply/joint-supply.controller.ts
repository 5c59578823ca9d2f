import { Needs, Scope } from '@tongyun/accounts';
import {
  jointPlants,
  type JointPlantView,
  jointSharePage,
  jointShareSteps,
  type JointShareStepView,
  type JointShareView,
  jointShareView,
  type JointSupplyView,
  jointSupplyView,
  type ListJointSharesQuery,
  listJointSharesQuery,
  type MoveQuotaRequest,
  moveQuotaRequest,
  type OfferJointShareRequest,
  offerJointShareRequest,
  type Page,
  type StepJointShareRequest,
  stepJointShareRequest,
} from '@tongyun/contracts';
import type { AccessScope, JointShareId, OrderId } from '@tongyun/kernel';
import { etagOf, toPage } from '@tongyun/platform';
import {
  Body,
  Controller,
  Get,
  Headers,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  Res,
  SerializeOptions,
} from '@nestjs/common';
import type { Response } from 'express';
import { JointSupplyQueries } from '../../joint-supply/joint-supply-queries.service.js';
import { MoveQuotaService } from '../../joint-supply/move-quota.service.js';
import { OfferJointShareService } from '../../joint-supply/offer-joint-share.service.js';
import { StepJointShareService } from '../../joint-supply/step-joint-share.service.js';
import { toJointShareView, toJointSupplyView, toStepView } from './joint-supply.views.js';

/** One pour that several plants bring. */
@Controller()
export class JointSupplyController {
  constructor(
    private readonly queries: JointSupplyQueries,
    private readonly offering: OfferJointShareService,
    private readonly stepping: StepJointShareService,
    private readonly movingQuota: MoveQuotaService,
  ) {}

  @Get('orders/:id/joint-supply')
  @Needs('joint_supply.read')
  @SerializeOptions({ schema: jointSupplyView })
  async get(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<JointSupplyView> {
    return toJointSupplyView(scope, await this.queries.ofOrder(scope, id as OrderId));
  }

  /** Plants that could be asked. */
  @Get('orders/:id/joint-plants')
  @Needs('joint_supply.write')
  @SerializeOptions({ schema: jointPlants })
  async listPlants(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<{ items: JointPlantView[] }> {
    return { items: await this.queries.plantsFor(scope, id as OrderId) };
  }

  @Post('orders/:id/joint-shares')
  @Needs('joint_supply.write')
  @SerializeOptions({ schema: jointShareView })
  async offer(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: offerJointShareRequest }) body: OfferJointShareRequest,
  ): Promise<JointShareView> {
    const shareId = await this.offering.offer(scope, id as OrderId, body);
    return toJointShareView(scope, await this.queries.get(scope, shareId));
  }

  @Get('joint-shares')
  @Needs('joint_supply.read')
  @SerializeOptions({ schema: jointSharePage })
  async list(
    @Scope() scope: AccessScope,
    @Query({ schema: listJointSharesQuery }) query: ListJointSharesQuery,
  ): Promise<Page<JointShareView>> {
    return toPage(
      await this.queries.list(scope, query),
      query,
      ({ offeredAt, id }) => ({ key: offeredAt.toISOString(), id }),
      (share) => toJointShareView(scope, share),
    );
  }

  @Get('joint-shares/:id/steps')
  @Needs('joint_supply.read')
  @SerializeOptions({ schema: jointShareSteps })
  async steps(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<{ items: JointShareStepView[] }> {
    return { items: (await this.queries.stepsOf(scope, id as JointShareId)).map(toStepView) };
  }

  @Post('joint-shares/:id/steps')
  @Needs('joint_supply.write')
  @SerializeOptions({ schema: jointShareView })
  async step(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: stepJointShareRequest }) body: StepJointShareRequest,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JointShareView> {
    await this.stepping.step(scope, id as JointShareId, body, ifMatch);
    return this.changed(scope, id, response);
  }

  @Post('joint-shares/:id/quota')
  @HttpCode(200)
  @Needs('joint_supply.write')
  @SerializeOptions({ schema: jointShareView })
  async moveQuota(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: moveQuotaRequest }) body: MoveQuotaRequest,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JointShareView> {
    await this.movingQuota.move(scope, id as JointShareId, body, ifMatch);
    return this.changed(scope, id, response);
  }

  private async changed(
    scope: AccessScope,
    id: string,
    response: Response,
  ): Promise<JointShareView> {
    const share = await this.queries.get(scope, id as JointShareId);
    response.setHeader('ETag', etagOf(share));
    return toJointShareView(scope, share);
  }
}
