/** Version of this copy, put in by the build; sources and tests say `0.0.0-source`. */
declare const __DVC_VERSION__: string | undefined;
export const VERSION = typeof __DVC_VERSION__ === 'string' ? __DVC_VERSION__ : '0.0.0-source';

/** The part of a version up to which all copies mean the same by a tag. */
export const majorOf = (version = ''): string => version.split('.')[0] ?? '';
