revision 'a101'

upgrade {
    assert area(w: 2, h: 3) == 6
    execute 'SELECT 1'
}
downgrade { }

int area(Map<String, Integer> o) { o.w * o.h }
