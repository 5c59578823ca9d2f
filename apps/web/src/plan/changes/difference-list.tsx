import type { DayPlanView, PlanEventRequest, PlanOutcomeView } from '@tongyun/contracts';
import { Tag } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { UnservedWhy } from '../detail/unserved-why.js';
import { indexPlan } from '../plan-index.js';
import { FigureChanges } from './figure-changes.js';
import { LoadChange } from './load-change.js';
import { PumpChangeRow } from './pump-change-row.js';
import { pumpChanges } from './pump-changes.js';
import { VolumeChangeRow } from './volume-change-row.js';
import { volumeChanges } from './volume-changes.js';

export interface DifferenceListProps {
  readonly before: DayPlanView;
  readonly outcome: PlanOutcomeView;
  /** What happened, for the reasons; null: nobody but the dispatcher moved things. */
  readonly event: PlanEventRequest | null;
  /** They are shown elsewhere. */
  readonly isWithoutFigures?: boolean;
}

/** What a command changed: who is no longer served and who is now, what moved, the figures. */
export function DifferenceList({
  before,
  outcome,
  event,
  isWithoutFigures = false,
}: DifferenceListProps) {
  const { t } = useTranslation('plan');
  const { difference, plan } = outcome;
  const index = useMemo(() => indexPlan(plan), [plan]);
  const pumps = useMemo(() => pumpChanges(before, plan), [before, plan]);
  const volumes = useMemo(() => volumeChanges(before, plan), [before, plan]);
  const nameOf = (orderId: string) => index.orderNames.get(orderId);
  const isNothing =
    difference.moved.length +
      pumps.length +
      difference.nowUnserved.length +
      difference.nowServed.length ===
    0;
  return (
    <div className="plan-difference" data-testid="difference">
      {!isWithoutFigures && <FigureChanges before={difference.before} after={difference.after} />}
      {isNothing && <p className="gantt-sub">{t('difference.nothing')}</p>}
      {difference.nowUnserved.map((unserved) => (
        <div key={unserved.orderId} className="plan-change" data-testid="now-unserved">
          <Tag color="red">{t('difference.nowUnserved')}</Tag>
          <b>{nameOf(unserved.orderId)}</b>
          <UnservedWhy unserved={unserved} />
        </div>
      ))}
      {difference.nowServed.map((orderId) => (
        <div key={orderId} className="plan-change" data-testid="now-served">
          <Tag color="green">{t('difference.nowServed')}</Tag>
          <b>{nameOf(orderId)}</b>
        </div>
      ))}
      {volumes.map((change) => (
        <VolumeChangeRow key={change.orderId} change={change} index={index} />
      ))}
      {pumps.map((change) => (
        <PumpChangeRow key={change.id} change={change} index={index} event={event} />
      ))}
      {difference.moved.map((moved) => (
        <LoadChange key={moved.loadId} {...{ moved, index, event, before }} />
      ))}
    </div>
  );
}
