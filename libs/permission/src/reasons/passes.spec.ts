import {
  aPass,
  aRoute,
  at,
  aVehicle,
  aZone,
  daily,
  on,
  someFacts,
} from '../../../../test/support/permission-facts.js';
import type { PassFact, ZoneStay } from '../facts.js';
import { judge } from '../judge.js';

const morning = { from: at('09:00'), to: at('11:00') };
const codesOf = (
  passes: PassFact[],
  interval = morning,
  zones: ZoneStay[] = [{ zone: aZone(), stay: null }],
) => judge(someFacts({ vehicle: aVehicle({ passes }), zones }), interval).map(({ code }) => code);

/** Of a vehicle in the zone whose pass ended at ten. */
const reasonsOf = (pass: Partial<PassFact>, clock: string, isUnderWay = true) =>
  judge(
    someFacts({
      vehicle: aVehicle({ passes: [aPass({ validTo: at('10:00'), ...pass })] }),
      isUnderWay,
    }),
    { from: at(clock), to: at(clock) },
  ).map(({ code, effect }) => [code, effect]);

const routed = (over: Partial<PassFact> = {}) => aPass({ routes: [aRoute()], ...over });
/** A kilometre at these latitudes is 0.0104° of longitude. */
const reasonsAt = (passes: PassFact[], eastM: number | null, withinM = 0) => {
  const place =
    eastM === null ? undefined : { lng: 120.1 + (0.0104 * eastM) / 1_000, lat: 30.3, withinM };
  const zones = [{ zone: aZone(), stay: null, place }];
  return judge(someFacts({ vehicle: aVehicle({ passes }), zones }), morning);
};

const told = (...asked: Parameters<typeof reasonsAt>) =>
  reasonsAt(...asked).map(({ code, effect }) => `${code} ${effect}`);

