import type { RoadsideQuery } from '@tongyun/contracts';
import { type AccessScope, type Clock, CLOCK } from '@tongyun/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { assertNamed, readName } from './read-plate.js';
import { type RoadsideAnswer, RoadsideAnswers } from './roadside-answers.service.js';
import { RoadsidePurposes } from './roadside-purposes.service.js';
import { RoadsideRecord } from './roadside-record.service.js';
import { RoadsideSubjects } from './roadside-subjects.service.js';

/** May this vehicle be here, now? */
@Injectable()
export class RoadsideService {
  constructor(
    private readonly subjects: RoadsideSubjects,
    private readonly answers: RoadsideAnswers,
    private readonly purposes: RoadsidePurposes,
    private readonly record: RoadsideRecord,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Answers an officer's question once it is on record. */
  async ask(scope: AccessScope, plate: string, query: RoadsideQuery): Promise<RoadsideAnswer> {
    const color = query.color ?? null;
    const read = readName(plate, color);
    const dataAt = this.clock.now();
    await this.purposes.assertSaid(query.purpose, dataAt);
    const judgedFor = query.at ?? dataAt;
    const found = await this.subjects.find({ scope, ...read, at: judgedFor });
    assertNamed(read, color, found);
    const asked = { scope, plateNo: read.name, color: read.color, query, judgedFor, dataAt };
    const { answer, check } = await this.answers.compose(asked, found);
    await this.record.keep(check);
    return answer;
  }
}
