/** Some browsers ask first whether to take it, and read it only then; how long they may, in milliseconds. */
const TAKEN_WITHIN_MS = 60_000;

/** Hands a file to the person, under a name that says nothing of them. */
export function saveFile(name: string, parts: BlobPart[], type: string): void {
  const address = URL.createObjectURL(new Blob(parts, { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), TAKEN_WITHIN_MS);
}
