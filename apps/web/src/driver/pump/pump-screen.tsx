import type { OperatorPumpJobView, PumpStage } from '@tongyun/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DriverWork } from '../day/use-driver-work.js';
import { formatTime } from '../../i18n/time.js';
import { keepLastTap, readLastTap } from '../trip/last-tap.js';
import { PumpCard } from './pump-card.js';
import { PumpStageButton } from './pump-stage-button.js';
import type { ShownPumpStage } from './shown-pump-stage.js';

export interface PumpScreenProps {
  readonly job: OperatorPumpJobView;
  readonly shown: ShownPumpStage;
  readonly work: DriverWork;
}

/** The pump's job above, the one button under the thumb. */
export function PumpScreen({ job, shown, work }: PumpScreenProps) {
  const { t } = useTranslation('driver');
  const { t: shared } = useTranslation('shared');
  const [lastTapAt, setLastTapAt] = useState(() => readLastTap(sessionStorage));
  const [tapped, setTapped] = useState<PumpStage | null>(null);

  const tap = (stage: PumpStage) => {
    const at = new Date();
    keepLastTap(sessionStorage, at);
    setLastTapAt(at);
    setTapped(stage);
    if ('vibrate' in navigator) navigator.vibrate(60);
    void work.claimPump(job.id, stage, at);
  };
  const said = tapped && lastTapAt && { stage: shared(`pumpButton.${tapped}`), at: lastTapAt };
  return (
    <div className="screen">
      <main className="screen-body">
        <PumpCard job={job} state={shown.state} />
      </main>
      <footer className="screen-foot">
        <div role="status" className="tap-result" data-testid="tap-result">
          {said && (
            <p>
              {t(shown.isAhead ? 'stage.recordedOffline' : 'stage.recorded', {
                stage: said.stage,
                time: formatTime(said.at),
              })}
            </p>
          )}
          {work.note && <p>{t(work.note === 'kept' ? 'stage.kept' : 'stage.settle')}</p>}
        </div>
        {shown.nextStage && (
          <PumpStageButton nextStage={shown.nextStage} lastTapAt={lastTapAt} onTap={tap} />
        )}
      </footer>
    </div>
  );
}
