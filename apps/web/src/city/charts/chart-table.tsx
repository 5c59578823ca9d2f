import { useTranslation } from 'react-i18next';
import { amount } from '../format-count.js';
import type { ChartFigures } from './chart-figures.js';

export interface ChartTableProps {
  readonly title: string;
  readonly figures: ChartFigures;
}

/** The figures of a chart, a row for each name. */
export function ChartTable({ title, figures: { names, series } }: ChartTableProps) {
  const { t } = useTranslation('city');
  return (
    <table aria-label={title}>
      <thead>
        <tr>
          <th scope="col">{t('chart.name')}</th>
          {series.map((one) => (
            <th key={one.name} scope="col">
              {one.name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {names.map((name, at) => (
          <tr key={`${at} ${name}`}>
            <th scope="row">{name}</th>
            {series.map(({ name: of, values }) => (
              <td key={of}>{values[at] == null ? '—' : amount(values[at])}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
