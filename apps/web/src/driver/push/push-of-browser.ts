import { pushSubscriptionRequest } from '@tongyun/contracts';
import { beginPush, endPush, getPushKey } from '../../api/push.js';

/** `unable`: no service worker here (plain http), or the browser knows no pushes. */
export type PushState = 'unable' | 'off' | 'on' | 'barred';

async function findManager(): Promise<PushManager | null> {
  if (!('serviceWorker' in navigator) || !('PushManager' in window)) return null;
  const worker = await navigator.serviceWorker.getRegistration('/driver');
  return worker?.pushManager ?? null;
}

/** Whether this browser is told of alerts while the page is closed. */
export async function readPush(): Promise<PushState> {
  const manager = await findManager();
  if (manager === null) return 'unable';
  if (Notification.permission === 'denied') return 'barred';
  return (await manager.getSubscription()) ? 'on' : 'off';
}

/** The browser's maker runs the service that pushes; from many networks it is out of reach. */
export class PushServiceUnreachable extends Error {}

/** A service out of reach may not even say so. */
const SUBSCRIBES_WITHIN_MS = 20_000;

async function subscribe(
  manager: PushManager,
  applicationServerKey: string,
): Promise<PushSubscription> {
  const making = manager.subscribe({ userVisibleOnly: true, applicationServerKey });
  const gaveUp = AbortSignal.timeout(SUBSCRIBES_WITHIN_MS);
  const waiting = new Promise<never>((_, reject) => {
    gaveUp.addEventListener('abort', () => reject(gaveUp.reason));
  });
  try {
    return await Promise.race([making, waiting]);
  } catch (error) {
    // The server does not know of one that is made after all.
    making.then(
      (late) => late.unsubscribe(),
      () => undefined,
    );
    throw new PushServiceUnreachable('The push service cannot be reached', { cause: error });
  }
}

/** Asks the browser, and tells the server where to push to. A driver who says no has said so. */
export async function switchPushOn(): Promise<void> {
  const manager = await findManager();
  if (manager === null || (await Notification.requestPermission()) !== 'granted') return;
  const { publicKey } = await getPushKey();
  const made = await subscribe(manager, publicKey);
  try {
    await beginPush(pushSubscriptionRequest.parse(made.toJSON()));
  } catch (error) {
    await made.unsubscribe();
    throw error;
  }
}

/** Takes it back here and at the server. */
export async function switchPushOff(): Promise<void> {
  const endpoint = await forgetPush();
  if (endpoint !== null) await endPush({ endpoint });
}

/** Takes it back in this browser: its push service then tells the server, when that next calls. */
export async function forgetPush(): Promise<string | null> {
  const subscription = await (await findManager())?.getSubscription();
  if (!subscription) return null;
  await subscription.unsubscribe();
  return subscription.endpoint;
}
