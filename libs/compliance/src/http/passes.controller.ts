import { Needs, Scope } from '@tongyun/accounts';
import {
  type DecidePassRequest,
  decidePassRequest,
  type IssuePassRequest,
  issuePassRequest,
  type ListPassesQuery,
  listPassesQuery,
  type Page,
  passPage,
  type PassView,
  passView,
} from '@tongyun/contracts';
import { VehicleQueries } from '@tongyun/fleet';
import { type AccessScope, type Clock, CLOCK, type PassId } from '@tongyun/kernel';
import { etagOf, toPage } from '@tongyun/platform';
import {
  Body,
  Controller,
  Get,
  Headers,
  HttpCode,
  Inject,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  Res,
  SerializeOptions,
} from '@nestjs/common';
import type { Response } from 'express';
import type { RoadPassEntity } from '../data/road-pass.entity.js';
import { DecidePassService } from '../decide-pass.service.js';
import { IssuePassService } from '../issue-pass.service.js';
import { PassQueries } from '../pass-queries.service.js';
import { PassStates } from '../pass-states.service.js';
import { toPassView } from './pass.view.js';

@Controller('passes')
export class PassesController {
  constructor(
    private readonly passes: PassQueries,
    private readonly passStates: PassStates,
    private readonly vehicles: VehicleQueries,
    private readonly issuePass: IssuePassService,
    private readonly decidePass: DecidePassService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Needs('passes.read')
  @SerializeOptions({ schema: passPage })
  async list(
    @Scope() scope: AccessScope,
    @Query({ schema: listPassesQuery }) query: ListPassesQuery,
  ): Promise<Page<PassView>> {
    const rows = await this.passes.list(scope, query);
    const viewOf = await this.viewer(scope, rows);
    return toPage(rows, query, ({ passNo, id }) => ({ key: passNo, id }), viewOf);
  }

  @Post()
  @Needs('passes.issue')
  @SerializeOptions({ schema: passView })
  async issue(
    @Scope() scope: AccessScope,
    @Body({ schema: issuePassRequest }) body: IssuePassRequest,
  ): Promise<PassView> {
    const pass = await this.issuePass.issue(scope, body);
    return (await this.viewer(scope, [pass]))(pass);
  }

  @Post(':id/decisions')
  @HttpCode(200)
  @Needs('passes.decide')
  @SerializeOptions({ schema: passView })
  async decide(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: decidePassRequest }) body: DecidePassRequest,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<PassView> {
    const pass = await this.decidePass.decide(scope, id as PassId, body, ifMatch);
    response.setHeader('ETag', etagOf(pass));
    return (await this.viewer(scope, [pass]))(pass);
  }

  private async viewer(
    scope: AccessScope,
    passes: readonly RoadPassEntity[],
  ): Promise<(pass: RoadPassEntity) => PassView> {
    const stateOf = await this.passStates.judgeAt(this.clock.now());
    const ids = passes.map(({ vehicleId }) => vehicleId);
    const vehicles = await this.vehicles.getMany(scope, ids);
    const plateOf = new Map(vehicles.map(({ id, plateNo }) => [id, plateNo]));
    const toRevoke = await this.passes.idsToRevoke(passes);
    return (pass) =>
      toPassView(pass, {
        plateNo: plateOf.get(pass.vehicleId) ?? null,
        state: stateOf(pass),
        isRevocationDue: toRevoke.has(pass.id),
      });
  }
}
