revision     'work'
downRevision 'train'
message      'Use what most revisions use'

upgrade {
    createTable('people') {
        column 'id', bigint, primaryKey: true
        column 'name', varchar(80), nullable: false, unique: true
        column 'boss_id', bigint, index: true
        column 'created_at', timestamp, nullable: false, default: sql('CURRENT_TIMESTAMP')
        foreignKey 'boss_id', references: 'people.id', onDelete: 'cascade'
        check "name <> ''"
    }
    addColumn 'people', 'age', integer
    createIndex 'ix_people_name', 'people', ['name', 'age']
    bulkInsert 'people', [[id: 1, name: 'Ada'], [id: 2, name: 'Grace']]
    table('people').where(id: 2).update(age: 30)
    execute "UPDATE people SET age = :age WHERE name = 'Ada'", age: 36
    backfill 'people', set: 'boss_id = 1', where: 'id > 1 AND boss_id IS NULL', batchSize: 10
}

downgrade {
    dropIndex 'ix_people_name', 'people'
    dropColumn 'people', 'age'
    dropTable 'people'
}
