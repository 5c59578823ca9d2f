import type { RectificationView } from '@tongyun/contracts';
import { Button, Flex, type TableColumnsType, Timeline } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getRectificationFile, listRectifications } from '../../api/credit.js';
import { usePermission } from '../../api/use-session.js';
import { formatDateTime } from '../../i18n/time.js';
import { AttachedFiles } from '../attached/attached-files.js';
import { DueTag } from '../lists/due-tag.js';
import { LIST_KEYS } from '../lists/list-keys.js';
import { ListTable } from '../lists/list-table.js';
import { StateTag, type Tone } from '../../ui/state-tag.js';
import { usePagedList } from '../lists/use-paged-list.js';
import { RectificationModal, type RectificationStep } from './rectification-modal.js';

const TONE: Readonly<Record<RectificationView['state'], Tone>> = {
  ordered: 'wait',
  answered: 'busy',
  accepted: 'good',
  failed: 'bad',
};

/** What the enterprise was told to put right by a day, and how far that is. */
export function RectificationList({ enterpriseId }: { readonly enterpriseId: string }) {
  const { t } = useTranslation('admin');
  const mayOrder = usePermission('rectifications.order');
  const [step, setStep] = useState<RectificationStep | null>(null);
  const list = usePagedList([...LIST_KEYS.credit, 'rectifications', enterpriseId], (page) =>
    listRectifications({ ...page, enterpriseId }),
  );
  return (
    <section>
      <h2>{t('rectification.list')}</h2>
      <ListTable
        label={t('rectification.list')}
        list={list}
        columns={useColumns(setStep)}
        rowKey={({ id }) => id}
        expandable={{ expandedRowRender: (row) => <Steps row={row} /> }}
        tools={
          mayOrder && (
            <Button type="primary" onClick={() => setStep({ kind: 'order', enterpriseId })}>
              {t('rectification.order')}
            </Button>
          )
        }
      />
      {step && <RectificationModal step={step} onClose={() => setStep(null)} />}
    </section>
  );
}

function useColumns(
  onStep: (step: RectificationStep) => void,
): TableColumnsType<RectificationView> {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const mayOrder = usePermission('rectifications.order');
  const mayAnswer = usePermission('rectifications.answer');
  return [
    { title: t('rectification.title'), dataIndex: 'title' },
    {
      title: t('rectification.dueOn'),
      key: 'dueOn',
      render: (_, { dueOn, dueValidity }) => (
        <>
          {dueOn} <DueTag validity={dueValidity} />
        </>
      ),
    },
    {
      title: t('pass.state'),
      dataIndex: 'state',
      render: (state: RectificationView['state']) => (
        <StateTag tone={TONE[state]}>{shared(`stateOf.rectification.${state}`)}</StateTag>
      ),
    },
    {
      title: t('list.actions'),
      key: 'actions',
      render: (_, row) => (
        <Flex gap={8}>
          {mayAnswer && row.state === 'ordered' && (
            <Button type="primary" ghost onClick={() => onStep({ kind: 'answer', row })}>
              {t('rectification.answer')}
            </Button>
          )}
          {mayOrder && (row.state === 'ordered' || row.state === 'answered') && (
            <Button type="primary" ghost onClick={() => onStep({ kind: 'settle', row })}>
              {t('rectification.settle')}
            </Button>
          )}
        </Flex>
      ),
    },
  ];
}

function Steps({ row }: { readonly row: RectificationView }) {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  return (
    <Timeline
      items={row.steps.map(({ id, toState, text, photoUrls, files, takenAt }) => ({
        key: id,
        content: (
          <>
            <strong>{shared(`stateOf.rectification.${toState}`)}</strong> {text}
            {photoUrls.map((url, place) => (
              <a key={url} href={url} target="_blank" rel="noreferrer" className="credit-photo">
                {t('credit.photo', { n: place + 1 })}
              </a>
            ))}
            <AttachedFiles
              files={files}
              title={row.title}
              getFile={(fileId) => getRectificationFile(row.id, id, fileId)}
            />
            <div className="admin-quiet">{formatDateTime(takenAt)}</div>
          </>
        ),
      }))}
    />
  );
}
