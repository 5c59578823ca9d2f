import type { CheckPlatesRequest } from '@tongyun/contracts';
import { type AccessScope, type Clock, CLOCK, DomainError } from '@tongyun/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { assertNamed, readName, type ReadName } from './read-plate.js';
import {
  type AskedPlate,
  type RoadsideAnswer,
  RoadsideAnswers,
} from './roadside-answers.service.js';
import { RoadsidePurposes } from './roadside-purposes.service.js';
import { RoadsideRecord } from './roadside-record.service.js';
import { type RoadsideSubject, RoadsideSubjects } from './roadside-subjects.service.js';

/** What became of one of many plates: its answer, or why it is none. */
export type CheckedPlate = { readonly answer: RoadsideAnswer } | { readonly refusal: DomainError };

export interface CheckedPlates {
  /** One instant for all of them. */
  readonly judgedFor: Date;
  /** In the order asked. */
  readonly plates: readonly CheckedPlate[];
}

/** May these vehicles be here, now? One statement reads what is known of all, one keeps all questions. */
@Injectable()
export class CheckPlatesService {
  constructor(
    private readonly subjects: RoadsideSubjects,
    private readonly answers: RoadsideAnswers,
    private readonly purposes: RoadsidePurposes,
    private readonly record: RoadsideRecord,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Every answer is the one that its question alone would get, and is on record. */
  async check(scope: AccessScope, request: CheckPlatesRequest): Promise<CheckedPlates> {
    const dataAt = this.clock.now();
    await this.purposes.assertSaid(request.purpose, dataAt);
    const read = request.plates.map(({ plateNo, color }) => readName(plateNo, color ?? null));
    const judgedFor = request.at ?? dataAt;
    const found = await this.subjects.findAll(
      read.map((name) => ({ scope, ...name, at: judgedFor })),
    );
    const rows = request.plates.map((row, nth) =>
      toRow(scope, row, request, dataAt, read[nth]!, found[nth]!),
    );
    const judged = await Promise.all(
      rows.flatMap((row) => ('asked' in row ? [this.answers.compose(row.asked, row.found)] : [])),
    );
    await this.record.keepAll(judged.map(({ check }) => check));
    const answers = judged.values();
    return {
      judgedFor,
      plates: rows.map((row) =>
        'refusal' in row ? row : { answer: answers.next().value!.answer },
      ),
    };
  }
}

type CheckedRow =
  | { readonly asked: AskedPlate; readonly found: readonly RoadsideSubject[] }
  | { readonly refusal: DomainError };

/** What can be no plate spoils nothing for the others. */
function toRow(
  scope: AccessScope,
  { plateNo: _typed, ...place }: CheckPlatesRequest['plates'][number],
  { purpose, purposeNote, at }: CheckPlatesRequest,
  dataAt: Date,
  read: ReadName,
  found: readonly RoadsideSubject[],
): CheckedRow {
  try {
    assertNamed(read, place.color ?? null, found);
  } catch (error) {
    if (error instanceof DomainError) return { refusal: error };
    throw error;
  }
  const query = { ...place, purpose, purposeNote, at };
  const judgedFor = at ?? dataAt;
  const asked = { scope, plateNo: read.name, color: read.color, query, judgedFor, dataAt };
  return { asked, found };
}
