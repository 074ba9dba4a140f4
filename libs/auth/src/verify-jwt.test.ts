import { createSign, generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ADA, BEN, NOW, NOW_MS, SECRET } from '../test/fixtures.js';
import { base64url, bearer, HS256, signToken } from '../test/reference-jwt.js';
import type { AuthErrorCode } from './auth-error.js';
import { jwtAuth } from './jwt-auth.js';
import { Secret } from './secret.js';
import { verifyJwt, type VerifyJwtOptions } from './verify-jwt.js';

const YEAR = 31_536_000;
const claims = { iss: 'reference', iat: NOW, exp: NOW + 60, email: 'ada@example.com' };

const verify = (token: string, options: Partial<VerifyJwtOptions> = {}) =>
  verifyJwt(token, { secret: SECRET, now: () => NOW_MS, ...options });

const refusal = (code: AuthErrorCode) => ({ name: 'AuthError', code });

describe('a good token', () => {
  it('made by another implementation gives its claims, frozen', async () => {
    const verified = await verify(signToken(claims, SECRET));
    expect(verified).toStrictEqual(claims);
    expect(Object.isFrozen(verified)).toBe(true);
  });

  it('of our own is good, for any user and any secret', async () => {
    const text = fc.string({ unit: 'binary', minLength: 1 }).filter((value) => value.trim() !== '');
    await fc.assert(
      fc.asyncProperty(text, text, fc.boolean(), async (secret, id, isEmail) => {
        const subject = isEmail ? { email: id } : { userId: id };
        const auth = jwtAuth({ secret, now: () => NOW_MS });
        const verified = await verify(bearer(await auth.headers(subject)), { secret });
        expect(verified).toMatchObject({ ...subject, iat: NOW, exp: NOW + 3600 });
      }),
    );
  });

  it('needs no iss and no typ, and other claims are left out', async () => {
    const token = signToken({ ...BEN, iat: NOW, exp: NOW + 1, admin: true }, SECRET, {
      alg: 'HS256',
    });
    expect(await verify(token)).toStrictEqual({ ...BEN, iat: NOW, exp: NOW + 1 });
  });

  it('may live for a year to the second', async () => {
    const token = signToken({ ...claims, exp: NOW + YEAR }, SECRET);
    expect((await verify(token)).exp).toBe(NOW + YEAR);
  });

  it('is verified by the clock of the machine where none is given', async () => {
    const token = bearer(await jwtAuth({ secret: SECRET }).headers(ADA));
    expect(await verifyJwt(token, { secret: new Secret(SECRET) })).toMatchObject(ADA);
  });
});

describe('another algorithm', () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = publicKey.export({ type: 'spki', format: 'pem' }) as string;

  it.each(['none', 'None', 'NONE', 'nOnE', ''])(
    'none, written %j, is refused with and without a signature',
    async (alg) => {
      const unsigned = `${base64url({ alg, typ: 'JWT' })}.${base64url(claims)}`;
      const code = alg === '' ? 'JWT_MALFORMED' : 'JWT_ALGORITHM';
      const signature = signToken(claims, SECRET).split('.')[2];
      await expect(verify(`${unsigned}.`)).rejects.toMatchObject(refusal(code));
      await expect(verify(`${unsigned}.${signature}`)).rejects.toMatchObject(refusal(code));
    },
  );

  it('RS256 is refused, even where the public key is the secret', async () => {
    const signed = `${base64url({ alg: 'RS256', typ: 'JWT' })}.${base64url(claims)}`;
    const signature = createSign('sha256').update(signed).sign(privateKey, 'base64url');
    for (const secret of [SECRET, pem]) {
      await expect(verify(`${signed}.${signature}`, { secret })).rejects.toMatchObject(
        refusal('JWT_ALGORITHM'),
      );
    }
  });

  it('HS256 keyed with a public key is refused where the secret is another', async () => {
    const token = signToken(claims, pem);
    await expect(verify(token)).rejects.toMatchObject(refusal('JWT_SIGNATURE'));
  });

  it.each(['HS384', 'HS512', 'hs256', 'ES256', 'EdDSA', 'dir'])('%s is refused', async (alg) => {
    const token = signToken(claims, SECRET, { alg, typ: 'JWT' });
    await expect(verify(token)).rejects.toMatchObject(refusal('JWT_ALGORITHM'));
  });

  it.each([{}, { alg: 256 }, { alg: null }, { alg: ['HS256'] }])(
    'the header %j is refused',
    async (header) => {
      const token = signToken(claims, SECRET, header);
      await expect(verify(token)).rejects.toMatchObject(refusal('JWT_MALFORMED'));
    },
  );

  it('a key in the header is not used', async () => {
    const jwk = { kty: 'oct', k: base64url('attacker'), alg: 'HS256' };
    const token = signToken(claims, 'attacker', { ...HS256, jwk, kid: '../../dev/null' });
    await expect(verify(token)).rejects.toMatchObject(refusal('JWT_SIGNATURE'));
  });

  it('an extension that must be understood is refused', async () => {
    const token = signToken(claims, SECRET, { ...HS256, crit: ['exp'], exp: 1 });
    await expect(verify(token)).rejects.toMatchObject(refusal('JWT_MALFORMED'));
  });

  it('an unencoded payload is refused', async () => {
    const token = signToken(claims, SECRET, { ...HS256, b64: false, crit: ['b64'] });
    await expect(verify(token)).rejects.toMatchObject(refusal('JWT_MALFORMED'));
  });
});

