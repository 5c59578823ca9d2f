import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { nextDayComing } from '../../days/operating-day.js';
import { useNow } from '../../days/use-now.js';
import { formatTime } from '../../i18n/time.js';
import { ordersOf } from '../queries.js';
import { firstOpenOrder } from './first-open-order.js';

export interface NextDayNoticeProps {
  /** The operating day that is shown, `YYYY-MM-DD`. */
  readonly day: string;
  readonly onDay: (day: string) => void;
}

/** Before the day's first hour: trucks are loaded by now for pours that stand on the next day's list. */
export function NextDayNotice({ day, onDay }: NextDayNoticeProps) {
  const { t } = useTranslation('dispatcher');
  const next = nextDayComing(new Date(useNow()));
  const isAsked = next !== null && day < next;
  const orders = useQuery({ ...ordersOf(next ?? day), enabled: isAsked });
  const first = isAsked ? firstOpenOrder(orders.data ?? []) : null;
  if (first === null || next === null) return null;
  return (
    <Alert
      type="info"
      showIcon
      data-testid="next-day"
      title={t('orders.nextDayBegins', { day: next, time: formatTime(first.firstOnSiteAt) })}
      action={
        <Button size="small" onClick={() => onDay(next)}>
          {t('orders.showDay')}
        </Button>
      }
    />
  );
}
