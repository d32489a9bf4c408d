/** Builds elements without a framework; text always goes in as text. */

type Attributes = Record<string, string | number | boolean | null | undefined>;
type Child = Node | string | null | undefined | false;

export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(name, '');
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(name, String(value));
  }
  made.append(...children.filter((child): child is Node | string => child !== null && child !== undefined && child !== false));
  return made;
}

export function button(words: string, act: () => void, kind = ''): HTMLButtonElement {
  const made = el('button', { type: 'button', class: `button ${kind}`.trim() }, words);
  made.addEventListener('click', act);
  return made;
}

export function find<T extends HTMLElement>(selector: string, within: ParentNode = document): T {
  const found = within.querySelector<T>(selector);
  if (!found) throw new Error(`the page has no ${selector}`);
  return found;
}

/** Says something in passing, also to those who listen. */
export function toast(words: string): void {
  const place = document.getElementById('toast');
  if (!place) return;
  place.textContent = words;
  window.setTimeout(() => {
    if (place.textContent === words) place.textContent = '';
  }, 4000);
}
