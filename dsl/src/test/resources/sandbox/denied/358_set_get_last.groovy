revision 'd358'

upgrade {
    Set<String> s = ['a'] as LinkedHashSet<String>
    execute s.getLast()
}
downgrade { }
