import type { UseAgreementView } from '@tongyun/contracts';

export type AgreementState = 'coming' | 'in_force' | 'over' | 'ended';

type Dated = Pick<UseAgreementView, 'validFrom' | 'validTo' | 'endedAt'>;

/** How an agreement of use stands: it holds from its beginning until, not at, its end. */
export function agreementStateOf(
  { validFrom, validTo, endedAt }: Dated,
  now: Date,
): AgreementState {
  if (endedAt !== null && Date.parse(endedAt) <= now.getTime()) return 'ended';
  if (validTo !== null && Date.parse(validTo) <= now.getTime()) return 'over';
  return Date.parse(validFrom) > now.getTime() ? 'coming' : 'in_force';
}
