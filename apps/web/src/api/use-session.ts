import { useSyncExternalStore } from 'react';
import { session, type SessionState } from './session.js';

export const useSession = (): SessionState => useSyncExternalStore(session.subscribe, session.read);

/** Whether whoever is signed in acts for no enterprise. */
export function useIsAuthority(): boolean {
  const state = useSession();
  return state.status === 'signed_in' && state.user.enterpriseId === null;
}

/** Whether whoever is signed in has a permission of the accounts table. */
export function usePermission(permission: string): boolean {
  const state = useSession();
  return state.status === 'signed_in' && state.user.permissions.includes(permission);
}
