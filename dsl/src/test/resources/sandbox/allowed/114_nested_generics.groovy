revision 'a114'

upgrade {
    Map<String, Map<Integer, List<String>>> tree = [a: [1: ['x', 'y'], 2: []], b: [3: ['z']]] as Map<String, Map<Integer, List<String>>>
    List<String> leaves = tree.collectMany { String k, Map<Integer, List<String>> v -> v.values().toList().flatten() as List<String> }
    assert leaves == ['x', 'y', 'z']
    Map<String, Map<Integer, List<String>>> built = [:]
    built.computeIfAbsent('k') { [:] as Map<Integer, List<String>> }.computeIfAbsent(1) { [] as List<String> }.add('v')
    assert built == [k: [1: ['v']]]
    List<Map<String, Integer>> rows = [[a: 1], [a: 2]]
    assert rows.sum { Map<String, Integer> row -> row.a } == 3
    Optional<List<? extends Number>> some = Optional.of([1, 2.5] as List<? extends Number>)
    assert some.get().size() == 2
    assert pair('x', [1]).v2[0] == 1
    execute 'SELECT 1'
}
downgrade { }

static <A, B extends Collection<Integer>> Tuple2<A, B> pair(A a, B b) { new Tuple2<>(a, b) }
