import { type Plant, PlantQueries } from '@tongyun/fleet';
import { type AccessScope, type Clock, CLOCK, localTimeOf, type PlantId } from '@tongyun/kernel';
import { TIME_ZONE, UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import { LaboratoryRepository } from '../data/laboratory/laboratory.repository.js';
import type { MaterialLotEntity } from '../data/laboratory/material-lot.entity.js';
import type { MixDesignEntity } from '../data/laboratory/mix-design.entity.js';
import type { StrengthTestEntity } from '../data/laboratory/strength-test.entity.js';
import { rateStrength, type StrengthRate } from '../rules/laboratory/strength.js';
import { LaboratoryPolicy, type LaboratoryRules } from './laboratory-policy.js';

/** Of each kind, as many of the newest as a page shows. */
const MOST_ROWS = 200;

/** What a plant's laboratory approved and tested, the newest first. */
export interface Laboratory {
  readonly plant: Plant;
  readonly rules: LaboratoryRules;
  readonly mixes: readonly MixDesignEntity[];
  readonly lots: readonly MaterialLotEntity[];
  /** Ids of the lots that count for their materials. */
  readonly latestLotIds: ReadonlySet<string>;
  readonly strengths: readonly StrengthTestEntity[];
  readonly rate: StrengthRate;
  /** The calendar day at the place, `YYYY-MM-DD`. */
  readonly today: string;
}

@Injectable()
export class LaboratoryQueries {
  constructor(
    private readonly laboratory: LaboratoryRepository,
    private readonly policy: LaboratoryPolicy,
    private readonly plants: PlantQueries,
    private readonly unitOfWork: UnitOfWork,
    @Inject(TIME_ZONE) private readonly timeZone: string,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async get(scope: AccessScope, plantId: PlantId): Promise<Laboratory> {
    const { reads } = this.unitOfWork;
    const plant = await this.plants.get(scope, plantId);
    const now = this.clock.now();
    const latest = await this.laboratory.latestLots(reads, plantId);
    return {
      plant,
      rules: await this.policy.at(plant, now),
      mixes: await this.laboratory.mixes(reads, plantId, MOST_ROWS),
      lots: await this.laboratory.lots(reads, plantId, MOST_ROWS),
      latestLotIds: new Set(latest.map(({ id }) => id)),
      strengths: await this.laboratory.strengths(reads, plantId, MOST_ROWS),
      rate: rateStrength(await this.laboratory.measured(reads, plantId)),
      today: localTimeOf(now, this.timeZone).on,
    };
  }
}
