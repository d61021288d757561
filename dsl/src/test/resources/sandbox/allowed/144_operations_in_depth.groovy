revision 'a144'

upgrade {
    deep(it, 200)
    int n = [3, 1, 2].sort { a, b ->
        execute 'SELECT 2'
        a <=> b
    }.first()
    try {
        execute 'SELECT 3'
    } finally {
        execute "SELECT $n"
    }
}
downgrade { }

void deep(Operations operations, int left) {
    operations.execute "SELECT 4 + $left"
    if (left > 0) {
        deep(operations, left - 1)
    }
}
