import { getRequestListener } from '@hono/node-server';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { WorkCalendar } from '../../../src/dossiers/deadline.js';
import { parseWorkCalendar } from '../../../src/dossiers/work-calendar.js';
import { parseForm } from '../../../src/forms/parse-form.js';
import type { FormDefinition } from '../../../src/forms/form-definition.js';
import { createGateway, type Gateway, type GatewayOptions } from './app.js';

/** Every form definition of a folder. @throws {Error} where one is broken: half a set must not take dossiers */
export function readForms(folder: string): FormDefinition[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => {
      const { form, problems } = parseForm(JSON.parse(readFileSync(join(folder, name), 'utf8')));
      if (!form) throw new Error(`${name}: ${JSON.stringify(problems)}`);
      return form;
    });
}

/** The days off that an office keeps. @throws {Error} where they are broken: a wrong date must not be promised */
export function readCalendar(file: string): WorkCalendar {
  const text = readFileSync(file, 'utf8');
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new Error(`--calendar ${file}: ${String(cause)}`, { cause });
  }
  const read = parseWorkCalendar(json);
  if (!read.ok) throw new Error(`--calendar ${file}: ${JSON.stringify(read.problem.params)}`);
  return read.value;
}

/** A listener for Node's own server. */
export function listenerOf(gateway: Gateway): (request: IncomingMessage, response: ServerResponse) => void {
  const listener = getRequestListener(gateway.fetch);
  return (request, response) => void listener(request, response);
}

const HOUR = 3_600_000;
/** Whoever sends slower than this when the gateway stops goes on later, in milliseconds. */
const GRACE = 10_000;

/** Serves the gateway by itself, until it is told to stop; what is being answered then is answered. */
export async function serveGateway(options: GatewayOptions & { readonly port: number }) {
  const gateway = createGateway(options);
  const listener = listenerOf(gateway);
  const answering = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    answering.add(response);
    response.once('close', () => answering.delete(response));
    listener(request, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(options.port, '127.0.0.1', resolve);
  });
  const sweeping = setInterval(() => void gateway.sweep(), HOUR);
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : options.port;
  return {
    url: `http://127.0.0.1:${String(port)}${options.path ?? ''}`,
    gateway,
    async close(): Promise<void> {
      clearInterval(sweeping);
      // A connection that is kept for a next request would keep the process.
      gateway.endStreams();
      for (const response of answering) if (!response.headersSent) response.setHeader('connection', 'close');
      setTimeout(() => server.closeAllConnections(), GRACE).unref();
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeIdleConnections();
      });
      gateway.close();
    },
  };
}
