import { drawnPath } from '../../../../../test/support/drawn-path.js';
import { aJudgeContext, aTripFacts } from '../../../../../test/support/judge-scenes.js';
import { placeOfColumn } from '../../../../../test/support/drawn-path.js';
import { at } from '../../../../../test/support/permission-facts.js';
import type { JudgeInput, TripFacts } from '../inputs.js';
import { judgeInput } from '../pipeline.js';
import { NOTHING_KNOWN } from '../track-state.js';

const COLUMN_M = 100;
/** The plant is at column 0, its fence ends at column 2; the site at 30, from 28.5 to 31.5. */
const SITE = { id: 'site-1', ...placeOfColumn(30, COLUMN_M), radiusM: 150 };

const tripAt = (clock: string, change: object): JudgeInput => ({
  kind: 'trip_changed',
  at: at(clock),
  trip: aTripFacts({ site: SITE, batchedPlantId: null, isLoaded: false, ...change }) as TripFacts,
  duty: null,
});

const drive = (clock: string, ...rows: string[]): JudgeInput[] =>
  drawnPath(rows, { columnM: COLUMN_M, from: at(clock) }).map((place) => ({
    kind: 'fix',
    receivedAt: place.at,
    source: 'terminal',
    driverId: null,
    isLocated: true,
    accuracyM: null,
    speedKph: null,
    alarmBits: 0,
    drumState: null,
    ...place,
  }));

function proposalsOf(...inputs: JudgeInput[]): [string, Date][] {
  let state = NOTHING_KNOWN;
  return inputs.flatMap((input) => {
    const judged = judgeInput(state, input, aJudgeContext({}));
    state = judged.state;
    return judged.events.flatMap((event): [string, Date][] =>
      event.kind === 'stage_proposed' ? [[event.stage, new Date(event.atMs)]] : [],
    );
  });
}

describe('proposeTripStage', () => {
  const toSite = 'ab c    d     e    f      g   hi';

  it('sees a loading truck leave its plant and reach its site', () => {
    const trip = tripAt('07:59', { stage: 'loading' });

    expect(proposalsOf(trip, ...drive('08:00', toSite))).toEqual([
      ['en_route', at('08:01')],
      ['at_site', new Date(at('08:03').getTime() + 30_000)],
    ]);
  });

  it('leaves a truck alone that leaves the plant without concrete', () => {
    const trip = tripAt('07:59', { stage: 'assigned' });

    expect(proposalsOf(trip, ...drive('08:00', toSite))).toEqual([]);
  });

  it('dates the departure back when the batch is recorded after the truck has left', () => {
    const before = tripAt('07:59', { stage: 'accepted' });
    const batched = tripAt('08:10', { stage: 'accepted', batchedPlantId: 'plant-1' });

    expect(proposalsOf(before, ...drive('08:00', 'ab c    d     e'), batched)).toEqual([
      ['en_route', at('08:01')],
    ]);
  });

  it('confirms the stage that the driver tapped before the fence saw it', () => {
    const tapped = tripAt('07:59', { stage: 'en_route', leftPlantAtMs: at('07:59').getTime() });

    expect(proposalsOf(tapped, ...drive('08:00', 'ab c    d     e'))).toEqual([
      ['en_route', at('08:01')],
    ]);
  });

  it('sees an unloading truck leave its site, and a truck that does not unload as waiting still', () => {
    const away = drive('08:00', '                             ab', '                    dc');
    const proposals = (stage: string) => proposalsOf(tripAt('07:59', { stage }), ...away);

    expect(proposals('unloading')).toEqual([
      ['at_site', at('08:00')],
      ['unloaded', at('08:01')],
    ]);
    expect(proposals('at_site')).toEqual([['at_site', at('08:00')]]);
  });

  it.each(['unloaded', 'diverted'])('sees a truck come home that is %s', (stage) => {
    const home = drive('08:00', 'ed      c      b       a');

    expect(proposalsOf(tripAt('07:59', { stage }), ...home)).toEqual([
      ['back_at_plant', new Date(at('08:01').getTime() + 30_000)],
    ]);
  });
});
