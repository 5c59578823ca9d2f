/**
 * Lets the page open without a network. Plain http away from localhost has no service worker:
 * there the page itself needs the network, and taps are kept all the same.
 */
export function keepPageOffline(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  navigator.serviceWorker.register('/driver-sw.js', { scope: '/driver' }).catch(() => undefined);
}
