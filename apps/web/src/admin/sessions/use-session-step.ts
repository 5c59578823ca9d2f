import type { TrainingSessionDetailView } from '@tongyun/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { LIST_KEYS } from '../lists/list-keys.js';

/** One step on a session; what lists sessions and certificates is read again after it. */
export function useSessionStep<Stated>(
  send: (stated: Stated) => Promise<TrainingSessionDetailView>,
  onDone?: () => void,
) {
  const { t } = useTranslation('admin');
  const { message } = App.useApp();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: () => {
      void message.success(t('decision.saved'));
      onDone?.();
    },
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: LIST_KEYS.sessions });
      void queries.invalidateQueries({ queryKey: LIST_KEYS.trainings });
    },
  });
}
