revision 'a105'

upgrade {
    Map<String, Object> doc = Json.object('''
        {"name": "Ada", "tags": ["x", "y"], "age": 36, "big": 12345678901, "rate": 1.50, "ok": true, "none": null,
         "address": {"city": "London"}}
    ''')
    assert doc.name == 'Ada'
    assert doc['tags'] == ['x', 'y']
    assert doc.age == 36 && doc.age instanceof Integer
    assert doc.big instanceof Long
    assert doc.rate == 1.50 && (doc.rate as BigDecimal).scale() == 2
    assert doc.ok == true && doc.none == null && doc.containsKey('none')
    assert (doc.address as Map).city == 'London'
    assert Json.at(doc, 'address', 'city') == 'London'
    assert Json.at(doc, 'tags', 1) == 'y'
    assert Json.at(doc, 'tags', 7) == null && Json.at(doc, 'no', 'where') == null
    assert doc.keySet().toList().first() == 'name' 
    execute 'SELECT 1'
}
downgrade { }
