import { AliasNode, ColumnNode, IdentifierNode, ReferenceNode, SelectQueryNode } from 'kysely';
import type { OperationNode } from 'kysely';

/**
 * The names of the columns that a Kysely query selects, in its order.
 *
 * @throws TypeError where they can't be known without asking the server
 */
export function selectedColumns(query: string, node: OperationNode): string[] {
  if (!SelectQueryNode.is(node) || node.selections === undefined) {
    throw new TypeError(`Query "${query}" must be a select that names its columns`);
  }
  return node.selections.map(({ selection }) => {
    const name = columnName(selection);
    if (name !== undefined) return name;
    throw new TypeError(
      `Query "${query}" selects something without a name: name each column instead of selectAll(), and give each expression an alias with .as()`,
    );
  });
}

function columnName(node: OperationNode): string | undefined {
  if (AliasNode.is(node)) return IdentifierNode.is(node.alias) ? node.alias.name : undefined;
  if (ReferenceNode.is(node)) return columnName(node.column);
  return ColumnNode.is(node) ? node.column.name : undefined;
}
