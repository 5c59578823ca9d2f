import type { CityQuery, EnterpriseLedgerView } from '@tongyun/contracts';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../i18n/time.js';
import { whole } from '../format-count.js';
import { LedgerTable } from './ledger-table.js';
import { usePartsOfLedger } from './use-parts-of-ledger.js';

export interface EnterpriseSheetProps {
  readonly ledger: EnterpriseLedgerView;
  readonly query: CityQuery;
}

/** The ledger of one enterprise: plain tables under their titles, to be signed and filed. */
export function EnterpriseSheet({ ledger, query }: EnterpriseSheetProps) {
  const { t } = useTranslation('city');
  const { t: shared } = useTranslation('shared');
  const parts = usePartsOfLedger(ledger);
  const { name, district, mode, responsibleLeader, safetyOfficer, tripCount, m3 } = ledger;
  const isCut = tripCount > ledger.trips.length;
  return (
    <article className="city-ledger" data-testid="enterprise-ledger">
      <h2>{t('ledger.titleOf', { name })}</h2>
      <p>
        {t('ledger.span', { from: query.from, to: query.to })}
        <span>{t('ledger.printedAt', { time: formatDateTime(ledger.dataAt) })}</span>
      </p>
      <p>
        {district} · {shared(`enterpriseMode.${mode}`)}
        <span>
          {t('ledger.responsible', {
            leader: responsibleLeader ?? shared('state.none'),
            officer: safetyOfficer ?? shared('state.none'),
          })}
        </span>
      </p>
      {parts.map(({ part, head, rows, struck }) => (
        <section key={part} data-testid={`ledger-${part}`}>
          <h3>{t(`ledger.part.${part}`, { n: part === 'trips' ? tripCount : rows.length })}</h3>
          {part === 'trips' && (
            <p>
              {t('ledger.m3Sum', { m3: whole(m3) })}
              {isCut && <strong>{t('ledger.cut', { n: ledger.trips.length })}</strong>}
            </p>
          )}
          <LedgerTable
            label={t(`ledger.part.${part}`, { n: rows.length })}
            head={head}
            rows={rows}
            {...(struck && { struck })}
          />
        </section>
      ))}
      <footer className="city-sign">
        <span>{t('ledger.maker')}</span>
        <span>{t('ledger.checker')}</span>
        <span>{t('ledger.seal')}</span>
      </footer>
    </article>
  );
}
