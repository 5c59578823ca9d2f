import type { PumpStage, TripStage } from '@tongyun/contracts';
import { useEffect, useState } from 'react';
import { judgeStageButton, type StageButton } from './judge-stage-button.js';

const TICK_MS = 250;

/** Judges the button anew with every tick, as long as it is guarded and no longer. */
export function useStageButton(
  nextStage: TripStage | PumpStage,
  lastTapAt: Date | null,
): StageButton {
  const [clock, setClock] = useState(() => ({ lastTapAt, now: new Date() }));
  // A tap is judged against a time that is not older than itself.
  if (clock.lastTapAt !== lastTapAt) setClock({ lastTapAt, now: new Date() });

  const button = judgeStageButton(nextStage, lastTapAt, clock.now);
  const isGuarded = button.state === 'guarded';
  useEffect(() => {
    if (!isGuarded) return;
    const timer = setInterval(() => setClock({ lastTapAt, now: new Date() }), TICK_MS);
    return () => clearInterval(timer);
  }, [isGuarded, lastTapAt]);
  return button;
}
