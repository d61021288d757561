revision 'b2'

def tables = ['users', 'teams']
int width = 20

upgrade {
    tables.each { name ->
        addColumn name, 'note', varchar(width), default: "of $name"
    }
    createTable('wide') {
        column 'id', integer, primaryKey: true
        (1..3).each { n -> column "c$n", integer }
        for (name in tables) {
            column name, text
            index name
        }
        primaryKeyless()
    }
    for (table in ['a', 'b']) {
        audit(this.stamp(table))
    }
    if (argument('demo') == 'yes') {
        bulkInsert 'users', [[name: 'demo']]
    }
}

downgrade {
    tables.reverse().each { dropColumn it, 'note' }
}

String stamp(String name) { name + '_log' }
void audit(String name) { }
void primaryKeyless() { }
