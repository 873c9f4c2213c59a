/** What switches the type checker off is not written; what fails is not swallowed. */
import { type Breach, breach, type Wall, walk } from './source-file.ts';

/** No `any`, no cast but `as const`, no `!`, no suppressed check. */
export const typesAreTrusted: Wall = (file) => {
  const found: Breach[] = [];
  walk(file, {
    TSAnyKeyword: (node) => found.push(breach(file, node.start, 'any')),
    TSNonNullExpression: (node) => found.push(breach(file, node.start, 'non-null !')),
    TSTypeAssertion: (node) => found.push(breach(file, node.start, 'a cast')),
    TSAsExpression(node) {
      const type = node.typeAnnotation;
      const isConst =
        type.type === 'TSTypeReference' &&
        type.typeName.type === 'Identifier' &&
        type.typeName.name === 'const';
      if (!isConst) found.push(breach(file, node.start, 'a cast'));
    },
  });
  for (const match of file.text.matchAll(/@ts-(ignore|expect-error|nocheck)/g)) {
    found.push(breach(file, match.index, `a suppressed check: ${match[0]}`));
  }
  return found;
};

export const failuresAreHandled: Wall = (file) => {
  const found: Breach[] = [];
  walk(file, {
    CatchClause(node) {
      if (node.body.body.length === 0) found.push(breach(file, node.start, 'an empty catch'));
    },
    CallExpression(node) {
      const { callee } = node;
      if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return;
      const [handler] = node.arguments;
      if (callee.property.name !== 'catch' || handler?.type !== 'ArrowFunctionExpression') return;
      const empty = handler.body.type === 'BlockStatement' && handler.body.body.length === 0;
      if (empty) found.push(breach(file, node.start, 'an empty catch'));
    },
  });
  return found;
};

/** One name for one thing, wherever it is imported. */
export const exportsAreNamed: Wall = (file) => {
  const found: Breach[] = [];
  walk(file, {
    ExportDefaultDeclaration: (node) => found.push(breach(file, node.start, 'a default export')),
  });
  return found;
};
