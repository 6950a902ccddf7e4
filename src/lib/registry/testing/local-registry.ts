import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An image registry on this machine that speaks the protocol, with tokens, for tests. */
export interface LocalRegistry {
  readonly origin: string;
  /** Method and path of what was asked. */
  readonly requests: readonly string[];
  /** Puts an image for two platforms there; the digest of its index. */
  push(repository: string, tag: string, created: string): string;
  close(): void;
}

const index = 'application/vnd.oci.image.index.v1+json';
const manifest = 'application/vnd.oci.image.manifest.v1+json';

/** @param password who asks for a token must be `ci` with this password; undefined: everybody gets one */
export async function startRegistry(password?: string): Promise<LocalRegistry> {
  const blobs = new Map<string, { readonly type: string; readonly bytes: Buffer }>();
  const tags = new Map<string, string>();
  const requests: string[] = [];
  let origin = '';
  const store = (type: string, value: unknown): { mediaType: string; digest: string; size: number } => {
    const bytes = Buffer.from(JSON.stringify(value));
    const digest = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
    blobs.set(digest, { type, bytes });
    return { mediaType: type, digest, size: bytes.length };
  };
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    const url = new URL(request.url ?? '/', origin);
    if (url.pathname === '/token') giveToken(request, response, url, password);
    else give(request, response, url);
  });
  const give = (request: IncomingMessage, response: ServerResponse, { pathname }: URL): void => {
    const [, repository = '', , reference = ''] = /^\/v2\/(.+)\/(manifests|blobs)\/([^/]+)$/.exec(pathname) ?? [];
    if (request.headers.authorization !== `Bearer pull-${repository}`) {
      const challenge = `Bearer realm="${origin}/token",service="local",scope="repository:${repository}:pull"`;
      response.writeHead(401, { 'www-authenticate': challenge }).end('{}');
      return;
    }
    const digest = reference.startsWith('sha256:') ? reference : (tags.get(`${repository}:${reference}`) ?? '');
    const blob = blobs.get(digest);
    if (!blob) {
      response.writeHead(404).end('{"errors":[{"code":"MANIFEST_UNKNOWN"}]}');
      return;
    }
    const headers = { 'content-type': blob.type, 'docker-content-digest': digest, 'content-length': blob.bytes.length };
    response.writeHead(200, headers).end(request.method === 'HEAD' ? undefined : blob.bytes);
  };
  origin = await listen(server);
  return {
    origin,
    requests,
    push(repository, tag, created) {
      const platforms = ['arm64', 'amd64'].map((architecture) => {
        const config = store('application/vnd.oci.image.config.v1+json', { architecture, os: 'linux', created, tag });
        const layers = [
          { mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip', digest: config.digest, size: 1000 },
        ];
        const own = store(manifest, { schemaVersion: 2, mediaType: manifest, config, layers });
        return { ...own, platform: { os: 'linux', architecture } };
      });
      const { digest } = store(index, { schemaVersion: 2, mediaType: index, manifests: platforms });
      tags.set(`${repository}:${tag}`, digest);
      return digest;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function giveToken(
  { headers }: IncomingMessage,
  response: ServerResponse,
  { searchParams }: URL,
  password: string | undefined,
): void {
  const wanted = `Basic ${Buffer.from(`ci:${password ?? ''}`).toString('base64')}`;
  const repository = /^repository:(.+):pull$/.exec(searchParams.get('scope') ?? '')?.[1];
  const isWelcome =
    searchParams.get('service') === 'local' && (password === undefined || headers.authorization === wanted);
  if (repository === undefined || !isWelcome) response.writeHead(401).end('{}');
  else response.end(JSON.stringify({ token: `pull-${repository}` }));
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
