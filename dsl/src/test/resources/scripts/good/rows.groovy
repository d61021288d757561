revision 'b1'

upgrade {
    for (row in query('SELECT * FROM t WHERE id > :id', id: 5)) {
        String name = row.string('name')?.trim()?.toUpperCase()
        execute 'UPDATE t SET name = :name, n = :n WHERE id = :id', name: name, n: row.integer('n') + 1, id: row['id']
    }
    def total = query('SELECT 1').collect { it.decimal('n') }.sum()
    execute 'INSERT INTO totals VALUES (:t)', t: total
}

irreversible 'names were trimmed'
