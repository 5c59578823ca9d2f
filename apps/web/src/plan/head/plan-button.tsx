import { useQuery } from '@tanstack/react-query';
import { Button, Select, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { planDay } from '../../api/day-plans.js';
import { isUnderWay, planningOf } from '../../planning/planning-query.js';
import { usePlanDesk } from '../plan-desk.js';

const SEARCHES_SEC = [2, 5, 15, 40];

/** Plans the day, or plans it anew: what has begun, is pinned or frozen stays. */
export function PlanButton() {
  const { t } = useTranslation('plan');
  const { plan, enterpriseId, state, commands } = usePlanDesk();
  const [searchSec, setSearchSec] = useState(5);
  const { data: planning } = useQuery(planningOf({ enterpriseId, operatingOn: state.day }));
  const isPlanning = commands.running === 'plan';
  const start = () =>
    commands.run({
      name: 'plan',
      event: null,
      run: (seen) => planDay({ enterpriseId, operatingOn: state.day, searchSec }, seen),
    });
  return (
    <Space.Compact>
      <Button
        type={plan === null ? 'primary' : 'default'}
        data-testid="plan-day-now"
        loading={isPlanning}
        disabled={plan === undefined || commands.running !== null || isUnderWay(planning)}
        onClick={start}
      >
        {t(plan === null ? 'head.plan' : 'head.replan')}
      </Button>
      <Select<number>
        aria-label={t('head.search')}
        title={t('head.search')}
        value={searchSec}
        options={SEARCHES_SEC.map((value) => ({ value, label: t('head.seconds', { value }) }))}
        onChange={setSearchSec}
        style={{ width: 74 }}
      />
    </Space.Compact>
  );
}
