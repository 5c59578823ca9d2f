import type { EnterpriseView } from '@tongyun/contracts';
import { Button, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listEnterprises } from '../../api/fleet.js';
import { usePermission } from '../../api/use-session.js';
import { LIST_KEYS } from '../lists/list-keys.js';
import { ListTable } from '../lists/list-table.js';
import { StateTag } from '../../ui/state-tag.js';
import { usePagedList } from '../lists/use-paged-list.js';
import { EnterEnterpriseModal } from './enter-enterprise-modal.js';
import { PapersDrawer } from '../papers/papers-drawer.js';

export function EnterpriseList() {
  const { t } = useTranslation('admin');
  const [papersOf, setPapersOf] = useState<EnterpriseView | null>(null);
  const [isEntering, setIsEntering] = useState(false);
  const mayEnter = usePermission('enterprises.manage');
  const list = usePagedList(LIST_KEYS.enterprises, listEnterprises);
  const columns = useColumns(setPapersOf);
  return (
    <>
      <h2>{t('plant.enterprises')}</h2>
      <ListTable
        label={t('plant.enterprises')}
        list={list}
        columns={columns}
        rowKey={({ id }) => id}
        tools={
          mayEnter && (
            <Button data-testid="enter-enterprise" onClick={() => setIsEntering(true)}>
              {t('plant.enterEnterprise')}
            </Button>
          )
        }
      />
      {isEntering && <EnterEnterpriseModal onClose={() => setIsEntering(false)} />}
      {papersOf && (
        <PapersDrawer
          of={{ subject: 'enterprise', subjectId: papersOf.id }}
          name={papersOf.name}
          onClose={() => setPapersOf(null)}
        />
      )}
    </>
  );
}

function useColumns(
  onPapers: (enterprise: EnterpriseView) => void,
): TableColumnsType<EnterpriseView> {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const mayRead = usePermission('documents.read');
  return [
    { title: t('plant.name'), dataIndex: 'name' },
    { title: t('plant.district'), dataIndex: 'district' },
    {
      title: t('plant.mode'),
      dataIndex: 'mode',
      render: (mode: EnterpriseView['mode']) => shared(`enterpriseMode.${mode}`),
    },
    {
      title: t('plant.credit'),
      dataIndex: 'creditGrade',
      render: (grade: EnterpriseView['creditGrade']) =>
        grade === null ? shared('state.none') : shared(`creditGrade.${grade}`),
    },
    {
      title: t('plant.barred'),
      dataIndex: 'isBarred',
      render: (isBarred: boolean) =>
        isBarred ? <StateTag tone="bad">{t('plant.barred')}</StateTag> : shared('state.no'),
    },
    ...(mayRead
      ? [
          {
            title: t('list.actions'),
            key: 'actions',
            render: (_: unknown, enterprise: EnterpriseView) => (
              <Button onClick={() => onPapers(enterprise)}>{t('papers.open')}</Button>
            ),
          },
        ]
      : []),
  ];
}
