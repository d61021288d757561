revision 'd269'

upgrade {
    execute new T()
}
downgrade { }

class T implements CharSequence {
    int length() { 1 }
    char charAt(int i) { 'x' as char }
    CharSequence subSequence(int a, int b) { this }
}
