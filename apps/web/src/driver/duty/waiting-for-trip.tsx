import type { DriverDayView, TripStage, TripView } from '@tongyun/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DriverWork } from '../day/use-driver-work.js';
import { ConfirmDialog } from '../parts/confirm-dialog.js';
import { ReasonList } from '../parts/reason-list.js';
import { WithdrawnTrainings } from '../parts/withdrawn-trainings.js';
import { NextStart } from './next-start.js';

export interface WaitingForTripProps {
  readonly day: DriverDayView;
  /** The trip that has just ended; null when there was none. */
  readonly lastTrip: { readonly trip: TripView; readonly stage: TripStage } | null;
  readonly isMoving: boolean;
  readonly work: DriverWork;
}

/** On duty without a trip: wait, or go home. */
export function WaitingForTrip({ day, lastTrip, isMoving, work }: WaitingForTripProps) {
  const { t } = useTranslation('driver');
  return (
    <div className="screen">
      <main className="screen-body waiting" data-testid="waiting-for-trip">
        <ReasonList title={t('checkIn.mayNotWork')} reasons={day.reasons} />
        <WithdrawnTrainings day={day} />
        <LastTrip lastTrip={lastTrip} />
        <p className="waiting-word">{t('duty.waiting')}</p>
        <p>{t('duty.waitingHint')}</p>
        {!isMoving && <NextStart day={day} work={work} />}
      </main>
      <footer className="screen-foot">
        {isMoving ? (
          <p className="notice">{t('duty.stopFirst')}</p>
        ) : (
          <ClockOut onClockOut={work.clockOut} />
        )}
      </footer>
    </div>
  );
}

function LastTrip({ lastTrip }: Pick<WaitingForTripProps, 'lastTrip'>) {
  const { t } = useTranslation('driver');
  const { t: shared } = useTranslation('shared');
  if (!lastTrip) return null;
  const { trip, stage } = lastTrip;
  const isOver = stage === 'back_at_plant';
  return (
    <p className={isOver ? 'notice notice-good' : 'notice notice-bad'}>
      {trip.siteName} {t('trip.heading', { n: trip.loadNo })}{' '}
      {isOver ? t('trip.over') : t('trip.ended', { state: shared(`stage.${stage}`) })}
    </p>
  );
}

function ClockOut({ onClockOut }: { readonly onClockOut: DriverWork['clockOut'] }) {
  const { t } = useTranslation('driver');
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <button
        type="button"
        className="plain-button"
        data-testid="clock-out"
        onClick={() => setIsAsking(true)}
      >
        {t('duty.clockOut')}
      </button>
      {isAsking && (
        <ConfirmDialog
          title={t('duty.clockOutTitle')}
          confirmLabel={t('duty.clockOut')}
          onCancel={() => setIsAsking(false)}
          onConfirm={() => void onClockOut(new Date())}
        >
          <p>{t('duty.clockOutHint')}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
