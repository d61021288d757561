revision 'd298'

upgrade {
    execute([1].addAll(new Endless().toList()).toString())
}
downgrade { }

class Endless implements Iterable<Integer>, Iterator<Integer> {
    Iterator<Integer> iterator() { this }
    boolean hasNext() { true }
    Integer next() { 1 }
}
