import { problemAnswer } from './contract-answers.js';
import { BEAT_MS, CONTRACT, CONTRACT_HEADER, EVENT_STREAM } from './contract.js';
import type { Watched } from './tracking.js';

export interface ChangeStreamOptions {
  /** Streams that are open at once; whoever comes after looks by themselves, as without any. */
  readonly most?: number;
  /** Of them for one address: a whole office may stand behind it. */
  readonly mostOfOne?: number;
  /** Milliseconds after which a stream ends by itself: what opens it is asked for anew. */
  readonly longestMs?: number;
  readonly beatMs?: number;
}

interface Stream {
  readonly code: string;
  readonly address: string;
  readonly look: () => Promise<void>;
  readonly end: () => void;
}

/** A comment: it shows that the line is alive, and means nothing. */
const BEAT = ':\n\n';
const CHANGED = 'data: changed\n\n';

/**
 * The streams by which those who follow a dossier hear at once that something is new: that it is, and nothing of what.
 * Whoever hears it asks as always.
 */
export function createChangeStreams({
  most = 1000,
  mostOfOne = 100,
  longestMs = 30 * 60_000,
  beatMs = BEAT_MS,
}: ChangeStreamOptions = {}) {
  const open = new Set<Stream>();
  const hasRoom = (address = ''): boolean =>
    open.size < most && [...open].filter((one) => one.address === address).length < mostOfOne;

  return {
    /** Whether one more may listen, from this address; to be asked before it is written down that they do. */
    hasRoom,

    /** Answers whoever has shown that they know the dossier. */
    answer({ code, known, version }: Watched, address = ''): Response {
      if (!hasRoom(address)) return problemAnswer('busy');
      const encoder = new TextEncoder();
      let told = known;
      let close: () => void = () => undefined;
      const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
        start(controller) {
          const say = (text: string) => controller.enqueue(encoder.encode(text));
          // Never throws: it runs inside what somebody else has done.
          const look = async () => {
            try {
              const now = await version();
              if (now === told || !open.has(stream)) return;
              told = now;
              say(CHANGED);
            } catch {
              end();
            }
          };
          const end = () => {
            if (!open.has(stream)) return;
            close();
            controller.close();
          };
          const stream: Stream = { code, address, look, end };
          const beating = setInterval(() => say(BEAT), beatMs);
          const ending = setTimeout(end, longestMs);
          close = () => {
            clearInterval(beating);
            clearTimeout(ending);
            open.delete(stream);
          };
          open.add(stream);
          say(BEAT);
          // It may have changed since whoever listens was told.
          void look();
        },
        cancel: () => close(),
      });
      return new Response(body, {
        headers: {
          [CONTRACT_HEADER]: String(CONTRACT),
          'content-type': EVENT_STREAM,
          'cache-control': 'no-store',
          // A proxy that collects an answer before it passes it on would make every stream dumb.
          'x-accel-buffering': 'no',
        },
      });
    },

    /** Something was done with a dossier. */
    tell(code: string): void {
      for (const stream of open) if (stream.code === code) void stream.look();
    },

    /** Ends all of them: who listened looks by themselves again. */
    end(): void {
      for (const stream of [...open]) stream.end();
    },
  };
}

export type ChangeStreams = ReturnType<typeof createChangeStreams>;
