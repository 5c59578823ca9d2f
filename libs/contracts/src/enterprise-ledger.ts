import { z } from 'zod';
import { day, instant } from './common.js';
import { passState, registrationState } from './compliance.js';
import { ledgerKind, ledgerWithdrawalView } from './credit.js';
import { enterpriseMode, plateColor, vehicleKind } from './fleet.js';

/** Up to a month of one enterprise, as its ledger is printed and filed. */
export const enterpriseLedgerQuery = z.object({ from: day, to: day });
export type EnterpriseLedgerQuery = z.infer<typeof enterpriseLedgerQuery>;

const m3 = z.number();
export const enterpriseLedgerView = z.object({
  name: z.string(),
  district: z.string(),
  mode: enterpriseMode,
  /** Who answers for safety (R8), as entered last by the end of the period. */
  responsibleLeader: z.string().nullable(),
  safetyOfficer: z.string().nullable(),
  vehicles: z.array(
    z.object({
      vehicleId: z.uuid(),
      plateNo: z.string().nullable(),
      plateColor: plateColor.nullable(),
      equipmentNo: z.string().nullable(),
      kind: vehicleKind,
      drumCapacityM3: m3.nullable(),
      /** The haulage or pump firm whose it is; null: the enterprise's own. */
      ownerName: z.string().nullable(),
      registrationNo: z.string().nullable(),
      registrationState: registrationState.nullable(),
    }),
  ),
  /** Passes whose validity meets the period. */
  passes: z.array(
    z.object({
      passNo: z.string(),
      plateNo: z.string().nullable(),
      validFrom: instant,
      validTo: instant,
      state: passState,
    }),
  ),
  /** Discharged within the period, no more than 5,000; `tripCount` and `m3` are of all. */
  trips: z.array(
    z.object({
      at: instant,
      plateNo: z.string().nullable(),
      plantName: z.string().nullable(),
      siteName: z.string().nullable(),
      grade: z.string().nullable(),
      m3,
      isDeclared: z.boolean(),
    }),
  ),
  tripCount: z.number().int(),
  m3,
  /** What the safety ledger has of the period. */
  entries: z.array(
    z.object({
      at: instant,
      kind: ledgerKind,
      title: z.string(),
      content: z.string(),
      /** Of which it tells, such as where a briefing was given. */
      siteName: z.string().nullable(),
      personName: z.string().nullable(),
      /** That it was made in error, and why; it stays listed. */
      withdrawal: ledgerWithdrawalView.pick({ reason: true, decidedAt: true }).nullable(),
    }),
  ),
  dataAt: instant,
});
export type EnterpriseLedgerView = z.infer<typeof enterpriseLedgerView>;
