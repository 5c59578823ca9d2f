import { type AttachDocumentQuery, DOCUMENT_KINDS } from '@tongyun/contracts';
import { type AccessScope, type Clock, CLOCK, type DocumentId, DomainError } from '@tongyun/kernel';
import { PAPER_KINDS } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { DocumentEntity } from '../data/document.entity.js';
import { computeDayValidity, type DayValidity } from '../rules/day-validity.js';
import { WarnedDaysQueries } from '../warned-days.service.js';
import { DocumentBook, type OpenedDocument } from './document-book.service.js';
import { DocumentSubjects, type PapersOf } from './document-subjects.service.js';

/** Beside what is kept: how a paper stands that names a last day. */
export interface Paper extends DocumentEntity {
  readonly validity: DayValidity | null;
}

/** The papers of vehicles, terminals, enterprises, plants and drivers: read by whoever may see these. */
@Injectable()
export class Documents {
  constructor(
    private readonly book: DocumentBook,
    private readonly subjects: DocumentSubjects,
    private readonly warnedDays: WarnedDaysQueries,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async attach(
    scope: AccessScope,
    of: PapersOf,
    described: AttachDocumentQuery,
    bytes: Uint8Array,
  ): Promise<Paper> {
    assertKindOf(of, described);
    await this.subjects.assertHeld(scope, of);
    const { expiresOn = null } = described;
    const added = await this.book.add(scope, of, { ...described, expiresOn }, bytes, PAPER_KINDS);
    const [paper] = await this.judged([added]);
    return paper!;
  }

  /** Oldest first. */
  async list(scope: AccessScope, of: PapersOf): Promise<Paper[]> {
    await this.subjects.assertSeen(scope, of);
    return this.judged(await this.book.list(of));
  }

  async open(scope: AccessScope, of: PapersOf, id: DocumentId): Promise<OpenedDocument> {
    await this.subjects.assertSeen(scope, of);
    return this.book.open(of, id);
  }

  private async judged(documents: readonly DocumentEntity[]): Promise<Paper[]> {
    const days = await this.warnedDays.at('documents.expiring_within_days', this.clock.now());
    return documents.map((document) => ({
      ...document,
      validity: computeDayValidity(document.expiresOn, days),
    }));
  }
}

function assertKindOf({ subject }: PapersOf, { kind }: AttachDocumentQuery): void {
  const kinds: readonly string[] = DOCUMENT_KINDS[subject];
  if (kinds.includes(kind)) return;
  throw new DomainError('DOCUMENT_KIND_INVALID', `A ${subject} has no ${kind}`, {
    subject,
    kind,
    kinds,
  });
}
