// Part of the officer's service worker. His page comes from the server wherever that answers in time, so that
// nobody asks by an old one; without a signal the one that was kept opens, which reads codes and answers nothing.
const ANSWERS_WITHIN_MS = 4_000;

const fromServer = async (request) => {
  const late = new Promise((_, reject) => {
    setTimeout(() => reject(new Error('no answer in time')), ANSWERS_WITHIN_MS);
  });
  const page = await Promise.race([fetch(request), late]);
  if (!page.ok) throw new Error(`the server answered ${page.status}`);
  return page;
};

// It is kept under its name and the version of what it holds.
const asKept = () => caches.match('/police.html', { ignoreSearch: true });

self.addEventListener('fetch', (event) => {
  if (event.request.mode !== 'navigate') return;
  // The rest of the worker would answer with what it keeps before it asks anybody.
  event.stopImmediatePropagation();
  event.respondWith(fromServer(event.request).catch(asKept));
});
