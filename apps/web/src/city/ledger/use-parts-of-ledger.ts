import type { EnterpriseLedgerView } from '@tongyun/contracts';
import { useTranslation } from 'react-i18next';
import { formatDate, formatDateTime } from '../../i18n/time.js';

export interface LedgerPart {
  readonly part: 'vehicles' | 'passes' | 'trips' | 'entries';
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** By the place of a row that counts no more: why. */
  readonly struck?: ReadonlyMap<number, string>;
}

/** The last instant at which a pass is valid, as a day: it ends before `validTo`. */
const lastDay = (validTo: string): string => formatDate(new Date(Date.parse(validTo) - 1));

/** The tables of a ledger in the order in which they are filed, in words. */
export function usePartsOfLedger(ledger: EnterpriseLedgerView): readonly LedgerPart[] {
  const { t } = useTranslation('city');
  const { t: shared } = useTranslation('shared');
  const none = shared('state.none');
  return [
    {
      part: 'vehicles',
      head: [
        t('ledger.plate'),
        t('ledger.color'),
        t('ledger.kind'),
        t('ledger.drum'),
        t('ledger.owner'),
        t('ledger.registrationNo'),
        t('ledger.registrationState'),
      ],
      rows: ledger.vehicles.map((vehicle) => [
        vehicle.plateNo ?? vehicle.equipmentNo ?? none,
        vehicle.plateColor === null ? none : shared(`plateColor.${vehicle.plateColor}`),
        shared(`vehicleKind.${vehicle.kind}`),
        vehicle.drumCapacityM3 === null ? none : String(vehicle.drumCapacityM3),
        vehicle.ownerName ?? t('ledger.own'),
        vehicle.registrationNo ?? none,
        vehicle.registrationState === null
          ? none
          : shared(`registrationState.${vehicle.registrationState}`),
      ]),
    },
    {
      part: 'passes',
      head: [
        t('ledger.passNo'),
        t('ledger.plate'),
        t('ledger.validFrom'),
        t('ledger.validTo'),
        t('ledger.passState'),
      ],
      rows: ledger.passes.map(({ passNo, plateNo, validFrom, validTo, state }) => [
        passNo,
        plateNo ?? none,
        formatDate(validFrom),
        lastDay(validTo),
        shared(`passState.${state}`),
      ]),
    },
    {
      part: 'trips',
      head: [
        t('ledger.at'),
        t('ledger.plate'),
        t('ledger.plant'),
        t('ledger.site'),
        t('ledger.grade'),
        t('ledger.m3'),
        t('ledger.source'),
      ],
      rows: ledger.trips.map((trip) => [
        formatDateTime(trip.at),
        trip.plateNo ?? none,
        trip.plantName ?? none,
        trip.siteName ?? none,
        trip.grade ?? none,
        trip.m3.toFixed(2),
        t(trip.isDeclared ? 'ledger.declared' : 'ledger.planned'),
      ]),
    },
    {
      part: 'entries',
      head: [
        t('ledger.at'),
        t('ledger.entryKind'),
        t('ledger.entry'),
        t('ledger.site'),
        t('ledger.person'),
      ],
      rows: ledger.entries.map(({ at, kind, title, content, siteName, personName }) => [
        formatDateTime(at),
        shared(`ledgerKind.${kind}`),
        content === '' ? title : shared('mark.colon', { what: title, note: content }),
        siteName ?? none,
        personName ?? none,
      ]),
      struck: new Map(
        ledger.entries.flatMap(({ withdrawal }, place) => {
          if (withdrawal === null) return [];
          const { reason, decidedAt } = withdrawal;
          return [[place, t('ledger.withdrawn', { day: formatDate(decidedAt), reason })]];
        }),
      ),
    },
  ];
}
