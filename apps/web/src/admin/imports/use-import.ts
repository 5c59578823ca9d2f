import type { BadCell, ImportCheckView, ImportView, TakeImportQuery } from '@tongyun/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { checkImport, confirmImport, getImport, takeImport } from '../../api/imports.js';
import { LIST_KEYS } from '../lists/list-keys.js';

const LOOK_EVERY_MS = 700;

export interface CheckedPart {
  readonly checkedRows: number;
  readonly badRowCount: number;
  readonly badCells: readonly BadCell[];
  readonly places: ImportCheckView['places'];
}

const NOTHING: CheckedPart = { checkedRows: 0, badRowCount: 0, badCells: [], places: [] };

export interface HandedIn {
  readonly query: TakeImportQuery;
  readonly file: Blob;
}

/** A file on its way: handed in, checked part by part, entered. */
export function useImport() {
  const queries = useQueryClient();
  const [taken, setTaken] = useState<ImportView | null>(null);
  const [checked, setChecked] = useState<CheckedPart>(NOTHING);
  const check = useMutation({
    mutationFn: async ({ query, file }: HandedIn) => {
      setTaken(null);
      setChecked(NOTHING);
      const view = await takeImport(query, file);
      setTaken(view);
      void queries.invalidateQueries({ queryKey: LIST_KEYS.imports });
      await checkAll(view, setChecked);
    },
  });
  const enter = useMutation({
    mutationFn: confirmImport,
    onSuccess: (view) => {
      setTaken(view);
      void queries.invalidateQueries({ queryKey: ['admin'] });
    },
  });
  const id = taken?.id ?? '';
  const underWay = useQuery({
    queryKey: ['import-under-way', id],
    queryFn: () => getImport(id),
    enabled: enter.isPending,
    refetchInterval: LOOK_EVERY_MS,
  });
  return {
    taken,
    checked,
    check: check.mutate,
    isChecking: check.isPending,
    enter: () => enter.mutate(id),
    isEntering: enter.isPending,
    enteredRows: underWay.data?.enteredRows ?? 0,
    error: check.error ?? enter.error,
  };
}

async function checkAll(
  { id, rowCount }: ImportView,
  tell: (checked: CheckedPart) => void,
): Promise<void> {
  let so: CheckedPart = NOTHING;
  while (so.checkedRows < rowCount) {
    const part = await checkImport(id, so.checkedRows);
    so = {
      checkedRows: part.checkedRows,
      badRowCount: so.badRowCount + part.badRowCount,
      badCells: [...so.badCells, ...part.badCells],
      places: [...so.places, ...part.places],
    };
    tell(so);
  }
}
