/** What is wrong with a document: as a list that leads to the fields, and at the fields themselves. */

import { button, el } from '../ui/dom';
import type { Finding } from './types';

export function drawProblems(place: HTMLElement, findings: Finding[], jump: (finding: Finding) => void): void {
  const grave = findings.filter((finding) => finding.grave);
  const advice = findings.filter((finding) => !finding.grave);
  const line = (finding: Finding): HTMLElement =>
    el(
      'li',
      {},
      el('span', {}, el('strong', {}, finding.what), ' ', finding.remedy),
      button(`Line ${finding.line}${finding.path ? `: ${finding.path}` : ''}`, () => jump(finding), 'plain small'),
    );
  const folded = place.querySelector('details')?.open ?? false;
  place.replaceChildren(
    el('h2', {}, grave.length === 0 ? 'No problems' : grave.length === 1 ? 'One problem' : `${grave.length} problems`),
    ...(grave.length > 0 ? [el('ul', {}, ...grave.map(line))] : []),
    ...(advice.length > 0
      ? [
          el(
            'details',
            { open: folded },
            el('summary', {}, advice.length === 1 ? 'One piece of advice' : `${advice.length} pieces of advice`),
            el('ul', {}, ...advice.map(line)),
          ),
        ]
      : []),
  );
  place.dataset.grave = grave.length > 0 ? 'yes' : 'no';
}

/** Says at each field what is wrong with it. */
export function markFields(form: HTMLElement, findings: Finding[]): void {
  form.querySelectorAll('.amiss').forEach((one) => one.remove());
  form.querySelectorAll('[aria-invalid]').forEach((one) => {
    one.removeAttribute('aria-invalid');
    const left = (one.getAttribute('aria-describedby') ?? '').split(' ').filter((id) => id !== '' && !id.startsWith('amiss-'));
    if (left.length > 0) one.setAttribute('aria-describedby', left.join(' '));
    else one.removeAttribute('aria-describedby');
  });
  findings.forEach((finding, i) => {
    if (!finding.grave || !finding.path) return;
    const field = [...form.querySelectorAll<HTMLElement>('input[data-path], select[data-path], textarea[data-path]')].find(
      (one) => one.dataset.path === finding.path,
    );
    if (!field) return;
    const words = el('small', { class: 'amiss', id: `amiss-${i}` }, `${finding.what} ${finding.remedy}`);
    field.after(words);
    field.setAttribute('aria-invalid', 'true');
    field.setAttribute('aria-describedby', [field.getAttribute('aria-describedby'), words.id].filter(Boolean).join(' '));
  });
}
