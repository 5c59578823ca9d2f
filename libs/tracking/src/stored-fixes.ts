import type { DrumState } from './rules/inputs.js';
import { Injectable } from '@nestjs/common';
import type { StoredFix, StoredGroup } from './data/storable-fix.js';
import type { QueuedFix } from './queued-input.js';

/** Beyond it the judge reads from the table what it no longer finds here. */
const MOST_FIXES = 200_000;

/** Names of a batch's part: who stored it and who judges it know it by these. */
export interface GroupKey {
  readonly firstArrival: number;
  readonly shardGroup: number;
}

/**
 * What the doors of this process have stored, handed to its judge in memory so that nothing is read
 * twice. Only a short cut: what waits is what the tables say.
 */
@Injectable()
export class StoredFixes {
  private readonly groups = new Map<string, readonly QueuedFix[]>();
  private count = 0;
  private isKeeping = false;

  /** There is a judge in this process. */
  keep(): void {
    this.isKeeping = true;
  }

  put(groups: readonly StoredGroup[]): void {
    if (!this.isKeeping) return;
    for (const group of groups) {
      this.groups.set(nameOf(group), group.fixes.map(toQueued));
      this.count += group.fixes.length;
    }
    for (const [name, { length }] of this.groups) {
      if (this.count <= MOST_FIXES) return;
      this.groups.delete(name);
      this.count -= length;
    }
  }

  /** Hands a part of a batch over, in order of arrival; undefined when it is not here. */
  take(key: GroupKey): readonly QueuedFix[] | undefined {
    const name = nameOf(key);
    const fixes = this.groups.get(name);
    if (fixes === undefined) return undefined;
    this.groups.delete(name);
    this.count -= fixes.length;
    return fixes;
  }
}

const nameOf = ({ firstArrival, shardGroup }: GroupKey): string => `${firstArrival}:${shardGroup}`;

const DRUM_STATES: readonly DrumState[] = ['stopped', 'forward', 'reverse'];

/** The state of the drum, when that is what it says. */
export const readDrumState = (text: unknown): DrumState | null =>
  DRUM_STATES.find((state) => state === text) ?? null;

const drumStateOf = (extras: object | null): DrumState | null =>
  extras !== null && 'drumState' in extras ? readDrumState(extras.drumState) : null;

const toQueued = ({ sent, arrival, shard, lng, lat }: StoredFix): QueuedFix => ({
  from: 'fix',
  arrival,
  vehicleId: sent.vehicleId,
  shard,
  speedKph: sent.speedKph,
  headingDeg: sent.headingDeg,
  input: {
    kind: 'fix',
    at: sent.at,
    receivedAt: sent.receivedAt,
    source: sent.source,
    driverId: sent.driverId,
    lng,
    lat,
    isLocated: sent.isLocated,
    accuracyM: sent.accuracyM,
    speedKph: sent.speedKph,
    alarmBits: sent.alarmBits,
    drumState: drumStateOf(sent.extras),
  },
});
