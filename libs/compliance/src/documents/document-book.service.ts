import {
  type AccessScope,
  type Clock,
  CLOCK,
  type DocumentId,
  DomainError,
  groupBy,
  newId,
} from '@tongyun/kernel';
import { FILE_KINDS, type FileKind, FileStore, type KeptFile, UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import type { DocumentEntity, KeptSubject } from '../data/document.entity.js';
import { type DocumentOf, DocumentRepository } from '../data/document.repository.js';

/** So that the papers of one vehicle or driver do not fill the disk. */
const MOST_DOCUMENTS = 40;

export type DescribedDocument = Pick<DocumentEntity, 'kind' | 'title' | 'expiresOn'>;

export interface OpenedDocument {
  readonly document: DocumentEntity;
  readonly bytes: Readable;
}

/** Keeps what is attached; whoever calls it has seen to it that the asker may see what to. */
@Injectable()
export class DocumentBook {
  constructor(
    private readonly documents: DocumentRepository,
    private readonly files: FileStore,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Adds a file. It is on the disk before the row is: a row never names a file that is not. */
  async add(
    { userId }: AccessScope,
    of: DocumentOf,
    described: DescribedDocument,
    bytes: Uint8Array,
    kinds: readonly FileKind[] = FILE_KINDS,
  ): Promise<DocumentEntity> {
    const file = await this.files.keep(bytes, kinds);
    try {
      return await this.enter({
        id: newId<DocumentId>(),
        subject: of.subject,
        subjectId: of.subjectId,
        kind: described.kind,
        title: described.title,
        expiresOn: described.expiresOn,
        ...rowOf(file),
        addedBy: userId,
        addedAt: this.clock.now(),
      });
    } catch (error) {
      await this.files.drop(file);
      throw error;
    }
  }

  /** Oldest first. */
  list(of: DocumentOf): Promise<DocumentEntity[]> {
    return this.documents.listOf(this.unitOfWork.reads, of);
  }

  /** By what they are attached to, each oldest first. */
  async listOfAll(
    subject: KeptSubject,
    subjectIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly DocumentEntity[]>> {
    const { reads } = this.unitOfWork;
    const documents = await this.documents.listOfAll(reads, subject, subjectIds);
    return groupBy(documents, ({ subjectId }) => subjectId);
  }

  async open(of: DocumentOf, id: DocumentId): Promise<OpenedDocument> {
    const document = await this.documents.find(this.unitOfWork.reads, of, id);
    if (!document) throw new DomainError('DOCUMENT_NOT_FOUND', `No document ${id}`, { id });
    return { document, bytes: await this.files.read(document.fileName) };
  }

  private enter(document: DocumentEntity): Promise<DocumentEntity> {
    return this.unitOfWork.run(async (tx) => {
      if ((await this.documents.lockAndCount(tx, document)) >= MOST_DOCUMENTS) {
        throw new DomainError('DOCUMENTS_TOO_MANY', 'There are as many as there may be', {
          most: MOST_DOCUMENTS,
        });
      }
      await this.documents.insert(tx, document);
      return document;
    });
  }
}

const rowOf = ({ name, kind, sizeBytes, sha256 }: KeptFile) => ({
  fileName: name,
  fileKind: kind,
  sizeBytes,
  sha256,
});
