/** The rules take the time, the ids and the seeds as arguments; they never fetch them. */
import { type Breach, breach, type Wall, walk } from './source-file.ts';

const WORLD_OUTSIDE = ['crypto', 'fetch', 'performance', 'process', 'setTimeout', 'setInterval'];

/** No clock, no randomness, no I/O. */
export const isPure: Wall = (file) => {
  const found: Breach[] = [];
  walk(file, {
    MemberExpression(node) {
      if (node.object.type !== 'Identifier' || node.property.type !== 'Identifier') return;
      const name = `${node.object.name}.${node.property.name}`;
      if (name === 'Date.now') found.push(breach(file, node.start, 'reads the clock: Date.now'));
      if (name === 'Math.random') found.push(breach(file, node.start, 'draws lots: Math.random'));
      if (WORLD_OUTSIDE.includes(node.object.name) || node.object.name === 'globalThis') {
        found.push(breach(file, node.start, `reaches outside: ${name}`));
      }
    },
    NewExpression(node) {
      const isDate = node.callee.type === 'Identifier' && node.callee.name === 'Date';
      if (isDate && node.arguments.length === 0) {
        found.push(breach(file, node.start, 'reads the clock: new Date()'));
      }
    },
    CallExpression(node) {
      if (node.callee.type !== 'Identifier') return;
      if (node.callee.name === 'Date')
        found.push(breach(file, node.start, 'reads the clock: Date()'));
      if (WORLD_OUTSIDE.includes(node.callee.name)) {
        found.push(breach(file, node.start, `reaches outside: ${node.callee.name}()`));
      }
    },
  });
  return found;
};

const PAGE_ONLY = ['window', 'document', 'localStorage', 'sessionStorage', 'alert'];

/** Store and sync run in the service worker too, where there is no page. */
export const isPageFree: Wall = (file) => {
  const found: Breach[] = [];
  const keys = new Set<number>();
  walk(file, {
    MemberExpression(node) {
      if (!node.computed) keys.add(node.property.start);
    },
    Property(node) {
      if (!node.computed) keys.add(node.key.start);
    },
    TSPropertySignature(node) {
      keys.add(node.key.start);
    },
    ImportSpecifier(node) {
      keys.add(node.imported.start);
    },
    Identifier(node) {
      if (PAGE_ONLY.includes(node.name) && !keys.has(node.start)) {
        found.push(breach(file, node.start, `there is no ${node.name} in a worker`));
      }
    },
  });
  return found;
};
