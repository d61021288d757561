revision 'a090'

upgrade {
String csv = '''id,name
1,Ada
2,Bob'''
List<Map<String, String>> rows = []
List<String> lines = csv.readLines()
List<String> head = lines.first().tokenize(',')
for (String line in lines.drop(1)) {
    List<String> cells = line.tokenize(',')
    Map<String, String> row = [:]
    head.eachWithIndex { String h, int i -> row[h] = cells[i] }
    rows << row
}
assert rows == [[id: '1', name: 'Ada'], [id: '2', name: 'Bob']]
bulkInsert 'people', rows
    execute 'SELECT 1'
}
downgrade { }
