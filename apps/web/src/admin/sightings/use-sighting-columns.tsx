import type { SightingOutcome, SightingView } from '@tongyun/contracts';
import { Button, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { usePermission } from '../../api/use-session.js';
import { formatDateTime } from '../../i18n/time.js';
import { StateTag, type Tone } from '../../ui/state-tag.js';

const TONES: Readonly<Record<SightingOutcome, Tone>> = {
  not_a_plate: 'quiet',
  unknown: 'bad',
  unregistered: 'bad',
  suspended: 'bad',
  apart: 'bad',
  matched: 'good',
  not_compared: 'quiet',
};
const M_PER_KM = 1_000;

/** @param onAlert asks for the alert that a sighting raised or added to */
export function useSightingColumns(
  onAlert: (alertId: string) => void,
): TableColumnsType<SightingView> {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const mayReadAlerts = usePermission('alerts.read');
  return [
    { title: t('sighting.at'), dataIndex: 'at', render: formatDateTime },
    {
      title: t('registration.plate'),
      key: 'plate',
      className: 'admin-plate',
      render: (_, { plateNo, plateColor }) => (
        <>
          {plateNo}
          {plateColor !== null && (
            <span className="admin-quiet"> {shared(`plateColor.${plateColor}`)}</span>
          )}
        </>
      ),
    },
    {
      title: t('sighting.kind'),
      dataIndex: 'seenKind',
      render: (kind: SightingView['seenKind']) => {
        if (kind === null) return shared('state.none');
        return kind === 'other' ? t('sighting.otherKind') : shared(`vehicleKind.${kind}`);
      },
    },
    {
      title: t('sighting.outcomeLabel'),
      dataIndex: 'outcome',
      render: (outcome: SightingOutcome) => (
        <StateTag tone={TONES[outcome]}>{t(`sighting.outcome.${outcome}`)}</StateTag>
      ),
    },
    { title: t('sighting.camera'), dataIndex: 'cameraId' },
    {
      title: t('sighting.zones'),
      dataIndex: 'zoneNames',
      render: (names: readonly string[]) =>
        names.length > 0 ? names.join(shared('mark.and')) : t('sighting.outside'),
    },
    {
      title: t('sighting.apart'),
      dataIndex: 'apartM',
      render: (apartM: number | null) =>
        apartM === null ? shared('state.none') : `${(apartM / M_PER_KM).toFixed(1)} km`,
    },
    {
      title: t('sighting.image'),
      dataIndex: 'imageUrl',
      render: (url: string | null) =>
        url === null ? (
          shared('state.none')
        ) : (
          <a href={url} target="_blank" rel="noreferrer">
            {t('sighting.open')}
          </a>
        ),
    },
    ...(mayReadAlerts
      ? [
          {
            title: t('sighting.alert'),
            dataIndex: 'alertId',
            render: (alertId: string | null) =>
              alertId === null ? (
                shared('state.none')
              ) : (
                <Button data-testid="open-alert" onClick={() => onAlert(alertId)}>
                  {t('sighting.openAlert')}
                </Button>
              ),
          },
        ]
      : []),
  ];
}
