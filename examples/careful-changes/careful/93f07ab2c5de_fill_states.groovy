revision     '93f07ab2c5de'
downRevision '8a4be3906d17'
message      'Give old orders a state, a thousand at a time'
nolint       'empty-downgrade, the states stay as they are'

upgrade {
    backfill 'orders', set: "state = 'open'", where: 'state IS NULL'
}

downgrade('The states stay as they are.') {
}
