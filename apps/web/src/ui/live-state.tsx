import { Badge } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatTimeSeconds } from '../i18n/time.js';
import type { LiveConnection } from '../live/live-client.js';

const STATUS = {
  connecting: 'processing',
  live: 'success',
  lost: 'warning',
  refused: 'error',
} as const;

/** Whether the screen follows, and since when its data is true. */
export function LiveState({ connection }: { readonly connection: LiveConnection }) {
  const { t } = useTranslation('shared');
  const { state, since } = connection;
  return (
    <span role="status" data-testid="live-state" data-state={state}>
      <Badge status={STATUS[state]} text={t(`live.${state}`)} />
      <span style={{ marginInlineStart: 8, fontVariantNumeric: 'tabular-nums' }}>
        {since === null ? t('live.noDataYet') : `${t('live.dataAt')} ${formatTimeSeconds(since)}`}
      </span>
    </span>
  );
}
