/**
 * Lets the page of an audience open without a network, by a service worker of its own. Plain http away
 * from localhost has none: there the page itself needs the network.
 */
export function keepPageOffline(audience: 'driver' | 'police'): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  navigator.serviceWorker
    .register(`/${audience}-sw.js`, { scope: `/${audience}` })
    .catch(() => undefined);
}
