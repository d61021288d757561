revision 'x'

upgrade {
    backfill 'videos', set: 'a = b', batchsize: 100
    backfill 'videos', where: 'a IS NULL'
    backfill 'videos', set: 'a = b', batchSize: '100'
}

irreversible 'no'
