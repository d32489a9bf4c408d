/**
 * Sees to it that a session is open in one tab only. A second tab finds out, and may take over; the first is told then.
 * Browsers have locks for this on pages with HTTPS; elsewhere the tabs ask each other.
 */

export interface Tab {
  /** whether this tab is the one */
  mine: boolean;
  /** makes this tab the one */
  take(): Promise<void>;
}

/** How long another tab may take to say that it is there, in milliseconds. */
const REPLY = 250;

/** @param lost called when another tab has taken over */
export function claim(session: string, lost: () => void): Promise<Tab> {
  const name = `antiphon-study-${session}`;
  return navigator.locks ? byLock(name, lost) : byTalk(name, lost);
}

async function byLock(name: string, lost: () => void): Promise<Tab> {
  const hold = (options: LockOptions): Promise<boolean> =>
    new Promise((resolve) => {
      const asked = navigator.locks.request(name, options, (lock) => {
        resolve(lock !== null);
        // held until the tab is closed or another one steals it
        return lock ? new Promise<never>(() => undefined) : undefined;
      });
      asked.catch(() => lost());
    });
  const tab: Tab = {
    mine: await hold({ ifAvailable: true }),
    take: async () => {
      tab.mine = await hold({ steal: true });
    },
  };
  return tab;
}

function byTalk(name: string, lost: () => void): Promise<Tab> {
  if (!('BroadcastChannel' in window)) return Promise.resolve({ mine: true, take: () => Promise.resolve() });
  const channel = new BroadcastChannel(name);
  const tab: Tab = {
    mine: false,
    take: () => {
      tab.mine = true;
      channel.postMessage('taken');
      return Promise.resolve();
    },
  };
  return new Promise((resolve) => {
    let settled = false;
    const settle = (mine: boolean): void => {
      if (settled) return;
      settled = true;
      tab.mine = mine;
      resolve(tab);
    };
    channel.onmessage = ({ data }) => {
      if (data === 'anyone?' && tab.mine) channel.postMessage('here');
      if (data === 'here') settle(false);
      if (data === 'taken' && tab.mine) {
        tab.mine = false;
        lost();
      }
    };
    channel.postMessage('anyone?');
    window.setTimeout(() => settle(true), REPLY);
  });
}
