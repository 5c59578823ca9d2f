import type { InspectionTaskView } from '@tongyun/contracts';
import { Button, Flex, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { DueTag } from '../lists/due-tag.js';
import { StateTag, type Tone } from '../../ui/state-tag.js';
import { useEnterpriseName } from '../lists/use-names.js';
import type { InspectionStep } from './inspection-modal.js';

const TONE: Readonly<Record<InspectionTaskView['state'], Tone>> = {
  open: 'wait',
  done: 'good',
  withdrawn: 'quiet',
};

/** @param onStep left out for whoever only reads */
export function useInspectionColumns(
  onStep: ((step: InspectionStep) => void) | null,
): TableColumnsType<InspectionTaskView> {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const enterpriseName = useEnterpriseName();
  return [
    { title: t('inspection.enterprise'), dataIndex: 'enterpriseId', render: enterpriseName },
    {
      title: t('inspection.kindLabel'),
      dataIndex: 'kind',
      render: (kind: InspectionTaskView['kind']) => t(`inspection.kind.${kind}`),
    },
    { title: t('inspection.title'), dataIndex: 'title' },
    {
      title: t('inspection.inspector'),
      key: 'inspector',
      render: (_, { inspectorName, offices }) => (
        <>
          {inspectorName}
          <div className="admin-quiet">
            {offices.map((office) => t(`inspection.office.${office}`)).join(' · ')}
          </div>
        </>
      ),
    },
    {
      title: t('inspection.dueOn'),
      dataIndex: 'dueOn',
      render: (dueOn: string, { dueValidity }) => (
        <>
          {dueOn} <DueTag validity={dueValidity} />
        </>
      ),
    },
    {
      title: t('inspection.stateLabel'),
      dataIndex: 'state',
      render: (state: InspectionTaskView['state']) => (
        <StateTag tone={TONE[state]}>{shared(`stateOf.inspection.${state}`)}</StateTag>
      ),
    },
    {
      title: t('list.actions'),
      key: 'actions',
      render: (_, task) =>
        onStep !== null &&
        task.state === 'open' && (
          <Flex gap={8}>
            <Button type="primary" ghost onClick={() => onStep({ kind: 'report', task })}>
              {t('inspection.report')}
            </Button>
            <Button onClick={() => onStep({ kind: 'withdraw', task })}>
              {t('inspection.withdraw')}
            </Button>
          </Flex>
        ),
    },
  ];
}
