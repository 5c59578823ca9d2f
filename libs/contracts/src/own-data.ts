import { z } from 'zod';
import { day, instant } from './common.js';

/** All that is kept of a driver, as he may have it: secrets apart, nothing left out. */
export const driverOwnDataView = z.object({
  writtenAt: instant,
  driver: z.object({
    id: z.uuid(),
    name: z.string(),
    phone: z.string(),
    licenceClass: z.string(),
    enterpriseName: z.string(),
    createdAt: instant,
    leftOn: day.nullable(),
  }),
  /** What was corrected of him, as it was before, and the end of his employment. */
  decisions: z.array(
    z.object({
      kind: z.string(),
      before: z.record(z.string(), z.string()).nullable(),
      leftOn: day.nullable(),
      reason: z.string(),
      decidedAt: instant,
    }),
  ),
  /** Each step of what his enterprise asked that he be called. */
  nameRequests: z.array(
    z.object({
      nameBefore: z.string(),
      name: z.string(),
      state: z.string(),
      reason: z.string(),
      decidedAt: instant,
    }),
  ),
  phones: z.array(
    z.object({
      deviceName: z.string().nullable(),
      signedInAt: instant,
      endedAt: instant.nullable(),
    }),
  ),
  trainings: z.array(
    z.object({
      kind: z.string(),
      score: z.number().int(),
      hasPassed: z.boolean(),
      passedOn: day,
      expiresOn: day,
      certificateNo: z.string().nullable(),
      /** Null: it was not withdrawn. */
      withdrawnReason: z.string().nullable(),
      withdrawnAt: instant.nullable(),
    }),
  ),
  duties: z.array(
    z.object({
      id: z.uuid(),
      plateNo: z.string().nullable(),
      clockInAt: instant,
      clockOutAt: instant.nullable(),
      /** Positions of the vehicle that are kept of that time. */
      positions: z.number().int(),
    }),
  ),
  trips: z.array(
    z.object({
      id: z.uuid(),
      orderNo: z.string(),
      siteName: z.string(),
      plateNo: z.string().nullable(),
      stage: z.string(),
      startedAt: instant.nullable(),
      endedAt: instant.nullable(),
    }),
  ),
  claims: z.array(
    z.object({
      id: z.uuid(),
      tripId: z.uuid(),
      stage: z.string(),
      claimedAt: instant,
      receivedAt: instant,
      outcome: z.string(),
    }),
  ),
  pumpClaims: z.array(
    z.object({
      id: z.uuid(),
      pumpJobId: z.uuid(),
      stage: z.string(),
      claimedAt: instant,
      receivedAt: instant,
      outcome: z.string(),
    }),
  ),
  alerts: z.array(
    z.object({
      id: z.uuid(),
      code: z.string(),
      level: z.string(),
      state: z.string(),
      startedAt: instant,
      endedAt: instant.nullable(),
    }),
  ),
  assignments: z.array(
    z.object({
      id: z.uuid(),
      orderNo: z.string(),
      plateNo: z.string().nullable(),
      startsAt: instant,
      endsAt: instant,
      state: z.string(),
      cancelledReason: z.string().nullable(),
    }),
  ),
  /** That he will come at the start of a day, by his own word. */
  startConfirmations: z.array(
    z.object({ operatingOn: day, startsAt: instant, confirmedAt: instant }),
  ),
  /** First rounds of days that he was in, or named in to take over, with the codes of what would bar him. */
  callIns: z.array(
    z.object({
      kind: z.string(),
      judgedAt: instant,
      plateNo: z.string().nullable(),
      callInAt: instant,
      isReplacement: z.boolean(),
      codes: z.array(z.string()),
    }),
  ),
  /** What the newest plan of a day has him do, and what it was told of him: refused, late, come. */
  plannedDays: z.array(
    z.object({
      operatingOn: day,
      loads: z.number().int(),
      pumpJobs: z.number().int(),
      events: z.array(
        z.object({
          kind: z.string(),
          at: instant,
          reason: z.string(),
          codes: z.array(z.string()).optional(),
          until: instant.optional(),
        }),
      ),
    }),
  ),
  /** Training sessions that he was entered for, whatever came of it. */
  enrolments: z.array(
    z.object({
      title: z.string(),
      place: z.string(),
      startsAt: instant,
      state: z.string(),
      enrolledAt: instant,
      settledAt: instant.nullable(),
    }),
  ),
  /** To whom he was offered or lent, with which vehicle. */
  loans: z.array(
    z.object({
      borrowerName: z.string(),
      plateNo: z.string().nullable(),
      fromAt: instant,
      untilAt: instant,
      state: z.string(),
    }),
  ),
  /** Papers of his that are kept as files. */
  documents: z.array(
    z.object({
      kind: z.string(),
      title: z.string(),
      fileKind: z.string(),
      expiresOn: day.nullable(),
      addedAt: instant,
    }),
  ),
  /** Keys of phones without the app's own sign-in; not the keys themselves. */
  phoneKeys: z.array(
    z.object({
      deviceName: z.string(),
      issuedAt: instant,
      revokedAt: instant.nullable(),
    }),
  ),
  /** Codes to sign a phone in; not the codes themselves. */
  deviceCodes: z.array(
    z.object({ issuedAt: instant, expiresAt: instant, usedAt: instant.nullable() }),
  ),
  /** Times in which messages were sent to his phone. */
  pushSubscriptions: z.array(z.object({ createdAt: instant, endedAt: instant.nullable() })),
  /** Officers who were shown his name and number, and what for. */
  disclosures: z.array(
    z.object({ askedAt: instant, purpose: z.string(), agency: z.string().nullable() }),
  ),
  /** Who was shown where his vehicle was, of a time when he was on duty on it. */
  looks: z.array(
    z.object({
      kind: z.string(),
      spanFrom: instant,
      spanTo: instant,
      askedAt: instant,
      askedByRoles: z.array(z.string()),
    }),
  ),
  /** Questions at the roadside about his vehicle while he was on duty on it. */
  roadsideChecks: z.array(
    z.object({
      askedAt: instant,
      plateNo: z.string(),
      verdict: z.string(),
      agency: z.string().nullable(),
    }),
  ),
  /** Days for which each kind is kept. */
  keptDays: z.record(z.string(), z.number().int()),
});
export type DriverOwnDataView = z.infer<typeof driverOwnDataView>;
