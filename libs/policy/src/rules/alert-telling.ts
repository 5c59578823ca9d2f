import { z } from 'zod';

const level = z.enum(['notice', 'warning', 'grave']);
const localClock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** Ways to tell somebody of an alert. */
export const alertChannel = z.enum([
  'screen',
  'driver_page',
  'terminal',
  'sms',
  'web_push',
  'webhook',
]);

const telling = z.strictObject({
  /** The level of an episode from its opening to its end; null: as the rule judges it. */
  level: level.nullable(),
  /** The least level that each way is used for; a way left out is not used. */
  tell: z.partialRecord(alertChannel, level),
  /** After a vehicle's alert of this code, the same people are not told of the next for so long. */
  quietMin: z.number().min(0).max(1_440),
  /** Local hours in which drivers are told of what is grave alone; null: none. */
  quietHours: z.strictObject({ from: localClock, to: localClock }).nullable(),
});

/** Who is told of which alert, at which level and how often; `codes` differ from the usual. */
export const alertTelling = z.strictObject({
  usual: telling,
  codes: z.record(z.string().max(40), telling.partial()),
});

type AlertTelling = z.infer<typeof alertTelling>;

const PEOPLE_AT_DESKS = { screen: 'notice', webhook: 'notice' } as const;

/** What ships: desks and webhooks hear all, the driver what he can mend, by SMS what is grave. */
export const SHIPPED_ALERT_TELLING: AlertTelling = {
  usual: {
    level: null,
    tell: {
      ...PEOPLE_AT_DESKS,
      driver_page: 'notice',
      terminal: 'warning',
      web_push: 'warning',
      sms: 'grave',
    },
    quietMin: 10,
    quietHours: null,
  },
  codes: {
    // He cannot hear it, or cannot help it.
    offline: { tell: PEOPLE_AT_DESKS },
    device_fault: { tell: PEOPLE_AT_DESKS },
    terminal_alarm: { tell: PEOPLE_AT_DESKS, quietMin: 0 },
    undeclared_use: { tell: PEOPLE_AT_DESKS },
    off_duty_moving: { tell: PEOPLE_AT_DESKS },
    fatigue_warning: { tell: { ...PEOPLE_AT_DESKS, driver_page: 'notice', terminal: 'notice' } },
  },
};
