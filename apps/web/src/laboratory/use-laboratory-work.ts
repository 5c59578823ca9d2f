import type { LaboratoryView } from '@tongyun/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { laboratoryKey } from './laboratory-key.js';

/** Something the laboratory records; what it then holds shows at once. */
export function useLaboratoryWork<Input>(work: (input: Input) => Promise<LaboratoryView>) {
  const { t } = useTranslation('shared');
  const { message } = App.useApp();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: work,
    onSuccess: (laboratory) => {
      void message.success(t('laboratory.saved'));
      queries.setQueryData(laboratoryKey(laboratory.plantId), laboratory);
    },
  });
}
