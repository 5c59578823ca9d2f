import { z } from 'zod';
import { instant } from './common.js';
import { reasonView } from './permission.js';

/** First round of the day: who is called in when, and who would be refused. */
export const callInRow = z.object({
  driverId: z.uuid(),
  driverName: z.string(),
  vehicleId: z.uuid(),
  plateNo: z.string().nullable(),
  plantName: z.string(),
  firstLoadAt: instant,
  /** When he has to be there. */
  callInAt: instant,
  loads: z.number().int(),
  /** Over the whole duty, in the zones on its ways and at its sites. */
  reasons: z.array(reasonView),
  /** Somebody who could take over, where he or his vehicle would be refused; it may be himself with another one. */
  replacement: z
    .object({
      driverId: z.uuid(),
      driverName: z.string(),
      /** What he would drive; left out: the same vehicle. */
      vehicle: z
        .object({
          vehicleId: z.uuid(),
          plateNo: z.string().nullable(),
          fleetNo: z.string().nullable(),
        })
        .optional(),
    })
    .nullable(),
  /** When he said that he begins; null: he has not. */
  saysStartAt: instant.nullable(),
  /** When he said so, or clocked in. */
  confirmedAt: instant.nullable(),
  state: z.enum(['open', 'confirmed', 'late', 'clocked_in']),
});
export type CallInRow = z.infer<typeof callInRow>;
export const callInView = z.object({ items: z.array(callInRow), judgedAt: instant });

/** A call-in list as it was judged: at each release, and once on the evening before. */
export const callInCheckView = z.object({
  id: z.uuid(),
  kind: z.enum(['release', 'evening']),
  revision: z.number().int(),
  judgedAt: instant,
  refusedCount: z.number().int(),
  unconfirmedCount: z.number().int(),
  items: z.array(callInRow),
});
export type CallInCheckView = z.infer<typeof callInCheckView>;
export const callInChecksView = z.object({ items: z.array(callInCheckView) });
