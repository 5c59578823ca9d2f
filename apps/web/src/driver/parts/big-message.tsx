import type { ReactNode } from 'react';

export interface BigMessageProps {
  readonly text: string;
  readonly children?: ReactNode;
}

/** One sentence in the middle of the screen. */
export function BigMessage({ text, children }: BigMessageProps) {
  return (
    <main className="big-message">
      <p role="status">{text}</p>
      {children}
    </main>
  );
}
