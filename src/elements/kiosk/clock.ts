/** What a kiosk knows of time. */
export interface KioskClock {
  /** Milliseconds of a clock that never goes back. */
  now(): number;
  /** The time of day and the day. */
  date(): Date;
  /** Calls `tick` about every second until the returned function is called. */
  every(tick: () => void): () => void;
}

const real: KioskClock = {
  now: () => performance.now(),
  date: () => new Date(),
  every(tick) {
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  },
};

let clock = real;

/** The clock of all kiosks of this page. */
export const kioskClock = (): KioskClock => clock;

/** Puts another clock in the place of the browser's, for tests; none: the browser's again. */
export function setKioskClock(other: KioskClock = real): void {
  clock = other;
}
