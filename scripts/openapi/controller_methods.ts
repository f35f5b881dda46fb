import ts from 'typescript'
import type { Source } from './program.js'

/** What the source of a controller method says about its endpoint. */
export interface ControllerMethod {
  summary: string
  /** statuses it sets on success, as literals; 200 when none */
  statuses: number[]
  /** validators it passes to request.validateUsing: where they are exported */
  validators: { file: string; name: string }[]
  /** form fields that carry files */
  fileFields: string[]
  /** media types it sets itself, with response.type or the Content-Type header */
  mediaTypes: string[]
}

/** Reads one method of a controller class. `file` is absolute. */
export function readMethod(source: Source, file: string, method: string): ControllerMethod {
  const node = findMethod(source, file, method)
  const found: ControllerMethod = {
    summary: summaryOf(node),
    statuses: [],
    validators: [],
    fileFields: [],
    mediaTypes: [],
  }
  const visit = (part: ts.Node) => {
    if (ts.isCallExpression(part)) readCall(source, part, found)
    ts.forEachChild(part, visit)
  }
  visit(node)
  return found
}

function findMethod(source: Source, file: string, method: string): ts.MethodDeclaration {
  const text = source.program.getSourceFile(file)
  if (!text) throw new Error(`${file} is not reached by the registry: run "node ace codegen" first`)
  for (const statement of text.statements) {
    if (!ts.isClassDeclaration(statement)) continue
    for (const member of statement.members)
      if (ts.isMethodDeclaration(member) && member.name.getText() === method) return member
  }
  throw new Error(`${file} has no method ${method}`)
}

function summaryOf(node: ts.Node): string {
  return ts
    .getJSDocCommentsAndTags(node)
    .filter(ts.isJSDoc)
    .map((doc) => ts.getTextOfJSDocComment(doc.comment) ?? '')
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()
}

function readCall(source: Source, call: ts.CallExpression, found: ControllerMethod) {
  const callee = call.expression
  const name = ts.isPropertyAccessExpression(callee) ? callee.name.text : callee.getText()
  const first = call.arguments[0]
  if (!first) return
  if (name === 'validateUsing') found.validators.push(whereExported(source, first))
  if (name === 'status') found.statuses.push(...numbersOf(first).filter((one) => one < 300))
  if (name === 'redirect') found.statuses.push(302)
  if (name === 'receiveFiles') found.fileFields.push(fieldOf(source, call.arguments[1]))
  const second = call.arguments[1]
  if (name === 'type' && ts.isStringLiteral(first)) found.mediaTypes.push(first.text)
  const isHeader = name === 'header' && ts.isStringLiteral(first)
  if (isHeader && /^content-type$/i.test(first.text) && second && ts.isStringLiteral(second))
    found.mediaTypes.push(second.text.split(';')[0])
}

/** A number written there, or both of `condition ? 200 : 201`. */
function numbersOf(node: ts.Expression): number[] {
  if (ts.isConditionalExpression(node))
    return [...numbersOf(node.whenTrue), ...numbersOf(node.whenFalse)]
  return ts.isNumericLiteral(node) ? [Number(node.text)] : []
}

function whereExported({ checker }: Source, node: ts.Expression) {
  let symbol = checker.getSymbolAtLocation(node)
  if (symbol && symbol.flags & ts.SymbolFlags.Alias) symbol = checker.getAliasedSymbol(symbol)
  const declaration = symbol?.declarations?.[0]
  if (!symbol || !declaration)
    throw new Error(`${node.getText()} must be a validator exported by name`)
  return { file: declaration.getSourceFile().fileName, name: symbol.name }
}

/** The `field` of receiveFiles' rules, written there or in a constant. */
function fieldOf({ checker }: Source, rules: ts.Expression | undefined): string {
  const field = rules && checker.getTypeAtLocation(rules).getProperty('field')
  const declaration = field?.declarations?.[0]
  if (declaration && ts.isPropertyAssignment(declaration)) {
    const value = declaration.initializer
    if (ts.isStringLiteral(value)) return value.text
    const type = checker.getTypeAtLocation(value)
    if (type.isStringLiteral()) return type.value
  }
  return 'file'
}
