import type { TripStage, TripView } from '@tongyun/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../parts/confirm-dialog.js';
import { TripFacts, TripLoad } from './trip-facts.js';
import { useStageButton } from './use-stage-button.js';

export interface NextStageButtonProps {
  readonly trip: TripView;
  readonly nextStage: TripStage;
  readonly lastTapAt: Date | null;
  readonly onTap: (stage: TripStage) => void;
}

/** The one thing to tap, and nothing else under the thumb. */
export function NextStageButton({ trip, nextStage, lastTapAt, onTap }: NextStageButtonProps) {
  const { t } = useTranslation('driver');
  const { t: shared } = useTranslation('shared');
  const [isAsking, setIsAsking] = useState(false);
  const button = useStageButton(nextStage, lastTapAt);
  const label = shared(`stageButton.${nextStage}`);

  const confirm = () => {
    setIsAsking(false);
    onTap(nextStage);
  };
  return (
    <>
      <button
        type="button"
        className="main-button stage-button"
        data-testid="next-stage"
        data-stage={nextStage}
        disabled={button.state === 'guarded'}
        onClick={() =>
          button.state === 'ready' && button.mustConfirm ? setIsAsking(true) : onTap(nextStage)
        }
      >
        {label}
        {button.state === 'guarded' && (
          <small data-testid="guard">{t('stage.wait', { sec: button.leftSec })}</small>
        )}
      </button>
      {isAsking && (
        <ConfirmDialog
          title={t('stage.confirmTitle')}
          confirmLabel={t('stage.confirm')}
          onCancel={() => setIsAsking(false)}
          onConfirm={confirm}
        >
          <TripLoad trip={trip} />
          <TripFacts trip={trip} />
        </ConfirmDialog>
      )}
    </>
  );
}
