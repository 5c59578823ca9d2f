import { Button, Input, Popover, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { freezePlan } from '../../api/day-plans.js';
import { fromLocalInput, toLocalInput } from '../../i18n/time.js';
import { changing } from '../commands/plan-command.js';
import { defaultUntil } from '../events/default-until.js';
import { useOpenPlan, usePlanDesk } from '../plan-desk.js';

/** Freezes what loads before a time, or lets it go again. */
export function FreezeButton() {
  const { t } = useTranslation('plan');
  const { plan } = useOpenPlan();
  const { commands } = usePlanDesk();
  const [isOpen, setOpen] = useState(false);
  const [until, setUntil] = useState<string | null>(null);
  const shown =
    until ??
    (plan.frozenUntil === null
      ? defaultUntil(plan, new Date())
      : toLocalInput(new Date(plan.frozenUntil)));
  const freeze = (at: Date | null) => {
    setOpen(false);
    commands.run(changing('freeze', (seen) => freezePlan(seen, { until: at })));
  };
  return (
    <Popover
      open={isOpen}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      title={t('head.freezeHint')}
      content={
        <Space>
          <Input
            type="datetime-local"
            aria-label={t('head.freezeUntil')}
            value={shown}
            onChange={({ target }) => setUntil(target.value)}
          />
          <Button
            type="primary"
            data-testid="freeze-confirm"
            disabled={shown === ''}
            onClick={() => freeze(fromLocalInput(shown))}
          >
            {t('head.freeze')}
          </Button>
          {plan.frozenUntil !== null && (
            <Button onClick={() => freeze(null)}>{t('head.unfreeze')}</Button>
          )}
        </Space>
      }
    >
      <Button data-testid="plan-freeze" loading={commands.running === 'freeze'}>
        {t('head.freezeOpen')}
      </Button>
    </Popover>
  );
}
