import type { OrderCallRequest } from '@tongyun/contracts';

export type Call = OrderCallRequest['call'];

/** The calls of a day, each by its key. */
export const CALL_KEYS: readonly (readonly [key: string, call: Call])[] = [
  ['s', 'slower'],
  ['h', 'hold'],
  ['r', 'resume'],
  ['a', 'one_more'],
  ['l', 'last_load'],
];

export interface CallFields {
  readonly callerName: string;
  readonly callerPhone?: string | undefined;
  readonly m3?: number | undefined;
  readonly rateM3PerHour?: number | undefined;
}

/** What a call is about beside the order: a volume, a rate, or nothing. */
export const asksFor = (call: Call): 'm3' | 'rateM3PerHour' | null => {
  if (call === 'slower') return 'rateM3PerHour';
  return call === 'one_more' || call === 'last_load' ? 'm3' : null;
};

/** The call as the server takes it; what it is not about is left out. */
export function toCallRequest(call: Call, fields: CallFields): OrderCallRequest {
  const asked = asksFor(call);
  const phone = fields.callerPhone?.trim() ?? '';
  return {
    call,
    callerName: fields.callerName.trim(),
    ...(phone === '' ? {} : { callerPhone: phone }),
    ...(asked !== null && fields[asked] !== undefined ? { [asked]: fields[asked] } : {}),
  };
}
