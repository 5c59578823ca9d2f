import type { Plant } from '@tongyun/fleet';
import { localTimeOf } from '@tongyun/kernel';
import { TIME_ZONE } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { LaboratoryRepository } from '../data/laboratory/laboratory.repository.js';
import { findMixMismatches } from '../rules/laboratory/judge-mix.js';
import type { BatchMismatch } from '../rules/plant-desk/batch-mismatches.js';
import { LaboratoryPolicy } from './laboratory-policy.js';

/** Holds what was batched against what the plant's laboratory approved and tested. */
@Injectable()
export class CheckMix {
  constructor(
    private readonly laboratory: LaboratoryRepository,
    private readonly policy: LaboratoryPolicy,
    @Inject(TIME_ZONE) private readonly timeZone: string,
  ) {}

  /** @param mixDesignNo null: the plant does not say what recipe it used */
  async check(
    tx: EntityManager,
    plant: Plant,
    grade: string,
    mixDesignNo: string | null,
    at: Date,
  ): Promise<BatchMismatch[]> {
    const { mustKnowMaterials } = await this.policy.at(plant, at, tx);
    const mix = mixDesignNo === null ? null : await this.laboratory.mix(tx, plant.id, mixDesignNo);
    const lots = mix === null ? [] : await this.laboratory.latestLots(tx, plant.id);
    const batch = { grade, mixDesignNo, on: localTimeOf(at, this.timeZone).on };
    return findMixMismatches(batch, mix, lots, mustKnowMaterials);
  }
}
