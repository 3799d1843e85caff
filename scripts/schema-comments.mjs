import ts from 'typescript';

/**
 * The comments above the members of every `v.object({ … })` that a source file declares, alone or as one of several
 * (`v.variant`, `v.union`).
 * @param {string} text of a TypeScript file
 * @returns {Map<string, { description?: string, members: Map<string, object>, alternatives: object[] }>} by name of
 *   the constant
 */
export function readComments(text, fileName) {
  const file = ts.createSourceFile(fileName, text, ts.ScriptTarget.Latest, true);
  const declared = new Map();
  for (const statement of file.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    for (const { name, initializer } of statement.declarationList.declarations)
      if (initializer) declared.set(name.getText(), { statement, initializer });
  }
  const found = new Map();
  for (const [name, { statement, initializer }] of declared) {
    const shape = firstObject(initializer);
    const alternatives = shape ? [] : alternativesIn(initializer, declared);
    if (!shape && alternatives.length === 0) continue;
    found.set(name, {
      description: commentOf(statement),
      members: shape ? membersOf(shape, declared) : new Map(),
      alternatives,
    });
  }
  if (found.size === 0)
    throw new Error(`${fileName} declares no objects; are the definitions elsewhere now?`);
  return found;
}

/** Writes comments into a JSON Schema as descriptions. */
export function describe(schema, { description: own, members: all, alternatives = [] }) {
  if (own) schema.description = own;
  const schemas = schema.anyOf ?? schema.oneOf ?? [];
  if (alternatives.length > 0 && alternatives.length !== schemas.length)
    throw new Error('The schema has other alternatives than the source');
  for (const [at, alternative] of alternatives.entries()) describe(schemas[at], alternative);
  for (const [name, { description, members, alternatives: several = [] }] of all) {
    const member = schema.properties?.[name];
    if (!member) throw new Error(`The schema has no member "${name}", though the source describes one`);
    if (description) member.description = description;
    const inner = member.items ?? member;
    if (members && inner.properties) describe(inner, { members });
    if (several.length > 0) describe(inner, { members: new Map(), alternatives: several });
  }
}

function membersOf(shape, declared) {
  const members = new Map();
  for (const property of shape.properties) {
    if (ts.isSpreadAssignment(property)) {
      const shared = declared.get(property.expression.getText())?.initializer;
      if (shared && ts.isObjectLiteralExpression(shared))
        for (const [name, member] of membersOf(shared, declared)) members.set(name, member);
    }
    if (!ts.isPropertyAssignment(property)) continue;
    const inner = firstObject(property.initializer);
    members.set(property.name.getText(), {
      description: commentOf(property),
      members: inner && membersOf(inner, declared),
      alternatives: inner ? [] : alternativesIn(property.initializer, declared),
    });
  }
  return members;
}

const alternativesIn = (node, declared) =>
  severalObjects(node, declared).map(({ node: one, shape }) => ({
    description: commentOf(one),
    members: membersOf(shape, declared),
  }));

/**
 * The objects of a list inside a call, `v.variant('kind', [v.object(…), …])`, perhaps behind a function; some may be
 * declared apart and only named there.
 */
function severalObjects(node, declared) {
  if (ts.isArrowFunction(node)) return severalObjects(node.body, declared);
  if (!ts.isCallExpression(node)) return [];
  return node.arguments.flatMap((argument) =>
    ts.isArrayLiteralExpression(argument)
      ? argument.elements.flatMap((element) => {
          const { statement = element, initializer = element } = declared.get(element.getText()) ?? {};
          const shape = firstObject(initializer);
          return shape ? [{ node: statement, shape }] : [];
        })
      : severalObjects(argument, declared),
  );
}

/** The object inside `v.object(…)`, however many pipes and optionals stand around it. */
function firstObject(node) {
  if (!ts.isCallExpression(node)) return undefined;
  for (const argument of node.arguments) {
    const shape = ts.isObjectLiteralExpression(argument) ? argument : firstObject(argument);
    if (shape) return shape;
  }
  return undefined;
}

function commentOf(node) {
  const comment = ts.getJSDocCommentsAndTags(node).at(-1)?.comment;
  return typeof comment === 'string' ? comment.replace(/\s*\n\s*/gu, ' ') : undefined;
}
