import type { Sandbox } from '@org/iterable-sandbox';

/** Tells what the local Iterable holds now: how much, and all of one user. */
export function tellSandbox(sandbox: Sandbox, say: (text: string) => void): void {
  const [user] = sandbox.users.all();
  say('');
  say(
    `The local Iterable now holds ${String(sandbox.users.count())} users and ` +
      `${String(sandbox.events.count())} events.`,
  );
  if (user?.email === undefined) return;
  const { email, dataFields } = user;
  const events = sandbox.events
    .of({ email })
    .map(({ id, eventName, createdAt, dataFields: fields }) => ({
      id,
      eventName,
      createdAt,
      dataFields: fields,
    }));
  say(`One of them:\n${JSON.stringify({ email, dataFields, events }, null, 2)}`);
}
