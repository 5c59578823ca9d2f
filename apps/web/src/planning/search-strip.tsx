import type { DayPlanQuery, PlanningView } from '@tongyun/contracts';
import { useQuery } from '@tanstack/react-query';
import { Button, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatM3 } from '../i18n/format-m3.js';
import { RefusalNotice } from '../ui/refusal-notice.js';
import { isUnderWay, planningOf } from './planning-query.js';
import { useEndPlanning } from './use-end-planning.js';
import './search-strip.css';

interface SearchStripProps {
  readonly day: DayPlanQuery;
  readonly userId: string;
  readonly mayPlan: boolean;
  /** Shown only while this joint pour is planned; null: whatever is planned of the day. */
  readonly jointOrderId: string | null;
}

/** The search for a day's plan while it runs, whoever asked for it: how far it is, and how to end it. */
export function SearchStrip({ day, userId, mayPlan, jointOrderId }: SearchStripProps) {
  const { t } = useTranslation('shared');
  const { data: planning } = useQuery(planningOf(day));
  const ending = useEndPlanning(day);
  if (!planning || !isUnderWay(planning)) return null;
  if (jointOrderId !== null && planning.jointOrderId !== jointOrderId) return null;
  const mayEnd = mayPlan && planning.state === 'searching' && !ending.isPending;
  const end = (how: 'take-best' | 'cancel') => ending.mutate({ id: planning.id, how });
  return (
    <div className="search-strip" role="status" data-testid="planning" data-state={planning.state}>
      <b>
        <Title planning={planning} isOwn={planning.byUser === userId} />
      </b>
      <Progress
        percent={Math.round((planning.progress?.share ?? 0) * 100)}
        size="small"
        style={{ width: 160, margin: 0 }}
      />
      <SoFar planning={planning} />
      <span className="app-bar-space" />
      {mayPlan && (
        <>
          <Button
            type="primary"
            data-testid="planning-take-best"
            disabled={!mayEnd || planning.progress === null}
            onClick={() => end('take-best')}
          >
            {t('planning.takeBest')}
          </Button>
          <Button data-testid="planning-cancel" disabled={!mayEnd} onClick={() => end('cancel')}>
            {t('planning.cancel')}
          </Button>
        </>
      )}
      <RefusalNotice error={ending.error} />
    </div>
  );
}

interface ShownPlanning {
  readonly planning: PlanningView;
}

function Title({ planning, isOwn }: ShownPlanning & { readonly isOwn: boolean }) {
  const { t } = useTranslation('shared');
  const { jointOrderId, byName } = planning;
  const what = jointOrderId === null ? 'ofDay' : 'ofJointPour';
  return isOwn ? t(`planning.${what}.own`) : t(`planning.${what}.by`, { name: byName });
}

function SoFar({ planning: { state, progress } }: ShownPlanning) {
  const { t } = useTranslation('shared');
  if (state === 'keeping') return <span>{t('planning.keeping')}</span>;
  if (progress === null) return <span>{t('planning.first')}</span>;
  const { servedM3, wantedM3, steps, points, unservedPoints } = progress;
  return (
    <>
      <span data-testid="planning-served">
        {t('planning.served', { served: formatM3(servedM3), wanted: formatM3(wantedM3) })}
      </span>
      <span title={t('planning.priceHint')}>
        {t('planning.price', { points: Math.round(points - unservedPoints) })}
      </span>
      <span data-testid="planning-steps">{t('planning.steps', { steps })}</span>
    </>
  );
}
