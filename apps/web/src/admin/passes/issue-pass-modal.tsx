import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Checkbox, Flex, Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { issuePass } from '../../api/compliance.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { LIST_KEYS } from '../lists/list-keys.js';
import { useZones } from '../lists/use-names.js';
import { VehicleSelect } from '../lists/vehicle-select.js';
import { type PassFields, toIssueRequest } from './pass-fields.js';

/** A new pass: whose, where, when, and on what grounds. */
export function IssuePassModal({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [form] = Form.useForm<PassFields>();
  const issue = useMutation({
    mutationFn: (fields: PassFields) => issuePass(toIssueRequest(fields)),
    onSuccess: ({ passNo: no }) => {
      void message.success(t('pass.issued', { no }));
      void queries.invalidateQueries({ queryKey: LIST_KEYS.passes });
      onClose();
    },
  });
  const needed = [{ required: true, message: t('pass.needed') }];
  return (
    <Modal
      open
      title={t('pass.issue')}
      okText={t('pass.issue')}
      cancelText={shared('action.cancel')}
      confirmLoading={issue.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form<PassFields>
        form={form}
        layout="vertical"
        initialValues={{ isAllDay: true, fromClock: '22:00', toClock: '06:00' }}
        onFinish={(fields) => issue.mutate(fields)}
      >
        <Form.Item name="vehicleId" label={t('pass.vehicle')} rules={needed}>
          <VehicleSelect />
        </Form.Item>
        <Form.Item name="zoneIds" label={t('pass.zones')} rules={needed}>
          <ZonesSelect />
        </Form.Item>
        <HoursFields />
        <Flex gap={12}>
          <Form.Item name="firstDay" label={t('pass.validFrom')} rules={needed}>
            <Input type="date" />
          </Form.Item>
          <Form.Item
            name="lastDay"
            label={t('pass.validTo')}
            dependencies={['firstDay']}
            rules={[
              ...needed,
              ({ getFieldValue }) => ({
                validator: (_, lastDay: string | undefined) =>
                  lastDay === undefined || lastDay >= String(getFieldValue('firstDay') ?? '')
                    ? Promise.resolve()
                    : Promise.reject(new Error(t('pass.order'))),
              }),
            ]}
          >
            <Input type="date" />
          </Form.Item>
        </Flex>
        <Form.Item
          name="reason"
          label={t('decision.reason')}
          rules={[{ required: true, min: 2, message: t('decision.reasonNeeded') }]}
        >
          <Input.TextArea rows={2} maxLength={500} placeholder={t('decision.reasonHint')} />
        </Form.Item>
        <RefusalNotice error={issue.error} />
      </Form>
    </Modal>
  );
}

interface ZonesSelectProps {
  readonly id?: string;
  readonly value?: string[];
  readonly onChange?: (ids: string[]) => void;
}

function ZonesSelect({ id, value, onChange }: ZonesSelectProps) {
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

function HoursFields() {
  const { t } = useTranslation('admin');
  const isAllDay = Form.useWatch<boolean | undefined>('isAllDay');
  return (
    <Form.Item label={t('pass.hours')}>
      <Flex align="center" gap={12}>
        <Form.Item noStyle name="isAllDay" valuePropName="checked">
          <Checkbox>{t('pass.allDay')}</Checkbox>
        </Form.Item>
        {isAllDay === false && (
          <>
            <span>{t('pass.hoursFrom')}</span>
            <Form.Item noStyle name="fromClock">
              <Input type="time" aria-label={t('pass.hoursFrom')} style={{ width: 110 }} />
            </Form.Item>
            <span>{t('pass.hoursTo')}</span>
            <Form.Item noStyle name="toClock">
              <Input type="time" aria-label={t('pass.hoursTo')} style={{ width: 110 }} />
            </Form.Item>
          </>
        )}
      </Flex>
    </Form.Item>
  );
}
