// Part of the driver's service worker: shows what is pushed while his page is closed.
self.addEventListener('push', (event) => {
  const { alertId, words } = event.data.json();
  const body = navigator.language.startsWith('zh') ? words['zh-CN'] : words.en;
  event.waitUntil(
    self.registration.showNotification('砼运', { body, tag: alertId, icon: '/tongyun.svg' }),
  );
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
