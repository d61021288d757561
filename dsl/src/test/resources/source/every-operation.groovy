revision 'w'

upgrade {
    createSchema 'billing', authorization: 'biller', ifNotExists: true
    createExtension 'hstore', schema: 'app', version: '1.8', cascade: true
    createEnum 'app.mood', ['sad', 'ok', "it's"]
    createTable(
        'app.accounts', ifNotExists: true, with: [fillfactor: 70, autovacuum_enabled: false], comment: 'Who pays'
    ) {
        column 'id', bigint, identity: true, primaryKey: true
        column 'seq', integer, identity: [always: true, start: 100, increment: 5]
        column 'owner_id', uuid, nullable: false, default: sql('gen_random_uuid()')
        column 'email', varchar(200), nullable: false, collation: 'C', comment: 'lower case'
        column 'state', enumeration('app.job_state', ['queued', 'running', 'done']), nullable: false, default: 'queued'
        column 'tags', array(text), storage: 'EXTERNAL', compression: 'lz4'
        column 'balance', numeric(12, 2), default: 0.5
        column 'doubled', numeric(13, 2), generated: 'balance * 2', stored: true
        column 'since', timestamp(timezone: true, precision: 3), default: sql('now()')
        column 'born', date, default: LocalDate.parse('2026-01-31')
        column 'place', type('geometry(Point, 4326)')
        foreignKey 'owner_id', references: 'app.users.id', onDelete: 'CASCADE', deferrable: true, initially: 'DEFERRED'
        foreignKey 'id', 'seq', references: 'other(a, b)', name: 'fk_both', onDelete: 'SET NULL (seq)', match: 'FULL'
        unique 'email'
        unique 'email', 'state', name: 'uq_mine', nullsNotDistinct: true, include: ['id']
        check 'balance >= 0'
        check "email <> ''", name: 'ck_email', noInherit: true
        exclude([state: '=', 'int4range(seq, 9)': '&&'], using: 'gist', where: 'seq > 0')
        index 'owner_id'
        index 'email', sql('lower(state::text) DESC'), name: 'ix_mine', unique: true, ops: [email: 'text_pattern_ops'],
                order: [email: 'DESC'], where: 'seq > 1'
    }
    createTable('pairs', strict: true, withoutRowid: true) {
        column 'a', integer, nullable: false, onConflict: 'IGNORE'
        column 'b', integer
        primaryKey 'a', 'b', onConflict: 'REPLACE'
    }
    createTable('events_2026', partitionOf: 'events', forValues: "FROM ('2026-01-01') TO ('2027-01-01')") { }
    dropTable 'old', ifExists: true, cascade: true
    dropTable('gone') {
        column 'id', integer, primaryKey: true
        column 'name', text
    }
    renameTable 'app.a', 'b'
    attachPartition 'events', 'events_2027', forValues: 'DEFAULT'
    detachPartition 'events', 'events_2025', concurrently: true, was: "FROM ('2025-01-01') TO ('2026-01-01')"
    addColumn 'tasks', 'priority', varchar(10), ifNotExists: true
    addColumn 'tasks', 'user_id', integer, nullable: false, unique: true, references: 'users.id', onDelete: 'CASCADE',
            check: 'user_id > 0'
    addColumn 'tasks', 'code', text, unique: true, index: true
    dropColumn 'tasks', 'a', cascade: true
    dropColumn 'tasks', 'b', was: varchar(10), existingNullable: false, existingDefault: 'no', existingComment: 'old'
    renameColumn 'tasks', 'details', 'description'
    alterColumn 'tasks', 'c', type: text, using: 'c::text', existingType: varchar(5), existingUsing: 'c::varchar(5)'
    alterColumn 'tasks', 'd', nullable: false, default: null, comment: null, existingDefault: 1, existingComment: 'old'
    alterColumn 'tasks', 'e', newColumnName: 'f', type: bigint, identity: 'always', views: 'recreate'
    createIndex 'ix_tasks', 'tasks', ['user_id', sql('created_at DESC')], unique: true, concurrently: true
    dropIndex 'ix_a'
    dropIndex 'ix_b', 'tasks', was: ['a', sql('b DESC')], unique: true
    renameIndex 'ix_c', 'ix_d'
    createPrimaryKey 'pk_t', 't', ['id']
    createUniqueConstraint 'uq_t', 't', [], usingIndex: 'ix_t'
    createForeignKey 'fk_t', 't', 'app.u', ['u_id'], ['id'], onUpdate: 'CASCADE', notValid: true
    createCheckConstraint 'ck_t', 't', 'a > 0', notValid: true
    createExcludeConstraint 'ex_t', 't', [room: '=', during: '&&'], using: 'gist'
    dropConstraint 'fk_a', 't', type: 'foreignKey', was: ['u_id'], references: 'u.id', onDelete: 'CASCADE'
    dropConstraint 'uq_a', 't', type: 'unique', was: ['a', 'b']
    dropConstraint 'ck_a', 't', ifExists: true
    renameConstraint 't', 'a', 'b'
    validateConstraint 't', 'ck_t'
    createTableComment 't', 'new', existingComment: 'old'
    dropTableComment 't'
    batchAlterTable('users', recreate: 'always') {
        addColumn 'n', integer, after: 'id'
        createCheckConstraint 'ck_n', 'n > 0'
        dropColumn 'o'
    }
    dropEnum 'app.mood', was: ['sad', 'ok']
    addEnumValue 'job_state', 'archived', after: 'done', ifNotExists: true
    renameEnum 'app.job_state', 'state'
    enumValues 'job_state', ['b', 'a'], was: ['a', 'b']
    renameEnumValue 'job_state', 'a', 'c'
    dropEnumValue 'job_state', 'c', replaceWith: 'b'
    createView 'open_tasks', 'SELECT id FROM tasks WHERE NOT done'
    createView 'app.totals', '''
        SELECT o.id, sum(o.cents)
        FROM orders o
        WHERE o.state = 'open'
    ''', columns: ['id', 'cents'], materialized: true, withData: false
    replaceView 'open_tasks', 'SELECT 1', checkOption: 'LOCAL', was: 'SELECT 2', existingCheckOption: null
    dropView 'mine', ifExists: true
    dropView 'totals', materialized: true, was: 'SELECT 1'
    refreshView 'totals', concurrently: true
    createSequence 'numbers', type: integer, start: 100, increment: 5, min: 1, max: null, cache: 20, cycle: true,
            ownedBy: 'app.tasks.n'
    alterSequence 'numbers', max: 999, restart: 7, was: [max: null]
    renameSequence 'numbers', 'counts'
    dropSequence 'counts', was: [start: 100]
    createFunction 'touch()', returns: 'trigger', body: '''
        BEGIN
            NEW.changed_at := now();
            RETURN NEW;
        END
        '''
    createFunction 'app.price(net numeric, rate numeric DEFAULT 0.2)', returns: numeric(12, 2), language: 'sql',
            volatility: 'IMMUTABLE', strict: true, cost: 10, set: [search_path: ['app', 'pg_temp']], replace: true,
            body: 'SELECT net * (1 + rate)', was: 'SELECT net'
    createProcedure 'tidy()', body: 'BEGIN NULL; END'
    dropFunction 'price(numeric, numeric)', ifExists: true
    dropProcedure 'tidy()', was: 'BEGIN NULL; END'
    createTrigger 'tasks_touch', 'tasks', before: 'update', of: ['title'], when: 'OLD.* IS DISTINCT FROM NEW.*',
            execute: 'touch()'
    createTrigger 'tasks_late', 'app.tasks', after: ['insert', 'delete'], constraint: true, deferrable: true,
            initially: 'DEFERRED', execute: 'app.late(1)'
    dropTrigger 'tasks_touch', 'tasks', ifExists: true
    dropExtension 'hstore', was: [schema: 'app', version: '1.8']
    dropSchema 'billing', authorization: 'biller', cascade: true
    table('projects').where(old_status: 'todo', team: null).update(new_status: 'idea', at: sql('now()'))
    table('users').where('age > :age', age: 17).delete()
    table('log').insert(at: Instant.parse('2026-01-01T00:00:00Z'), level: 'info')
    bulkInsert 'roles', [[id: 1, name: 'admin'], [id: 2, name: "member's"]]
    bulkInsert 'countries', csv('countries.csv', delimiter: ';', columns: ['code', 'name'], nulls: '\\N')
    bulkInsert 'people', jsonLines('people.jsonl')
    execute '''
        UPDATE tasks
        SET priority_id = :medium
    ''', medium: 2
    execute 'UPDATE t SET a = :a WHERE id = :id', [[a: 1, id: 1], [a: 2.5, id: 2]]
    executeFile 'up.sql', down: 'down.sql', region: 'eu'
    backfill 'videos', set: 'youtube_video_id = youtube_id',
            where: 'youtube_video_id IS NULL AND youtube_id IS NOT NULL', batchSize: 500, pause: 10, down: ''
    backfill 'jobs', set: [state: 'done', at: sql('now()')], where: [state: ['a', 'b']], key: ['a', 'b'],
            down: 'state = NULL'
    createEnum 'countries', [
        'Afghanistan', 'Albania', 'Algeria', 'Andorra', 'Angola', 'Antigua', 'Argentina', 'Armenia', 'Australia',
        'Austria', 'Azerbaijan'
    ]
}

downgrade { }
