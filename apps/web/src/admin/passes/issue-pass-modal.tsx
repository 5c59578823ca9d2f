import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Flex, Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { issuePass } from '../../api/compliance.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { LIST_KEYS } from '../lists/list-keys.js';
import { VehicleSelect } from '../lists/vehicle-select.js';
import { type PassFields, toIssueRequest } from './pass-fields.js';
import { HoursFields, RoadsField, ZonesSelect } from './pass-form-parts.js';
import { RouteField } from './route-field.js';

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
        <RoadsField />
        <RouteField />
        <HoursFields label={t('pass.hours')} allDay={t('pass.allDay')} />
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
