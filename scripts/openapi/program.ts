import ts from 'typescript'

/** The project's source under the type checker, as far as the routes reach. */
export interface Source {
  program: ts.Program
  checker: ts.TypeChecker
  root: string
}

const REGISTRY = '.adonisjs/client/registry/schema.d.ts'
const DATA = '.adonisjs/client/data.d.ts'
const DECLARATIONS = [
  'app/core/http/serializer.ts',
  'app/core/http/finished_json.ts',
  'app/auth/access.ts',
]

/** The generated registry imports every controller; the others declare what they rely on. */
export function readSource(root: string): Source {
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => {} }
  const config = ts.getParsedCommandLineOfConfigFile(`${root}/tsconfig.json`, {}, host)!
  const rootNames = [REGISTRY, DATA, ...DECLARATIONS].map((file) => `${root}/${file}`)
  const program = ts.createProgram({ rootNames, options: { ...config.options, noEmit: true } })
  return { program, checker: program.getTypeChecker(), root }
}

/** What a route answers on success, by the route's name. */
export function responseTypes({ program, checker, root }: Source): Map<string, ts.Type> {
  const file = checker.getSymbolAtLocation(program.getSourceFile(`${root}/${REGISTRY}`)!)!
  const registry = checker.getExportsOfModule(file).find(({ name }) => name === 'Registry')!
  const member = (type: ts.Type, name: string) => checker.getTypeOfSymbol(type.getProperty(name)!)
  return new Map(
    checker
      .getDeclaredTypeOfSymbol(registry)
      .getProperties()
      .map((route) => {
        const types = member(checker.getTypeOfSymbol(route), 'types')
        return [route.name, member(types, 'response')]
      })
  )
}

/** What each transformer makes, by the component's name: User, UserForLogin. */
export function transformerTypes({ program, checker, root }: Source): Map<string, ts.Type> {
  const file = checker.getSymbolAtLocation(program.getSourceFile(`${root}/${DATA}`)!)!
  const found = new Map<string, ts.Type>()
  const visit = (namespace: ts.Symbol, path: string[]) => {
    for (const symbol of checker.getExportsOfModule(namespace)) {
      const isVariants = symbol.name === 'Variants'
      if (symbol.flags & ts.SymbolFlags.TypeAlias) {
        const type = checker.getDeclaredTypeOfSymbol(symbol)
        if (!isVariants) addNamed(found, [...path, symbol.name], type)
        else
          for (const variant of type.getProperties())
            addNamed(found, [...path, upperFirst(variant.name)], checker.getTypeOfSymbol(variant))
      }
      if (symbol.flags & ts.SymbolFlags.Module) visit(symbol, [...path, symbol.name])
    }
  }
  visit(
    checker.getExportsOfModule(file).find(({ name }) => name === 'Data')!,
    []
  )
  return found
}

/** [Users, User, ForLogin] -> UserForLogin; two domains with one word keep the domain before it. */
function addNamed(found: Map<string, ts.Type>, path: string[], type: ts.Type) {
  const short = path
    .slice(1)
    .filter((word) => word !== 'ToObject')
    .join('')
  const name = found.has(short) && found.get(short) !== type ? path.join('') : short
  found.set(name, type)
}

export function upperFirst(word: string): string {
  return word[0].toUpperCase() + word.slice(1)
}
