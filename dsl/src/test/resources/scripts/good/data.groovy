revision 'a8'

upgrade('Fill the new columns; takes a minute per million rows') {
    table('users', schema: 'app').where('age > :age', age: 17).update(adult: true, checked_at: sql('now()'))
    table('users').where(team: null, state: ['a', 'b']).delete()
    table('users').delete()
    table('log').insert(at: Instant.parse('2026-01-01T00:00:00Z'), level: 'info')
    execute 'UPDATE t SET a = :a WHERE id = :id', [[a: 1, id: 1], [a: 2, id: 2]]
    bulkInsert 'nothing', []
    def name = 'x'
    execute "SELECT '${name}'"
    execute 'UPDATE t SET n = :n', n: "name is ${name}"
    bulkInsert 't', (1..3).collect { [id: it, name: "n$it"] }
}

downgrade("Gone is gone") {
    execute '''
        CREATE FUNCTION f() RETURNS trigger AS $$
        BEGIN NEW.updated_at = now(); RETURN NEW; END;
        $$ LANGUAGE plpgsql;
        CREATE TRIGGER t BEFORE UPDATE ON videos FOR EACH ROW EXECUTE FUNCTION f();
    '''
}
