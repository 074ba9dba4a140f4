import http from 'node:http';
import https from 'node:https';
import type { Socket } from 'node:net';

/** An idle connection is let go before a server or a balancer would end it under the next request. */
const IDLE_MS = 4000;

/** Connections to one address; requests beyond them wait for one. */
const MOST_SOCKETS = 256;

/** Connections that are kept for the next request. Idle ones don't keep the process alive. */
export class SocketPool {
  #http: http.Agent | undefined;
  #https: https.Agent | undefined;

  /** The agent for connections of a kind. */
  agentFor(secure: boolean): http.Agent {
    if (secure) return (this.#https ??= new https.Agent(agentOptions()));
    return (this.#http ??= new http.Agent(agentOptions()));
  }

  /** Ends idle connections now, and the others when their requests are over. New ones can be opened. */
  close(): void {
    for (const agent of [this.#http, this.#https]) {
      if (agent === undefined) continue;
      agent.keepSocketAlive = () => false;
      const idle = Object.values(agent.freeSockets) as Socket[][];
      for (const socket of idle.flat()) socket.destroy();
    }
    this.#http = undefined;
    this.#https = undefined;
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
