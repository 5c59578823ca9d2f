import type { EnterpriseLedgerView } from '@tongyun/contracts';
import type { LedgerEntryRow } from '../data/ledger-rows.js';
import type { EnterpriseLedger } from '../enterprise-ledger-queries.service.js';

export const toEnterpriseLedgerView = ({
  vehicles,
  passes,
  trips,
  entries,
  now,
  ...ledger
}: EnterpriseLedger): EnterpriseLedgerView => ({
  ...ledger,
  vehicles: [...vehicles],
  passes: passes.map(({ validFrom, validTo, ...pass }) => ({
    ...pass,
    validFrom: validFrom.toISOString(),
    validTo: validTo.toISOString(),
  })),
  trips: trips.map(({ at, ...trip }) => ({ ...trip, at: at.toISOString() })),
  entries: entries.map(toEntryView),
  dataAt: now.toISOString(),
});

const toEntryView = ({
  at,
  withdrawnReason: reason,
  withdrawnAt,
  ...entry
}: LedgerEntryRow): EnterpriseLedgerView['entries'][number] => ({
  ...entry,
  at: at.toISOString(),
  withdrawal:
    reason === null || withdrawnAt === null
      ? null
      : { reason, decidedAt: withdrawnAt.toISOString() },
});
