import { formatDateTime } from '../../i18n/time.js';

export interface TimeSpanProps {
  readonly from: string;
  readonly to: string;
}

/** From when to when; a narrow column breaks it between the two and never within a date. */
export const TimeSpan = ({ from, to }: TimeSpanProps) => (
  <>
    <span className="admin-line">{formatDateTime(from)} –</span>{' '}
    <span className="admin-line">{formatDateTime(to)}</span>
  </>
);
