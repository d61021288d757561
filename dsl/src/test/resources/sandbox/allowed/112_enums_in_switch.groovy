revision 'a112'

upgrade {
    assert State.values().collect { State s -> label(s) } == ['todo', 'doing', 'finished']
    assert State.valueOf('DONE').ordinal() == 2 && State.of('doing') == State.DOING
    Map<State, Integer> counts = new EnumMap<>(State)
    [State.TODO, State.TODO, State.DONE].each { counts.merge(it, 1) { Integer x, Integer y -> x + y } }
    assert counts == [(State.TODO): 2, (State.DONE): 1]
    assert State.TODO.next() == State.DOING && State.DONE > State.TODO
    assert EnumSet.range(State.TODO, State.DOING).size() == 2
    execute 'SELECT 1'
}
downgrade { }

enum State {
    TODO('todo'), DOING('doing'), DONE('done')

    final String code

    State(String code) { this.code = code }

    static State of(String code) { values().find { it.code == code } }
}

static String label(State state) {
    switch (state) {
        case State.TODO: return 'todo'
        case State.DOING: return 'doing'
        default: return 'finished'
    }
}
