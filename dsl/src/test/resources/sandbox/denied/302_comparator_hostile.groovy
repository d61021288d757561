revision 'd302'

upgrade {
    [1, 2].sort(new C())
}
downgrade { }

class C implements Comparator<Integer> { int compare(Integer x, Integer y) { while (true) { } } }
