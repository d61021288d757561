revision 'a125'

upgrade {
    List<Integer> stack = [1, 2]
    stack.push(0)
    assert stack.pop() == 0 && stack.removeAt(0) == 1 && stack == [2]
    Deque<String> queue = new ArrayDeque<>(['a', 'b'])
    queue.addLast('c')
    assert queue.pollFirst() == 'a' && queue.peekLast() == 'c' && queue.removeLast() == 'c' && queue.getFirst() == 'b'
    LinkedList<Integer> linked = new LinkedList<>([1, 2, 3])
    assert linked.getFirst() == 1 && linked.removeLast() == 3 && linked.getLast() == 2
    assert new TreeSet<>([3, 1]).first() == 1 && new TreeMap<>([b: 1, a: 2]).firstKey() == 'a'
    assert [1, 2, 3].init() == [1, 2] && [1, 2, 3].tail() == [2, 3] && [1, 2, 3, 4].collate(2) == [[1, 2], [3, 4]]
    assert [1, [2, [3]]].flatten() == [1, 2, 3] && [1, 2, 3].indexOf(2) == 1
    execute 'SELECT 1'
}
downgrade { }
