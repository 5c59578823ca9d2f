import { type AgencyKeyPermission, agencyKeyPermission } from '@tongyun/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Checkbox, Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { issueAgencyKey } from '../../api/accounts.js';
import { formatDate } from '../../i18n/time.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { endOfDay, yearsLater } from '../lists/calendar.js';
import { LIST_KEYS } from '../lists/list-keys.js';
import { ShownAgencyKey } from './shown-agency-key.js';

interface Fields {
  readonly agency: string;
  readonly systemName: string;
  readonly permissions: AgencyKeyPermission[];
  /** The last day on which it is good. */
  readonly lastOn: string;
  readonly reason: string;
}

/** Gives an agency's system a key, and shows it the once that it can be shown. */
export function IssueAgencyKeyModal({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const queries = useQueryClient();
  const [form] = Form.useForm<Fields>();
  const issue = useMutation({
    mutationFn: ({ lastOn, ...fields }: Fields) =>
      issueAgencyKey({ ...fields, expiresAt: endOfDay(lastOn) }),
    onSuccess: () => queries.invalidateQueries({ queryKey: LIST_KEYS.agencyKeys }),
  });
  if (issue.data) return <ShownAgencyKey issued={issue.data} onClose={onClose} />;
  return (
    <Modal
      open
      title={t('agencyKey.issue')}
      okText={t('agencyKey.issue')}
      cancelText={shared('action.cancel')}
      confirmLoading={issue.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        initialValues={{
          permissions: ['roadside.ask'],
          lastOn: yearsLater(formatDate(new Date()), 1),
        }}
        onFinish={(fields) => issue.mutate(fields)}
      >
        <KeyFields />
        <RefusalNotice error={issue.error} />
      </Form>
    </Modal>
  );
}

function KeyFields() {
  const { t } = useTranslation('admin');
  const needed = [{ required: true, message: t('pass.needed') }];
  const named = [{ required: true, whitespace: true, min: 2, message: t('pass.needed') }];
  return (
    <>
      <Form.Item name="agency" label={t('agencyKey.agency')} rules={named}>
        <Input maxLength={80} placeholder={t('agencyKey.agencyHint')} />
      </Form.Item>
      <Form.Item name="systemName" label={t('agencyKey.system')} rules={named}>
        <Input maxLength={80} placeholder={t('agencyKey.systemHint')} />
      </Form.Item>
      <Form.Item name="permissions" label={t('agencyKey.permissions')} rules={needed}>
        <Checkbox.Group
          options={agencyKeyPermission.options.map((value) => ({
            value,
            label: t(`agencyKey.permission.${value}`),
          }))}
        />
      </Form.Item>
      <Form.Item name="lastOn" label={t('agencyKey.lastOn')} rules={needed}>
        <Input type="date" min={formatDate(new Date())} />
      </Form.Item>
      <Form.Item
        name="reason"
        label={t('decision.reason')}
        rules={[{ required: true, whitespace: true, min: 2, message: t('decision.reasonNeeded') }]}
      >
        <Input.TextArea rows={2} maxLength={500} placeholder={t('decision.reasonHint')} />
      </Form.Item>
    </>
  );
}
