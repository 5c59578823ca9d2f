import type { IssuedAgencyKeyView } from '@tongyun/contracts';
import { useTranslation } from 'react-i18next';
import { Copyable, ShownOnce } from '../../ui/shown-once.js';

export interface ShownAgencyKeyProps {
  readonly issued: IssuedAgencyKeyView;
  readonly onClose: () => void;
}

/** What an agency's system needs to ask, once. */
export function ShownAgencyKey({ issued, onClose }: ShownAgencyKeyProps) {
  const { t } = useTranslation('admin');
  return (
    <ShownOnce
      title={t('agencyKey.keyTitle', { system: issued.systemName })}
      warning={t('agencyKey.once')}
      noted={t('agencyKey.noted')}
      items={[
        { key: 'key', label: 'X-Agency-Key', children: <Copyable text={issued.key} /> },
        { key: 'badge', label: 'X-Officer-Badge', children: t('agencyKey.badgeHint') },
        {
          key: 'url',
          label: t('agencyKey.docs'),
          children: <Copyable text={new URL('/api/docs', globalThis.location.href).href} />,
        },
      ]}
      onClose={onClose}
    />
  );
}
