import { envelope } from '../../http/reply.js';
import type { JsonObject } from '../../json.js';
import { extrasOf } from '../../state/user-extras.js';
import type { ExistingUser } from '../find-user.js';
import type { Handler } from '../handler.js';
import { withUser } from '../with-user.js';
import { changeUser } from './change-user.js';

/** "500 devices per user (400 beyond)", and as many browser tokens: the API document. */
const MOST = 500;

/** `POST /api/users/registerDeviceToken`: a token that is known already is written again. */
export const usersRegisterDevice: Handler<
  ExistingUser & { readonly device: JsonObject; readonly preferUserId?: boolean | null }
> = (call) => {
  const { device, email, userId, preferUserId } = call.body;
  const who = { email: email ?? null, userId: userId ?? null, preferUserId: preferUserId ?? null };
  return changeUser(call, who, (user) => {
    const extras = extrasOf(user);
    const others = extras.devices.filter(({ token }) => token !== device['token']);
    if (others.length >= MOST) return tooMany('devices');
    const { dataFields } = device;
    const fields = typeof dataFields === 'object' ? dataFields : {};
    extras.devices = [...others, { ...device, ...fields, endpointEnabled: true }];
    return undefined;
  });
};

/** `POST /api/users/disableDevice`: without a user, whoever has the token. */
export const usersDisableDevice: Handler<ExistingUser & { readonly token: string }> = (call) => {
  const { token } = call.body;
  return withUser(call, call.body, (user) => {
    const extras = extrasOf(user);
    if (!extras.devices.some((device) => device['token'] === token)) {
      return envelope(400, 'BadParams', 'The user has no device with this token');
    }
    extras.devices = extras.devices.map((device) =>
      device['token'] === token ? { ...device, endpointEnabled: false } : device,
    );
    return undefined;
  });
};

/** `POST /api/users/registerBrowserToken`. */
export const usersRegisterBrowser: Handler<ExistingUser & { readonly browserToken: string }> = (
  call,
) => {
  const { browserToken, email, userId } = call.body;
  return changeUser(call, { email: email ?? null, userId: userId ?? null }, (user) => {
    const extras = extrasOf(user);
    if (extras.browserTokens.includes(browserToken)) return undefined;
    if (extras.browserTokens.length >= MOST) return tooMany('browser tokens');
    extras.browserTokens.push(browserToken);
    return undefined;
  });
};

function tooMany(what: string): ReturnType<Handler> {
  return envelope(400, 'BadParams', `A user has at most ${MOST} ${what}`);
}
