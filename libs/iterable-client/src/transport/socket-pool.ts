import http from 'node:http';
import https from 'node:https';

/** An idle connection is let go before a server or a balancer would end it under the next request. */
const IDLE_MS = 4000;

/** Connections to one address; requests beyond them wait for one. */
const MOST_SOCKETS = 256;

/** Connections that are kept for the next request. Idle ones don't keep the process alive. */
export class SocketPool {
  #http: http.Agent | undefined;
  #https: https.Agent | undefined;

  /** The agent for a protocol, `http:` or `https:`. */
  agentFor(protocol: string): http.Agent {
    if (protocol === 'https:') return (this.#https ??= new https.Agent(agentOptions()));
    return (this.#http ??= new http.Agent(agentOptions()));
  }
}

function agentOptions(): http.AgentOptions {
  // Set where Node was told to heed HTTP_PROXY and HTTPS_PROXY.
  const { proxyEnv } = (http.globalAgent as { options?: http.AgentOptions }).options ?? {};
  return {
    keepAlive: true,
    maxSockets: MOST_SOCKETS,
    maxFreeSockets: MOST_SOCKETS,
    timeout: IDLE_MS,
    ...(proxyEnv && { proxyEnv }),
  };
}
