import type { SetPlantRangeRequest } from '@tongyun/contracts';
import { isClosedRing } from '@tongyun/geo';
import { DomainError } from '@tongyun/kernel';

/** Refuses a supply range that nothing could be judged by. */
export function assertJudgeableRange({
  measure,
  area,
}: Pick<SetPlantRangeRequest, 'measure' | 'area'>): void {
  if (measure === 'road') {
    throw new DomainError(
      'RANGE_MEASURE_UNSUPPORTED',
      'A range is judged as great-circle distance or as an area; by road it is not yet',
      { measure },
    );
  }
  if (area && !area.coordinates.every(isClosedRing)) {
    throw new DomainError('RANGE_SHAPE_INVALID', 'A ring of the area does not end where it starts');
  }
}
