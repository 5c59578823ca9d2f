import { useQuery } from '@tanstack/react-query';
import { allPages } from '../../api/all-pages.js';
import { listZones } from '../../api/compliance.js';
import { listDrivers, listEnterpriseNames, listEnterprises } from '../../api/fleet.js';
import { LIST_KEYS } from './list-keys.js';

const NAMES_STALE_MS = 300_000;

/** All enterprises; a city has some ninety. */
export const useEnterprises = () =>
  useQuery({
    queryKey: [...LIST_KEYS.enterprises, 'all'],
    queryFn: () => allPages(listEnterprises),
    staleTime: NAMES_STALE_MS,
  });

/** Of every enterprise of the city, also of those whose rows the reader does not see. */
export const useEnterpriseNames = () =>
  useQuery({
    queryKey: [...LIST_KEYS.enterprises, 'names'],
    queryFn: async () => (await listEnterpriseNames()).items,
    staleTime: NAMES_STALE_MS,
  });

/** Names an enterprise by its id; an empty word while the names are not there. */
export function useEnterpriseName(): (id: string | null) => string {
  const { data } = useEnterprises();
  return (id) => data?.find((enterprise) => enterprise.id === id)?.shortName ?? '';
}

export const useZones = () =>
  useQuery({
    queryKey: LIST_KEYS.zones,
    queryFn: async () => (await listZones()).items,
    staleTime: NAMES_STALE_MS,
  });

export function useZoneName(): (id: string) => string {
  const { data } = useZones();
  return (id) => data?.find(({ zoneId }) => zoneId === id)?.name ?? '';
}

/** All drivers whom the reader may see. */
export const useDrivers = () =>
  useQuery({
    queryKey: LIST_KEYS.drivers,
    queryFn: () => allPages(listDrivers),
    staleTime: NAMES_STALE_MS,
  });

export function useDriverName(): (id: string) => string {
  const { data } = useDrivers();
  return (id) => data?.find((driver) => driver.id === id)?.name ?? '';
}
