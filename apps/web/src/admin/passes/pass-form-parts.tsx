import { Checkbox, Flex, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useZones } from '../lists/use-names.js';

interface ZonesSelectProps {
  readonly id?: string;
  readonly value?: string[];
  readonly onChange?: (ids: string[]) => void;
}

/** The zones that a pass holds in; a form hands in value and onChange. */
export function ZonesSelect({ id, value, onChange }: ZonesSelectProps) {
  const { t } = useTranslation('admin');
  const { data } = useZones();
  return (
    <Select
      mode="multiple"
      {...(id !== undefined && { id })}
      {...(value !== undefined && { value })}
      placeholder={t('pass.chooseZones')}
      showSearch={{ optionFilterProp: 'label' }}
      options={(data ?? []).map(({ zoneId, name }) => ({ value: zoneId, label: name }))}
      onChange={(ids: string[]) => onChange?.(ids)}
    />
  );
}

interface HoursFieldsProps {
  readonly label: string;
  readonly allDay: string;
}

/** At all hours, or at the same ones every day. */
export function HoursFields({ label, allDay }: HoursFieldsProps) {
  const { t } = useTranslation('admin');
  const isAllDay = Form.useWatch<boolean | undefined>('isAllDay');
  const needed = [{ required: true, message: t('pass.needed') }];
  return (
    <Form.Item label={label}>
      <Flex align="center" gap={12}>
        <Form.Item noStyle name="isAllDay" valuePropName="checked">
          <Checkbox>{allDay}</Checkbox>
        </Form.Item>
        {isAllDay === false && (
          <>
            <span>{t('pass.hoursFrom')}</span>
            <Form.Item noStyle name="fromClock" rules={needed}>
              <Input type="time" aria-label={t('pass.hoursFrom')} style={{ width: 110 }} />
            </Form.Item>
            <span>{t('pass.hoursTo')}</span>
            <Form.Item noStyle name="toClock" rules={needed}>
              <Input type="time" aria-label={t('pass.hoursTo')} style={{ width: 110 }} />
            </Form.Item>
          </>
        )}
      </Flex>
    </Form.Item>
  );
}

/** Roads in words; without any the pass holds on every road of its zones. */
export function RoadsField() {
  const { t } = useTranslation('admin');
  return (
    <Form.Item name="roads" label={t('pass.roads')}>
      <Input maxLength={1_000} placeholder={t('pass.roadsHint')} />
    </Form.Item>
  );
}
