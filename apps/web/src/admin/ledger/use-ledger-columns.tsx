import type { LedgerEntryView, LedgerKind } from '@tongyun/contracts';
import type { TableColumnsType } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { getLedgerPhoto } from '../../api/credit.js';
import { formatDate, formatDateTime } from '../../i18n/time.js';
import { AttachedFiles } from '../attached/attached-files.js';
import { StateTag } from '../../ui/state-tag.js';
import { Decider } from '../decisions/decider.js';
import { WithdrawEntry } from './withdraw-entry.js';

export function useLedgerColumns(): TableColumnsType<LedgerEntryView> {
  const { t } = useTranslation('admin');
  return [
    { title: t('ledger.at'), dataIndex: 'occurredAt', render: formatDateTime },
    {
      title: t('ledger.kindLabel'),
      key: 'kind',
      render: (_, { kind, isEvidence }) => <Kind kind={kind} isEvidence={isEvidence} />,
    },
    {
      title: t('ledger.title'),
      key: 'title',
      render: (_, entry) => <Matter entry={entry} />,
    },
    {
      title: t('ledger.person'),
      key: 'person',
      render: (_, { personName, withdrawal }) => (
        <Struck isStruck={withdrawal !== null}>{personName}</Struck>
      ),
    },
    { title: t('ledger.recordedAt'), dataIndex: 'recordedAt', render: formatDateTime },
    {
      key: 'withdraw',
      title: t('list.actions'),
      render: (_, entry) => entry.mayWithdraw && <WithdrawEntry entry={entry} />,
    },
  ];
}

function Matter({ entry }: { readonly entry: LedgerEntryView }) {
  const { t } = useTranslation('admin');
  const { id, title, content, siteName, photoUrls, photos, withdrawal } = entry;
  return (
    <>
      <Struck isStruck={withdrawal !== null}>
        <strong>{title}</strong>
        {siteName !== null && <div>{t('ledger.ofSite', { site: siteName })}</div>}
        <div>{content}</div>
      </Struck>
      {withdrawal && (
        <div data-testid="entry-withdrawn">
          <StateTag tone="bad">
            {t('ledger.withdrawnOn', { day: formatDate(withdrawal.decidedAt) })}
          </StateTag>{' '}
          {withdrawal.reason}
          <div className="admin-quiet">
            <Decider decision={withdrawal} />
          </div>
        </div>
      )}
      <AttachedFiles
        files={photos}
        title={title}
        getFile={(photoId) => getLedgerPhoto(id, photoId)}
      />
      {photoUrls.map((url, nth) => (
        <a key={url} href={url} target="_blank" rel="noreferrer" className="ledger-photo">
          {t('ledger.photoLink', { n: nth + 1 })}
        </a>
      ))}
    </>
  );
}

interface StruckProps {
  readonly isStruck: boolean;
  readonly children: ReactNode;
}

/** What was entered, with a line through it once it was withdrawn. */
const Struck = ({ isStruck, children }: StruckProps) =>
  isStruck ? <del>{children}</del> : children;

interface KindProps {
  readonly kind: LedgerKind;
  readonly isEvidence: boolean;
}

function Kind({ kind, isEvidence }: KindProps) {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  return (
    <>
      {shared(`ledgerKind.${kind}`)}
      {isEvidence && (
        <div>
          <StateTag tone="wait">{t('ledger.counts')}</StateTag>
        </div>
      )}
    </>
  );
}
