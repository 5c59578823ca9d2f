import { findingState, type FindingState, type FindingView } from '@tongyun/contracts';
import { Button, Flex, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listFindings } from '../../api/findings.js';
import { usePermission } from '../../api/use-session.js';
import { formatDateTime } from '../../i18n/time.js';
import { LIST_KEYS } from '../lists/list-keys.js';
import { ListTable } from '../lists/list-table.js';
import { StateFilter } from '../lists/state-filter.js';
import { StateTag, type Tone } from '../../ui/state-tag.js';
import { usePagedList } from '../lists/use-paged-list.js';
import { FindingDetail } from './finding-detail.js';
import { FindingStepModal, type FindingStep } from './finding-step-modal.js';

const TONE: Readonly<Record<FindingState, Tone>> = {
  open: 'wait',
  answered: 'busy',
  sent_back: 'bad',
  accepted: 'good',
  withdrawn: 'quiet',
};

/** What officers found on vehicles, and what their enterprises answered. */
export function FindingsTab() {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const [state, setState] = useState<FindingState | undefined>();
  const [step, setStep] = useState<FindingStep | null>(null);
  const list = usePagedList([...LIST_KEYS.findings, state], (page) =>
    listFindings({ ...page, ...(state && { state }) }),
  );
  return (
    <>
      <ListTable
        label={t('tab.findings')}
        list={list}
        columns={useColumns(setStep)}
        rowKey={({ id }) => id}
        expandable={{ expandedRowRender: (finding) => <FindingDetail finding={finding} /> }}
        tools={
          <StateFilter
            label={t('pass.state')}
            options={findingState.options.map((value) => ({
              value,
              label: shared(`stateOf.finding.${value}`),
            }))}
            value={state}
            onChange={setState}
          />
        }
      />
      {step && <FindingStepModal step={step} onClose={() => setStep(null)} />}
    </>
  );
}

function useColumns(onStep: (step: FindingStep) => void): TableColumnsType<FindingView> {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const mayAnswer = usePermission('findings.answer');
  const maySettle = usePermission('findings.settle');
  return [
    { title: t('finding.raisedAt'), dataIndex: 'raisedAt', render: formatDateTime },
    { title: t('pass.plate'), dataIndex: 'plateNo' },
    { title: t('finding.enterprise'), dataIndex: 'enterpriseName' },
    { title: t('finding.found'), key: 'found', render: (_, { steps }) => steps[0]?.text },
    {
      title: t('finding.by'),
      key: 'by',
      render: (_, { agency, badgeNo }) => [agency, badgeNo].filter(Boolean).join(' · '),
    },
    {
      title: t('finding.dueOn'),
      key: 'dueOn',
      render: (_, { dueOn, isOverdue }) => (
        <>
          {dueOn} {isOverdue && <StateTag tone="bad">{t('list.overdue')}</StateTag>}
        </>
      ),
    },
    {
      title: t('pass.state'),
      dataIndex: 'state',
      render: (state: FindingState) => (
        <StateTag tone={TONE[state]}>{shared(`stateOf.finding.${state}`)}</StateTag>
      ),
    },
    {
      title: t('list.actions'),
      key: 'actions',
      render: (_, finding) => (
        <Flex gap={8}>
          {mayAnswer && (finding.state === 'open' || finding.state === 'sent_back') && (
            <Button
              type="primary"
              ghost
              data-testid="answer-finding"
              onClick={() => onStep({ kind: 'answer', finding })}
            >
              {t('finding.answer')}
            </Button>
          )}
          {maySettle && finding.state === 'answered' && (
            <Button
              type="primary"
              ghost
              data-testid="settle-finding"
              onClick={() => onStep({ kind: 'settle', finding })}
            >
              {t('finding.settle')}
            </Button>
          )}
          {maySettle && finding.state !== 'answered' && finding.state !== 'withdrawn' && (
            <Button
              data-testid="withdraw-finding"
              onClick={() => onStep({ kind: 'withdraw', finding })}
            >
              {t('finding.withdraw')}
            </Button>
          )}
        </Flex>
      ),
    },
  ];
}
