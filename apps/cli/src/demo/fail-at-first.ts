import type { Sandbox } from '@org/iterable-sandbox';
import { sampleUsers } from './sample-users.js';

/** Lets Iterable fail at first: twice for the first user's profile, once for the next one's event. */
export function failAtFirst(sandbox: Sandbox): void {
  const [first, second] = sampleUsers(2);
  if (!first || !second) return;
  sandbox.faults.add({
    operation: 'users/update',
    subject: { email: first.email },
    replies: [{ status: 503 }, { status: 502 }],
  });
  sandbox.faults.add({
    operation: 'events/track',
    subject: { email: second.email },
    replies: [{ status: 429, headers: { 'Retry-After': '2' } }],
  });
}
