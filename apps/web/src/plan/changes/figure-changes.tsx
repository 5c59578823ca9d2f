import type { DayFigures } from '@tongyun/contracts';
import { useTranslation } from 'react-i18next';

const FIGURES = [
  ['servedM3', 'served'],
  ['loads', 'loads'],
  ['trucksUsed', 'trucks'],
  ['lateMinPerOrder', 'late'],
  ['waitMinPerLoad', 'wait'],
  ['emptyKmPerLoad', 'empty'],
] as const;

export interface FigureChangesProps {
  readonly before: DayFigures;
  readonly after: DayFigures;
  /** Also those that stay as they are. */
  readonly isWhole?: boolean;
}

/** Figures side by side, before and after. */
export function FigureChanges({ before, after, isWhole = false }: FigureChangesProps) {
  const { t } = useTranslation('plan');
  const shown = FIGURES.filter(([key]) => isWhole || before[key] !== after[key]);
  if (shown.length === 0) return null;
  return (
    <table className="plan-figure-changes" data-testid="figure-changes">
      <thead>
        <tr>
          <th aria-label={t('difference.figure')} />
          <th>{t('difference.before')}</th>
          <th>{t('difference.after')}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map(([key, name]) => (
          <tr key={key} data-figure={name}>
            <th>{t(`figure.${name}`)}</th>
            <td>{before[key]}</td>
            <td>
              <b>{after[key]}</b>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
