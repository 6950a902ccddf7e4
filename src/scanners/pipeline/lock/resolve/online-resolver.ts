import { GitRemote } from '../../../../lib/git/remote/git-remote.ts';
import type { HttpClient } from '../../../../lib/http/http-client.ts';
import { HttpError } from '../../../../lib/http/http-error.ts';
import { RegistryClient, type Login } from '../../../../lib/registry/registry-client.ts';
import type { LockEntry } from '../lock-entry.ts';
import type { Reference } from '../references.ts';
import { GitlabInstance } from './gitlab-instance.ts';
import { resolveAction, type ActionSource } from './resolve-action.ts';
import { mostContent, NotFound, type Resolution } from './resolution.ts';
import { resolveComponent, resolveInclude, resolveProjectFile, resolveTemplate } from './resolve-file.ts';
import { resolveImage } from './resolve-image.ts';

/** Whom to ask, and as whom. Origins are like `https://gitlab.example.com`. */
export interface Servers {
  readonly http: HttpClient;
  /** The instance on which the pipelines run; its token is for it alone. */
  readonly gitlab: { readonly origin: string; readonly token?: string };
  readonly github: { readonly origin: string; readonly token?: string };
  /** Where a host is asked instead, by its name. */
  readonly mirrors: ReadonlyMap<string, string>;
  readonly loginOf: (registry: string) => Login | undefined;
}

/** Looks names up over the network. */
export class OnlineResolver {
  readonly #servers: Servers;
  readonly #registries: RegistryClient;
  readonly #remotes = new Map<string, GitRemote>();

  constructor(servers: Servers) {
    this.#servers = servers;
    const { http, mirrors, loginOf } = servers;
    this.#registries = new RegistryClient({
      http,
      originOf: (registry) => mirrors.get(registry),
      loginOf: (registry) => {
        const mirror = mirrors.get(registry);
        return loginOf(mirror === undefined ? registry : new URL(mirror).host);
      },
    });
  }

  /** @throws HttpError, or NotFound */
  async resolve(reference: Reference, old: LockEntry | undefined): Promise<Resolution> {
    const { wanted } = reference;
    const { kind, address } = wanted;
    if (kind === 'image') return await resolveImage(reference, old, this.#registries);
    if (kind === 'action' || kind === 'workflow') {
      return await resolveAction(reference, old, this.#actionSource(address));
    }
    if (kind === 'project-file') return await resolveProjectFile(wanted, this.#instance(undefined));
    if (kind === 'component') return await resolveComponent(wanted, this.#instance(address.split('/', 1)[0]));
    if (kind === 'template') {
      return await resolveTemplate(wanted, this.#instance(undefined), this.#instance('gitlab.com'));
    }
    if (kind === 'include') return await resolveInclude(wanted, this.#mirrored(address), this.#servers.http);
    throw new NotFound('nobody knows where it comes from');
  }

  /** @param host of a component's address; a variable in it is the instance's own name */
  #instance(host: string | undefined): GitlabInstance {
    const { http, gitlab, mirrors } = this.#servers;
    const own = new URL(gitlab.origin).host;
    const isOwn = host === undefined || host === own || host.startsWith('$');
    const origin = isOwn ? gitlab.origin : `https://${host}`;
    if (!URL.canParse(origin)) throw new NotFound(`${host ?? ''} is no host`);
    const mirror = mirrors.get(new URL(origin).host);
    // A token is for its own server, not for who stands in for it.
    return new GitlabInstance(http, mirror ?? origin, isOwn && mirror === undefined ? gitlab.token : undefined);
  }

  #actionSource(address: string): ActionSource {
    const [owner = '', name = '', ...path] = address.split('/');
    const { http, github, mirrors } = this.#servers;
    const mirror = mirrors.get(new URL(github.origin).host);
    const url = `${mirror ?? github.origin}/${owner}/${name}`;
    const token = mirror === undefined ? github.token : undefined;
    const basic = Buffer.from(`x-access-token:${token ?? ''}`).toString('base64');
    const credentials: Record<string, string> = token === undefined ? {} : { authorization: `Basic ${basic}` };
    const known = this.#remotes.get(url) ?? new GitRemote(http, url, credentials);
    this.#remotes.set(url, known);
    return {
      remote: known,
      path: path.join('/'),
      async file(commit, file) {
        try {
          const place = file.split('/').map(encodeURIComponent).join('/');
          return (await http.bytes({ url: `${url}/raw/${commit}/${place}`, credentials, mostBytes: mostContent })).body;
        } catch (error) {
          if (error instanceof HttpError && error.status === 404) return undefined;
          throw error;
        }
      },
    };
  }

  #mirrored(address: string): string {
    if (!URL.canParse(address)) throw new NotFound('it is no address');
    const url = new URL(address);
    const mirror = this.#servers.mirrors.get(url.host);
    return mirror === undefined ? address : `${mirror}${url.pathname}${url.search}`;
  }
}
