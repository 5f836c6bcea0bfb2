/** What the server writes above this file: which build it is of, and what the page needs of it. */
declare const walkBuild: { version: string; files: string[] };

/** Of the worker's world, which the types of pages do not know, what is used here. */
interface WaitingEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface FetchEvent extends Event {
  request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface WalkWorker {
  registration: { scope: string };
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void>; matchAll(of: { includeUncontrolled: boolean }): Promise<{ url: string }[]> };
  addEventListener(type: 'install' | 'activate', listener: (event: WaitingEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void;
}

/** With so weak a signal that nothing comes, the page that lies here is better. */
const patienceMs = 5_000;
const prefix = 'walk-about ';

const worker: WalkWorker = Object(globalThis).self;
const page = new URL(worker.registration.scope).pathname;
const cacheName = `${prefix}${page} ${walkBuild.version}`;

/** The walk-about's page, as it was last seen, and what it is made of. Nothing else is ever kept. */
worker.addEventListener('install', (event) => {
  event.waitUntil(Promise.all([keepFiles(), keepPage(), worker.skipWaiting()]));
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(forgetOtherBuilds().then(() => worker.clients.claim()));
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  if (request.mode === 'navigate' && url.pathname === page) event.respondWith(answerPage(request));
  else if (walkBuild.files.includes(url.pathname)) event.respondWith(answerFile(request));
});

async function keepFiles(): Promise<void> {
  await (await caches.open(cacheName)).addAll(walkBuild.files);
}

/** As whoever is looking at it sees it. */
async function keepPage(): Promise<void> {
  const open = (await worker.clients.matchAll({ includeUncontrolled: true })).find(({ url }) => new URL(url).pathname === page);
  const answer = await fetch(open?.url ?? page, { redirect: 'manual' }).catch(() => null);
  if (answer?.ok) await keep(answer);
}

async function answerPage(request: Request): Promise<Response> {
  const kept = async () => (await caches.open(cacheName)).match(page);
  try {
    const answer = await inTime(fetch(request));
    if (answer.status >= 500) return (await kept()) ?? answer;
    // Led elsewhere: nobody is signed in any more, and the list is not for whoever holds the phone.
    if (answer.type === 'opaqueredirect' || answer.status === 401) await (await caches.open(cacheName)).delete(page);
    else if (answer.ok) await keep(answer.clone());
    return answer;
  } catch (error) {
    const last = await kept();
    if (last) return last;
    throw error;
  }
}

/** Only of the build whose files lie beside it. */
async function keep(answer: Response): Promise<void> {
  const html = await answer.text();
  const [script = ''] = walkBuild.files;
  if (html.includes(script)) await (await caches.open(cacheName)).put(page, new Response(html, { headers: answer.headers }));
}

async function answerFile(request: Request): Promise<Response> {
  return (await (await caches.open(cacheName)).match(request, { ignoreSearch: true })) ?? fetch(request);
}

async function forgetOtherBuilds(): Promise<void> {
  const old = (await caches.keys()).filter((name) => name.startsWith(`${prefix}${page} `) && name !== cacheName);
  await Promise.all(old.map((name) => caches.delete(name)));
}

function inTime(answer: Promise<Response>): Promise<Response> {
  return new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error('no answer in time')), patienceMs);
    answer.then(resolve, reject);
  });
}
