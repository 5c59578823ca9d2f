import type { PresencePlace } from '@tongyun/contracts';
import { useQuery } from '@tanstack/react-query';
import { Button, Card, Descriptions } from 'antd';
import { useTranslation } from 'react-i18next';
import { usePermission } from '../../api/use-session.js';
import { formatTimeSeconds } from '../../i18n/time.js';
import { CloseIcon } from '../../ui/icons.js';
import { useDesk } from '../desk.js';
import { DivertButton } from '../divert/divert-button.js';
import { useLiveVehicles } from '../use-live-vehicles.js';
import { presenceOf } from './presence-query.js';
import { trackOf } from './track-query.js';
import { VehicleBadge } from './vehicle-badge.js';

/** What is known of the vehicle that was chosen, over the map. */
export function VehicleCard() {
  const { t } = useTranslation('dispatcher');
  const { t: shared } = useTranslation('shared');
  const { state, act } = useDesk();
  const vehicles = useLiveVehicles();
  const mayReplay = usePermission('tracks.read');
  const vehicle = vehicles.find(({ vehicleId }) => vehicleId === state.vehicleId);
  const track = useQuery(trackOf(state.vehicleId));
  const { data: presence } = useQuery(presenceOf(state.vehicleId));
  if (!vehicle) return null;
  const none = shared('state.none');
  return (
    <Card
      className="vehicle-card"
      data-testid="vehicle-card"
      title={vehicle.plateNo ?? vehicle.fleetNo ?? t('vehicles.unsaidPlate')}
      extra={
        <Button
          type="text"
          aria-label={shared('action.close')}
          onClick={() => act({ do: 'clear' })}
        >
          <CloseIcon />
        </Button>
      }
    >
      <Descriptions
        column={1}
        size="small"
        items={[
          {
            key: 'state',
            label: t('vehicles.state'),
            children: <VehicleBadge vehicle={vehicle} />,
          },
          {
            key: 'kind',
            label: t('vehicles.kind'),
            children: `${shared(`vehicleKind.${vehicle.kind}`)}${
              vehicle.isProvisional ? ` · ${t('vehicles.provisional')}` : ''
            }`,
          },
          {
            key: 'stage',
            label: t('vehicles.stage'),
            children:
              vehicle.stage === null ? t('vehicles.noTrip') : shared(`stage.${vehicle.stage}`),
          },
          { key: 'driver', label: t('vehicles.driver'), children: vehicle.driverName ?? none },
          {
            key: 'speed',
            label: t('vehicles.speed'),
            children: vehicle.speedKph === null ? none : `${Math.round(vehicle.speedKph)} km/h`,
          },
          {
            key: 'fixAt',
            label: t('vehicles.fixAt'),
            children: vehicle.fixAt === null ? none : formatTimeSeconds(vehicle.fixAt),
          },
          {
            key: 'places',
            label: t('vehicles.places'),
            children: <Places places={presence?.places ?? []} />,
          },
          {
            key: 'load',
            label: t('vehicles.load'),
            children: presence?.load ? t(`vehicles.loadState.${presence.load.state}`) : none,
          },
        ]}
      />
      <p className="vehicle-card-track">
        <span className="track-line" /> {t('vehicles.track')}
        {track.data?.isCut === true && ` · ${t('vehicles.trackCut')}`}
      </p>
      <DivertButton key={vehicle.vehicleId} vehicle={vehicle} />
      {mayReplay && (
        <Button
          block
          data-testid="replay-open"
          disabled={state.isReplaying}
          onClick={() => act({ do: 'open_replay' })}
        >
          {t('replay.open')}
        </Button>
      )}
    </Card>
  );
}

/** Each with how long it has been in it. */
function Places({ places }: { readonly places: readonly PresencePlace[] }) {
  const { t } = useTranslation('dispatcher');
  const { t: shared } = useTranslation('shared');
  if (places.length === 0) return shared('state.none');
  return (
    <ul className="vehicle-card-places" data-testid="vehicle-places">
      {places.map(({ kind, id, name, since }) => (
        <li key={`${kind} ${id}`}>
          {t(`vehicles.inPlace.${kind}`, { name: name ?? '', minutes: minutesSince(since) })}
        </li>
      ))}
    </ul>
  );
}

const minutesSince = (since: string): number =>
  Math.max(0, Math.floor((Date.now() - Date.parse(since)) / 60_000));