describe('road passes', () => {
  it.each([
    { why: 'none', passes: [], codes: ['no_pass'] },
    { why: 'a valid one', passes: [aPass()], codes: [] },
    { why: 'one applied for', passes: [aPass({ state: 'pending' })], codes: ['no_pass'] },
    { why: 'a revoked one', passes: [aPass({ state: 'revoked' })], codes: ['no_pass'] },
    { why: 'a suspended one', passes: [aPass({ state: 'suspended' })], codes: ['pass_suspended'] },
    {
      why: 'one that ended yesterday',
      passes: [aPass({ validTo: on('2026-11-22', '00:00') })],
      codes: ['pass_expired'],
    },
    {
      why: 'one that begins tomorrow',
      passes: [aPass({ validFrom: on('2026-11-24', '00:00') })],
      codes: ['no_pass'],
    },
    {
      why: 'one for another zone',
      passes: [aPass({ zoneIds: ['park'] })],
      codes: ['outside_pass_zone'],
    },
    {
      why: 'an expired one for another zone',
      passes: [aPass({ zoneIds: ['park'], validTo: on('2026-11-22', '00:00') })],
      codes: ['no_pass'],
    },
    {
      why: 'one for the night',
      passes: [aPass({ hours: [daily('22:00', '06:00')] })],
      codes: ['outside_pass_hours'],
    },
    {
      why: 'an expired one, and a valid one for the night',
      passes: [
        aPass({ passNo: 'P-0', validTo: on('2026-11-22', '00:00') }),
        aPass({ hours: [daily('22:00', '06:00')] }),
      ],
      codes: ['outside_pass_hours'],
    },
    {
      why: 'a suspended one that would do, and a valid one for the night',
      passes: [
        aPass({ state: 'suspended' }),
        aPass({ passNo: 'P-2', hours: [daily('22:00', '06:00')] }),
      ],
      codes: ['pass_suspended'],
    },
  ])('with $why: $codes', ({ passes, codes }) => {
    expect(codesOf(passes)).toEqual(codes);
  });

  it.each([
    { to: '11:00', codes: [], why: 'the end of the pass is no part of it, nor of the stay' },
    { to: '11:01', codes: ['pass_expired'], why: 'the last minute is past it' },
  ])('that end at 11:00 are judged to the end of the stay ($why)', ({ to, codes }) => {
    const passes = [aPass({ validTo: at('11:00') })];

    expect(codesOf(passes, { from: at('09:00'), to: at(to) })).toEqual(codes);
  });

  it('join: the second one takes over where the first one ends', () => {
    const first = aPass({ passNo: 'P-1', validTo: at('10:00') });
    const second = aPass({ passNo: 'P-2', validFrom: at('10:00') });

    expect(codesOf([first, second])).toEqual([]);
    expect(codesOf([first, { ...second, validFrom: at('10:01') }])).toEqual(['pass_expired']);
  });

  it('join across hours as well as across dates', () => {
    const early = aPass({ passNo: 'P-1', hours: [daily('06:00', '10:00')] });
    const late = aPass({ passNo: 'P-2', hours: [daily('10:00', '16:00')] });

    expect(codesOf([early, late])).toEqual([]);
  });

  it('are not demanded at hours in which the zone does not bind', () => {
    const zones = [{ zone: aZone({ hours: [daily('07:00', '22:00')] }), stay: null }];

    expect(codesOf([], { from: at('22:00'), to: on('2026-11-24', '07:00') }, zones)).toEqual([]);
    expect(codesOf([], { from: at('21:59'), to: at('23:00') }, zones)).toEqual(['no_pass']);
    expect(codesOf([], { from: at('23:00'), to: on('2026-11-24', '07:01') }, zones)).toEqual([
      'no_pass',
    ]);
  });

  it('whose hours cross midnight hold until the morning after', () => {
    const passes = [aPass({ hours: [{ weekdays: [1], fromMin: 1_320, toMin: 360 }] })];
    const early = { from: on('2026-11-24', '05:00'), to: on('2026-11-24', '06:00') };
    const late = { from: on('2026-11-24', '22:30'), to: on('2026-11-24', '23:00') };

    expect(codesOf(passes, early)).toEqual([]); // Monday's night
    expect(codesOf(passes, late)).toEqual(['outside_pass_hours']); // Tuesday's
  });

  it('are judged over the stay in the zone, not over the whole way', () => {
    const passes = [aPass({ hours: [daily('09:30', '10:30')] })];
    const stay = { from: at('09:30'), to: at('10:30') };

    expect(codesOf(passes, morning, [{ zone: aZone(), stay }])).toEqual([]);
    expect(codesOf(passes, morning)).toEqual(['outside_pass_hours']);
  });

  it.each([
    { why: 'its kind is not bound', zone: aZone({ binds: ['boom_pump'] }) },
    { why: 'the zone is about plants', zone: aZone({ kind: 'eco_sensitive' }) },
  ])('are not demanded where $why', ({ zone }) => {
    expect(codesOf([], morning, [{ zone, stay: null }])).toEqual([]);
  });

  it.each(['built_up', 'industrial_park', 'central_town', 'restricted_zone'] as const)(
    'are demanded in a zone of kind %s',
    (kind) => {
      expect(codesOf([], morning, [{ zone: aZone({ kind }), stay: null }])).toEqual(['no_pass']);
    },
  );

  it('are demanded of each zone by itself', () => {
    const park = aZone({ zoneId: 'park', name: '下沙工业园' });
    const zones = [aZone(), park].map((zone) => ({ zone, stay: null }));
    const vehicle = aVehicle({ passes: [aPass()] });

    const reasons = judge(someFacts({ vehicle, zones }), morning);

    expect(reasons).toMatchObject([
      {
        code: 'outside_pass_zone',
        effect: 'forbids_road',
        sentence: {
          'zh-CN': '浙A12345的通行证 P-1 不含“下沙工业园”',
          en: 'Road pass P-1 of 浙A12345 does not include “下沙工业园”',
        },
        compared: { zoneId: 'park', zoneVersion: 3, passNo: 'P-1' },
        overridableBy: [],
      },
    ]);
  });

  describe('that have ended', () => {
    it('let a vehicle drive out until the grace to leave is over, at any hour', () => {
      const pass = { leaveBy: at('11:00'), hours: [daily('06:00', '10:00')] };

      expect(reasonsOf(pass, '10:59')).toEqual([['pass_expired', 'notice']]);
      expect(reasonsOf(pass, '11:00')).toEqual([['pass_expired', 'forbids_road']]);
    });

    it('give no grace to a vehicle that is only to be sent', () => {
      expect(reasonsOf({ leaveBy: at('11:00') }, '10:30', false)).toEqual([
        ['pass_expired', 'forbids_road'],
      ]);
    });

    it('count on at their hours while their renewal is under review, for a trip too', () => {
      const pass = { toleratedTo: at('20:00'), hours: [daily('06:00', '16:00')] };

      expect(reasonsOf(pass, '15:59', false)).toEqual([['pass_expired', 'notice']]);
      expect(reasonsOf(pass, '16:00', false)).toEqual([['pass_expired', 'forbids_road']]);
    });

    it.each(['suspended', 'revoked'] as const)('carry no grace when %s', (state) => {
      const pass = { state, leaveBy: at('12:00'), toleratedTo: at('12:00') };

      expect(reasonsOf(pass, '10:30')).toEqual([['no_pass', 'forbids_road']]);
    });

    it('say until when', () => {
      const passes = [aPass({ validTo: at('10:00'), leaveBy: at('11:00') })];
      const facts = someFacts({ vehicle: aVehicle({ passes }), isUnderWay: true });

      const [reason] = judge(facts, { from: at('10:30'), to: at('10:30') });

      expect(reason).toMatchObject({
        sentence: {
          'zh-CN':
            '浙A12345在“主城区”的通行证 P-1 有效期至 2026-11-23 10:00，须于 2026-11-23 11:00 前驶离',
          en: 'Road pass P-1 of 浙A12345 for “主城区” was valid until 2026-11-23 10:00; the vehicle may leave until 2026-11-23 11:00',
        },
        compared: { passGrace: 'leave_by', passGraceTo: '2026-11-23 11:00' },
      });
    });
  });

  describe('that prescribe their route', () => {
    const OFF = ['off_permitted_route forbids_road'];

    it('let a vehicle drive along it and nowhere else in their zones', () => {
      expect(told([routed()], 45)).toEqual([]);
      expect(told([routed()], 60)).toEqual(OFF);
      expect(told([aPass({ routes: [] })], 60)).toEqual([]);
    });

    it('give a place that may be wrong the benefit of it', () => {
      expect(told([routed()], 60, 15)).toEqual([]);
      expect(told([routed()], 70, 15)).toEqual(OFF);
    });

    it('are not judged where nobody says where in the zone the vehicle is', () => {
      expect(told([routed()], null)).toEqual([]);
    });

    it('allow any of several routes, and what another pass allows', () => {
      const twoRoads = routed({ routes: [aRoute({ lng: 120.3 }), aRoute()] });

      expect(told([twoRoads], 0)).toEqual([]);
      expect(told([routed(), aPass({ passNo: 'P-2' })], 900)).toEqual([]);
      expect(told([routed(), aPass({ passNo: 'P-2', state: 'suspended' })], 900)).toEqual([
        'pass_suspended forbids_road',
      ]);
    });

    it('say which is nearest, how far it is and how wide', () => {
      const [reason] = reasonsAt([routed({ routes: [aRoute({ lng: 120.3 }), aRoute()] })], 1_000);

      expect(reason).toMatchObject({
        compared: { passNo: 'P-1', routeName: '文一西路', limitM: 50, zoneName: '主城区' },
        overridableBy: [],
      });
      expect(Number(reason!.compared['distanceM'])).toBeCloseTo(1_000, -1);
      expect(reason!.sentence['zh-CN']).toMatch(
        /^浙A12345的通行证 P-1 限行规定路线，距“文一西路”\d+ 米$/,
      );
    });

    it('are called by their hours where both are missed, and let a vehicle leave by any road', () => {
      expect(told([routed({ hours: [daily('22:00', '06:00')] })], 900)).toEqual([
        'outside_pass_hours forbids_road',
      ]);
      const ended = [routed({ validTo: at('08:00'), leaveBy: at('12:00') })];
      const zones = [{ zone: aZone(), stay: null, place: { lng: 120.2, lat: 30.3, withinM: 0 } }];
      const facts = someFacts({ vehicle: aVehicle({ passes: ended }), zones, isUnderWay: true });
      expect(judge(facts, morning).map(({ effect }) => effect)).toEqual(['notice']);
    });
  });

  it('give one reason for each cause on the way', () => {
    const passes = [aPass({ hours: [daily('09:30', '12:00')], validTo: at('10:30') })];

    const reasons = judge(someFacts({ vehicle: aVehicle({ passes }) }), morning);

    expect(reasons.map(({ code, compared }) => [code, compared['missingFrom']])).toEqual([
      ['pass_expired', '2026-11-23 10:30'],
      ['outside_pass_hours', '2026-11-23 09:00'],
    ]);
    expect(reasons[0]!.sentence['zh-CN']).toBe(
      '浙A12345在“主城区”的通行证 P-1 有效期至 2026-11-23 10:30',
    );
  });

  it('name the days of the hours too, or they would seem to hold on this one', () => {
    const weekends = { weekdays: [6, 7], days: 'days_off' as const, fromMin: 0, toMin: 1440 };

    const [reason] = judge(
      someFacts({ vehicle: aVehicle({ passes: [aPass({ hours: [weekends] })] }) }),
      { from: at('04:30'), to: at('04:30') },
    );

    expect(reason).toMatchObject({
      code: 'outside_pass_hours',
      sentence: {
        'zh-CN':
          '浙A12345在“主城区”的通行时段为周六至周日（节假日） 00:00–24:00，2026-11-23 04:30 起不在时段内',
        en: '浙A12345 may drive in “主城区” at these hours: Sat–Sun (days off) 00:00–24:00; 2026-11-23 04:30 is outside of them',
      },
      compared: { passHours: [weekends] },
    });
  });
});
