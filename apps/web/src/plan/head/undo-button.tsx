import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { undoInPlan } from '../../api/day-plans.js';
import { changing } from '../commands/plan-command.js';
import { useOpenPlan, usePlanDesk } from '../plan-desk.js';

/** Takes the last change back. */
export function UndoButton() {
  const { t } = useTranslation('plan');
  const { plan } = useOpenPlan();
  const { commands } = usePlanDesk();
  const [newest] = plan.changes;
  return (
    <Button
      data-testid="plan-undo"
      title={newest && t('head.undoes', { what: t(`change.${newest.kind}`) })}
      disabled={plan.revision === 1 || commands.running !== null}
      loading={commands.running === 'undo'}
      onClick={() => commands.run(changing('undo', undoInPlan))}
    >
      {t('head.undo')}
    </Button>
  );
}
