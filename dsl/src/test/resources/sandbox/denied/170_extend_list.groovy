revision 'd170'

upgrade {
    bulkInsert 'x', new L()
}
downgrade { }

class L extends AbstractList<Map<String, Object>> { Map<String, Object> get(int i) { [a: 1] as Map<String, Object> }
    int size() { 1 } }
