import { useMutation } from '@tanstack/react-query';
import { App, Button, Card, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { changePassword } from '../api/accounts.js';
import { session } from '../api/session.js';
import { RefusalNotice } from './refusal-notice.js';

interface Fields {
  readonly current: string;
  readonly next: string;
  readonly repeated: string;
}

export function ChangePasswordForm() {
  const { t } = useTranslation('shared');
  const { message } = App.useApp();
  const change = useMutation({
    mutationFn: async ({ current, next }: Fields) => {
      await changePassword({ current, next });
      await session.renew();
    },
    onSuccess: () => void message.success(t('session.passwordChanged')),
  });
  return (
    <main className="sign-in">
      <Card className="sign-in-card" title={<h1>{t('session.mustChangePassword')}</h1>}>
        <Form<Fields> layout="vertical" size="large" onFinish={(fields) => change.mutate(fields)}>
          <Form.Item
            name="current"
            label={t('session.currentPassword')}
            rules={[{ required: true }]}
          >
            <Input.Password autoComplete="current-password" />
          </Form.Item>
          <Form.Item
            name="next"
            label={t('session.nextPassword')}
            rules={[{ required: true, min: 10, message: t('session.passwordTooShort') }]}
          >
            <Input.Password autoComplete="new-password" />
          </Form.Item>
          <Form.Item
            name="repeated"
            label={t('session.repeatPassword')}
            dependencies={['next']}
            rules={[
              ({ getFieldValue }) => ({
                validator: (_, value: unknown) =>
                  value === getFieldValue('next')
                    ? Promise.resolve()
                    : Promise.reject(new Error(t('session.passwordsDiffer'))),
              }),
            ]}
          >
            <Input.Password autoComplete="new-password" />
          </Form.Item>
          <RefusalNotice error={change.error} />
          <Button block type="primary" htmlType="submit" loading={change.isPending}>
            {t('session.changePassword')}
          </Button>
        </Form>
      </Card>
    </main>
  );
}
