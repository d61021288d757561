import dev.retort.internal.operation.RowFile

revision 'x'

upgrade {
    bulkInsert 't', new RowFile.JsonLines('people.jsonl', ['a'])
}

irreversible 'x'
