import { Button, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { dayAfter, operatingDayAt } from '../../days/operating-day.js';

export interface DayChoiceProps {
  /** Operating day, `YYYY-MM-DD`. */
  readonly day: string;
  readonly onDay: (day: string) => void;
}

export function DayChoice({ day, onDay }: DayChoiceProps) {
  const { t } = useTranslation('dispatcher');
  return (
    <Space.Compact>
      <Button aria-label={t('orders.previousDay')} onClick={() => onDay(dayAfter(day, -1))}>
        ‹
      </Button>
      <Button onClick={() => onDay(operatingDayAt(new Date()))} title={t('orders.today')}>
        {day}
      </Button>
      <Button aria-label={t('orders.nextDay')} onClick={() => onDay(dayAfter(day, 1))}>
        ›
      </Button>
    </Space.Compact>
  );
}
