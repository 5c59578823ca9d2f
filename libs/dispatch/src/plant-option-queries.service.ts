import { anyOwnVehicle } from '@tongyun/deliveries';
import { judgeRange, type Plant, PlantQueries, type RangeVerdict } from '@tongyun/fleet';
import { distanceM, type Wgs84 } from '@tongyun/geo';
import { type AccessScope, type Clock, CLOCK } from '@tongyun/kernel';
import { judge, type Reason } from '@tongyun/permission';
import { TIME_ZONE } from '@tongyun/platform';
import { TRAVEL_TIMES, type TravelTime, type TravelTimes } from '@tongyun/routing';
import { Inject, Injectable } from '@nestjs/common';

/** A plant with whether and how it could supply a place. */
export interface PlantOption {
  readonly plant: Plant;
  readonly isInRange: boolean;
  /** Great-circle metres, which the radius is measured in. */
  readonly distanceM: number;
  readonly limitM: number | null;
  readonly travel: TravelTime;
  readonly reasons: readonly Reason[];
}

/** A city has some two hundred plants; more than a page of them is no choice. */
const MOST_PLANTS = 200;

/** Which plants may supply a place, those in range first, then by travel time. */
@Injectable()
export class PlantOptionQueries {
  constructor(
    private readonly plants: PlantQueries,
    @Inject(TRAVEL_TIMES) private readonly travelTimes: TravelTimes,
    @Inject(TIME_ZONE) private readonly timeZone: string,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async forPosition(scope: AccessScope, position: Wgs84): Promise<PlantOption[]> {
    const now = this.clock.now();
    const plants = await this.plants.list(scope, { limit: MOST_PLANTS });
    const ranges = await this.plants.rangesAt(
      plants.map(({ id }) => id),
      now,
    );
    const travels = await this.travelTimes.matrix(
      plants.map((plant) => plant.position),
      [position],
      now,
    );
    const options = plants.map((plant, index) => {
      const range = ranges.get(plant.id);
      const verdict = range
        ? judgeRange(plant.position, range, position)
        : { isInside: true, distanceM: distanceM(plant.position, position), limitM: null };
      return {
        plant,
        isInRange: verdict.isInside,
        distanceM: verdict.distanceM,
        limitM: verdict.limitM,
        travel: travels[index]![0]!,
        reasons: this.reasonsAgainst(plant, verdict, now),
      };
    });
    return options.toSorted(
      (one, other) =>
        Number(other.isInRange) - Number(one.isInRange) ||
        one.travel.durationMin - other.travel.durationMin,
    );
  }

  private reasonsAgainst(plant: Plant, verdict: RangeVerdict, now: Date): Reason[] {
    const { enterpriseId, name, licenceState: licence } = plant;
    const facts = {
      vehicle: anyOwnVehicle(enterpriseId),
      driver: null,
      work: {
        enterpriseId,
        isEnterpriseBarred: false,
        plant: { name, licence },
        loadM3: null,
        range: { ...verdict, plantName: name },
        neededReachM: null,
      },
      zones: [],
      timeZone: this.timeZone,
      policyVersion: 'plant_range',
    };
    return judge(facts, { from: now, to: now });
  }
}
