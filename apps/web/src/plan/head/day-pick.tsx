import { Button, Input, Segmented, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { dayAfter, operatingDayAt } from '../../days/operating-day.js';

export interface DayPickProps {
  /** Operating day, `YYYY-MM-DD`. */
  readonly day: string;
  readonly onDay: (day: string) => void;
}

const NEAR = ['today', 'tomorrow', 'after'] as const;

/** The days that are planned most, and every other. */
export function DayPick({ day, onDay }: DayPickProps) {
  const { t } = useTranslation('plan');
  const today = operatingDayAt(new Date());
  const near = NEAR.map((name, days) => ({
    value: dayAfter(today, days),
    label: t(`day.${name}`),
  }));
  return (
    <Space size={6}>
      <Segmented<string>
        aria-label={t('day.label')}
        data-testid="plan-day-near"
        value={day}
        options={near}
        onChange={onDay}
      />
      <Space.Compact>
        <Button aria-label={t('day.previous')} onClick={() => onDay(dayAfter(day, -1))}>
          ‹
        </Button>
        <Input
          type="date"
          aria-label={t('day.label')}
          data-testid="plan-day"
          value={day}
          style={{ width: 128 }}
          onChange={({ target }) => target.value !== '' && onDay(target.value)}
        />
        <Button aria-label={t('day.next')} onClick={() => onDay(dayAfter(day, 1))}>
          ›
        </Button>
      </Space.Compact>
    </Space>
  );
}
