import { newId, type VehicleId } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { aFixAt } from '../../../../test/support/judge-scenes.js';
import { openTestDatabase, type TestDatabase } from '../../../../test/support/test-database.js';
import type { QueuedFix } from '../queued-input.js';
import { NOTHING_KNOWN, type TrackState } from '../rules/track-state.js';
import { readState, type StoredState, type TrackWrite } from './stored-track.js';
import { writeTracks } from './write-tracks.js';

const at = new Date('2026-05-04T00:00:00.123Z');
/** What a text format might take for something of its own. */
const ODD = '混凝土 "quoted" \\ \\N and\nmore\tof it';

const aState = (approval: string): TrackState =>
  ({ ...NOTHING_KNOWN, trip: { approval } }) as unknown as TrackState;

const aFix = (vehicleId: VehicleId): QueuedFix => ({
  from: 'fix',
  arrival: 1,
  vehicleId,
  shard: 0,
  input: { ...aFixAt(at), lng: 120.123_456_789_012_3 },
  speedKph: 28.5,
  headingDeg: null,
});

describe('writeTracks', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database?.close());

  const write = (tracks: readonly TrackWrite[]): Promise<number> =>
    new UnitOfWork(database.dataSource).run((tx) => writeTracks(tx, tracks));

  const rowOf = async (vehicleId: VehicleId): Promise<{ state: TrackState } | undefined> => {
    const rows: { state: StoredState }[] = await database.dataSource.query(
      `SELECT state, version, fix_at, received_at, lng, lat, speed_kph, heading_deg, source
       FROM vehicle_track WHERE vehicle_id = $1`,
      [vehicleId],
    );
    return rows[0] && { ...rows[0], state: readState(rows[0].state) };
  };

  it('keeps states and places to the last bit, of vehicles known and new', async () => {
    const vehicleIds = [newId<VehicleId>(), newId<VehicleId>()];
    const tracks = vehicleIds.map((vehicleId) => ({
      vehicleId,
      state: aState(ODD),
      version: 0,
      lastFix: aFix(vehicleId),
    }));

    expect(await write(tracks.slice(1))).toBe(1);
    expect(await write([tracks[0]!, { ...tracks[1]!, version: 1 }])).toBe(2);

    const place = { lng: 120.123_456_789_012_3, lat: 30.25, speed_kph: 28.5, heading_deg: null };
    const seen = { fix_at: at, received_at: at, source: 'terminal', ...place };
    expect(await rowOf(vehicleIds[0]!)).toEqual({ state: aState(ODD), version: 1, ...seen });
    expect(await rowOf(vehicleIds[1]!)).toEqual({ state: aState(ODD), version: 2, ...seen });
  });

  it('keeps of a state what is known, and what others read of it', async () => {
    const vehicleId = newId<VehicleId>();
    const state = { ...NOTHING_KNOWN, strayedAtMs: 5 };
    await write([{ vehicleId, state, version: 0, lastFix: null }]);

    const rows: { state: object }[] = await database.dataSource.query(
      `SELECT state FROM vehicle_track WHERE vehicle_id = $1`,
      [vehicleId],
    );
    const { motion, silence } = NOTHING_KNOWN;
    expect(rows).toEqual([{ state: { strayedAtMs: 5, motion, silence } }]);
    expect((await rowOf(vehicleId))?.state).toEqual(state);
  });

  it('leaves the live position where no fix counted, and a state that was written meanwhile', async () => {
    const vehicleId = newId<VehicleId>();
    const track = { vehicleId, version: 0, lastFix: aFix(vehicleId) };
    await write([{ ...track, state: aState('first') }]);
    const silent = { ...track, version: 1, lastFix: null };

    expect(await write([{ ...silent, state: aState('second') }])).toBe(1);
    expect(await write([{ ...silent, state: aState('too late') }])).toBe(0);

    const row = { state: aState('second'), version: 2, fix_at: at, lng: 120.123_456_789_012_3 };
    expect(await rowOf(vehicleId)).toMatchObject({ ...row, speed_kph: 28.5, source: 'terminal' });
  });
});
