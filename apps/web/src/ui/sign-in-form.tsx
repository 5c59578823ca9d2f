import { useMutation } from '@tanstack/react-query';
import { Button, Card, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { session } from '../api/session.js';
import { LanguageSwitch } from './language-switch.js';
import { RefusalNotice } from './refusal-notice.js';

interface Fields {
  readonly username: string;
  readonly password: string;
}

export function SignInForm({ title }: { readonly title: string }) {
  const { t } = useTranslation('shared');
  const signIn = useMutation({ mutationFn: (fields: Fields) => session.signIn(fields) });
  return (
    <main className="sign-in">
      <Card className="sign-in-card">
        <div className="sign-in-title">
          <img src="/tongyun.svg" alt="" />
          <div>
            <h1>{title}</h1>
            <p>{t('tagline')}</p>
          </div>
        </div>
        <Form<Fields>
          layout="vertical"
          size="large"
          requiredMark={false}
          onFinish={(fields) => signIn.mutate(fields)}
        >
          <Form.Item
            name="username"
            label={t('session.username')}
            rules={[{ required: true, message: t('session.enterUsername') }]}
          >
            <Input autoFocus autoComplete="username" data-testid="sign-in-username" />
          </Form.Item>
          <Form.Item
            name="password"
            label={t('session.password')}
            rules={[{ required: true, message: t('session.enterPassword') }]}
          >
            <Input.Password autoComplete="current-password" data-testid="sign-in-password" />
          </Form.Item>
          <RefusalNotice error={signIn.error} />
          <Button
            block
            type="primary"
            htmlType="submit"
            loading={signIn.isPending}
            data-testid="sign-in-submit"
            style={{ margin: '12px 0' }}
          >
            {t('session.signIn')}
          </Button>
        </Form>
        <LanguageSwitch />
      </Card>
    </main>
  );
}