describe('the signature', () => {
  it('of another secret is refused', async () => {
    const token = signToken(claims, `${SECRET}!`);
    await expect(verify(token)).rejects.toMatchObject(refusal('JWT_SIGNATURE'));
  });

  it('no longer holds after any change of one character', async () => {
    const token = signToken(claims, SECRET);
    const positions = fc.integer({ min: 0, max: token.length - 1 });
    await fc.assert(
      fc.asyncProperty(positions, fc.constantFrom(...'ABCxyz019-_.='), async (at, letter) => {
        fc.pre(token[at] !== letter);
        // The last letter of a signature of 32 bytes has two bits that mean nothing.
        fc.pre(at < token.length - 1);
        await expect(
          verify(token.slice(0, at) + letter + token.slice(at + 1)),
        ).rejects.toMatchObject({ name: 'AuthError' });
      }),
    );
  });

  it('is looked at before the claims', async () => {
    const token = signToken({ ...claims, exp: 1 }, 'another secret');
    await expect(verify(token)).rejects.toMatchObject(refusal('JWT_SIGNATURE'));
  });
});

describe('what is no token', () => {
  const [header, payload, signature] = signToken(claims, SECRET).split('.');

  it.each([
    '',
    'abc',
    '..',
    '...',
    'Bearer',
    `${header}.${payload}`,
    `${header}.${payload}.${signature}.x`,
    `${header}.${payload}.`,
    ` ${header}.${payload}.${signature}`,
    `!.${payload}.${signature}`,
  ])('is refused: %#', async (token) => {
    await expect(verify(token)).rejects.toHaveProperty(
      'code',
      expect.stringMatching(/^JWT_(?:MALFORMED|SIGNATURE)$/),
    );
  });

  it.each(['[]', '"text"', 'null', '5', 'not json', '{"iat":1', '\u0000'])(
    'is refused though it is signed: %j',
    async (text) => {
      await expect(verify(signToken(text, SECRET))).rejects.toMatchObject(refusal('JWT_MALFORMED'));
    },
  );

  it('fails with a coded error and nothing else, for any text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => {
        await expect(verify(text)).rejects.toMatchObject({ name: 'AuthError' });
        await expect(verify(signToken(text, SECRET))).rejects.toMatchObject({ name: 'AuthError' });
      }),
    );
  });
});

const { iat, exp, email, iss } = claims;

