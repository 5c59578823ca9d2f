import type { CallInRow } from '@tongyun/contracts';
import type { CallIn } from './rules/list-call-ins.js';

/** A row of the first round as it is shown and kept. */
export const toCallInRow = ({
  firstAt,
  callInAt,
  replacement,
  saysStartAt,
  confirmedAt,
  ...row
}: CallIn): CallInRow => ({
  ...row,
  reasons: [...row.reasons],
  firstLoadAt: firstAt.toISOString(),
  callInAt: callInAt.toISOString(),
  replacement: replacement && { driverId: replacement.id, driverName: replacement.name },
  saysStartAt: saysStartAt?.toISOString() ?? null,
  confirmedAt: confirmedAt?.toISOString() ?? null,
});
