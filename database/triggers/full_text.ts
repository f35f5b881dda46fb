/*
 * Full text on SQLite. FTS5 wants a row number that lives as long as the row; the implicit one of a
 * table with a text key may change with VACUUM. So the words belong to a table of their own, kept by
 * triggers.
 */

interface WordsOf {
  /** one of what is searched: `<one>_texts` and `<one>_words` are made */
  one: string
  /** the table that has the texts */
  table: string
  columns: string[]
}

/** The statements that keep the words of a table searchable. */
export function fullTextStatements({ one, table, columns }: WordsOf): string[] {
  const texts = `${one}_texts`
  const words = `${one}_words`
  const names = columns.join(', ')
  const of = (row: 'new' | 'old') => columns.map((column) => `${row}.${column}`).join(', ')
  const add = `INSERT INTO ${words}(rowid, ${names}) VALUES (new.no, ${of('new')});`
  const remove = `INSERT INTO ${words}(${words}, rowid, ${names})
       VALUES ('delete', old.no, ${of('old')});`
  const changes = columns.map((column) => `${column} = new.${column}`).join(', ')
  return [
    `CREATE TABLE ${texts} (no INTEGER PRIMARY KEY, ${one}_id TEXT NOT NULL UNIQUE,
       ${columns.map((column) => `${column} TEXT`).join(', ')})`,
    `CREATE VIRTUAL TABLE ${words} USING fts5(${names}, content='${texts}',
       content_rowid='no', tokenize="unicode61 remove_diacritics 2", prefix='2 3')`,
    `CREATE TRIGGER ${texts}_added AFTER INSERT ON ${texts} BEGIN ${add} END`,
    `CREATE TRIGGER ${texts}_removed AFTER DELETE ON ${texts} BEGIN ${remove} END`,
    `CREATE TRIGGER ${texts}_changed AFTER UPDATE ON ${texts} BEGIN ${remove} ${add} END`,
    `CREATE TRIGGER ${table}_added AFTER INSERT ON ${table} BEGIN
       INSERT INTO ${texts}(${one}_id, ${names}) VALUES (new.id, ${of('new')}); END`,
    `CREATE TRIGGER ${table}_renamed AFTER UPDATE OF ${names} ON ${table} BEGIN
       UPDATE ${texts} SET ${changes} WHERE ${one}_id = new.id; END`,
    `CREATE TRIGGER ${table}_removed AFTER DELETE ON ${table} BEGIN
       DELETE FROM ${texts} WHERE ${one}_id = old.id; END`,
  ]
}
