revision 'x'

upgrade {
    backfill 'videos', set: 'a = b', where: 'a IS NULL', batchSize: 500, pause: 20
    backfill 'videos', set: [a: 1, b: sql('now()')], where: [c: null], key: 'id', schema: 'app'
    def state = 'done'
    backfill 'videos', set: "state = '${state}'", key: ['id', 'part']
    backfill 'videos', set: 'a = :a', where: 'b = :b', parameters: [a: state, b: 2]
}

irreversible 'no'
