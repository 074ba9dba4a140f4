import type { SeenReply } from '../ask-iterable.js';
import { failed, ok, skipped, warning, type Finding } from '../finding.js';

/** `Date` has no fractions of a second, and the way there and back may differ. */
const MEASURABLE_S = 2;
/** Tokens are renewed so long before they end. */
const RENEWED_BEFORE_S = 60;

const SET_CLOCK = 'let the system set its clock: NTP, such as timedatectl set-ntp true';

/** What depends on the time: the lifetime of tokens, where they are signed. */
export interface ClockUse {
  /** Absent where no token is signed. */
  readonly lifetimeSeconds?: number;
}

/** How far this machine's clock is from Iterable's, and what that means. */
export function clock(reply: SeenReply | undefined, use: ClockUse): Finding {
  const { serverTime, time = 0 } = reply ?? {};
  if (serverTime === undefined) return skipped('the reply has no Date');
  const ahead = Math.round((time - (serverTime + 500)) / 1000);
  if (Math.abs(ahead) <= MEASURABLE_S) return ok("in step with Iterable's");
  const off = `${String(Math.abs(ahead))} s ${ahead > 0 ? 'ahead of' : 'behind'} Iterable's`;
  const { lifetimeSeconds } = use;
  if (lifetimeSeconds === undefined) {
    if (Math.abs(ahead) <= RENEWED_BEFORE_S) return ok(off);
    return warning(`${off}: so are the times in log, results and names of files`, SET_CLOCK);
  }
  if (ahead > 0) {
    return warning(`${off}: tokens begin in the future, and Iterable may refuse them`, SET_CLOCK);
  }
  if (-ahead >= lifetimeSeconds) {
    return failed(`${off}: tokens have ended before they arrive`, SET_CLOCK);
  }
  if (-ahead < RENEWED_BEFORE_S) return ok(off);
  return warning(
    `${off}: tokens end before they are renewed, which costs further calls`,
    SET_CLOCK,
  );
}
