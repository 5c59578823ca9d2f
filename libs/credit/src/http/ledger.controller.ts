import { Needs, Scope } from '@tongyun/accounts';
import {
  type LedgerEntryView,
  ledgerEntryView,
  ledgerKind,
  type LedgerKindsView,
  ledgerKindsView,
  ledgerPage,
  type LedgerSites,
  ledgerSites,
  type ListLedgerQuery,
  listLedgerQuery,
  type ListLedgerSitesQuery,
  listLedgerSitesQuery,
  type Page,
  type RecordLedgerEntryRequest,
  recordLedgerEntryRequest,
  type WithdrawLedgerEntryRequest,
  withdrawLedgerEntryRequest,
} from '@tongyun/contracts';
import type { AccessScope, EnterpriseId } from '@tongyun/kernel';
import { toPage } from '@tongyun/platform';
import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  SerializeOptions,
} from '@nestjs/common';
import { LedgerQueries } from '../ledger-queries.service.js';
import { LedgerPhotos } from '../files/ledger-photos.service.js';
import { RecordLedgerEntryService } from '../record-ledger-entry.service.js';
import { kindsReadBy, kindsWrittenBy } from '../rules/ledger-kinds.js';
import { WithdrawLedgerEntryService } from '../withdraw-ledger-entry.service.js';
import { toLedgerEntryView } from './credit.view.js';

@Controller('ledger-entries')
export class LedgerController {
  constructor(
    private readonly ledger: LedgerQueries,
    private readonly photos: LedgerPhotos,
    private readonly recordEntry: RecordLedgerEntryService,
    private readonly withdrawEntry: WithdrawLedgerEntryService,
  ) {}

  @Get()
  @Needs('ledger.read')
  @SerializeOptions({ schema: ledgerPage })
  async list(
    @Scope() scope: AccessScope,
    @Query({ schema: listLedgerQuery }) query: ListLedgerQuery,
  ): Promise<Page<LedgerEntryView>> {
    const rows = await this.ledger.list(scope, query);
    const photos = await this.photos.ofEntries(rows.map(({ id }) => id));
    return toPage(
      await this.ledger.showAll(scope, rows),
      query,
      ({ row: { occurredAt, id } }) => ({ key: occurredAt.toISOString(), id }),
      (shown) => toLedgerEntryView(shown, photos.get(shown.row.id)),
    );
  }

  /** Which kinds of entry the asker may read and write. */
  @Get('kinds')
  @Needs('ledger.read')
  @SerializeOptions({ schema: ledgerKindsView })
  kinds(@Scope() { roles }: AccessScope): LedgerKindsView {
    const read = kindsReadBy(roles);
    return {
      read: read === 'all' ? ledgerKind.options : [...read],
      written: kindsWrittenBy(roles),
    };
  }

  /** The sites that an entry may name, by name alone. */
  @Get('sites')
  @Needs('ledger.write')
  @SerializeOptions({ schema: ledgerSites })
  async sites(
    @Scope() scope: AccessScope,
    @Query({ schema: listLedgerSitesQuery }) { enterpriseId }: ListLedgerSitesQuery,
  ): Promise<LedgerSites> {
    return { items: await this.ledger.sites(scope, enterpriseId as EnterpriseId) };
  }

  @Post()
  @Needs('ledger.write')
  @SerializeOptions({ schema: ledgerEntryView })
  async record(
    @Scope() scope: AccessScope,
    @Body({ schema: recordLedgerEntryRequest }) body: RecordLedgerEntryRequest,
  ): Promise<LedgerEntryView> {
    const entry = await this.recordEntry.record(scope, body);
    return toLedgerEntryView(await this.ledger.show(scope, entry));
  }

  @Post(':id/withdrawal')
  @HttpCode(200)
  @Needs('ledger.write')
  @SerializeOptions({ schema: ledgerEntryView })
  async withdraw(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: withdrawLedgerEntryRequest }) body: WithdrawLedgerEntryRequest,
  ): Promise<LedgerEntryView> {
    const shown = await this.withdrawEntry.withdraw(scope, id, body);
    const photos = await this.photos.ofEntries([id]);
    return toLedgerEntryView(shown, photos.get(id));
  }
}
