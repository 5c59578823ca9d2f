import { type AccessScope, type Clock, CLOCK, DomainError, newId } from '@tongyun/kernel';
import { FileStore, PHOTO_KINDS, UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { FindingRepository } from '../data/findings/finding.repository.js';
import type { RoadsideFindingPhotoEntity } from '../data/findings/roadside-finding-photo.entity.js';
import { findNextFindingStates, isFindingSettled } from '../rules/finding.js';

/** So that one finding does not fill the disk. */
const MOST_PHOTOS = 20;

/** Photos of a finding, by the officer and by the enterprise that answers; read by whoever sees it. */
@Injectable()
export class FindingPhotos {
  constructor(
    private readonly findings: FindingRepository,
    private readonly files: FileStore,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Adds one, until the finding is settled. It is on the disk before its row is. */
  async add(scope: AccessScope, findingId: string, bytes: Uint8Array): Promise<void> {
    await this.assertOpen(scope, findingId);
    const file = await this.files.keep(bytes, PHOTO_KINDS);
    try {
      const { name: fileName, kind: fileKind, sizeBytes, sha256 } = file;
      const photo = { id: newId<string>(), findingId, fileName, fileKind, sizeBytes, sha256 };
      await this.enter(scope, { ...photo, addedBy: scope.userId, addedAt: this.clock.now() });
    } catch (error) {
      await this.files.drop(file);
      throw error;
    }
  }

  async open(
    scope: AccessScope,
    findingId: string,
    id: string,
  ): Promise<{ readonly photo: RoadsideFindingPhotoEntity; readonly bytes: Readable }> {
    const { reads } = this.unitOfWork;
    const seen = await this.findings.find(reads, scope, findingId);
    const photos = seen ? await this.findings.photosOf(reads, [findingId]) : [];
    const photo = photos.find((one) => one.id === id);
    if (!photo) throw new DomainError('DOCUMENT_NOT_FOUND', `No photo ${id}`, { id });
    return { photo, bytes: await this.files.read(photo.fileName) };
  }

  /** Before the bytes are written: nobody fills the disk for a finding that he does not see. */
  private async assertOpen(scope: AccessScope, findingId: string): Promise<void> {
    const seen = await this.findings.find(this.unitOfWork.reads, scope, findingId);
    if (!seen) {
      throw new DomainError('FINDING_NOT_FOUND', `No finding ${findingId}`, { id: findingId });
    }
  }

  private enter(scope: AccessScope, photo: RoadsideFindingPhotoEntity): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const { findingId } = photo;
      // Whoever adds at the same time is counted one after the other.
      const finding = await this.findings.lock(tx, scope, findingId);
      if (finding && isFindingSettled(finding.state)) {
        const { state } = finding;
        throw new DomainError('FINDING_STEP_INVALID', `It is ${state}`, {
          state,
          possible: findNextFindingStates(state),
        });
      }
      const { length } = await this.findings.photosOf(tx, [findingId]);
      if (length >= MOST_PHOTOS) {
        throw new DomainError('DOCUMENTS_TOO_MANY', 'The finding has all that it may have', {
          most: MOST_PHOTOS,
        });
      }
      await this.findings.addPhoto(tx, photo);
    });
  }
}
