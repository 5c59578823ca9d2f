import { type EnterpriseId, newId, type VehicleId } from '@tongyun/kernel';
import type { Audience, LiveHub } from '@tongyun/platform';
import { aVehicle } from '../../../test/support/permission-facts.js';
import { AnnounceJudged } from './announce-judged.service.js';
import type { LiveVehicles } from './live-vehicles.service.js';
import { NOTHING_KNOWN } from './rules/track-state.js';
import type { VehicleOutcome } from './vehicle-outcome.js';

const fixAt = new Date('2026-11-23T00:00:00Z');
const [owner, before, now, later] = Array.from({ length: 4 }, () => newId<EnterpriseId>());

class FakeHub {
  readonly audiences: Audience[] = [];
  moved(_position: unknown, audience: Audience): void {
    this.audiences.push(audience);
  }
}

const aUse = (enterpriseId: string, validFrom: string, validTo: string | null) => ({
  enterpriseId,
  kind: 'hired' as const,
  validFrom: new Date(validFrom),
  validTo: validTo === null ? null : new Date(validTo),
});

const vehicleId = newId<VehicleId>();
const outcome: VehicleOutcome = {
  vehicleId,
  version: 1,
  state: NOTHING_KNOWN,
  facts: aVehicle({
    ownerEnterpriseId: owner!,
    uses: [
      aUse(before!, '2026-10-01T00:00:00Z', '2026-11-23T00:00:00Z'),
      aUse(now!, '2026-11-23T00:00:00Z', null),
      aUse(later!, '2026-11-23T00:00:01Z', null),
    ],
  }),
  fixes: [],
  changes: [],
  timers: [],
  actions: [],
  checkpoints: [],
  dropCheckpointsFrom: null,
  lastFix: {
    from: 'fix',
    shard: 0,
    arrival: 1,
    vehicleId,
    speedKph: null,
    headingDeg: null,
    input: {
      kind: 'fix',
      at: fixAt,
      receivedAt: fixAt,
      source: 'terminal',
      driverId: null,
      lng: 120,
      lat: 30,
      isLocated: true,
      accuracyM: null,
      speedKph: null,
      alarmBits: 0,
      drumState: null,
    },
  },
};

describe('AnnounceJudged', () => {
  it('shows a move to the owner and to whoever may use the vehicle at that time', () => {
    const hub = new FakeHub();
    const announcer = new AnnounceJudged(hub as unknown as LiveHub, {} as LiveVehicles, {
      now: () => fixAt,
    });

    announcer.announce([outcome]);

    expect(hub.audiences).toEqual([[owner, now]]);
  });
});
