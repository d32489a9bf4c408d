/** What kind of device this is: whatever may matter to how a clip sounds and looks, and nothing that tells who uses it. */
export function device(): Record<string, string | number | boolean> {
  return {
    browser: navigator.userAgent.slice(0, 300),
    touch: navigator.maxTouchPoints > 0,
    width: window.innerWidth,
    height: window.innerHeight,
    pixelRatio: window.devicePixelRatio,
    reducedMotion: matchMedia('(prefers-reduced-motion: reduce)').matches,
    dark: matchMedia('(prefers-color-scheme: dark)').matches,
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
}
