/** Longest file that a receiving system of this project takes, in bytes: a dozen photographed pages. */
export const LONGEST_FILE = 20 * 1024 * 1024;

/** Version of tus that is spoken. */
export const TUS_VERSION = '1.0.0';

/** Ids of submissions and files: made by the client, in lower case, and never a path. */
export const CLIENT_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

/** What a file may be, by its first bytes and not by its name. */
const KINDS: readonly (readonly [kind: string, begins: readonly number[]])[] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
];

/** Media type of a file, or nothing where it is none that is taken. */
export function kindOfFile(begin: Uint8Array): string | undefined {
  return KINDS.find(([, bytes]) => bytes.every((byte, at) => begin[at] === byte))?.[0];
}

/** `Upload-Metadata` of tus: names and base64 values, separated by commas. */
export function readMetadata(header: string | null): ReadonlyMap<string, string> {
  const pairs = (header ?? '').split(',').map((pair) => pair.trim().split(' '));
  return new Map(
    pairs.flatMap(([name = '', value = '']) => {
      try {
        return [[name, atob(value)] as const];
      } catch {
        return [];
      }
    }),
  );
}
