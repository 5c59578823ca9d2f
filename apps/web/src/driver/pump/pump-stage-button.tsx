import type { PumpStage } from '@tongyun/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../parts/confirm-dialog.js';
import { useStageButton } from '../trip/use-stage-button.js';

export interface PumpStageButtonProps {
  readonly nextStage: PumpStage;
  readonly lastTapAt: Date | null;
  readonly onTap: (stage: PumpStage) => void;
}

/** The pump's next stage; leaving the site ends the job, so it asks once more. */
export function PumpStageButton({ nextStage, lastTapAt, onTap }: PumpStageButtonProps) {
  const { t } = useTranslation('driver');
  const { t: shared } = useTranslation('shared');
  const [isAsking, setIsAsking] = useState(false);
  const button = useStageButton(nextStage, lastTapAt);

  const confirm = () => {
    setIsAsking(false);
    onTap(nextStage);
  };
  return (
    <>
      <button
        type="button"
        className="main-button stage-button"
        data-testid="next-pump-stage"
        data-stage={nextStage}
        disabled={button.state === 'guarded'}
        onClick={() =>
          button.state === 'ready' && button.mustConfirm ? setIsAsking(true) : onTap(nextStage)
        }
      >
        {shared(`pumpButton.${nextStage}`)}
        {button.state === 'guarded' && (
          <small data-testid="guard">{t('stage.wait', { sec: button.leftSec })}</small>
        )}
      </button>
      {isAsking && (
        <ConfirmDialog
          title={t('pump.leaveTitle')}
          confirmLabel={t('pump.leave')}
          onCancel={() => setIsAsking(false)}
          onConfirm={confirm}
        >
          <p>{t('pump.leaveHint')}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
