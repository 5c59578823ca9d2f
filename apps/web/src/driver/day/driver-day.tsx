import { useTranslation } from 'react-i18next';
import { isUnreachable } from '../../api/api-refusal.js';
import { DriverAlerts } from '../alerts/driver-alerts.js';
import { BigMessage } from '../parts/big-message.js';
import { RefusalText } from '../parts/refusal-text.js';
import { usePositions } from '../position/use-positions.js';
import { RefusedEntries } from '../queue/refused-entries.js';
import { useAnnouncedCall } from '../speech/use-announced-call.js';
import { useAnnouncedTrip } from '../speech/use-announced-trip.js';
import { DayBar } from './day-bar.js';
import { DayBody } from './day-body.js';
import { useDriverDay } from './use-driver-day.js';
import { useDriverWork } from './use-driver-work.js';
import { useLiveDay } from './use-live-day.js';

export interface DriverDayProps {
  readonly driverId: string;
  readonly onSignOut: () => void;
}

/** The driver's one screen. */
export function DriverDay({ driverId, onSignOut }: DriverDayProps) {
  const { t } = useTranslation('shared');
  const { data: day, error } = useDriverDay(driverId);
  const work = useDriverWork(driverId);
  const { taps, fixCount, refused, forgetRefused } = work.queue;
  const hasClockedOut = taps?.some(({ kind }) => kind === 'clock_out') ?? false;
  const isOnDuty = day?.duty != null && !hasClockedOut;
  const position = usePositions(driverId, isOnDuty, work.keepFix);
  useLiveDay(driverId);
  useAnnouncedTrip(day?.duty ? day.trip : null);
  useAnnouncedCall(day?.call ?? null);

  if (!day) {
    return (
      <BigMessage text={t(isUnreachable(error) ? 'session.unreachable' : 'state.loading')}>
        <RefusalText error={isUnreachable(error) ? null : error} />
      </BigMessage>
    );
  }
  return (
    <div className="day">
      <DayBar
        day={day}
        isOffline={isUnreachable(error)}
        tapCount={taps?.length ?? 0}
        fixCount={fixCount}
        positionProblem={position.problem}
        onSignOut={onSignOut}
      />
      <RefusedEntries refused={refused} onSeen={forgetRefused} />
      <DriverAlerts driverId={driverId} />
      <DayBody
        day={day}
        work={work}
        isOnDuty={isOnDuty}
        hasClockedOut={hasClockedOut}
        speedKph={position.speedKph}
      />
    </div>
  );
}
