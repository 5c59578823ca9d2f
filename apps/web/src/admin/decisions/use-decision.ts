import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findCurrentState } from './current-state.js';

/** A row that two people may decide on. */
export interface DecidedRow {
  readonly state: string;
  readonly version: number;
}

export interface Decision {
  readonly state: string;
  readonly reason: string;
}

export interface DecisionOptions<Row extends DecidedRow> {
  /** Head of the list that the row stands in. */
  readonly listKey: readonly string[];
  /** Of other lists that a decision changes. */
  readonly also?: readonly (readonly string[])[];
  /** Sends the decision with the version that was looked at. */
  readonly send: (row: Row, decision: Decision) => Promise<unknown>;
}

/**
 * One decision at a time: which row is open, and what became of the decision. When somebody else
 * was faster, the open row takes on its current state, so that the next decision is on what is.
 */
export function useDecision<Row extends DecidedRow>({
  listKey,
  also = [],
  send,
}: DecisionOptions<Row>) {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const { t } = useTranslation('admin');
  const [row, setRow] = useState<Row | null>(null);
  const mutation = useMutation({
    mutationFn: ({ decision, on }: { readonly decision: Decision; readonly on: Row }) =>
      send(on, decision),
    onSuccess: () => {
      setRow(null);
      void message.success(t('decision.saved'));
    },
    onError: (error, { on }) => {
      const current = findCurrentState(error);
      if (current) setRow({ ...on, ...current });
    },
    onSettled: () =>
      Promise.all([listKey, ...also].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
  return {
    row,
    error: mutation.error,
    isSaving: mutation.isPending,
    hasChanged: findCurrentState(mutation.error) !== null,
    open: (next: Row) => {
      mutation.reset();
      setRow(next);
    },
    close: () => setRow(null),
    decide: (decision: Decision) => {
      if (row) mutation.mutate({ decision, on: row });
    },
  };
}
