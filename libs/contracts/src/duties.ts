import { z } from 'zod';
import { day, instant, instantIn } from './common.js';
import { equipmentNo, plateColor, plateNo } from './fleet.js';
import { pumpStageTimes } from './orders.js';
import { reasonView } from './permission.js';
import { loadingCallView } from './plant-desk.js';
import { pumpJobState, pumpStage } from './pumping.js';
import { ticketView } from './tickets.js';
import { lackedTrainingView } from './training-withdrawals.js';
import { tripView } from './trips.js';

export const dutyState = z.enum(['off_duty', 'checked_in', 'queued', 'on_trip', 'resting']);
export const dutyView = z.object({
  id: z.uuid(),
  driverId: z.uuid(),
  vehicleId: z.uuid(),
  plateNo: z.string().nullable(),
  /** Of a trailer pump, which has no plate. */
  equipmentNo: z.string().nullable(),
  state: dutyState,
  clockInAt: instant,
  clockOutAt: instant.nullable(),
});
export type DutyView = z.infer<typeof dutyView>;
export const clockInRequest = z
  .object({
    /** Made by the phone, so that a repeat is recognised. */
    id: z.uuid(),
    plateNo: plateNo.optional(),
    plateColor: plateColor.optional(),
    equipmentNo: equipmentNo.optional(),
    at: instantIn,
  })
  .refine(
    ({ plateNo: plate, plateColor: color, equipmentNo: no }) =>
      no === undefined ? plate !== undefined && color !== undefined : plate === undefined,
    { message: 'a vehicle is named by its plate and its colour, or by its equipment number' },
  );
export type ClockInRequest = z.infer<typeof clockInRequest>;
export const clockOutRequest = z.object({ at: instantIn });
export type ClockOutRequest = z.infer<typeof clockOutRequest>;

/** A driver says when he begins his next day. */
export const confirmStartRequest = z.object({
  /** Made by the phone, so that a repeat is recognised. */
  id: z.uuid(),
  startsAt: instantIn,
  at: instantIn,
});
export type ConfirmStartRequest = z.infer<typeof confirmStartRequest>;

/** A pump's job as its operator's phone shows it. */
export const operatorPumpJobView = z.object({
  id: z.uuid(),
  orderNo: z.string(),
  pourLocation: z.string(),
  plannedM3: z.number(),
  pumpReachM: z.number().nullable(),
  state: pumpJobState,
  nextStage: pumpStage.nullable(),
  stages: pumpStageTimes,
  plantName: z.string(),
  siteName: z.string(),
  contactName: z.string().nullable(),
  contactPhone: z.string().nullable(),
  /** To leave its plant, to be set up, and to be needed until then. */
  departAt: instant,
  readyByAt: instant,
  untilAt: instant,
});
export type OperatorPumpJobView = z.infer<typeof operatorPumpJobView>;

/** The driver's one screen: who he is, his duty, his trip, or why he may not drive. */
export const driverDayView = z.object({
  driverId: z.uuid(),
  driverName: z.string(),
  enterpriseName: z.string(),
  duty: dutyView.nullable(),
  trip: tripView.nullable(),
  waitingTrips: z.number().int(),
  /** The job of the pump that he works; null: none. */
  pumpJob: operatorPumpJobView.nullable(),
  /** The line that he is called to; null when he is not. */
  call: loadingCallView.nullable(),
  /** The delivery ticket of his trip; null until the plant has issued it. */
  ticket: ticketView.nullable(),
  /** When his next job begins; null: he has none that has not begun. */
  nextJobAt: instant.nullable(),
  /** What he said of when he begins; null: nothing yet. */
  start: z.object({ operatingOn: day, startsAt: instant, confirmedAt: instant }).nullable(),
  reasons: z.array(reasonView),
  /** Trainings that he lacks because a result was withdrawn, and why it was. */
  withdrawnTrainings: z.array(lackedTrainingView),
  dataAt: instant,
});
export type DriverDayView = z.infer<typeof driverDayView>;
