import { useMutation } from '@tanstack/react-query';
import { Alert, Card, Segmented, Spin } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askWhatIf } from '../../api/day-plans.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { DifferenceList } from '../changes/difference-list.js';
import { FigureChanges } from '../changes/figure-changes.js';
import { useOpenPlan } from '../plan-desk.js';
import { WhatIfForm, type WhatIfKind } from './what-if-form.js';

const KINDS: readonly WhatIfKind[] = ['with_order', 'without_vehicle', 'without_plant'];

/** Questions on a copy of the plan: figures side by side, and what would change. */
export function WhatIfView() {
  const { t } = useTranslation('plan');
  const { plan } = useOpenPlan();
  const [kind, setKind] = useState<WhatIfKind>('with_order');
  const ask = useMutation({
    mutationFn: (request: Parameters<typeof askWhatIf>[1]) => askWhatIf(plan.id, request),
  });
  const choose = (next: WhatIfKind) => {
    setKind(next);
    ask.reset();
  };
  return (
    <section className="plan-view plan-what-if" aria-label={t('view.what_if')}>
      <Card className="plan-question" title={t('whatIf.question')}>
        <Segmented<WhatIfKind>
          block
          value={kind}
          options={KINDS.map((value) => ({ value, label: t(`whatIf.kind.${value}`) }))}
          onChange={choose}
        />
        <WhatIfForm key={kind} kind={kind} isAsking={ask.isPending} onAsk={ask.mutate} />
      </Card>
      <div className="plan-answer" aria-live="polite">
        {ask.isPending && <Spin className="plan-wait" />}
        <RefusalNotice error={ask.error} />
        {ask.isIdle && <p className="gantt-sub">{t('whatIf.hint')}</p>}
        {ask.data && (
          <div data-testid="what-if-answer">
            <Alert
              type={ask.data.difference.nowUnserved.length === 0 ? 'success' : 'warning'}
              showIcon
              title={t('whatIf.answer', {
                unserved: ask.data.plan.unserved.length,
                moved: ask.data.difference.moved.length,
              })}
            />
            <FigureChanges
              isWhole
              before={ask.data.difference.before}
              after={ask.data.difference.after}
            />
            <DifferenceList isWithoutFigures before={plan} outcome={ask.data} event={null} />
          </div>
        )}
      </div>
    </section>
  );
}
