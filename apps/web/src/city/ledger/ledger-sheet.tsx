import type { CityFiguresView, CityQuery, EnterpriseFigures } from '@tongyun/contracts';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../i18n/time.js';
import { whole } from '../format-count.js';
import { byDistrict, perThousandTrips, shareOf, type Totals, totalsOf } from '../totals.js';

const NAMED = ['no', 'enterprise', 'mode', 'credit'] as const;
const SUMMED = [
  'plants',
  'vehicles',
  'registered',
  'withPass',
  'heard',
  'drivers',
  'trained',
  'trips',
  'm3',
  'use',
  'alerts',
  'perThousand',
] as const;

export interface LedgerSheetProps {
  readonly figures: CityFiguresView;
  readonly query: CityQuery;
}

/** One line an enterprise, a sum a district: a plain table, so that it prints on any machine. */
export function LedgerSheet({ figures, query }: LedgerSheetProps) {
  const { t } = useTranslation('city');
  const { enterprises, days, dataAt } = figures;
  return (
    <article className="city-ledger">
      <h2>{t('ledger.title')}</h2>
      <p>
        {t('ledger.span', { from: query.from, to: query.to })}
        <span>{t('ledger.printedAt', { time: formatDateTime(dataAt) })}</span>
      </p>
      <table data-testid="ledger">
        <thead>
          <tr>
            {[...NAMED, ...SUMMED].map((column) => (
              <th key={column} scope="col">
                {t(`ledger.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {byDistrict(figures).map(([district, rows]) => (
            <Fragment key={district}>
              {rows.map((row, place) => (
                <EnterpriseLine key={row.enterpriseId} row={row} no={place + 1} days={days} />
              ))}
              <SumLine name={`${district} ${t('ledger.sum')}`} totals={totalsOf(rows, days)} />
            </Fragment>
          ))}
          <SumLine name={t('ledger.total')} totals={totalsOf(enterprises, days)} />
        </tbody>
      </table>
      <footer className="city-sign">
        <span>{t('ledger.maker')}</span>
        <span>{t('ledger.checker')}</span>
      </footer>
    </article>
  );
}

interface EnterpriseLineProps {
  readonly row: EnterpriseFigures;
  readonly no: number;
  readonly days: number;
}

function EnterpriseLine({ row, no, days }: EnterpriseLineProps) {
  const { t } = useTranslation('city');
  const { t: shared } = useTranslation('shared');
  const { name, mode, creditGrade, isBarred } = row;
  return (
    <tr>
      <td className="city-words">{no}</td>
      <th scope="row">
        {name}
        {isBarred && <strong> {t('ledger.barred')}</strong>}
      </th>
      <td className="city-words">{shared(`enterpriseMode.${mode}`)}</td>
      <td className="city-words">
        {creditGrade === null ? shared('state.none') : shared(`creditGrade.${creditGrade}`)}
      </td>
      <SumCells totals={totalsOf([row], days)} />
    </tr>
  );
}

function SumLine({ name, totals }: { readonly name: string; readonly totals: Totals }) {
  return (
    <tr className="city-sum">
      <th colSpan={NAMED.length} scope="row">
        {name}
      </th>
      <SumCells totals={totals} />
    </tr>
  );
}

function SumCells({ totals }: { readonly totals: Totals }) {
  const perThousand = perThousandTrips(totals.alerts, totals.trips);
  const cells: Readonly<Record<(typeof SUMMED)[number], string>> = {
    plants: `${totals.plants}/${totals.lines}`,
    vehicles: `${totals.mixers}/${totals.pumps}`,
    registered: whole(totals.registered),
    withPass: whole(totals.withPass),
    heard: whole(totals.heard),
    drivers: whole(totals.drivers),
    trained: whole(totals.trained),
    trips: whole(totals.trips),
    m3: whole(totals.m3),
    use: shareOf(totals.m3, totals.designM3) ?? '—',
    alerts: whole(totals.alerts),
    perThousand: perThousand === null ? '—' : whole(perThousand),
  };
  return SUMMED.map((column) => <td key={column}>{cells[column]}</td>);
}
