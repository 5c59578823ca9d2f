import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

/** Puts the question; the answer takes seconds. */
export function Ask({ isAsking }: { readonly isAsking: boolean }) {
  const { t } = useTranslation('plan');
  return (
    <Button type="primary" htmlType="submit" data-testid="what-if-ask" loading={isAsking}>
      {t('whatIf.ask')}
    </Button>
  );
}
