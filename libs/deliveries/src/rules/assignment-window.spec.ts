import {
  computeWindow,
  estimateSiteStay,
  findClash,
  type JobDemand,
  predictReturn,
} from './assignment-window.js';

const times = {
  loadingMin: 10,
  setupMin: 5,
  dischargeMinPerM3: 1.5,
  pumpSetupMin: 40,
  pumpTeardownMin: 30,
};
const at = (clock: string) => new Date(`2026-11-23T${clock}:00Z`);
const clockOf = (date: Date) => date.toISOString().slice(11, 16);
const load = (due: string): JobDemand => ({ kind: 'load', plannedM3: 10, dueAt: at(due) });
const pump = (from: string, to: string): JobDemand => ({
  kind: 'pump',
  readyByAt: at(from),
  untilAt: at(to),
});
const window = (from: string, to: string, back: string) => ({
  startsAt: at(from),
  endsAt: at(to),
  returnsAt: at(back),
});
const clocks = (job: JobDemand, travelMin: number, now: string) => {
  const planned = computeWindow(job, travelMin, times, at(now));
  return {
    leaves: clockOf(planned.startsAt),
    arrives: clockOf(planned.arrivesAt),
    ends: clockOf(planned.endsAt),
    returns: clockOf(planned.returnsAt),
    lateMin: planned.lateMin,
  };
};

describe('computeWindow', () => {
  it('counts back from the wanted time and on to the end of discharge', () => {
    expect(clocks(load('09:00'), 30, '06:00')).toEqual({
      leaves: '08:30',
      arrives: '09:00',
      ends: '09:20',
      returns: '09:50',
      lateMin: 0,
    });
  });

  it.each([
    { now: '08:20', leaves: '08:30', lateMin: 0, why: 'just time to fill the drum' },
    { now: '08:21', leaves: '08:31', lateMin: 1, why: 'a minute too late' },
    { now: '09:00', leaves: '09:10', lateMin: 40, why: 'wanted already' },
  ])('leaves at $leaves when asked at $now ($why)', ({ now, leaves, lateMin }) => {
    expect(clocks(load('09:00'), 30, now)).toMatchObject({ leaves, lateMin });
  });

  it('brings a pump in time to be set up, and keeps it until it is taken down', () => {
    expect(clocks(pump('09:00', '12:00'), 30, '06:00')).toEqual({
      leaves: '07:50',
      arrives: '08:20',
      ends: '12:30',
      returns: '13:00',
      lateMin: 0,
    });
  });

  it('holds a late pump at least until it is set up and taken down again', () => {
    expect(clocks(pump('09:00', '09:10'), 30, '09:00')).toMatchObject({
      arrives: '09:30',
      ends: '10:40',
      lateMin: 70,
    });
  });
});

describe('predictReturn', () => {
  it('takes the way back to be as long as the way there', () => {
    const held = { startsAt: at('08:30'), endsAt: at('09:20') };

    expect(clockOf(predictReturn(held, 20))).toBe('09:50');
  });

  it('never predicts a return before the end', () => {
    const held = { startsAt: at('08:30'), endsAt: at('08:40') };

    expect(clockOf(predictReturn(held, 20))).toBe('08:40');
  });
});

describe('findClash', () => {
  const wanted = window('10:00', '11:00', '11:30');

  it.each([
    { held: window('08:00', '09:00', '09:50'), clash: null, why: 'back in time to load' },
    { held: window('08:00', '09:00', '09:51'), clash: 'before_predicted_return', why: 'too late' },
    { held: window('08:00', '10:00', '10:30'), clash: 'before_predicted_return', why: 'touching' },
    { held: window('08:00', '10:01', '10:30'), clash: 'assignment_overlaps', why: 'by a minute' },
    { held: window('10:20', '10:30', '10:40'), clash: 'assignment_overlaps', why: 'within' },
    { held: window('11:39', '12:00', '12:30'), clash: 'before_predicted_return', why: 'the next' },
    { held: window('11:40', '12:00', '12:30'), clash: null, why: 'the next is far enough' },
  ])('says $clash ($why)', ({ held, clash }) => {
    expect(findClash(wanted, [held], 10)).toBe(clash);
  });

  it('has none when nothing is held', () => {
    expect(findClash(wanted, [], 10)).toBeNull();
  });
});

describe('estimateSiteStay', () => {
  it.each([
    { travelMin: 30, from: '08:50', to: '09:30', why: 'ten minutes each way' },
    { travelMin: 4, from: '08:56', to: '09:24', why: 'no longer than the whole way' },
  ])('runs from $from to $to ($why)', ({ travelMin, from, to }) => {
    const stay = estimateSiteStay(computeWindow(load('09:00'), travelMin, times, at('06:00')));

    expect([clockOf(stay.from), clockOf(stay.to)]).toEqual([from, to]);
  });
});
