import type { AttachDocumentQuery } from '@tongyun/contracts';
import {
  type AccessScope,
  type Clock,
  CLOCK,
  DomainError,
  newId,
  type RegistrationDocumentId,
  type VehicleId,
} from '@tongyun/kernel';
import { FileStore, type KeptFile, UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import type { RegistrationDocumentEntity } from './data/registration-document.entity.js';
import { RegistrationDocumentRepository } from './data/registration-document.repository.js';
import { RegistrationRepository } from './data/registration.repository.js';
import { RegistrationQueries } from './registration-queries.service.js';

/** So that one vehicle’s papers do not fill the disk. */
const MOST_DOCUMENTS = 40;

/** The files of a registration: read by whoever may see it. */
@Injectable()
export class RegistrationDocuments {
  constructor(
    private readonly documents: RegistrationDocumentRepository,
    private readonly registrations: RegistrationRepository,
    private readonly registrationQueries: RegistrationQueries,
    private readonly files: FileStore,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Attaches a file. It is on the disk before the row is: a row never names a file that is not. */
  async attach(
    scope: AccessScope,
    vehicleId: VehicleId,
    described: AttachDocumentQuery,
    bytes: Uint8Array,
  ): Promise<RegistrationDocumentEntity> {
    await this.registrationQueries.get(scope, vehicleId);
    const file = await this.files.keep(bytes);
    try {
      return await this.enter(scope, vehicleId, described, file);
    } catch (error) {
      await this.files.drop(file);
      throw error;
    }
  }

  /** Oldest first. */
  async list(scope: AccessScope, vehicleId: VehicleId): Promise<RegistrationDocumentEntity[]> {
    await this.registrationQueries.get(scope, vehicleId);
    return this.documents.ofVehicle(this.unitOfWork.reads, vehicleId);
  }

  async open(
    scope: AccessScope,
    vehicleId: VehicleId,
    id: RegistrationDocumentId,
  ): Promise<{ document: RegistrationDocumentEntity; bytes: Readable }> {
    await this.registrationQueries.get(scope, vehicleId);
    const document = await this.documents.find(this.unitOfWork.reads, vehicleId, id);
    if (!document) throw new DomainError('DOCUMENT_NOT_FOUND', `No document ${id}`, { id });
    return { document, bytes: await this.files.read(document.fileName) };
  }

  private enter(
    scope: AccessScope,
    vehicleId: VehicleId,
    { kind, title }: AttachDocumentQuery,
    file: KeptFile,
  ): Promise<RegistrationDocumentEntity> {
    return this.unitOfWork.run(async (tx) => {
      const now = this.clock.now();
      // Whoever attaches at the same time is counted one after the other.
      await this.registrations.lock(tx, vehicleId, now);
      if ((await this.documents.count(tx, vehicleId)) >= MOST_DOCUMENTS) {
        throw new DomainError('DOCUMENTS_TOO_MANY', 'The registration has all that it may have', {
          most: MOST_DOCUMENTS,
        });
      }
      const document: RegistrationDocumentEntity = {
        id: newId<RegistrationDocumentId>(),
        vehicleId,
        kind,
        title,
        fileName: file.name,
        fileKind: file.kind,
        sizeBytes: file.sizeBytes,
        sha256: file.sha256,
        addedBy: scope.userId,
        addedAt: now,
      };
      await this.documents.insert(tx, document);
      return document;
    });
  }
}
