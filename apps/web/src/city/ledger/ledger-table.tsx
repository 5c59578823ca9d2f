import { useTranslation } from 'react-i18next';

export interface LedgerTableProps {
  readonly label: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A plain table of words, its lines numbered: it prints on any machine. */
export function LedgerTable({ label, head, rows }: LedgerTableProps) {
  const { t } = useTranslation('city');
  if (rows.length === 0) return <p className="city-quiet">{t('ledger.nothing')}</p>;
  return (
    <table aria-label={label}>
      <thead>
        <tr>
          {[t('ledger.no'), ...head].map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells, place) => (
          // Rows of paper have no other name than their number.
          // oxlint-disable-next-line react/no-array-index-key
          <tr key={place}>
            <td className="city-words">{place + 1}</td>
            {cells.map((cell, column) => (
              <td key={head[column]} className="city-words">
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
