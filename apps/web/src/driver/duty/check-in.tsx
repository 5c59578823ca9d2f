import { equipmentNo } from '@tongyun/contracts';
import { newId } from '@tongyun/kernel';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isUnreachable } from '../../api/api-refusal.js';
import { clockIn } from '../../api/deliveries.js';
import { isCompletePlate } from '../../plate/plate-entry.js';
import { takeDay } from '../day/use-driver-day.js';
import { ReasonList } from '../parts/reason-list.js';
import { RefusalText } from '../parts/refusal-text.js';
import { WithdrawnTrainings } from '../parts/withdrawn-trainings.js';
import { keepLastVehicle, type NamedVehicle, readLastVehicle } from './last-vehicle.js';
import { NextStart, type NextStartProps } from './next-start.js';
import { findReasons } from './reasons-in-refusal.js';
import { VehiclePad } from './vehicle-pad.js';

/** Which vehicle today: its plate or number, one button, and why not when it may not be. */
export function CheckIn({ day, work }: NextStartProps) {
  const { t } = useTranslation('driver');
  const [vehicle, setVehicle] = useState(() => readLastVehicle(localStorage));
  const checkIn = useCheckIn();
  const { error } = checkIn;
  const reasons = error === null ? day.reasons : findReasons(error);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    keepLastVehicle(localStorage, vehicle);
    checkIn.mutate(vehicle);
  };
  return (
    <form className="screen" onSubmit={submit}>
      <main className="screen-body">
        <h2>{t('checkIn.hint')}</h2>
        {day.waitingTrips > 0 && (
          <p className="notice notice-good">{t('checkIn.waitingTrips', { n: day.waitingTrips })}</p>
        )}
        {day.pumpJob && (
          <p className="notice notice-good">
            {t('checkIn.waitingPumpJob', { site: day.pumpJob.siteName })}
          </p>
        )}
        <ReasonList
          title={t(error === null ? 'checkIn.mayNotWork' : 'checkIn.refused')}
          reasons={reasons}
        />
        <WithdrawnTrainings day={day} />
        {isUnreachable(error) ? (
          <p className="notice notice-bad" role="alert">
            {t('checkIn.needsNetwork')}
          </p>
        ) : (
          reasons.length === 0 && <RefusalText error={error} />
        )}
        <VehiclePad vehicle={vehicle} onChange={setVehicle} />
        <NextStart day={day} work={work} />
      </main>
      <footer className="screen-foot">
        <button
          type="submit"
          className="main-button"
          data-testid="check-in"
          disabled={!isNamed(vehicle) || checkIn.isPending}
        >
          {t(checkIn.isPending ? 'checkIn.submitting' : 'checkIn.submit')}
        </button>
      </footer>
    </form>
  );
}

const isNamed = ({ by, plate, equipmentNo: no }: NamedVehicle): boolean =>
  by === 'plate' ? isCompletePlate(plate) : equipmentNo.safeParse(no).success;

const nameOf = ({ by, plate, equipmentNo: no }: NamedVehicle) =>
  by === 'plate' ? { plateNo: plate.places, plateColor: plate.color } : { equipmentNo: no.trim() };

/** A repeat after a lost answer bears the same id, so that it opens no second duty. */
function useCheckIn() {
  const queries = useQueryClient();
  const attempt = useRef<{ readonly id: string; readonly at: Date } | null>(null);
  return useMutation({
    mutationFn: (vehicle: NamedVehicle) => {
      attempt.current ??= { id: newId<string>(), at: new Date() };
      return clockIn({ ...attempt.current, ...nameOf(vehicle) });
    },
    onSuccess: (day) => takeDay(queries, day),
    onSettled: (_, error) => {
      if (!isUnreachable(error)) attempt.current = null;
    },
    networkMode: 'always',
  });
}
