import type { EnterpriseId } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** People's numbers: 20261122-0031 is the 31st of its kind on that operating day. */
@Injectable()
export class DayCounter {
  /** The next number, unique per enterprise, kind and operating day; gaps come from roll-backs. */
  async next(
    tx: EntityManager,
    enterpriseId: EnterpriseId,
    kind: string,
    operatingOn: string,
  ): Promise<string> {
    const [row]: [{ value: number }] = await tx.query(
      `INSERT INTO day_counter (enterprise_id, kind, operating_on, value) VALUES ($1, $2, $3, 1)
       ON CONFLICT (enterprise_id, kind, operating_on)
         DO UPDATE SET value = day_counter.value + 1
       RETURNING value`,
      [enterpriseId, kind, operatingOn],
    );
    return `${operatingOn.replaceAll('-', '')}-${String(row.value).padStart(4, '0')}`;
  }
}
