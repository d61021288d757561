revision 'd342'

upgrade {
    new TreeMap<K, Integer>().with { put(new K(), 1) }
}
downgrade { }

class K implements Comparable<K> { int compareTo(K o) { new TreeSet<K>([o, this]).size() } }
