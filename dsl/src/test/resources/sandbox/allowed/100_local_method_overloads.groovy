revision 'a100'

upgrade {
    assert kind(1) == 'int' && kind('x') == 'text'
    execute 'SELECT 1'
}
downgrade { }

String kind(int n) { 'int' }
String kind(String s) { 'text' }
