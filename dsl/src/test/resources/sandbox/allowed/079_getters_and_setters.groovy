revision 'a079'

upgrade {
    T t = new T()
    t.celsius = 100
    assert t.fahrenheit == 212
    execute 'SELECT 1'
}
downgrade { }

class T {
    private int c
    void setCelsius(int x) { c = x }
    int getFahrenheit() { (c * 9).intdiv(5) + 32 }
}
