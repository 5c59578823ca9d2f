import { setTimeout as wait } from 'node:timers/promises';
import type { CDPSession } from '@playwright/test';
import { unpackPositions } from '@tongyun/contracts';

const BINARY = 2;

/** What came over a page's socket in a second. */
export interface HeardUpdates {
  readonly updatesPerSec: number;
  readonly positionsPerSec: number;
  /** Different ones in all of the time. */
  readonly vehicles: number;
}

/** Counts the messages with positions that a page hears, and the vehicles in them. */
export async function countUpdates(cdp: CDPSession, seconds: number): Promise<HeardUpdates> {
  const messages: Buffer[] = [];
  const note = ({ response }: { response: { opcode: number; payloadData: string } }) => {
    if (response.opcode === BINARY) messages.push(Buffer.from(response.payloadData, 'base64'));
  };
  cdp.on('Network.webSocketFrameReceived', note);
  await cdp.send('Network.enable');
  await wait(seconds * 1_000);
  await cdp.send('Network.disable');
  cdp.off('Network.webSocketFrameReceived', note);

  const heard = messages.flatMap((bytes) => unpackPositions(Uint8Array.from(bytes).buffer));
  return {
    updatesPerSec: Math.round((messages.length / seconds) * 100) / 100,
    positionsPerSec: Math.round(heard.length / seconds),
    vehicles: new Set(heard.map(({ vehicleId }) => vehicleId)).size,
  };
}
