revision 'x'

change {
    backfill 'videos', set: 'a = b', where: 'a IS NULL'
}
