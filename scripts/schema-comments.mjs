import ts from 'typescript';

/**
 * The comments above the members of every `v.object({ … })` that a source file declares.
 * @param {string} text of a TypeScript file
 * @returns {Map<string, { description?: string, members: Map<string, object> }>} by name of the constant
 */
export function readComments(text, fileName) {
  const file = ts.createSourceFile(fileName, text, ts.ScriptTarget.Latest, true);
  const found = new Map();
  for (const statement of file.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    for (const { name, initializer } of statement.declarationList.declarations) {
      const shape = initializer && firstObject(initializer);
      if (shape) found.set(name.getText(), { description: commentOf(statement), members: membersOf(shape) });
    }
  }
  if (found.size === 0)
    throw new Error(`${fileName} declares no objects; are the definitions elsewhere now?`);
  return found;
}

/** Writes comments into a JSON Schema as descriptions. */
export function describe(schema, comments) {
  if (comments.description) schema.description = comments.description;
  for (const [name, { description, members }] of comments.members) {
    const member = schema.properties?.[name];
    if (!member) throw new Error(`The schema has no member "${name}", though the source describes one`);
    if (description) member.description = description;
    const inner = member.items ?? member;
    if (members && inner.properties) describe(inner, { members });
  }
}

function membersOf(shape) {
  const members = new Map();
  for (const property of shape.properties) {
    if (!ts.isPropertyAssignment(property)) continue;
    const inner = firstObject(property.initializer);
    members.set(property.name.getText(), {
      description: commentOf(property),
      members: inner && membersOf(inner),
    });
  }
  return members;
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
