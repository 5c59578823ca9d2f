import { addMinutes, type Clock, CLOCK } from '@tongyun/kernel';
import { BackgroundWork, UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { ImportFileRepository } from './data/import-file.repository.js';

const EVERY_MS = 3_600_000;
const LEASE = 'intake-drop';
const LEASE_SEC = 60;
const GIVEN_UP_AFTER_MIN = 7 * 1_440;

/** Lets go of files that were handed in a week ago and never imported: names and numbers stand in their rows. */
@Injectable()
export class DropGivenUpFilesService implements OnApplicationBootstrap {
  constructor(
    private readonly files: ImportFileRepository,
    private readonly background: BackgroundWork,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.background.every(EVERY_MS, () => this.drop());
  }

  /** Unless another process does. */
  async drop(): Promise<void> {
    const before = addMinutes(this.clock.now(), -GIVEN_UP_AFTER_MIN);
    await this.background.alone(LEASE, LEASE_SEC, () =>
      this.unitOfWork.run((tx) => this.files.dropGivenUp(tx, before)),
    );
  }
}
