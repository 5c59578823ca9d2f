import { QueryClient } from '@tanstack/react-query';
import { ApiRefusal } from './api-refusal.js';

const MAY_PASS = new Set(['UNREACHABLE', 'UNAVAILABLE', 'FAULT']);

/** A refusal stays one however often it is asked; only what may pass is tried again. */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        refetchOnWindowFocus: false,
        retry: (failures, error) =>
          failures < 2 && error instanceof ApiRefusal && MAY_PASS.has(error.refusal.code),
      },
      mutations: { retry: false },
    },
  });
