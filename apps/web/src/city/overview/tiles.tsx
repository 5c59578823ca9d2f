import type { CityFiguresView } from '@tongyun/contracts';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../i18n/time.js';
import { whole } from '../format-count.js';
import { perThousandTrips, shareOf, totalsOf } from '../totals.js';

export interface TilesProps {
  readonly figures: CityFiguresView;
  /** The plan is the city's: a part of it has none. */
  readonly isWholeCity: boolean;
  readonly year: string;
}

/** The sums at a glance, each with what it is measured against. */
export function Tiles({ figures, isWholeCity, year }: TilesProps) {
  const { t } = useTranslation('city');
  const totals = totalsOf(figures.enterprises, figures.days);
  const { planM3 } = figures;
  const perThousand = perThousandTrips(totals.alerts, totals.trips);
  const vehicles = t('tile.ofVehicles', { n: whole(totals.mixers + totals.pumps) });
  const plan =
    planM3 === null
      ? t('tile.noPlan', { year })
      : t('tile.ofPlan', { pct: shareOf(totals.m3, planM3) ?? '—' });
  const capacity =
    totals.lines === 0 ? t('tile.noLines') : t('tile.ofDesign', { m3: whole(totals.designM3) });
  const passes = t('tile.ofRegistered', {
    pct: shareOf(totals.withPass, totals.registered) ?? '—',
  });
  const tiles = [
    { name: 'm3', value: whole(totals.m3), note: isWholeCity ? plan : '' },
    {
      name: 'trips',
      value: whole(totals.trips),
      note: t('tile.declaredOf', { n: whole(totals.declaredTrips) }),
    },
    { name: 'capacity', value: shareOf(totals.m3, totals.designM3) ?? '—', note: capacity },
    { name: 'registered', value: whole(totals.registered), note: vehicles },
    { name: 'withPass', value: whole(totals.withPass), note: passes },
    { name: 'heard', value: whole(totals.heard), note: vehicles },
    {
      name: 'trained',
      value: whole(totals.trained),
      note: t('tile.ofDrivers', { n: whole(totals.drivers) }),
    },
    {
      name: 'alerts',
      value: perThousand === null ? '—' : whole(perThousand),
      note: t('tile.alertsAll', { n: whole(totals.alerts) }),
    },
  ] as const;
  return (
    <>
      <div className="city-tiles">
        {tiles.map(({ name, value, note }) => (
          <dl key={name} className="city-tile" data-testid={`tile-${name}`}>
            <dt>{t(`tile.${name}`)}</dt>
            <dd>{value}</dd>
            <dd className="city-quiet">{note}</dd>
          </dl>
        ))}
      </div>
      <p className="city-quiet" role="status">
        {t('period.dataAt', { time: formatDateTime(figures.dataAt) })}
      </p>
    </>
  );
}
