import type { TripStage, TripView } from '@tongyun/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DriverWork } from '../day/use-driver-work.js';
import { formatTime } from '../../i18n/time.js';
import { keepLastTap, readLastTap } from './last-tap.js';
import { NextStageButton } from './next-stage-button.js';
import type { ShownStage } from './shown-stage.js';
import { TripCard } from './trip-card.js';

export interface TripScreenProps {
  readonly trip: TripView;
  readonly shown: ShownStage;
  readonly work: DriverWork;
}

/** The trip above, the one button under the thumb. */
export function TripScreen({ trip, shown, work }: TripScreenProps) {
  const [lastTapAt, setLastTapAt] = useState(() => readLastTap(sessionStorage));
  const [tapped, setTapped] = useState<TripStage | null>(null);

  const tap = (stage: TripStage) => {
    const at = new Date();
    keepLastTap(sessionStorage, at);
    setLastTapAt(at);
    setTapped(stage);
    if ('vibrate' in navigator) navigator.vibrate(60);
    void work.claim(trip.id, stage, at);
  };
  return (
    <div className="screen">
      <main className="screen-body">
        <TripCard trip={trip} stage={shown.stage} />
      </main>
      <footer className="screen-foot">
        <TapResult tapped={tapped} at={lastTapAt} isAhead={shown.isAhead} note={work.note} />
        {shown.nextStage && (
          <NextStageButton
            trip={trip}
            nextStage={shown.nextStage}
            lastTapAt={lastTapAt}
            onTap={tap}
          />
        )}
      </footer>
    </div>
  );
}

interface TapResultProps {
  readonly tapped: TripStage | null;
  readonly at: Date | null;
  readonly isAhead: boolean;
  readonly note: DriverWork['note'];
}

/** Every tap is answered in words, also before the server has. */
function TapResult({ tapped, at, isAhead, note }: TapResultProps) {
  const { t } = useTranslation('driver');
  const { t: shared } = useTranslation('shared');
  const stage = tapped && shared(`stageButton.${tapped}`);
  return (
    <div role="status" className="tap-result" data-testid="tap-result">
      {stage && at && (
        <p>
          {t(isAhead ? 'stage.recordedOffline' : 'stage.recorded', { stage, time: formatTime(at) })}
        </p>
      )}
      {note && <p>{t(note === 'kept' ? 'stage.kept' : 'stage.settle')}</p>}
    </div>
  );
}
