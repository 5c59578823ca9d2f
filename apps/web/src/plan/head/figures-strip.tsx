import { useTranslation } from 'react-i18next';
import { formatM3 } from '../../i18n/format-m3.js';
import { formatTime } from '../../i18n/time.js';
import { usePlanDesk } from '../plan-desk.js';

/** What the plan comes to, in one line. */
export function FiguresStrip() {
  const { t } = useTranslation('plan');
  const { t: shared } = useTranslation('shared');
  const { plan, act } = usePlanDesk();
  if (!plan) return null;
  const { figures, unserved } = plan;
  const [newest] = plan.changes;
  const cells = [
    {
      name: 'served',
      value: `${formatM3(figures.servedM3)} / ${formatM3(figures.orderedM3)}`,
      unit: 'm³',
    },
    { name: 'servedPct', value: figures.servedPct.toFixed(1), unit: '%' },
    ...(figures.ghostOrderedM3 > 0
      ? [
          {
            name: 'ghost' as const,
            value: `${formatM3(figures.ghostServedM3)} / ${formatM3(figures.ghostOrderedM3)}`,
            unit: 'm³',
          },
        ]
      : []),
    { name: 'loads', value: String(figures.loads), unit: t('unit.loads') },
    { name: 'trucks', value: String(figures.trucksUsed), unit: t('unit.trucks') },
    { name: 'late', value: figures.lateMinPerOrder.toFixed(1), unit: t('unit.min') },
    { name: 'wait', value: figures.waitMinPerLoad.toFixed(1), unit: t('unit.min') },
    { name: 'empty', value: figures.emptyKmPerLoad.toFixed(1), unit: 'km' },
  ] as const;
  return (
    <div className="plan-figures" data-testid="plan-figures">
      {cells.map(({ name, value, unit }) => (
        <span key={name} className="plan-figure" data-testid={`figure-${name}`}>
          <span className="plan-figure-name">{t(`figure.${name}`)}</span>
          <b>{value}</b>
          <span className="plan-figure-unit">{unit}</span>
        </span>
      ))}
      <button
        type="button"
        className={unserved.length > 0 ? 'plan-figure is-warning' : 'plan-figure'}
        data-testid="figure-unserved"
        onClick={() => act({ do: 'show_side', side: 'unserved' })}
      >
        <span className="plan-figure-name">{t('figure.unserved')}</span>
        <b>{unserved.length}</b>
        <span className="plan-figure-unit">{t('unit.orders')}</span>
      </button>
      <span className="app-bar-space" />
      <span className="plan-said">
        {newest &&
          t('head.lastChange', {
            at: formatTime(newest.at),
            name: newest.byName,
            what: t(`change.${newest.kind}`),
          })}
        {' · '}
        {shared(`travelSource.${plan.travelSource}`)}
      </span>
    </div>
  );
}
