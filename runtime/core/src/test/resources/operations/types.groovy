// smallint, integer, bigint, numeric, real, doublePrecision, varchar, character, text, bool, date, time, timestamp, uuid, json, jsonb, bytes, type
// The types that both databases have, under SQL's names. `type` takes any other as it is written.
// shown
createTable('everything') {
    column 'a', smallint
    column 'b', integer
    column 'c', bigint
    column 'd', numeric(12, 2)
    column 'e', real
    column 'f', doublePrecision
    column 'g', varchar(200)
    column 'h', character(2)
    column 'i', text
    column 'j', bool
    column 'k', date
    column 'l', time
    column 'm', timestamp(timezone: true, precision: 3)
    column 'n', uuid
    column 'o', json
    column 'p', jsonb
    column 'q', bytes
    column 'r', type('point')
}
