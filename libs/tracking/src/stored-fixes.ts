import { Injectable } from '@nestjs/common';
import type { StoredGroup } from './data/stored-group.js';
import { packFixes, type PackedFixes, unpackFixes } from './packed-fixes.js';
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
  private readonly groups = new Map<string, PackedFixes>();
  private count = 0;
  private receive: ((groups: readonly PackedFixes[]) => void) | null = null;

  /** There is a judge in this thread. */
  keep(): void {
    this.receive = (groups) => this.take(groups);
  }

  /** The judge is in another thread: what these doors store goes there. */
  handTo(receive: (groups: readonly PackedFixes[]) => void): void {
    this.receive = receive;
  }

  /**
   * Put here before the transaction is committed, so that nobody sees that they wait sooner than they
   * are at hand. Of one that fails nobody asks for them: they give way in time.
   */
  put(groups: readonly StoredGroup[]): void {
    this.receive?.(groups.map(packFixes));
  }

  /** Takes over what the doors of another thread hand on. */
  take(groups: readonly PackedFixes[]): void {
    for (const group of groups) {
      this.groups.set(nameOf(group), group);
      this.count += group.count;
    }
    for (const [name, { count }] of this.groups) {
      if (this.count <= MOST_FIXES) return;
      this.groups.delete(name);
      this.count -= count;
    }
  }

  /** Gives a part of a batch away, in order of arrival; undefined when it is not here. */
  give(key: GroupKey): readonly QueuedFix[] | undefined {
    const name = nameOf(key);
    const group = this.groups.get(name);
    if (group === undefined) return undefined;
    this.groups.delete(name);
    this.count -= group.count;
    return unpackFixes(group);
  }
}

const nameOf = ({ firstArrival, shardGroup }: GroupKey): string => `${firstArrival}:${shardGroup}`;
