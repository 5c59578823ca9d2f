import { newId, type VehicleId } from '@tongyun/kernel';
import type { UnitOfWork } from '@tongyun/platform';
import type { Checkpoint, TrackRepository } from './data/track.repository.js';
import type { JudgeContexts } from './judge-contexts.service.js';
import { LateLanes } from './late-lane.service.js';
import { NOTHING_KNOWN } from './rules/track-state.js';

const from = new Date('2026-11-23T00:00:00Z');
const vehicleId = newId<VehicleId>();

/** A past without fixes, that notes from where on it was read. */
class FakeTracks {
  readonly readFrom: Date[] = [];

  constructor(private readonly checkpointAt: Date | null) {}

  async checkpointBefore(): Promise<Checkpoint | null> {
    const fixAt = this.checkpointAt;
    return fixAt === null ? null : { vehicleId, fixAt, state: NOTHING_KNOWN };
  }
  async judgedSince(_manager: unknown, _vehicleId: VehicleId, after: Date): Promise<[]> {
    this.readFrom.push(after);
    return [];
  }
  async factsChangeBefore(): Promise<null> {
    return null;
  }
  async tripChangeBefore(): Promise<null> {
    return null;
  }
}

describe('LateLanes', () => {
  it.each([
    ['the nearest checkpoint', '2026-11-22T23:50:00Z', '2026-11-22T23:50:00Z'],
    ['72 hours back when the checkpoint is older', '2026-11-01T00:00:00Z', '2026-11-20T00:00:00Z'],
    ['72 hours back when there is none', null, '2026-11-20T00:00:00Z'],
  ])('reads the past from %s', async (_name, checkpointAt, readFrom) => {
    const tracks = new FakeTracks(checkpointAt === null ? null : new Date(checkpointAt));
    const lanes = new LateLanes(
      tracks as unknown as TrackRepository,
      {} as JudgeContexts,
      { reads: {} } as UnitOfWork,
    );

    await lanes.open(vehicleId, from, 72);

    expect(tracks.readFrom).toEqual([new Date(readFrom)]);
  });
});
