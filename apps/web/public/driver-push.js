// Part of the driver's service worker: shows what is pushed while his page is closed, and says so.
const show = ({ alertId, words }) => {
  const body = navigator.language.startsWith('zh') ? words['zh-CN'] : words.en;
  return self.registration.showNotification('砼运', { body, tag: alertId, icon: '/tongyun.svg' });
};

const sayShown = (receipt) =>
  fetch('/api/v1/push-receipts', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(receipt),
  });

self.addEventListener('push', (event) => {
  const pushed = event.data.json();
  event.waitUntil(show(pushed).then(() => sayShown(pushed.receipt)));
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(
    self.clients.matchAll({ type: 'window' }).then((pages) => {
      const page = pages.find(({ url }) => new URL(url).pathname.startsWith('/driver'));
      return page ? page.focus() : self.clients.openWindow('/driver.html');
    }),
  );
});
