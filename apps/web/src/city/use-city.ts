import type { CityQuery } from '@tongyun/contracts';
import { useQuery } from '@tanstack/react-query';
import { allPages } from '../api/all-pages.js';
import { getCityDays, getCityFigures, getViolators } from '../api/city.js';
import { listEnterprises, listPlants } from '../api/fleet.js';
import { isPeriod } from './period/period.js';

const EVERY_MS = 60_000;

const asked = (query: CityQuery) => ({ enabled: isPeriod(query), refetchInterval: EVERY_MS });

/** Those that the asker may see, by name. */
export const useEnterprises = () =>
  useQuery({ queryKey: ['city', 'enterprises'], queryFn: () => allPages(listEnterprises) });
export const usePlants = () =>
  useQuery({ queryKey: ['city', 'plants'], queryFn: () => allPages(listPlants) });
export const useFigures = (query: CityQuery) =>
  useQuery({
    queryKey: ['city', 'figures', query],
    queryFn: () => getCityFigures(query),
    ...asked(query),
  });
export const useDays = (query: CityQuery) =>
  useQuery({
    queryKey: ['city', 'days', query],
    queryFn: () => getCityDays(query),
    ...asked(query),
  });
export const useViolators = (query: CityQuery) =>
  useQuery({
    queryKey: ['city', 'violators', query],
    queryFn: () => getViolators(query),
    ...asked(query),
  });
