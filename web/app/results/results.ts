/** The page of results: looks for new answers now and then, and puts them in place without moving what is being read. */

const EVERY_MS = 10_000;
const SOON_MS = 1_000;

export function startResults(): void {
  for (const chosen of document.querySelectorAll<HTMLSelectElement>('.wishes select')) {
    chosen.addEventListener('change', () => chosen.form?.requestSubmit());
  }
  if (document.querySelector('[data-live]')) void watch();
}

async function watch(): Promise<void> {
  let seen: string | null = null;
  for (;;) {
    await new Promise((later) => window.setTimeout(later, pause()));
    if (document.hidden) continue;
    try {
      const headers: Record<string, string> = { Accept: 'text/html' };
      if (seen) headers['If-None-Match'] = seen;
      const answer = await fetch(location.href, { headers, redirect: 'error' });
      if (answer.status !== 200) continue;
      const tag = answer.headers.get('ETag');
      const first = seen === null;
      seen = tag;
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      // the first answer is mostly the page that is shown already
      if (!first || differs(page)) take(page);
    } catch {
      // the network is away, or the sign-in has ended: what is shown stays, with its time
    }
  }
}

/** While answers are being read, something new is there every second. */
function pause(): number {
  return document.querySelector('[data-soon]') ? SOON_MS : EVERY_MS;
}

function differs(page: Document): boolean {
  return page.querySelector('#as-of')?.textContent !== document.querySelector('#as-of')?.textContent;
}

/** Replaces what is new. What lies at the top of the window stays where it is, and what was unfolded stays open. */
function take(page: Document): void {
  const fresh = [...page.querySelectorAll<HTMLElement>('[data-live]')];
  if (fresh.some((part) => !document.getElementById(part.id))) {
    location.reload();
    return;
  }
  const anchor = topmost();
  const before = anchor ? document.getElementById(anchor)?.getBoundingClientRect().top : undefined;
  for (const part of fresh) {
    const old = document.getElementById(part.id);
    if (old && old.innerHTML !== part.innerHTML) replace(old, part);
  }
  const after = anchor ? document.getElementById(anchor)?.getBoundingClientRect().top : undefined;
  if (before !== undefined && after !== undefined && before !== after) {
    window.scrollBy({ top: after - before, behavior: 'instant' });
  }
}

function replace(old: HTMLElement, part: HTMLElement): void {
  const open = new Set([...old.querySelectorAll('details[open]')].map((details) => details.id));
  const active = document.activeElement;
  const focused = old.contains(active) ? path(old, active as Element) : null;
  old.replaceChildren(...[...part.childNodes].map((node) => document.importNode(node, true)));
  for (const details of old.querySelectorAll('details')) details.open = open.has(details.id);
  if (focused) old.querySelector<HTMLElement>(focused)?.focus({ preventScroll: true });
}

/** A selector by which the same element is found among new ones. */
function path(root: Element, element: Element): string | null {
  const holder = element.closest('[id]');
  if (!holder || !root.contains(holder)) return null;
  const alike = [...holder.querySelectorAll(element.tagName)];
  return holder === element
    ? `#${CSS.escape(element.id)}`
    : `#${CSS.escape(holder.id)} ${element.tagName}:nth-of-type(${alike.indexOf(element) + 1})`;
}

/** The figure or part that the reader looks at: the first that ends below the top of the window. */
function topmost(): string | null {
  for (const part of document.querySelectorAll<HTMLElement>('.figure, [data-live]')) {
    const box = part.getBoundingClientRect();
    if (part.id && !part.querySelector('.figure') && box.bottom > 0) return part.id;
  }
  return null;
}
