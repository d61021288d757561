revision 'd303'

upgrade {
    Map<Integer, Integer> m = new TreeMap<>()
    execute fill(m, 1).toString()
}
downgrade { }

static int fill(Map<Integer, Integer> m, int n) { m.computeIfAbsent(n) { fill(m, n + 1) } }
