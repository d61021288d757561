revision '1a7c30e9d542'
message  'Create countries and cities'

change {
    createTable('countries') {
        column 'code', varchar(2), primaryKey: true
        column 'name', varchar(80), nullable: false
        column 'population', bigint
        column 'in_europe', bool, nullable: false
    }
    createTable('cities') {
        column 'id', integer, primaryKey: true
        column 'country_code', varchar(2), nullable: false
        column 'name', varchar(80), nullable: false
        column 'facts', json
        column 'size', varchar(10)
        foreignKey 'country_code', references: 'countries.code'
    }
}
