import type { LiveMapView, Page, RoadsideView, VehicleView } from '@tongyun/contracts';
import { addMinutes, addSeconds } from '@tongyun/kernel';
import { sent } from '../support/api-client.js';
import { EnteredWorks } from '../support/entered-works.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { TruckOnLine } from '../support/truck-on-line.js';
import { untilJudged } from '../support/until-judged.js';

const TRUCKS = 6;
const FIXES_OF_EACH = 30;
/** About each truck; together they stay below what an officer may ask in a minute. */
const QUESTIONS = 12;

/** What `npm run bench -- ingest` and `roadside` measure at the city's size, in small numbers. */
describe('fixes that come in while people ask', () => {
  let server: TestServer;
  let mixers: VehicleView[];
  /** Terminals tell whole seconds. */
  const since = addMinutes(new Date(new Date().setMilliseconds(0)), -20);
  const lastAt = addSeconds(since, (FIXES_OF_EACH - 1) * 10);

  beforeAll(async () => {
    server = await startTestServer();
    const works = await EnteredWorks.enter(server);
    mixers = [];
    for (let n = 0; n < TRUCKS; n += 1) mixers.push(await works.addMixer());
  });
  afterAll(() => server?.close());

  /** A fix every ten seconds of its clock, as fast as each is acknowledged. */
  async function drive(mixer: VehicleView, lane: number): Promise<void> {
    const truck = await TruckOnLine.connect(server, mixer);
    try {
      for (let n = 0; n < FIXES_OF_EACH; n += 1) {
        await truck.report(lane + n / 6, addSeconds(since, n * 10));
      }
    } finally {
      truck.close();
    }
  }

  it('are all kept and judged once, and no question goes without its answer', async () => {
    const police = server.as('police');
    const administration = server.as('concrete_admin');
    const ask = async (): Promise<number> => {
      let answers = 0;
      for (let n = 0; n < QUESTIONS; n += 1) {
        for (const { plateNo } of mixers) {
          const plate = encodeURIComponent(plateNo ?? '');
          await sent<RoadsideView>(police.get(`roadside/vehicles/${plate}?purpose=patrol`));
          answers += 1;
        }
        await sent<Page<unknown>>(administration.get('alerts'));
        await sent<LiveMapView>(administration.get('live-map'));
      }
      return answers;
    };

    const asked = ask();
    await Promise.all(mixers.map((mixer, lane) => drive(mixer, lane)));

    expect(await asked).toBe(QUESTIONS * TRUCKS);
    await untilJudged(server.database);
    const kept = await server.database.dataSource.query(
      `SELECT vehicle_id AS id, count(*)::int AS fixes, count(DISTINCT at)::int AS instants
       FROM fix WHERE vehicle_id = ANY($1::uuid[]) GROUP BY 1 ORDER BY 1`,
      [mixers.map(({ id }) => id)],
    );
    expect(kept).toEqual(
      mixers
        .map(({ id }) => ({ id, fixes: FIXES_OF_EACH, instants: FIXES_OF_EACH }))
        .toSorted((one, other) => (one.id < other.id ? -1 : 1)),
    );
    const tracks = await server.database.dataSource.query(
      'SELECT DISTINCT fix_at AS at FROM vehicle_track WHERE vehicle_id = ANY($1::uuid[])',
      [mixers.map(({ id }) => id)],
    );
    expect(tracks).toEqual([{ at: lastAt }]);
  });
});
