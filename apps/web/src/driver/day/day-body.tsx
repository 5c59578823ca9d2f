import type { DriverDayView } from '@tongyun/contracts';
import { useTranslation } from 'react-i18next';
import { CheckIn } from '../duty/check-in.js';
import { WaitingForTrip } from '../duty/waiting-for-trip.js';
import { PumpScreen } from '../pump/pump-screen.js';
import { findShownPumpStage } from '../pump/shown-pump-stage.js';
import { findShownStage } from '../trip/shown-stage.js';
import { TripScreen } from '../trip/trip-screen.js';
import type { ClaimEntry, PumpClaimEntry } from '../queue/queue-entry.js';
import type { DriverWork } from './use-driver-work.js';

export interface DayBodyProps {
  readonly day: DriverDayView;
  readonly work: DriverWork;
  readonly isOnDuty: boolean;
  readonly hasClockedOut: boolean;
  readonly speedKph: number | null;
}

/** No forms above a walk's pace (glossary §7). */
const FORMS_UP_TO_KPH = 5;

/** One of four things: check in, wait, drive, or pump. */
export function DayBody({ day, work, isOnDuty, hasClockedOut, speedKph }: DayBodyProps) {
  const { t } = useTranslation('driver');
  const isMoving = (speedKph ?? 0) > FORMS_UP_TO_KPH;
  if (!isOnDuty) {
    return hasClockedOut ? (
      <main className="big-message">
        <p role="status">{t('duty.clockOutWaits')}</p>
      </main>
    ) : (
      <CheckIn day={day} work={work} />
    );
  }
  const claims = (work.queue.taps ?? []).filter((tap): tap is ClaimEntry => tap.kind === 'claim');
  const shown = day.trip && findShownStage(day.trip, claims);
  if (day.trip && shown?.nextStage) {
    return (
      <TripScreen
        key={day.trip.id}
        trip={day.trip}
        call={day.call}
        ticket={day.ticket}
        shown={shown}
        work={work}
      />
    );
  }
  const pumpClaims = (work.queue.taps ?? []).filter(
    (tap): tap is PumpClaimEntry => tap.kind === 'pump_claim',
  );
  const shownPump = day.pumpJob && findShownPumpStage(day.pumpJob, pumpClaims);
  if (day.pumpJob && shownPump?.nextStage) {
    return <PumpScreen key={day.pumpJob.id} job={day.pumpJob} shown={shownPump} work={work} />;
  }
  return (
    <WaitingForTrip
      day={day}
      lastTrip={shown && day.trip ? { trip: day.trip, stage: shown.stage } : null}
      isMoving={isMoving}
      work={work}
    />
  );
}
