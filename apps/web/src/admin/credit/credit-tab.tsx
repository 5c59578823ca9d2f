import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEnterprises } from '../lists/use-names.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { CreditStanding } from './credit-standing.js';
import { EvidenceList } from './evidence-list.js';
import { RectificationList } from './rectification-list.js';

/** An enterprise's grade, what it rests on, and what it was told to put right. */
export function CreditTab() {
  const { t } = useTranslation('admin');
  const { data, error } = useEnterprises();
  const [chosen, setChosen] = useState<string | null>(null);
  const enterprise = data?.find(({ id }) => id === chosen) ?? data?.[0];
  return (
    <>
      <RefusalNotice error={error} />
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        aria-label={t('credit.enterprise')}
        className="credit-enterprise"
        value={enterprise?.id ?? null}
        options={(data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        onChange={setChosen}
      />
      {enterprise && (
        <div key={enterprise.id} className="credit">
          <CreditStanding enterpriseId={enterprise.id} name={enterprise.name} />
          <RectificationList enterpriseId={enterprise.id} />
          <EvidenceList enterpriseId={enterprise.id} />
        </div>
      )}
    </>
  );
}
