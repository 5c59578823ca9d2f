import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { RefusalText } from '../parts/refusal-text.js';
import {
  PushServiceUnreachable,
  readPush,
  switchPushOff,
  switchPushOn,
} from './push-of-browser.js';

/** Whether this phone is told of his alerts while the page is closed. */
export function PushSwitch() {
  const { t } = useTranslation('driver');
  const push = useQuery({
    queryKey: ['driver', 'push'],
    queryFn: readPush,
    networkMode: 'always',
  });
  const change = useMutation({
    mutationFn: () => (push.data === 'on' ? switchPushOff() : switchPushOn()),
    onSettled: () => push.refetch(),
  });
  if (push.data === undefined || push.data === 'unable') return null;
  if (push.data === 'barred') return <p>{t('push.barred')}</p>;
  return (
    <>
      <button
        type="button"
        className="link-button"
        data-testid="push-switch"
        data-state={push.data}
        disabled={change.isPending}
        onClick={() => change.mutate()}
      >
        {t(change.isPending ? 'push.changing' : `push.${push.data}`)}
      </button>
      {change.error instanceof PushServiceUnreachable ? (
        <p role="alert" className="notice" data-testid="push-unreachable">
          {t('push.unreachable')}
        </p>
      ) : (
        <RefusalText error={change.error} />
      )}
    </>
  );
}
