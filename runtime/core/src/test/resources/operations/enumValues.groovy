// enumValues
// Says what the values are now: missing ones are added, others dropped, and the order is this one. Without `was:` the database is asked what it has, which `change` and `--sql` cannot; `replaceWith: [old: 'new']` is for rows that have a value which goes.
// given
createEnum 'mood', ['sad', 'ok']
createTable('people') { column 'mood', enumeration('mood', ['sad', 'ok']) }
// shown
enumValues 'mood', ['ok', 'happy'], was: ['sad', 'ok']
