import { z } from 'zod';
import { instant, lat, lng } from './common.js';

const seconds = (max: number) => z.number().int().min(0).max(max);
const metres = z.number().int().min(0).max(100_000);

/**
 * What may be set in a terminal from afar (JT/T 808, table 12). The addresses and dial-ups that lead
 * it here are left out: one wrong letter there, and nobody reaches it again.
 */
export const settableParameters = z
  .strictObject({
    heartbeatIntervalSec: seconds(3_600),
    tcpAnswerTimeoutSec: seconds(600),
    tcpResends: z.number().int().min(0).max(20),
    reportStrategy: z.number().int().min(0).max(2),
    reportScheme: z.number().int().min(0).max(1),
    noDriverIntervalSec: seconds(86_400),
    sleepIntervalSec: seconds(86_400),
    emergencyIntervalSec: seconds(86_400),
    defaultIntervalSec: seconds(86_400),
    defaultDistanceM: metres,
    noDriverDistanceM: metres,
    sleepDistanceM: metres,
    emergencyDistanceM: metres,
    turnAngleDeg: z.number().int().min(0).max(180),
    alarmMaskBits: z.number().int().min(0).max(0xffff_ffff),
    maxSpeedKph: z.number().int().min(0).max(200),
    overspeedDurationSec: seconds(600),
    maxDrivingSec: seconds(86_400),
    maxDrivingPerDaySec: seconds(86_400),
    minRestSec: seconds(86_400),
    maxParkingSec: seconds(86_400),
    odometerTenthKm: z.number().int().min(0).max(0xffff_ffff),
    provinceId: z.number().int().min(0).max(0xffff),
    cityId: z.number().int().min(0).max(0xffff),
    plateNo: z.string().trim().min(1).max(20),
    plateColor: z.number().int().min(0).max(9),
  })
  .partial()
  .refine((parameters) => Object.keys(parameters).length > 0, {
    message: 'name at least one parameter',
  });

/** Long enough for a warning; with its flags it still goes in one frame. */
const driverText = z.string().trim().min(1).max(450);

/** What a terminal can be told by whoever fits or follows it. */
export const orderTerminalRequest = z.discriminatedUnion('kind', [
  /** 0x8201: say where you are. */
  z.object({ kind: z.literal('ask_position') }),
  /** 0x8202: report every `intervalSec` for `durationSec`; an interval of 0 ends it. */
  z.object({
    kind: z.literal('follow'),
    intervalSec: seconds(3_600),
    durationSec: seconds(86_400),
  }),
  /** 0x8300: words for the driver, on the display, spoken, or both. */
  z.object({
    kind: z.literal('text'),
    text: driverText,
    isUrgent: z.boolean().default(false),
    isShown: z.boolean().default(true),
    isSpoken: z.boolean().default(true),
  }),
  /** 0x8103. */
  z.object({ kind: z.literal('set_parameters'), parameters: settableParameters }),
  /** 0x8104. */
  z.object({ kind: z.literal('ask_parameters') }),
]);
export type OrderTerminalRequest = z.infer<typeof orderTerminalRequest>;

/** 0x8105, which may cut a terminal off; an upgrade states its fields in `argument`, apart by `;`. */
export const controlTerminalRequest = z.object({
  command: z.enum(['upgrade', 'shut_down', 'restart', 'factory_reset']),
  argument: z.string().max(450).default(''),
});
export type ControlTerminalRequest = z.infer<typeof controlTerminalRequest>;

/** What a terminal can be told to do by the platform. */
export const terminalCommand = z.discriminatedUnion('kind', [
  ...orderTerminalRequest.options,
  controlTerminalRequest.extend({ kind: z.literal('control') }),
]);
export type TerminalCommand = z.infer<typeof terminalCommand>;

/**
 * `waiting` for the terminal · `sent` and not answered yet · `done`: it says so · `refused` by it ·
 * `unanswered` after the last resend · `expired` before it could be sent.
 */
export const terminalOrderState = z.enum([
  'waiting',
  'sent',
  'done',
  'refused',
  'unanswered',
  'expired',
]);
export type TerminalOrderState = z.infer<typeof terminalOrderState>;

/** What came back: the general answer's result, or what was asked for. */
export const terminalOrderAnswer = z.object({
  /** Of 0x0001: 0 success, 1 failure, 2 wrong message, 3 not supported; null when it told otherwise. */
  result: z.number().int().nullable(),
  position: z.object({ lng, lat, at: instant.nullable(), isLocated: z.boolean() }).nullable(),
  parameters: z.record(z.string(), z.union([z.string(), z.number()])).nullable(),
});
export type TerminalOrderAnswer = z.infer<typeof terminalOrderAnswer>;

export const terminalOrderView = z.object({
  id: z.uuid(),
  terminalId: z.uuid(),
  command: terminalCommand,
  state: terminalOrderState,
  orderedBy: z.uuid(),
  orderedAt: instant,
  expiresAt: instant,
  /** How often it went out. */
  sends: z.number().int(),
  sentAt: instant.nullable(),
  settledAt: instant.nullable(),
  answer: terminalOrderAnswer.nullable(),
});
export type TerminalOrderView = z.infer<typeof terminalOrderView>;
/** The newest, newest first. */
export const terminalOrders = z.object({ items: z.array(terminalOrderView) });
export type TerminalOrders = z.infer<typeof terminalOrders>;
