import type { CheckPlatesRequest } from '@tongyun/contracts';
import { type AccessScope, type Clock, CLOCK, DomainError } from '@tongyun/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { readPlate } from './read-plate.js';
import {
  type AskedPlate,
  type RoadsideAnswer,
  RoadsideAnswers,
} from './roadside-answers.service.js';
import { RoadsidePurposes } from './roadside-purposes.service.js';
import { RoadsideRecord } from './roadside-record.service.js';
import { RoadsideSubjects } from './roadside-subjects.service.js';

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
    const read = request.plates.map((row) => readRow(scope, row, request, dataAt));
    const asked = read.flatMap((row) => ('asked' in row ? [row.asked] : []));
    const found = await this.subjects.findAll(asked.map((one) => ({ ...one, at: one.judgedFor })));
    const judged = await Promise.all(
      asked.map((one, nth) => this.answers.compose(one, found[nth]!)),
    );
    await this.record.keepAll(judged.map(({ check }) => check));
    const answers = judged.values();
    return {
      judgedFor: request.at ?? dataAt,
      plates: read.map((row) =>
        'refusal' in row ? row : { answer: answers.next().value!.answer },
      ),
    };
  }
}

/** What can be no plate spoils nothing for the others. */
function readRow(
  scope: AccessScope,
  { plateNo: plate, ...place }: CheckPlatesRequest['plates'][number],
  { purpose, purposeNote, at }: CheckPlatesRequest,
  dataAt: Date,
): { readonly asked: AskedPlate } | { readonly refusal: DomainError } {
  try {
    const read = readPlate(plate, place.color ?? null);
    const query = { ...place, purpose, purposeNote, at };
    return { asked: { scope, ...read, query, judgedFor: at ?? dataAt, dataAt } };
  } catch (error) {
    if (error instanceof DomainError) return { refusal: error };
    throw error;
  }
}
