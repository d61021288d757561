revision 'd270'

upgrade {
    execute 'UPDATE t SET a = :a', a: new T()
}
downgrade { }

class T implements CharSequence {
    int length() { 1 }
    char charAt(int i) { 'x' as char }
    CharSequence subSequence(int a, int b) { this }
}
