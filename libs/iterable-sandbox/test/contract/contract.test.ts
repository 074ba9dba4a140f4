import { beforeAll, afterAll, describe, expect, it } from 'vitest';
import { bodyProblems } from '../../src/contract/body-problems.js';
import { operationNames, operations } from '../../src/contract/operations.js';
import type { Parameter } from '../../src/contract/operation.js';
import type { Schema } from '../../src/contract/schema.js';
import { createSandbox, type Sandbox, type SandboxSnapshot } from '../../src/index.js';
import { call, JWT_KEY, JWT_SECRET, KEY, makeToken, seconds, type Answer } from '../support.js';
import { omit } from '../../src/omit.js';
import { furnish, requestOf, type ContractRequest } from './requests.js';
import { wrongBodies } from './sample.js';

const READ_ONLY_KEY = 'read-only-key';
let sandbox: Sandbox;
let furnished: SandboxSnapshot;

beforeAll(async () => {
  sandbox = await createSandbox({
    apiKeys: [
      { key: KEY },
      { key: JWT_KEY, jwtSecret: JWT_SECRET },
      { key: READ_ONLY_KEY, readOnly: true },
    ],
  });
  await furnish(sandbox);
  furnished = sandbox.snapshot();
});
afterAll(() => sandbox.close());

function startAnew(): void {
  sandbox.reset();
  sandbox.restore(furnished);
}

function send(
  method: string,
  { path, query, body }: ContractRequest,
  headers: Record<string, string> = { 'api-key': KEY },
): Promise<Answer> {
  const search = new URLSearchParams(query).toString();
  return call(sandbox, search === '' ? path : `${path}?${search}`, { method, headers, body });
}

/** What is wrong with a reply; the document states a profile's email as required. */
function replyProblems(reply: Schema | string | undefined, answer: Answer): unknown {
  const type = answer.headers.get('content-type');
  if (typeof reply === 'string') return type === 'application/json' || !type ? type : undefined;
  if (type !== 'application/json') return answer.status === 202 ? undefined : `type ${type}`;
  return reply ? bodyProblems(reply, answer.body) : undefined;
}

describe.each(operationNames)('%s', (name) => {
  const {
    method,
    statuses,
    reply,
    body: schema,
    query = {},
    pathParameters = {},
    access,
  } = operations[name];
  const request = requestOf(name);

  it('answers a valid request as documented', async () => {
    startAnew();
    const answer = await send(method, request);
    expect({ status: answer.status, body: answer.body }).toMatchObject({
      status: expect.toSatisfy((status: number) => status >= 200 && status < 300) as number,
    });
    const documented = statuses.filter((status) => status < 300);
    if (documented.length > 0) expect(documented).toContain(answer.status);
    expect(replyProblems(reply, answer)).toBeUndefined();
  });

  if (schema) {
    it('refuses every field of its body that is missing or of a wrong type', async () => {
      for (const { what, body, path } of wrongBodies(schema, request.body)) {
        const answer = await send(method, { ...request, body });
        expect([what, answer.status, answer.body]).toMatchObject([
          what,
          400,
          { code: 'BadJsonBody' },
        ]);
        const { params } = answer.body as { params: Record<string, string> };
        expect(Object.keys(params), what).toContain(path);
      }
    });
  }

  const wrongQueries = Object.entries(query).flatMap(([key, parameter]) => {
    const wrong = wrongText(parameter);
    const others = omit(request.query, key);
    return [
      ...(parameter.required ? [{ what: `${key} missing`, query: others }] : []),
      ...(wrong === undefined
        ? []
        : [{ what: `${key} wrong`, query: { ...request.query, [key]: wrong } }]),
    ];
  });
  if (wrongQueries.length > 0) {
    it('refuses every parameter that is missing or of a wrong type', async () => {
      for (const { what, query: wrong } of wrongQueries) {
        const answer = await send(method, { ...request, query: wrong });
        expect([what, answer.status, answer.body]).toMatchObject([
          what,
          400,
          { code: 'BadParams' },
        ]);
      }
    });
  }

  it.each(Object.keys(pathParameters))(
    'refuses a %s in its path that is no number',
    async (key) => {
      const path = operations[name].path.replace(/\{(\w+)\}/g, (_all, each: string) =>
        each === key ? 'none' : 'messageChannel',
      );
      const answer = await send(method, { ...request, path });
      expect(answer).toMatchObject({ status: 400, body: { code: 'BadParams' } });
    },
  );

  it('needs a key', async () => {
    const answer = await send(method, request, {});
    expect(answer).toMatchObject({ status: 401, body: { code: 'BadApiKey' } });
  });

  it(access === 'read' ? 'lets a read-only key in' : 'refuses a read-only key', async () => {
    const answer = await send(method, request, { 'api-key': READ_ONLY_KEY });
    if (access === 'read') expect(answer.status).not.toBe(401);
    else {
      expect(answer).toMatchObject({ status: 401, body: { params: { apiKeyType: 'ReadOnly' } } });
    }
  });

  it(access === 'user' ? 'lets a token in, of its user' : 'refuses a token', async () => {
    startAnew();
    const withToken = (email: string): Promise<Answer> => {
      const token = makeToken({ email, iat: seconds(), exp: seconds() + 60 });
      return send(method, request, { 'api-key': JWT_KEY, authorization: `Bearer ${token}` });
    };
    const other = await withToken('bob@example.com');
    const own = await withToken('ann@example.com');
    if (access === 'user') {
      expect(other).toMatchObject({ status: 401, body: { code: 'JwtUserIdentifiersMismatched' } });
      expect(own.status).not.toBe(401);
    } else {
      for (const answer of [other, own]) {
        expect(answer).toMatchObject({ status: 401, body: { params: { apiKeyType: 'Mobile' } } });
      }
    }
  });
});

function wrongText({ schema, minimum }: Parameter): string | undefined {
  if (minimum !== undefined) return String(minimum - 1);
  if (schema.type === 'string') return schema.values ? 'nonsense' : undefined;
  return schema.type === 'array' ? undefined : 'nonsense';
}
