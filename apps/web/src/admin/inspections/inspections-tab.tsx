import { type InspectionTaskView, inspectionTaskState } from '@tongyun/contracts';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listInspections } from '../../api/inspections.js';
import { usePermission } from '../../api/use-session.js';
import { LIST_KEYS } from '../lists/list-keys.js';
import { ListTable } from '../lists/list-table.js';
import { useDueWords } from '../lists/due-tag.js';
import { usePagedList } from '../lists/use-paged-list.js';
import { type Ending, ValidityFilter } from '../lists/validity-filter.js';
import { InspectionModal, type InspectionStep } from './inspection-modal.js';
import { InspectionSteps } from './inspection-steps.js';
import { useInspectionColumns } from './use-inspection-columns.js';

type State = InspectionTaskView['state'];

/** Inspections that were handed out: who looks at whom, until when, and how far that is. */
export function InspectionsTab() {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const mayOrder = usePermission('inspections.order');
  const [step, setStep] = useState<InspectionStep | null>(null);
  const [state, setState] = useState<State | undefined>();
  const [due, setDue] = useState<Ending | undefined>();
  const list = usePagedList([...LIST_KEYS.inspections, state, due], (page) =>
    listInspections({ ...page, ...(state && { state }), ...(due && { due }) }),
  );
  return (
    <>
      <ListTable
        label={t('tab.inspections')}
        list={list}
        columns={useInspectionColumns(mayOrder ? setStep : null)}
        rowKey={({ id }) => id}
        expandable={{ expandedRowRender: (task) => <InspectionSteps task={task} /> }}
        tools={
          <>
            <Select<State | ''>
              aria-label={t('inspection.stateLabel')}
              className="ledger-kind"
              value={state ?? ''}
              options={[
                { value: '', label: t('inspection.allStates') },
                ...inspectionTaskState.options.map((value) => ({
                  value,
                  label: shared(`stateOf.inspection.${value}`),
                })),
              ]}
              onChange={(value) => setState(value === '' ? undefined : value)}
            />
            <ValidityFilter
              label={t('inspection.dueOn')}
              words={useDueWords()}
              value={due}
              onChange={setDue}
            />
            {mayOrder && (
              <Button type="primary" onClick={() => setStep({ kind: 'order' })}>
                {t('inspection.order')}
              </Button>
            )}
          </>
        }
      />
      {step && <InspectionModal step={step} onClose={() => setStep(null)} />}
    </>
  );
}
