import type { PassPeriod } from '@tongyun/contracts';
import { Flex, Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { endOfDay, startOfDay } from '../lists/calendar.js';

/** A validity as its form holds it. */
export interface PeriodValues {
  readonly isByMonth: boolean;
  readonly month?: string;
  readonly firstDay?: string;
  readonly lastDay?: string;
}

/** What is asked for; the last day counts whole. */
export const toPeriod = ({ isByMonth, month, firstDay, lastDay }: PeriodValues): PassPeriod =>
  isByMonth
    ? { month: month ?? '' }
    : { validFrom: startOfDay(firstDay ?? ''), validTo: endOfDay(lastDay ?? '') };

/** A whole month, or days of one's own. */
export function PeriodFields() {
  const { t } = useTranslation('admin');
  const isByMonth = Form.useWatch<boolean | undefined>('isByMonth');
  const needed = [{ required: true, message: t('pass.needed') }];
  return (
    <Form.Item label={t('application.period')}>
      <Flex wrap align="center" gap={12}>
        <Form.Item noStyle name="isByMonth">
          <Radio.Group
            optionType="button"
            options={[
              { value: true, label: t('application.byMonth') },
              { value: false, label: t('application.ownPeriod') },
            ]}
          />
        </Form.Item>
        {isByMonth === false ? (
          <>
            <Form.Item noStyle name="firstDay" rules={needed}>
              <Input type="date" aria-label={t('pass.validFrom')} style={{ width: 150 }} />
            </Form.Item>
            <Form.Item noStyle name="lastDay" rules={needed}>
              <Input type="date" aria-label={t('pass.validTo')} style={{ width: 150 }} />
            </Form.Item>
          </>
        ) : (
          <Form.Item noStyle name="month" rules={needed}>
            <Input type="month" aria-label={t('application.month')} style={{ width: 160 }} />
          </Form.Item>
        )}
      </Flex>
    </Form.Item>
  );
}
