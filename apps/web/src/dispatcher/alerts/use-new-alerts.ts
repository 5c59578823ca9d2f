import type { AlertView } from '@tongyun/contracts';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { alertsNow } from '../queries.js';
import { findToRing } from './desk-alerts.js';

/** Tells of an open alert that was not there before, pushed or found when all was read again. */
export function useNewAlerts(onNew: (alert: AlertView) => void): void {
  const { data } = useQuery(alertsNow());
  const known = useRef<ReadonlySet<string> | null>(null);
  const tell = useRef(onNew);
  useEffect(() => {
    tell.current = onNew;
  });
  useEffect(() => {
    if (!data) return;
    const before = known.current;
    known.current = new Set([...(before ?? []), ...data.map(({ id }) => id)]);
    // What lay there when the desk was opened is not new.
    const fresh = before && findToRing(data, before);
    if (fresh) tell.current(fresh);
  }, [data]);
}
