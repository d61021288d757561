revision 'a071'

upgrade {
    assert (new Money(1) + new Money(2)).cents == 3
    assert new Money(1) == new Money(1)
    assert [new Money(1), new Money(1)] as Set == [new Money(1)] as Set
    execute 'SELECT 1'
}
downgrade { }

class Money {
    final int cents
    Money(int c) { cents = c }
    Money plus(Money o) { new Money(cents + o.cents) }
    boolean equals(Object o) { o instanceof Money && ((Money) o).cents == cents }
    int hashCode() { cents }
}
