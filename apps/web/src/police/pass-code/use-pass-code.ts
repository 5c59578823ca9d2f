import { type PassKeySet, passKeySet } from '@tongyun/contracts';
import { useEffect, useState } from 'react';
import { ApiRefusal } from '../../api/api-refusal.js';
import { send } from '../../api/transport.js';
import { keepPassKeys, readPassKeys } from './pass-keys.js';
import { passCodeIn, type ReadCode, verifyPassCode } from './verify-pass-code.js';

export type ScannedPass = ReadCode | { readonly state: 'none' | 'checking' };

/** Verifies the code that the page was opened with, here on the device. */
export function usePassCode(): ScannedPass {
  const [scanned, setScanned] = useState<ScannedPass>({ state: 'none' });
  useEffect(() => {
    let isLeft = false;
    const check = async () => {
      const code = passCodeIn(globalThis.location.hash);
      if (code !== null) setScanned({ state: 'checking' });
      const found = await scan(code);
      if (!isLeft) setScanned(found);
    };
    const onHash = () => void check();
    void check();
    globalThis.addEventListener('hashchange', onHash);
    return () => {
      isLeft = true;
      globalThis.removeEventListener('hashchange', onHash);
    };
  }, []);
  return scanned;
}

async function scan(code: string | null): Promise<ScannedPass> {
  const keys = await findKeys();
  if (code === null) return { state: 'none' };
  return keys === null ? { state: 'unknown' } : verifyPassCode(code, keys);
}

/** New ones where there is a signal, so that a key that was withdrawn does not count any more. */
async function findKeys(): Promise<PassKeySet | null> {
  try {
    const keys = await send({ method: 'GET', path: 'pass-keys/public', answer: passKeySet });
    keepPassKeys(localStorage, keys);
    return keys;
  } catch (error) {
    if (!(error instanceof ApiRefusal)) throw error;
    return readPassKeys(localStorage);
  }
}
