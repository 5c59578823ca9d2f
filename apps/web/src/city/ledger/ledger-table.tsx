import { useTranslation } from 'react-i18next';

export interface LedgerTableProps {
  readonly label: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** By the place of a row that has a line through it: why. */
  readonly struck?: ReadonlyMap<number, string>;
}

/** A plain table of words, its lines numbered: it prints on any machine. */
export function LedgerTable({ label, head, rows, struck }: LedgerTableProps) {
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
          <LedgerRow
            key={place}
            no={place + 1}
            head={head}
            cells={cells}
            why={struck?.get(place)}
          />
        ))}
      </tbody>
    </table>
  );
}

interface LedgerRowProps {
  readonly no: number;
  readonly head: readonly string[];
  readonly cells: readonly string[];
  /** Why it has a line through it; undefined: it has none. */
  readonly why: string | undefined;
}

function LedgerRow({ no, head, cells, why }: LedgerRowProps) {
  return (
    <>
      <tr>
        <td className="city-words">{no}</td>
        {cells.map((cell, column) => (
          <td key={head[column]} className="city-words">
            {why === undefined ? cell : <del>{cell}</del>}
          </td>
        ))}
      </tr>
      {why !== undefined && (
        <tr className="city-why">
          <td className="city-words" colSpan={head.length + 1}>
            {why}
          </td>
        </tr>
      )}
    </>
  );
}
