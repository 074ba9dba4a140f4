import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** What npm sends to publish a package. */
export interface Publication {
  readonly name: string;
  readonly access: string;
  readonly 'dist-tags': Readonly<Record<string, string>>;
  readonly versions: Readonly<Record<string, PublishedManifest>>;
  /** Tarballs by their file names, in base64. */
  readonly _attachments: Readonly<Record<string, { readonly data: string }>>;
}

/** A manifest, as a registry keeps it. */
export interface PublishedManifest {
  readonly readme?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly dist: { readonly integrity: string };
}

/** A registry that knows no package, and takes what is published. */
export interface TestRegistry extends AsyncDisposable {
  readonly url: string;
  /** In the order in which they came. */
  readonly publications: readonly Publication[];
}

export async function startRegistry(): Promise<TestRegistry> {
  const publications: Publication[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const isNew = request.method === 'PUT';
      if (isNew) publications.push(JSON.parse(body) as Publication);
      response.writeHead(isNew ? 201 : 404, { 'content-type': 'application/json' });
      response.end(isNew ? '{ "ok": true }' : '{ "error": "Not found" }');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    publications,
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}
