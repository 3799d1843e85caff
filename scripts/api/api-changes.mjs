/* What changed between two public interfaces, and whether the changelog says it. Data in, data out. */

/** A group is of what stands before its colon or blank: `<dvc-portal> parts`, `catalog.js: Procedure`. */
function ownerOf(group) {
  const [, tag] = /^<(.+)> /u.exec(group) ?? [];
  if (tag) return { name: tag, group: 'elements' };
  const [entry, type] = group.split(': ');
  if (type) return { name: type, group: entry };
  return undefined;
}

/** Parts of a union, or of a list of codes. */
function partsOf(text) {
  const [, before, list, after] = /^(.*?readonly )\[(.*)\](.*)$/u.exec(text) ?? [];
  if (list !== undefined) return { frame: before + after, parts: list.split(',').map((part) => part.trim()) };
  const [, start = '', union, end] = /^(type [^=]+ = |(?:array of )+)?(.*?)([;?]?)$/u.exec(text);
  return { frame: start + end, parts: union.split(' | ') };
}

/** A union is the same in whatever order the compiler wrote it. */
const isSame = (before, now) =>
  before === now ||
  (before !== undefined &&
    now !== undefined &&
    before.split(' | ').sort().join() === now.split(' | ').sort().join());

/** Whether everything that was allowed still is, and something besides: another value, or of what is only written. */
function isWidened(group, before, now) {
  if (now.includes('(')) return false;
  const [old, fresh] = [partsOf(before), partsOf(now)];
  const isWritten = /> (?:attributes|properties)$/u.test(group);
  return (
    old.frame === fresh.frame &&
    old.parts.every((part) => fresh.parts.includes(part)) &&
    fresh.parts.every((part) => old.parts.includes(part) || isWritten || /^["']/u.test(part))
  );
}

/** Groups of a type's members: one that must be there changes what whoever writes such a thing has to write. */
const isOfType = (group) => group.includes(': ') || group.endsWith('.schema.json');
const isOptional = (member) => /^(?:readonly )?[\w'-]+\?|\?$/u.test(member);

function kindOf(group, ownerKind, before, now) {
  if (before === undefined)
    return isOfType(group) && ownerKind !== 'const' && !isOptional(now) ? 'demanded' : 'added';
  if (now === undefined) return 'removed';
  return isWidened(group, before, now) ? 'widened' : 'changed';
}

/** Who may have to change something of theirs. */
const BREAKING = new Set(['removed', 'changed', 'demanded']);

/**
 * @param before groups of `publicApi()`, of the last release
 * @param now the same, of what was built
 * @returns `{ group, name, kind, isBreaking, owner }` of each; what came or went as a whole is told once, without its members
 */
export function apiChanges(before, now) {
  const isWhole = (group) => {
    const owner = ownerOf(group);
    if (!owner) return group in before === group in now || group === 'entries';
    return before[owner.group]?.[owner.name] !== undefined && now[owner.group]?.[owner.name] !== undefined;
  };
  const groups = [...new Set([...Object.keys(before), ...Object.keys(now)])].filter(isWhole).sort();
  return groups.flatMap((group) => {
    const [old = {}, fresh = {}] = [before[group], now[group]];
    const owner = ownerOf(group);
    const ownerKind = owner && now[owner.group][owner.name];
    return [...new Set([...Object.keys(old), ...Object.keys(fresh)])].sort().flatMap((name) => {
      if (isSame(old[name], fresh[name])) return [];
      const kind = kindOf(group, ownerKind, old[name], fresh[name]);
      return [{ group, name, kind, isBreaking: BREAKING.has(kind), owner: owner?.name }];
    });
  });
}

const RELEASE = /^## (\S+).*$/gmu;

/** Version of the newest release that a changelog tells of. */
export const newestRelease = (changelog) =>
  [...changelog.matchAll(RELEASE)]
    .map(([, version]) => version)
    .find((version) => version !== 'Unreleased') ?? null;

/** Entries above the one of a release: what they say in code, and whether they stand among what breaks. */
function entriesSince(changelog, release) {
  const [end] = [...changelog.matchAll(RELEASE)].filter(([, version]) => version === release);
  let isBreaking = false;
  return changelog
    .slice(0, end?.index)
    .split(/\n(?=#+ |- )/u)
    .flatMap((text) => {
      if (text.startsWith('#')) isBreaking = /^### .*\b(?:breaking|phá vỡ)/iu.test(text);
      return [{ isBreaking, code: [...text.matchAll(/`([^`]+)`/gu)].map(([, code]) => code).join('\n') }];
    });
}

/** Whether a name stands in code by itself, and not as a part of another. */
const has = (code, name) =>
  new RegExp(`(?<![\\w-])${name.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')}(?![\\w-])`, 'u').test(code);

/** How people write it: without the beginning of a path, or the definitions in which a member stands. */
function writtenName({ group, name }) {
  if (group === 'entries') return name.replace(/^\.\//u, '');
  return group.endsWith('.schema.json') ? name.slice(name.lastIndexOf('.') + 1) : name;
}

/**
 * Changes that the changelog keeps from its readers. A name stands in code, in one entry with the element or type whose it
 * is; what may break a page or a program stands below a heading “Breaking”.
 * @param changelog text of `CHANGELOG.md`
 * @param release the last one with which was compared; null before the first
 * @returns a sentence each
 */
export function untoldChanges(changes, changelog, release) {
  const entries = entriesSince(changelog, release);
  return changes
    .filter(
      (change) =>
        !entries.some(
          ({ isBreaking, code }) =>
            (isBreaking || !change.isBreaking) &&
            [writtenName(change), change.owner].every((name) => !name || has(code, name)),
        ),
    )
    .map(({ group, name, kind, isBreaking, owner }) => {
      const told = owner ? `\`${owner}\` with \`${name}\`` : `\`${name}\``;
      const where = isBreaking ? 'below a heading “### Breaking”' : 'among what is unreleased';
      return `${group}: ${name} is ${kind}; CHANGELOG.md must name ${told} ${where}`;
    });
}
