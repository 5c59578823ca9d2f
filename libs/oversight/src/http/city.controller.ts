import { Needs, Scope } from '@tongyun/accounts';
import {
  type CityDaysView,
  cityDaysView,
  type CityFiguresView,
  cityFiguresView,
  type CityQuery,
  cityQuery,
  type EnterpriseLedgerQuery,
  enterpriseLedgerQuery,
  type EnterpriseLedgerView,
  enterpriseLedgerView,
  type IdleQuery,
  idleQuery,
  type IdleView,
  idleView,
  type TrackedRunsQuery,
  trackedRunsQuery,
  type TrackedRunsView,
  trackedRunsView,
  type ViolatorsView,
  violatorsView,
} from '@tongyun/contracts';
import type { AccessScope, EnterpriseId } from '@tongyun/kernel';
import {
  Controller,
  Get,
  Param,
  ParseUUIDPipe,
  Query,
  SerializeOptions,
  StreamableFile,
} from '@nestjs/common';
import { CityQueries } from '../city-queries.service.js';
import { EnterpriseLedgerQueries } from '../enterprise-ledger-queries.service.js';
import { writeFigures } from '../sheets/write-figures.js';
import { WORKBOOK_TYPE } from '../sheets/write-workbook.js';
import { toEnterpriseLedgerView } from './enterprise-ledger.view.js';
import { toIdleView } from './idle.view.js';

@Controller('city')
export class CityController {
  constructor(
    private readonly city: CityQueries,
    private readonly ledgers: EnterpriseLedgerQueries,
  ) {}

  @Get('figures')
  @Needs('city.read')
  @SerializeOptions({ schema: cityFiguresView })
  async figures(
    @Scope() scope: AccessScope,
    @Query({ schema: cityQuery }) query: CityQuery,
  ): Promise<CityFiguresView> {
    const { planM3, days, enterprises, now } = await this.city.figures(scope, query);
    return { planM3, days, enterprises: [...enterprises], dataAt: now.toISOString() };
  }

  @Get('figures/export')
  @Needs('city.read')
  async export(
    @Scope() scope: AccessScope,
    @Query({ schema: cityQuery }) query: CityQuery,
  ): Promise<StreamableFile> {
    const bytes = await writeFigures(await this.city.figures(scope, query), query);
    return new StreamableFile(bytes, {
      type: WORKBOOK_TYPE,
      disposition: `attachment; filename="ledger-${query.from}-${query.to}.xlsx"`,
    });
  }

  @Get('days')
  @Needs('city.read')
  @SerializeOptions({ schema: cityDaysView })
  async days(
    @Scope() scope: AccessScope,
    @Query({ schema: cityQuery }) query: CityQuery,
  ): Promise<CityDaysView> {
    return { items: await this.city.days(scope, query) };
  }

  @Get('violators')
  @Needs('city.read')
  @SerializeOptions({ schema: violatorsView })
  async violators(
    @Scope() scope: AccessScope,
    @Query({ schema: cityQuery }) query: CityQuery,
  ): Promise<ViolatorsView> {
    return { items: await this.city.violators(scope, query) };
  }

  @Get('enterprises/:id/runs')
  @Needs('city.read')
  @SerializeOptions({ schema: trackedRunsView })
  async runs(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Query({ schema: trackedRunsQuery }) query: TrackedRunsQuery,
  ): Promise<TrackedRunsView> {
    return { items: await this.city.trackedRuns(scope, id as EnterpriseId, query) };
  }

  @Get('enterprises/:id/ledger')
  @Needs('city.read')
  @SerializeOptions({ schema: enterpriseLedgerView })
  async ledger(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Query({ schema: enterpriseLedgerQuery }) query: EnterpriseLedgerQuery,
  ): Promise<EnterpriseLedgerView> {
    return toEnterpriseLedgerView(await this.ledgers.of(scope, id as EnterpriseId, query));
  }

  @Get('idle')
  @Needs('city.read')
  @SerializeOptions({ schema: idleView })
  async idle(
    @Scope() scope: AccessScope,
    @Query({ schema: idleQuery }) query: IdleQuery,
  ): Promise<IdleView> {
    return toIdleView(await this.city.idleNear(scope, query));
  }
}