describe('claims', () => {
  it.each<[AuthErrorCode, string, object]>([
    ['JWT_EXPIRED', 'ended this second', { iat: NOW - 60, exp: NOW, email }],
    ['JWT_EXPIRED', 'ended long ago', { iat: 1, exp: 2, email }],
    ['JWT_NOT_YET_VALID', 'issued in a second', { iat: NOW + 1, exp, email }],
    ['JWT_NOT_YET_VALID', 'not before the next second', { iat, exp, email, nbf: NOW + 1 }],
    ['JWT_LIFETIME', 'a year and a second', { iat, exp: NOW + YEAR + 1, email }],
    ['JWT_LIFETIME', 'a year, of which some is over', { iat: NOW - 9, exp: NOW + YEAR, email }],
    ['JWT_CLAIMS', 'no iat', { exp, email }],
    ['JWT_CLAIMS', 'no exp', { iat, email }],
    ['JWT_CLAIMS', 'iat is a string', { iat: String(NOW), exp, email }],
    ['JWT_CLAIMS', 'exp is a string', { iat, exp: '9999999999', email }],
    ['JWT_CLAIMS', 'exp is null', { iat, exp: null, email }],
    ['JWT_CLAIMS', 'iat has a fraction', { iat: NOW - 0.5, exp, email }],
    ['JWT_CLAIMS', 'exp has a fraction', { iat, exp: NOW + 0.5, email }],
    ['JWT_CLAIMS', 'exp beyond what numbers hold', { iat, exp: 1e300, email }],
    ['JWT_CLAIMS', 'nbf is a string', { iat, exp, email, nbf: 'now' }],
    ['JWT_CLAIMS', 'iss is a number', { iat, exp, email, iss: 5 }],
    ['JWT_IDENTITY', 'nobody', { iat, exp, iss }],
    ['JWT_IDENTITY', 'both', { iat, exp, email, userId: 'ada' }],
    ['JWT_IDENTITY', 'both, one of them null', { iat, exp, email, userId: null }],
    ['JWT_IDENTITY', 'an empty email', { iat, exp, email: '' }],
    ['JWT_IDENTITY', 'a blank userId', { iat, exp, userId: ' ' }],
    ['JWT_IDENTITY', 'a number', { iat, exp, userId: 7 }],
    ['JWT_IDENTITY', 'a list of emails', { iat, exp, email: [email] }],
    ['JWT_IDENTITY', 'an inherited email', { iat, exp, ['__proto__']: { email } }],
  ])('%s: %s', async (code, _, payload) => {
    await expect(verify(signToken(payload, SECRET))).rejects.toMatchObject(refusal(code));
  });

  it('are held against clocks that may differ by so much, and not more', async () => {
    const options = { clockToleranceSeconds: 5 };
    const shift = (seconds: number) =>
      verify(signToken({ ...ADA, iat: NOW + seconds, exp: NOW + seconds + 10 }, SECRET), options);
    await expect(shift(5)).resolves.toMatchObject(ADA);
    await expect(shift(6)).rejects.toMatchObject(refusal('JWT_NOT_YET_VALID'));
    await expect(shift(-14)).resolves.toMatchObject(ADA);
    await expect(shift(-15)).rejects.toMatchObject(refusal('JWT_EXPIRED'));
  });
});

it.each([
  [{ secret: '' }, 'verifyJwt: secret must not be empty.'],
  [{ algorithms: ['none'] }, /^verifyJwt has no option 'algorithms'/],
  [{ clockToleranceSecs: 5 }, /did you mean 'clockToleranceSeconds'\?$/],
  [{ clockToleranceSeconds: -1 }, /clockToleranceSeconds must be a whole number .* received -1\.$/],
  [{ now: NOW }, 'verifyJwt: now must be a function; received number.'],
  [{ now: () => NaN }, 'verifyJwt: now must return milliseconds; it returned NaN.'],
])('the options %o are refused', async (wrong, message) => {
  const verification = verify(signToken(claims, SECRET), wrong as never);
  await expect(verification).rejects.toThrow(TypeError);
  await expect(verification).rejects.toThrow(message);
});

it.each([undefined, null, 5, {}])('the token %j is refused as misuse', async (token) => {
  await expect(verify(token as never)).rejects.toThrow(
    /^verifyJwt: token must be a string; received/,
  );
});
