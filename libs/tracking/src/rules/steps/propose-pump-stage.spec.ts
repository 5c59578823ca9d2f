import { drawnPath, placeOfColumn } from '../../../../../test/support/drawn-path.js';
import { aFixAt, aJudgeContext } from '../../../../../test/support/judge-scenes.js';
import { at } from '../../../../../test/support/permission-facts.js';
import type { JudgeInput, PumpFacts } from '../inputs.js';
import { judgeInput } from '../pipeline.js';
import { NOTHING_KNOWN } from '../track-state.js';

const COLUMN_M = 100;
/** The plant is at column 0, its fence ends at column 2; the site at 30, from 28.5 to 31.5. */
const PLANT = { id: 'plant-1', ...placeOfColumn(0, COLUMN_M), radiusM: 200 };
const SITE = { id: 'site-1', ...placeOfColumn(30, COLUMN_M), radiusM: 150 };
const TO_SITE = 'ab c    d     e    f      g   hi';

const pumpJob = (clock: string, stage: PumpFacts['stage'], departAt = '08:00'): JudgeInput => ({
  kind: 'trip_changed',
  at: at(clock),
  trip: null,
  duty: null,
  pump: {
    pumpJobId: 'pump-job-1',
    enterpriseId: 'own',
    driverId: 'driver-1',
    stage,
    departAtMs: at(departAt).getTime(),
    readyByAtMs: at('09:30').getTime(),
    plant: PLANT,
    site: SITE,
  },
});

const drive = (clock: string, ...rows: string[]): JudgeInput[] =>
  drawnPath(rows, { columnM: COLUMN_M, from: at(clock) }).map((place) => ({
    ...aFixAt(place.at),
    ...place,
  }));

function proposalsOf(...inputs: JudgeInput[]): [string, Date][] {
  let state = NOTHING_KNOWN;
  return inputs.flatMap((input) => {
    const judged = judgeInput(state, input, aJudgeContext({}));
    state = judged.state;
    return judged.events.flatMap((event): [string, Date][] =>
      event.kind === 'pump_stage_proposed' ? [[event.stage, new Date(event.atMs)]] : [],
    );
  });
}

describe('proposePumpStage', () => {
  it('sees a pump leave its plant and come to its site', () => {
    expect(proposalsOf(pumpJob('07:50', 'released'), ...drive('08:00', TO_SITE))).toEqual([
      ['travelling', at('08:01')],
      ['setting_up', new Date(at('08:03').getTime() + 30_000)],
    ]);
  });

  it('takes a pump that leaves hours before it must for one that goes elsewhere', () => {
    const early = pumpJob('07:50', 'released', '11:00');

    expect(proposalsOf(early, ...drive('08:00', 'ab c    d     e'))).toEqual([]);
  });

  it.each<[PumpFacts['stage'], readonly string[]]>([
    ['pumping', ['left']],
    ['washing', ['left']],
    ['ready', []],
  ])('lets a pump that is %s and goes away from the site be %j', (stage, proposed) => {
    const fromSite = drive('10:00', '              f     e  d     abc', '    g');
    const proposals = proposalsOf(pumpJob('09:00', stage), ...fromSite);

    expect(proposals.map(([reached]) => reached)).toEqual(proposed);
  });
});
