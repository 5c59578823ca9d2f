import { DocumentBook, type KeptDocument } from '@tongyun/compliance';
import { type AccessScope, type DocumentId, DomainError } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import type { RectificationStepEntity } from '../data/rectification-step.entity.js';
import { RectificationQueries, type ShownRectification } from '../rectification-queries.service.js';

const SUBJECT = 'rectification_step';

/** Photos and papers of what an enterprise answered, kept as documents are. */
@Injectable()
export class RectificationFiles {
  constructor(
    private readonly rectifications: RectificationQueries,
    private readonly documents: DocumentBook,
  ) {}

  /** To the answer that waits to be looked at: what is settled stays as it was judged. */
  async add(
    scope: AccessScope,
    id: string,
    stepId: string,
    bytes: Uint8Array,
  ): Promise<KeptDocument> {
    const { row, steps } = await this.rectifications.get(scope, id);
    if (row.state !== 'answered' || steps.at(-1)?.id !== stepId) {
      throw new DomainError('RECTIFICATION_ANSWER_CLOSED', 'No answer that waits takes it', {
        state: row.state,
      });
    }
    const described = { kind: 'other', title: row.title, expiresOn: null } as const;
    const of = { subject: SUBJECT, subjectId: stepId } as const;
    return this.documents.add(scope, of, described, bytes);
  }

  /** By step; of those that the asker was shown. */
  ofSteps(
    shown: readonly ShownRectification[],
  ): Promise<ReadonlyMap<string, readonly KeptDocument[]>> {
    const ids = shown.flatMap(({ steps }) => steps.map((step) => step.id));
    return this.documents.listOfAll(SUBJECT, ids);
  }

  async open(
    scope: AccessScope,
    id: string,
    stepId: string,
    fileId: DocumentId,
  ): ReturnType<DocumentBook['open']> {
    const { steps } = await this.rectifications.get(scope, id);
    const step: RectificationStepEntity | undefined = steps.find((one) => one.id === stepId);
    if (!step) throw new DomainError('DOCUMENT_NOT_FOUND', `No document ${fileId}`, { id: fileId });
    return this.documents.open({ subject: SUBJECT, subjectId: step.id }, fileId);
  }
}
