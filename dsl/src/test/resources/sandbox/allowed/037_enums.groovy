revision 'a037'

upgrade {
    assert Color.RED.next() == Color.GREEN
    assert Color.valueOf('RED') == Color.RED
    assert Color.values().length == 2
    Color c = 'GREEN' as Color
    assert c == Color.GREEN
    assert Color.GREEN.ordinal() == 1
    String said = ''
    switch (c) { case Color.RED: said = 'r'; break; case Color.GREEN: said = 'g'; break }
    assert said == 'g'
    execute 'SELECT 1'
}
downgrade { }

enum Color { RED, GREEN }
