revision 'a3'

upgrade {
    createTable('every_type') {
        column 'a', smallint
        column 'b', integer
        column 'c', bigint
        column 'd', numeric(12, 2)
        column 'e', numeric(5)
        column 'f', numeric
        column 'g', real
        column 'h', doublePrecision
        column 'i', varchar(200)
        column 'j', varchar
        column 'k', character(2)
        column 'l', text
        column 'm', bool
        column 'n', date
        column 'o', time
        column 'p', time(timezone: true)
        column 'q', timestamp
        column 'r', timestamp(3)
        column 's', timestamp(timezone: true, precision: 6)
        column 't', uuid
        column 'u', json
        column 'v', jsonb
        column 'w', bytes
        column 'x', interval
        column 'y', array(text)
        column 'z', array(numeric(12, 2))
        column 'aa', enumeration('job_state', ['queued', 'done'])
        column 'ab', enumeration('job_state', ['queued'], schema: 'app')
        column 'ac', type('citext')
        column 'ad', varchar(3), default: null
    }
}

downgrade { dropTable 'every_type' }
