import { join } from 'node:path';
import ts from 'typescript';
import { readJson, root } from '../files.mjs';
import { importSource } from '../import-source.mjs';
import { elementsOf } from '../metadata/manifest.mjs';
import { fieldsOf } from '../metadata/types.mjs';
import { dataFormats } from './data-formats.mjs';

/*
 * Everything that somebody may have written into a page, a style sheet or a program: what changes here changes for them.
 * Told in groups, `{ [group]: { [name]: what it is } }`; a group `<dvc-x> attributes` or `catalog.js: Procedure` is of the
 * thing that it names. Read from what was built.
 */

const printer = ts.createPrinter({ removeComments: true });
const print = (node) =>
  printer
    .printNode(ts.EmitHint.Unspecified, node, node.getSourceFile())
    .replace(/\s+/gu, ' ')
    .replace(/^export (?:declare )?/u, '')
    .replace(/^declare /u, '');
const byName = (entries) => Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
const toTypes = (items, typeOf) => byName(items.map((item) => [item.name || '(default)', typeOf(item)]));

function elementGroups(elements) {
  const groups = { elements: byName(elements.map(({ tagName, name }) => [tagName, name])) };
  for (const element of elements) {
    const { tagName, attributes, members, events, slots = [], cssParts = [], cssProperties = [] } = element;
    const fields = members.filter(({ kind, static: isStatic }) => kind === 'field' && !isStatic);
    const methods = members.filter(({ kind }) => kind === 'method');
    const parameters = ({ parameters: all = [] }) => all.map(({ name, type }) => `${name}: ${type.text}`);
    const carried = ({ type }) => fieldsOf(type.text).map((field) => `${field.name}: ${field.type}`);
    Object.assign(groups, {
      [`<${tagName}> attributes`]: toTypes(attributes, ({ type }) => type.text),
      [`<${tagName}> properties`]: toTypes(fields, ({ type }) => type?.text ?? ''),
      [`<${tagName}> methods`]: toTypes(methods, (method) => `(${parameters(method).join(', ')})`),
      [`<${tagName}> events`]: toTypes(events, (event) => [event.type.text, ...carried(event)].join('; ')),
      [`<${tagName}> slots`]: toTypes(slots, () => ''),
      [`<${tagName}> parts`]: toTypes(cssParts, () => ''),
      [`<${tagName}> custom properties`]: toTypes(cssProperties, () => ''),
    });
  }
  return groups;
}

/** Entries that stand for one file; those with a star hold elements, which are told above. */
const moduleEntries = ({ exports }) =>
  Object.entries(exports).filter(([path, { types }]) => types && !path.includes('*'));

const isPublic = (member) =>
  member.name &&
  !ts.isPrivateIdentifier(member.name) &&
  !(ts.getCombinedModifierFlags(member) & (ts.ModifierFlags.Private | ts.ModifierFlags.Protected));

const isNamedType = (node) => ts.isInterfaceDeclaration(node) || ts.isClassDeclaration(node);

/** Members of a type, those that it inherits from our own ones too; what comes of a schema is told with the data formats. */
function membersOf(type, checker, literal) {
  const isOurs = (node) =>
    (isNamedType(node.parent) || node.parent === literal) &&
    isPublic(node) &&
    !/\/typescript\/lib\/|\/@types\//u.test(node.getSourceFile().fileName);
  const members = type
    .getProperties()
    .map(({ name, declarations = [] }) => [name, declarations.filter(isOurs).map(print).join(' ')]);
  const indexes = checker
    .getIndexInfosOfType(type)
    .map((index) => [`[${checker.typeToString(index.keyType)}]`, checker.typeToString(index.type)]);
  return byName([...members, ...indexes].filter(([, text]) => text !== ''));
}

/** The type whose members are told one by one, with what it is called; undefined for what is told in a line. */
function typeWithMembers(symbol, checker) {
  const [declaration] = symbol.declarations;
  if (isNamedType(declaration)) {
    const parameters = (declaration.typeParameters ?? []).map(print).join(', ');
    const kind = ts.isClassDeclaration(declaration) ? 'class' : 'interface';
    return {
      kind: parameters ? `${kind} <${parameters}>` : kind,
      type: checker.getDeclaredTypeOfSymbol(symbol),
    };
  }
  // A table of codes: each is a name of its own.
  if (declaration.type && ts.isVariableDeclaration(declaration) && ts.isTypeLiteralNode(declaration.type))
    return { kind: 'const', type: checker.getTypeOfSymbol(symbol), literal: declaration.type };
  return undefined;
}

/** What an entry exports, and members of the types among it that no entry before has told of. */
function exportGroups(entry, symbols, checker, told) {
  const groups = {};
  const names = symbols.map((symbol) => {
    const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    const found = typeWithMembers(target, checker);
    if (!found) return [symbol.name, target.declarations.map(print).join(' ')];
    if (!told.has(target)) groups[`${entry}: ${symbol.name}`] = membersOf(found.type, checker, found.literal);
    told.add(target);
    return [symbol.name, found.kind];
  });
  return { [entry]: byName(names), ...groups };
}

function entryGroups(packageJson, elements) {
  const entries = moduleEntries(packageJson).map(([path, { types }]) => [path, join(root, types)]);
  const program = ts.createProgram(
    entries.map(([, file]) => file),
    {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      strict: true,
      skipLibCheck: true,
      types: [],
    },
  );
  const checker = program.getTypeChecker();
  const groups = { entries: byName(Object.keys(packageJson.exports).map((path) => [path, ''])) };
  const told = new Set();
  const ofManifest = new Set(elements.map(({ name }) => name));
  for (const [path, file] of entries) {
    const module = checker.getSymbolAtLocation(program.getSourceFile(file));
    const symbols = (module ? checker.getExportsOfModule(module) : []).filter(
      ({ name }) => !ofManifest.has(name),
    );
    const entry = path === '.' ? 'dvc-widgets' : path.slice(2);
    Object.assign(groups, exportGroups(entry, symbols, checker, told));
  }
  return groups;
}

/** What themes may set. Names and kinds: a colour that is mended is no change for whoever sets his own. */
function tokenGroup() {
  const { $extensions: extensions, ...tokens } = readJson('dist/tokens/default.tokens.json');
  const kinds = Object.entries(tokens).map(([name, { $type }]) => [`--dvc-${name}`, $type]);
  // The look of the browser's controls is none of the format's kinds.
  const scheme = extensions['dvc-widgets'].colorScheme;
  return { tokens: byName([...kinds, ...(scheme ? [['--dvc-color-scheme', 'keyword']] : [])]) };
}

/** What the tag of the script may say. */
async function scriptGroup() {
  const { optionAttribute, SCRIPT_OPTIONS } = await importSource('src/embed/script-settings.ts');
  return { 'script tag': byName(SCRIPT_OPTIONS.map((option) => [optionAttribute(option), ''])) };
}

/** The public interface of the built package. */
export async function publicApi() {
  const elements = elementsOf(readJson('dist/custom-elements.json'));
  return {
    ...elementGroups(elements),
    ...entryGroups(readJson('package.json'), elements),
    ...dataFormats(),
    ...tokenGroup(),
    ...(await scriptGroup()),
  };
}
