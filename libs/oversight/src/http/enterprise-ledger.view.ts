import type { EnterpriseLedgerView } from '@tongyun/contracts';
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
  entries: entries.map(({ at, ...entry }) => ({ ...entry, at: at.toISOString() })),
  dataAt: now.toISOString(),
});
