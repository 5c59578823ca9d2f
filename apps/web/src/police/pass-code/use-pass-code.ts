import { type PassKeySet, passKeySet } from '@tongyun/contracts';
import { useEffect, useState } from 'react';
import { ApiRefusal } from '../../api/api-refusal.js';
import { send } from '../../api/transport.js';
import { within } from '../ask/within.js';
import { keepPassKeys, readPassKeys } from './pass-keys.js';
import { passCodeIn, type ReadCode, verifyPassCode } from './verify-pass-code.js';

/** A signal that takes longer is none: the keys that are kept serve. */
const KEYS_WITHIN_MS = 4_000;

/** The keys that a code was read by: as they are now, as they were last given, or none. */
export type KeysUsed =
  | { readonly from: 'server' }
  | { readonly from: 'device'; readonly givenAt: string }
  | { readonly from: 'nowhere' };

export type ScannedPass =
  | { readonly state: 'none' }
  | { readonly state: 'checking' }
  | (ReadCode & { readonly by: KeysUsed });

/** Verifies the code that the page was opened with, here on the device; anew once there is a signal. */
export function usePassCode(): ScannedPass {
  const [scanned, setScanned] = useState<ScannedPass>({ state: 'none' });
  useEffect(() => {
    let isLeft = false;
    let isByOldKeys = false;
    const check = async () => {
      const code = passCodeIn(globalThis.location.hash);
      const found = await scan(code);
      if (isLeft || code !== passCodeIn(globalThis.location.hash)) return;
      isByOldKeys = 'by' in found && found.by.from !== 'server';
      setScanned(found);
    };
    const onHash = () => {
      if (passCodeIn(globalThis.location.hash) !== null) setScanned({ state: 'checking' });
      void check();
    };
    const onSignal = () => {
      if (isByOldKeys) void check();
    };
    onHash();
    globalThis.addEventListener('hashchange', onHash);
    globalThis.addEventListener('online', onSignal);
    return () => {
      isLeft = true;
      globalThis.removeEventListener('hashchange', onHash);
      globalThis.removeEventListener('online', onSignal);
    };
  }, []);
  return scanned;
}

async function scan(code: string | null): Promise<ScannedPass> {
  const { keys, by } = await findKeys();
  if (code === null) return { state: 'none' };
  if (keys === null) return { state: 'unknown', by };
  return { ...(await verifyPassCode(code, keys)), by };
}

/** New ones where there is a signal, so that a key that was withdrawn does not count any more. */
async function findKeys(): Promise<{ readonly keys: PassKeySet | null; readonly by: KeysUsed }> {
  try {
    const keys = await within(
      KEYS_WITHIN_MS,
      send({ method: 'GET', path: 'pass-keys/public', answer: passKeySet }),
    );
    keepPassKeys(localStorage, keys, new Date());
    return { keys, by: { from: 'server' } };
  } catch (error) {
    if (!(error instanceof ApiRefusal)) throw error;
    const kept = readPassKeys(localStorage);
    if (kept === null) return { keys: null, by: { from: 'nowhere' } };
    return { keys: kept.keys, by: { from: 'device', givenAt: kept.givenAt } };
  }
}
