import { toast } from '../ui/dom';

/** Copies the address of this page, or shows it where the clipboard is closed. */
export async function copyAddress(): Promise<void> {
  try {
    await navigator.clipboard.writeText(location.href);
    toast('The address is copied.');
  } catch {
    window.prompt('Copy this address:', location.href);
  }
}

/** Hands the address to the device's own share sheet where there is one. */
export async function share(title: string): Promise<void> {
  if (typeof navigator.share !== 'function') return copyAddress();
  try {
    await navigator.share({ title, url: location.href });
  } catch (cause) {
    if (!(cause instanceof DOMException && cause.name === 'AbortError')) await copyAddress();
  }
}
