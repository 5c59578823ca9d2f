import { DocumentBook, type KeptDocument } from '@tongyun/compliance';
import { type AccessScope, type DocumentId, DomainError } from '@tongyun/kernel';
import { PHOTO_KINDS } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import { LedgerQueries } from '../ledger-queries.service.js';

const SUBJECT = 'ledger_entry';

/** Photos of a line in the ledger, kept as documents are: added by whoever wrote the line. */
@Injectable()
export class LedgerPhotos {
  constructor(
    private readonly ledger: LedgerQueries,
    private readonly documents: DocumentBook,
  ) {}

  async add(scope: AccessScope, entryId: string, bytes: Uint8Array): Promise<KeptDocument> {
    const { title, recordedBy } = await this.ledger.get(scope, entryId);
    if (recordedBy !== scope.userId) {
      throw new DomainError('LEDGER_ENTRY_OF_ANOTHER', 'Its writer adds the photos', { entryId });
    }
    const described = { kind: 'photo', title, expiresOn: null } as const;
    const of = { subject: SUBJECT, subjectId: entryId } as const;
    return this.documents.add(scope, of, described, bytes, PHOTO_KINDS);
  }

  /** By entry; of those that the asker was shown. */
  ofEntries(ids: readonly string[]): Promise<ReadonlyMap<string, readonly KeptDocument[]>> {
    return this.documents.listOfAll(SUBJECT, ids);
  }

  async open(
    scope: AccessScope,
    entryId: string,
    id: DocumentId,
  ): ReturnType<DocumentBook['open']> {
    await this.ledger.get(scope, entryId);
    return this.documents.open({ subject: SUBJECT, subjectId: entryId }, id);
  }
}
