import type { EnterpriseId, PlantId, TripId } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { MeasuredStrength } from '../../rules/laboratory/strength.js';
import { MaterialLotEntity } from './material-lot.entity.js';
import { MixDesignEntity } from './mix-design.entity.js';
import { StrengthTestEntity } from './strength-test.entity.js';

/** A load that can be tested by the number of its ticket. */
export interface TicketedLoad {
  readonly tripId: TripId;
  readonly grade: string;
}

/** What a plant's laboratory recorded. */
@Injectable()
export class LaboratoryRepository {
  insertMix(tx: EntityManager, row: MixDesignEntity): Promise<unknown> {
    return tx.insert(MixDesignEntity, row);
  }

  insertLot(tx: EntityManager, row: MaterialLotEntity): Promise<unknown> {
    return tx.insert(MaterialLotEntity, row);
  }

  insertStrength(tx: EntityManager, row: StrengthTestEntity): Promise<unknown> {
    return tx.insert(StrengthTestEntity, row);
  }

  /** As it was recorded last. */
  mix(
    manager: EntityManager,
    plantId: PlantId,
    mixDesignNo: string,
  ): Promise<MixDesignEntity | null> {
    return manager.findOne(MixDesignEntity, {
      where: { plantId, mixDesignNo },
      order: { recordedAt: 'DESC', id: 'DESC' },
    });
  }

  /** Each number as it was recorded last, the newest first. */
  mixes(manager: EntityManager, plantId: PlantId, most: number): Promise<MixDesignEntity[]> {
    return manager
      .createQueryBuilder(MixDesignEntity, 'mix')
      .where('mix.plantId = :plantId', { plantId })
      .andWhere((query) => {
        const latest = query
          .subQuery()
          .select('DISTINCT ON (one.mix_design_no) one.id')
          .from(MixDesignEntity, 'one')
          .where('one.plantId = :plantId')
          .orderBy({ 'one.mix_design_no': 'ASC', 'one.recorded_at': 'DESC', 'one.id': 'DESC' });
        return `mix.id IN ${latest.getQuery()}`;
      })
      .orderBy({ 'mix.recordedAt': 'DESC', 'mix.id': 'DESC' })
      .limit(most)
      .getMany();
  }

  /** The newest first. */
  lots(manager: EntityManager, plantId: PlantId, most: number): Promise<MaterialLotEntity[]> {
    return manager.find(MaterialLotEntity, {
      where: { plantId },
      order: { recordedAt: 'DESC', id: 'DESC' },
      take: most,
    });
  }

  /** What was recorded last of each material. */
  latestLots(manager: EntityManager, plantId: PlantId): Promise<MaterialLotEntity[]> {
    return manager
      .createQueryBuilder(MaterialLotEntity, 'lot')
      .distinctOn(['lot.material'])
      .where('lot.plantId = :plantId', { plantId })
      .orderBy({ 'lot.material': 'ASC', 'lot.recordedAt': 'DESC', 'lot.id': 'DESC' })
      .getMany();
  }

  /** The newest first. */
  strengths(manager: EntityManager, plantId: PlantId, most: number): Promise<StrengthTestEntity[]> {
    return manager.find(StrengthTestEntity, {
      where: { plantId },
      order: { recordedAt: 'DESC', id: 'DESC' },
      take: most,
    });
  }

  measured(manager: EntityManager, plantId: PlantId): Promise<MeasuredStrength[]> {
    return manager.find(StrengthTestEntity, {
      select: { grade: true, ageDays: true, strengthMpa: true },
      where: { plantId },
    });
  }

  /** The load of a ticket that the plant's concrete went with. */
  async ticketed(
    manager: EntityManager,
    enterpriseId: EnterpriseId,
    plantId: PlantId,
    ticketNo: string,
  ): Promise<TicketedLoad | null> {
    const rows: TicketedLoad[] = await manager.query(
      `SELECT k.trip_id AS "tripId", k.content ->> 'grade' AS grade
       FROM ticket k
       WHERE k.enterprise_id = $1 AND k.ticket_no = $3 AND EXISTS (
         SELECT FROM batch_record r WHERE r.trip_id = k.trip_id AND r.plant_id = $2)`,
      [enterpriseId, plantId, ticketNo],
    );
    return rows[0] ?? null;
  }
}
