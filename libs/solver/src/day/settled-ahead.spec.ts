import { aDay, anOrder, aPump, aTruck } from '../../../../test/support/a-day.js';
import { solveSoundly } from '../../../../test/support/sound-plans.js';
import { checkDayPlan, type DayPlan, type DayProblem, type StartedLoad } from './index.js';

const HOUR = 3_600;
const solve = (day: DayProblem) => solveSoundly(day, { seed: 1, spent: (step) => step / 20 });
const codes = (day: DayProblem, plan: DayPlan) => [
  ...new Set(checkDayPlan(day, plan).map(({ code }) => code)),
];
/** One load, from its loading on. */
const settled = (loadFromSec: number): StartedLoad => ({
  truck: 0,
  plant: 0,
  line: 0,
  place: 0,
  m3: 10,
  kind: 'concrete',
  refusedM3: 0,
  loadFromSec,
  loadToSec: loadFromSec + 420,
  arriveSec: loadFromSec + 1_620,
  dischargeFromSec: loadFromSec + 1_620,
  dischargeToSec: loadFromSec + 2_640,
  leaveSec: loadFromSec + 2_820,
});

describe('what is settled for later on', () => {
  describe('a load of the only truck', () => {
    const comes = settled(4 * HOUR);
    const day = aDay({
      nowSec: 0,
      trucks: [aTruck()],
      orders: [
        anOrder({ volumeM3: 10, started: [comes] }),
        anOrder({ volumeM3: 10, firstToSec: 8 * HOUR }),
      ],
    });

    it('leaves it to other pours before and after, not meanwhile', () => {
      const plan = solve(day);
      const own = plan.loads.find(({ order }) => order === 1)!;

      expect(codes(day, plan)).toEqual([]);
      expect(own.leaveSec <= comes.loadFromSec || own.loadFromSec >= comes.leaveSec).toBe(true);
    });

    it('is found to lack its truck where another load keeps that too long', () => {
      const plan = solve(day);
      const late = settled(comes.loadFromSec - 3_600);
      const loads = plan.loads.map((load) =>
        load.order === 1 ? { ...load, ...late, order: 1, started: false } : load,
      );

      expect(checkDayPlan(day, { ...plan, loads })).toContainEqual(
        expect.objectContaining({ code: 'truck_busy', order: 1 }),
      );
    });
  });

  describe('a stay of the only pump', () => {
    const stays = { pump: 0, readySec: 3 * HOUR, washSec: 1_200, untilSec: 6 * HOUR };
    const dayWith = (firstSec: number, volumeM3 = 10): DayProblem =>
      aDay({
        nowSec: 0,
        pumps: [aPump()],
        orders: [
          anOrder({ pumps: 1, reachM: 30, volumeM3, startedPumps: [stays] }),
          anOrder({
            pumps: 1,
            reachM: 30,
            volumeM3: 10,
            firstFromSec: firstSec,
            firstToSec: firstSec + 6 * HOUR,
          }),
        ],
      });

    it.each([
      ['served', 10],
      ['left out', 1_000],
    ])('lasts as long as was said where its pour is %s', (_, volumeM3) => {
      const day = dayWith(4 * HOUR, volumeM3);
      const plan = solve(day);

      expect(plan.pumpJobs.find(({ order }) => order === 0)).toMatchObject({
        untilSec: stays.untilSec,
      });
      const [next] = plan.loads.filter(({ order }) => order === 1);
      expect(next!.dischargeFromSec).toBeGreaterThan(stays.untilSec + stays.washSec);
    });

    it('is found to be cut, and to lack its pump where another stay keeps that too long', () => {
      const day = dayWith(1 * HOUR);
      const plan = solve(day);
      const withJob = (of: number, given: object): DayPlan => ({
        ...plan,
        pumpJobs: plan.pumpJobs.map((job) => (job.order === of ? { ...job, ...given } : job)),
      });

      expect(codes(day, withJob(0, { untilSec: 5 * HOUR }))).toContain('pump_left');
      const leaveSec = stays.readySec - 600;
      expect(
        codes(day, withJob(1, { readySec: 1 * HOUR, untilSec: leaveSec, leaveSec })),
      ).toContain('pump_busy');
    });
  });
});
