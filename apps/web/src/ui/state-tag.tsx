import type { ReactNode } from 'react';
import './state-tag.css';

/** What a state means to whoever scans the list. */
export type Tone = 'good' | 'wait' | 'bad' | 'busy' | 'quiet';

export interface StateTagProps {
  readonly tone: Tone;
  readonly children: ReactNode;
}

/** A state in words, with a tone that is a help and never the only sign. */
export function StateTag({ tone, children }: StateTagProps) {
  return (
    <span className="state-tag" data-tone={tone}>
      {children}
    </span>
  );
}
