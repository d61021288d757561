import java.util.stream.Collectors

revision 'a116'

upgrade {
    List<Map<String, Object>> people = [[name: 'Ada', team: 'x', age: 36], [name: 'Bob', team: 'y', age: 20],
                                        [name: 'Cyd', team: 'x', age: 50]] as List<Map<String, Object>>
    Map<String, List<String>> names = people.stream().collect(Collectors.groupingBy({ Map<String, Object> p -> p.team as String },
            { new TreeMap<String, List<String>>() }, Collectors.mapping({ Map<String, Object> p -> p.name as String }, Collectors.toList())))
    assert names == [x: ['Ada', 'Cyd'], y: ['Bob']]
    Map<Boolean, Long> old = people.stream().collect(Collectors.partitioningBy({ Map<String, Object> p -> (p.age as int) > 30 },
            Collectors.counting()))
    assert old == [(true): 2L, (false): 1L]
    assert people.stream().collect(Collectors.averagingInt { Map<String, Object> p -> p.age as int }) > 35
    assert people.stream().map { it.name as String }.sorted(Comparator.reverseOrder()).limit(2).collect(Collectors.joining(', ', '<', '>')) == '<Cyd, Bob>'
    assert people.stream().collect(Collectors.toMap({ Map<String, Object> p -> p.name }, { Map<String, Object> p -> p.age })).Ada == 36
    IntSummaryStatistics ages = people.stream().mapToInt { it.age as int }.summaryStatistics()
    assert ages.max == 50 && ages.min == 20
    execute 'SELECT 1'
}
downgrade { }
