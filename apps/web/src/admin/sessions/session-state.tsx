import type { TrainingSessionView } from '@tongyun/contracts';
import { useTranslation } from 'react-i18next';
import { StateTag, type Tone } from '../../ui/state-tag.js';

const TONES: Readonly<Record<TrainingSessionView['state'], Tone>> = {
  planned: 'busy',
  held: 'good',
  cancelled: 'quiet',
};

export type SessionTimes = Pick<TrainingSessionView, 'state' | 'startsAt'>;

/** It has begun, and nobody has recorded its results yet. */
export const isUnderWay = ({ state, startsAt }: SessionTimes, now: Date): boolean =>
  state === 'planned' && new Date(startsAt) <= now;

export function SessionState({ session }: { readonly session: SessionTimes }) {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  if (isUnderWay(session, new Date())) {
    return <StateTag tone="wait">{t('session.started')}</StateTag>;
  }
  return (
    <StateTag tone={TONES[session.state]}>{shared(`stateOf.session.${session.state}`)}</StateTag>
  );
}
