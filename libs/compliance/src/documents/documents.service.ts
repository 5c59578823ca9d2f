import { type AttachDocumentQuery, DOCUMENT_KINDS, type DocumentSubject } from '@tongyun/contracts';
import { type AccessScope, type DocumentId, DomainError } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import type { DocumentEntity } from '../data/document.entity.js';
import { DocumentBook, type OpenedDocument } from './document-book.service.js';
import { DocumentSubjects } from './document-subjects.service.js';

/** A vehicle, an enterprise, a plant or a driver. */
export interface PapersOf {
  readonly subject: DocumentSubject;
  readonly subjectId: string;
}

/** The papers of vehicles, enterprises, plants and drivers: read by whoever may see these. */
@Injectable()
export class Documents {
  constructor(
    private readonly book: DocumentBook,
    private readonly subjects: DocumentSubjects,
  ) {}

  async attach(
    scope: AccessScope,
    of: PapersOf,
    described: AttachDocumentQuery,
    bytes: Uint8Array,
  ): Promise<DocumentEntity> {
    assertKindOf(of, described);
    await this.subjects.assertSeen(scope, of);
    const { expiresOn = null } = described;
    return this.book.add(scope, of, { ...described, expiresOn }, bytes);
  }

  /** Oldest first. */
  async list(scope: AccessScope, of: PapersOf): Promise<DocumentEntity[]> {
    await this.subjects.assertSeen(scope, of);
    return this.book.list(of);
  }

  async open(scope: AccessScope, of: PapersOf, id: DocumentId): Promise<OpenedDocument> {
    await this.subjects.assertSeen(scope, of);
    return this.book.open(of, id);
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
