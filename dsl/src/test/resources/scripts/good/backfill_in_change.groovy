revision 'x'

change {
    backfill 'videos', set: 'a = b', where: 'a IS NULL', down: ''
    backfill 'videos', set: 'n = n + 1', batchSize: 10, down: 'n = n - 1'
}
