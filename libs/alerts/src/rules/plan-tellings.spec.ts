import { planTellings, type Reachable, type ToldAlert } from './plan-tellings.js';

const policy = {
  tell: {
    screen: 'notice',
    driver_page: 'notice',
    terminal: 'warning',
    web_push: 'warning',
    sms: 'grave',
  },
  quietMin: 10,
  quietHours: { from: '22:00', to: '06:00' },
} as const;
const alert = (change: Partial<ToldAlert> = {}): ToldAlert => ({
  level: 'warning',
  isLate: false,
  isMuted: false,
  occasion: 'opened',
  ...change,
});
const everybody = (lastToldMinAgo: number | null = null, knowsCause = false): Reachable[] =>
  (['screen', 'driver_page', 'terminal', 'sms', 'web_push', 'webhook'] as const).map((channel) => ({
    channel,
    recipient: `by ${channel}`,
    lastToldMinAgo,
    knowsCause,
  }));
const NOON = 720;
const NIGHT = 30;

describe('planTellings', () => {
  it.each([
    ['notice', ['screen', 'driver_page']],
    ['warning', ['screen', 'driver_page', 'terminal', 'web_push']],
    ['grave', ['screen', 'driver_page', 'terminal', 'sms', 'web_push']],
  ] as const)('of a %s uses %p, and never a way the policy leaves out', (level, channels) => {
    const planned = planTellings(alert({ level }), policy, everybody(), NOON);

    expect(planned.map(({ channel }) => channel)).toEqual(channels);
    expect(planned.every(({ heldBecause }) => heldBecause === null)).toBe(true);
  });

  it.each([
    { change: { isMuted: true }, ago: null, minute: NOON, held: 'muted', why: 'muted' },
    { change: { isLate: true }, ago: null, minute: NOON, held: 'late', why: 'it is over' },
    { change: {}, ago: 9, minute: NOON, held: 'quiet_time', why: 'told nine minutes ago' },
    { change: {}, ago: 10, minute: NOON, held: null, why: 'quiet time has run out' },
    { change: {}, ago: null, minute: NIGHT, held: 'quiet_hours', why: 'he sleeps' },
    { change: {}, ago: null, minute: 360, held: null, why: 'the last quiet minute is over' },
    { change: { level: 'grave' }, ago: null, minute: NIGHT, held: null, why: 'grave at night' },
    {
      change: { level: 'grave', occasion: 'escalated' },
      ago: 1,
      minute: NOON,
      held: null,
      why: 'graver than what he was told',
    },
  ] as const)('holds the driver’s by $held: $why', ({ change, ago, minute, held }) => {
    const planned = planTellings(alert(change), policy, everybody(ago), minute);

    expect(planned.find(({ channel }) => channel === 'driver_page')?.heldBecause).toBe(held);
    expect(planned.find(({ channel }) => channel === 'screen')?.heldBecause).toBeNull();
  });

  it('tells nobody on the road of an end', () => {
    const ended = alert({ occasion: 'ended', level: 'grave' });
    const withHooks = { ...policy, tell: { ...policy.tell, webhook: 'notice' } } as const;

    const planned = planTellings(ended, withHooks, everybody(), NOON);

    expect(planned.map(({ channel }) => channel)).toEqual(['webhook']);
  });

  it('calls nobody’s system twice for one cause, and keeps desks and drivers out of that', () => {
    const withHooks = { ...policy, tell: { ...policy.tell, webhook: 'notice' } } as const;

    const planned = planTellings(alert({ level: 'grave' }), withHooks, everybody(null, true), NOON);

    expect(
      planned.filter(({ heldBecause }) => heldBecause !== null).map(({ channel }) => channel),
    ).toEqual(['webhook']);
    expect(planned.find(({ channel }) => channel === 'webhook')?.heldBecause).toBe('same_cause');
  });
});
