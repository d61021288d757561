// csv
// The rows of a CSV file beside the script, for `bulkInsert`. The first line names the columns.
// file countries.csv
code,name,in_europe
de,Germany,true
nz,"New Zealand",false
// given
createTable('countries') {
    column 'code', varchar(2), primaryKey: true
    column 'name', text
    column 'in_europe', bool
}
// shown
bulkInsert 'countries', csv('countries.csv')
// down
table('countries').delete()
