import type { ReplayView } from '@tongyun/contracts';
import { useTranslation } from 'react-i18next';

const oneDigit = (km: number): string => km.toFixed(1);

/** How far the vehicle went: in all, by operating day and by trip. */
export function MileageLine({ replay }: { readonly replay: ReplayView }) {
  const { t } = useTranslation('dispatcher');
  const { mileage, trips, onePointOf } = replay;
  return (
    <ul className="mileage-line" data-testid="replay-mileage">
      <li>
        <b>{t('replay.total', { km: oneDigit(mileage.totalKm) })}</b>
      </li>
      {mileage.overGapsKm > 0 && (
        <li>{t('replay.overGaps', { km: oneDigit(mileage.overGapsKm) })}</li>
      )}
      {mileage.days.map(({ operatingOn, km }) => (
        <li key={operatingOn}>{t('replay.day', { day: operatingOn, km: oneDigit(km) })}</li>
      ))}
      {trips.map(({ tripId, orderNo, siteName, mileageKm }) => (
        <li key={tripId}>
          {t('replay.trip', { order: orderNo, site: siteName, km: oneDigit(mileageKm) })}
        </li>
      ))}
      {onePointOf > 1 && <li>{t('replay.thinned', { count: onePointOf })}</li>}
    </ul>
  );
}
