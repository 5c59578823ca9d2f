import type { EnterpriseView } from '@tongyun/contracts';
import { type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { listEnterprises } from '../../api/fleet.js';
import { LIST_KEYS } from '../lists/list-keys.js';
import { ListTable } from '../lists/list-table.js';
import { StateTag } from '../lists/state-tag.js';
import { usePagedList } from '../lists/use-paged-list.js';

export function EnterpriseList() {
  const { t } = useTranslation('admin');
  const list = usePagedList(LIST_KEYS.enterprises, listEnterprises);
  return (
    <>
      <h2>{t('plant.enterprises')}</h2>
      <ListTable
        label={t('plant.enterprises')}
        list={list}
        columns={useColumns()}
        rowKey={({ id }) => id}
      />
    </>
  );
}

function useColumns(): TableColumnsType<EnterpriseView> {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
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
  ];
}
