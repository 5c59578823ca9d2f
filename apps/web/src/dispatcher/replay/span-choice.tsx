import type { TrackQuery } from '@tongyun/contracts';
import { DatePicker, Segmented, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fromLocalInput } from '../../i18n/time.js';

const HOURS = [2, 8, 24] as const;
const OWN = 'own';
const MS_PER_HOUR = 3_600_000;
type Choice = (typeof HOURS)[number] | typeof OWN;

export const lastHours = (hours: number): TrackQuery => {
  const to = new Date();
  return { from: new Date(to.getTime() - hours * MS_PER_HOUR), to };
};

/** The last hours at a touch, or any time between two: wall clock of Shanghai, whatever the machine's. */
export function SpanChoice({ onSpan }: { readonly onSpan: (span: TrackQuery) => void }) {
  const { t } = useTranslation('dispatcher');
  const [choice, setChoice] = useState<Choice>(HOURS[0]);
  const choose = (chosen: Choice) => {
    setChoice(chosen);
    if (chosen !== OWN) onSpan(lastHours(chosen));
  };
  return (
    <Space>
      <Segmented<Choice>
        aria-label={t('replay.span')}
        value={choice}
        onChange={choose}
        options={[
          ...HOURS.map((hours) => ({ value: hours, label: t('replay.lastHours', { hours }) })),
          { value: OWN, label: t('replay.ownSpan') },
        ]}
      />
      {choice === OWN && (
        <DatePicker.RangePicker
          data-testid="replay-range"
          format="YYYY-MM-DD HH:mm"
          showTime={{ format: 'HH:mm' }}
          placeholder={[t('replay.from'), t('replay.to')]}
          onChange={(_, texts) => {
            const [from, to] = texts ?? [];
            if (from && to) onSpan({ from: atClock(from), to: atClock(to) });
          }}
        />
      )}
    </Space>
  );
}

const atClock = (text: string): Date => fromLocalInput(text.replace(' ', 'T'));
