import { mayDo } from '@tongyun/accounts';
import { type AccessScope, maskName } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import { DriverRepository } from './data/driver.repository.js';
import { freeTextsIn, withFreeTexts } from './rules/free-texts.js';

/**
 * What people wrote, without the drivers whom they name: for an authority that may not read drivers, as
 * the police, to whom a name stands behind a stated purpose.
 */
@Injectable()
export class DriverNames {
  constructor(
    private readonly drivers: DriverRepository,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** The answer as this asker may read it: every driver's name in its free texts masked, or as it is. */
  async maskedFor(asker: AccessScope, answer: unknown): Promise<unknown> {
    if (readsNamesInTexts(asker)) return answer;
    const texts = freeTextsIn(answer);
    if (texts.length === 0) return answer;
    const names = await this.drivers.namesIn(this.unitOfWork.reads, texts.join('\n'));
    if (names.length === 0) return answer;
    return withFreeTexts(answer, (text) =>
      names.reduce((left, name) => left.replaceAll(name, maskName(name)), text),
    );
  }
}

/** Those of an enterprise read what is their own. */
const readsNamesInTexts = ({ roles, enterpriseIds }: AccessScope): boolean =>
  enterpriseIds !== 'all' || mayDo(roles, 'drivers.read');
