import { z } from 'zod';
import { listRegistrationsQuery, registrationView } from './compliance.js';
import { pageOf } from './common.js';

/** Where a terminal's registration stands: the same steps as a vehicle's. */
export const terminalRegistrationView = registrationView
  .omit({
    vehicleId: true,
    kind: true,
    plateColor: true,
    fleetNo: true,
    drumCapacityM3: true,
    boomLengthM: true,
    lineLengthM: true,
    emissionClass: true,
    tareKg: true,
    isCorrectable: true,
  })
  .extend({
    terminalId: z.uuid(),
    phone: z.string(),
    terminalNo: z.string().nullable(),
    manufacturer: z.string().nullable(),
    model: z.string().nullable(),
    /** That it stands for, with its plate or equipment number and its owner; null: none any more. */
    vehicleId: z.uuid().nullable(),
  });
export type TerminalRegistrationView = z.infer<typeof terminalRegistrationView>;
export const terminalRegistrationPage = pageOf(terminalRegistrationView);
/** By the plate of the vehicle that it stands for. */
export const listTerminalRegistrationsQuery = listRegistrationsQuery;
export type ListTerminalRegistrationsQuery = z.infer<typeof listTerminalRegistrationsQuery>;
