import { button, el } from './dom';

/** Opens a modal dialog that removes itself when it closes; answers the dialog and a way to close it. */
export function openDialog(title: string, ...content: (Node | string)[]): HTMLDialogElement {
  const heading = el('h2', { id: 'dialog-title', tabindex: -1 }, title);
  const dialog = el('dialog', { 'aria-labelledby': 'dialog-title' }, heading, ...content);
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

/** Asks before something that cannot be undone. */
export function confirm(title: string, detail: string, yes: string): Promise<boolean> {
  return new Promise((answer) => {
    let said = false;
    const dialog = openDialog(
      title,
      el('p', {}, detail),
      el(
        'div',
        { class: 'row' },
        button(
          yes,
          () => {
            said = true;
            dialog.close();
          },
          'main',
        ),
        button('Keep it', () => dialog.close()),
      ),
    );
    dialog.addEventListener('close', () => answer(said));
  });
}
