import { Button, Progress, Select, Space } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { planDay } from '../../api/day-plans.js';
import { usePlanDesk } from '../plan-desk.js';

const SEARCHES_SEC = [2, 5, 15, 40];
const SHOW_EVERY_MS = 200;
/** The answer is still to be checked, stored and sent when the search is over. */
const MOST_PCT = 97;

/** Plans the day, or plans it anew: what has begun, is pinned or frozen stays. */
export function PlanButton() {
  const { t } = useTranslation('plan');
  const { plan, enterpriseId, state, commands } = usePlanDesk();
  const [searchSec, setSearchSec] = useState(5);
  const isPlanning = commands.running === 'plan';
  const start = () =>
    commands.run({
      name: 'plan',
      event: null,
      run: (seen) => planDay({ enterpriseId, operatingOn: state.day, searchSec }, seen),
    });
  if (isPlanning) return <Searching searchSec={searchSec} />;
  return (
    <Space.Compact>
      <Button
        type={plan === null ? 'primary' : 'default'}
        data-testid="plan-day-now"
        disabled={plan === undefined || commands.running !== null}
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

function Searching({ searchSec }: { readonly searchSec: number }) {
  const { t } = useTranslation('plan');
  const [spentMs, setSpentMs] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSpentMs((spent) => spent + SHOW_EVERY_MS), SHOW_EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  const percent = Math.min(MOST_PCT, Math.round(spentMs / (searchSec * 10)));
  return (
    <span className="plan-searching" role="status">
      {t('head.searching')}
      <Progress percent={percent} size="small" style={{ width: 120, margin: 0 }} />
    </span>
  );
}
