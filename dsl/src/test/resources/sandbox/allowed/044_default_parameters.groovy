revision 'a044'

upgrade {
    assert greet() == 'hi you'
    assert greet('Ada') == 'hi Ada'
    execute 'SELECT 1'
}
downgrade { }

String greet(String who = 'you') { 'hi ' + who }
