import type { LoadingCallView, TicketView, TripStage, TripView } from '@tongyun/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DriverWork } from '../day/use-driver-work.js';
import { formatTime } from '../../i18n/time.js';
import type { AcceptanceEntry, QueueEntry } from '../queue/queue-entry.js';
import { TripTicket } from '../ticket/trip-ticket.js';
import { keepLastTap, readLastTap } from './last-tap.js';
import { NextStageButton } from './next-stage-button.js';
import type { ShownStage } from './shown-stage.js';
import { TripCard } from './trip-card.js';

export interface TripScreenProps {
  readonly trip: TripView;
  /** The line that he is called to; null when he is not. */
  readonly call: LoadingCallView | null;
  readonly ticket: TicketView | null;
  readonly shown: ShownStage;
  readonly work: DriverWork;
}

/** The trip above, the one button under the thumb. */
export function TripScreen({ trip, call, ticket, shown, work }: TripScreenProps) {
  const { t } = useTranslation('driver');
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
        {call && (
          <p className="called" role="status" data-testid="called">
            {t('call.banner', { line: call.lineName })}
          </p>
        )}
        <TripCard trip={trip} stage={shown.stage} />
        {ticket && (
          <TripTicket
            ticket={ticket}
            stage={shown.stage}
            waiting={findWaitingAcceptance(work.queue.taps ?? [], trip.id)}
            onSigned={(signed) => void work.accept(trip.id, signed, new Date())}
          />
        )}
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

/** What was signed for this trip and has not arrived yet. */
const findWaitingAcceptance = (
  taps: readonly QueueEntry[],
  tripId: string,
): AcceptanceEntry | null =>
  taps.find(
    (entry): entry is AcceptanceEntry => entry.kind === 'acceptance' && entry.tripId === tripId,
  ) ?? null;

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
