import { join } from 'node:path';
import ts from 'typescript';
import { root } from '../files.mjs';

/* What the published types say of classes: the manifest has the text of a type, not what the name in it stands for. */

const file = join(root, 'dist/types/components/index.d.ts');
const program = ts.createProgram([file], {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  strict: true,
  skipLibCheck: true,
  types: [],
});
const checker = program.getTypeChecker();
const exported = new Map(
  checker
    .getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(file)))
    .map((symbol) => [
      symbol.name,
      symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol,
    ]),
);

const written = (type) =>
  checker.typeToString(type, undefined, ts.TypeFormatFlags.NoTruncation).replaceAll('"', "'");
const PLAIN = ts.TypeFlags.StringLike | ts.TypeFlags.NumberLike | ts.TypeFlags.BooleanLike;

/** Plain types of a union, each written out, the open ones last. */
function plainMembers(type) {
  const members = type.isUnion() ? type.types : [type];
  const plain = members.filter(({ flags }) => flags & PLAIN).map(written);
  // TypeScript has a boolean as two literals.
  return plain.includes('true') ? ['boolean', ...plain.filter((one) => !/^(true|false)$/u.test(one))] : plain;
}

/** A class that the package exports, or a fault of whoever asks: what is documented must be there. */
function classNamed(name) {
  const symbol = exported.get(name);
  if (!symbol) throw new Error(`dist/types/components/index.d.ts does not export ${name}`);
  return checker.getDeclaredTypeOfSymbol(symbol);
}

function typeOf(className, property) {
  const symbol = classNamed(className).getProperty(property);
  if (!symbol) throw new Error(`${className} has no ${property}`);
  return checker.getTypeOfSymbol(symbol);
}

/** What may be written in an attribute of a property: a catalogue is a property, its address an attribute. */
export function attributeType(className, property) {
  const type = typeOf(className, property);
  const mayBeAbsent = type.isUnion() && type.types.some(({ flags }) => flags & ts.TypeFlags.Undefined);
  return [...plainMembers(type), ...(mayBeAbsent ? ['undefined'] : [])].join(' | ');
}

/** What an event carries besides what every event has. */
export const fieldsOf = (className) =>
  [...classNamed(className).symbol.members.values()]
    .filter(({ flags }) => flags & ts.SymbolFlags.Property)
    .map((symbol) => ({
      name: symbol.name,
      type: plainMembers(checker.getTypeOfSymbol(symbol)).join(' | '),
      description: ts.displayPartsToString(symbol.getDocumentationComment(checker)),
    }));
