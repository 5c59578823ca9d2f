import type { AlertLevel } from '@tongyun/contracts';
import { useCallback, useState } from 'react';
import { ringFor } from './alert-sound.js';

const KEPT_AS = 'tongyun.dispatcher.muted';

export interface AlertSound {
  readonly isMuted: boolean;
  readonly toggle: () => void;
  readonly ring: (level: AlertLevel) => void;
}

export function useAlertSound(): AlertSound {
  const [isMuted, setMuted] = useState(() => localStorage.getItem(KEPT_AS) === 'yes');
  const toggle = useCallback(() => {
    setMuted((muted) => {
      localStorage.setItem(KEPT_AS, muted ? 'no' : 'yes');
      return !muted;
    });
  }, []);
  const ring = (level: AlertLevel) => {
    if (!isMuted) ringFor(level);
  };
  return { isMuted, toggle, ring };
}
