import type { AlertView, DecideAlertRequest } from '@tongyun/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { ApiRefusal } from '../../api/api-refusal.js';
import { decideAlert } from '../../api/alerts.js';
import { takeRow } from '../../api/take-row.js';
import { usePermission } from '../../api/use-session.js';
import { useLanguage } from '../../i18n/use-language.js';
import { refusalOf, refusalSentence } from '../../ui/refusal-sentence.js';
import { alertsNow } from '../queries.js';

interface Decision extends DecideAlertRequest {
  readonly alert: AlertView;
}

/** Acknowledging and closing, on the version that was seen. */
export function useDecideAlert() {
  const { t } = useTranslation('shared');
  const language = useLanguage();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const mayDecide = usePermission('alerts.decide');
  const { queryKey } = alertsNow();
  const decision = useMutation({
    mutationFn: ({ alert, state, note }: Decision) =>
      decideAlert(alert.id, { state, ...(note === undefined ? {} : { note }) }, alert.version),
    onSuccess: (decided) => takeRow(queries, queryKey, decided),
    onError: (error) => {
      void message.error(
        `${t('refusalNotice.title')}: ${refusalSentence(refusalOf(error), language)}`,
      );
      if (error instanceof ApiRefusal) void queries.invalidateQueries({ queryKey });
    },
  });
  const acknowledgeNewest = () => {
    const newest = queries.getQueryData(queryKey)?.find(({ state }) => state === 'open');
    if (newest && mayDecide) decision.mutate({ alert: newest, state: 'acknowledged' });
  };
  return { decide: decision.mutate, isPending: decision.isPending, mayDecide, acknowledgeNewest };
}
