revision 'a111'

upgrade {
    Money a = new Money(10.50, 'EUR')
    Money b = Money.of('2.25 EUR')
    assert (a + b) == new Money(12.75, 'EUR')
    assert a.withAmount(1.0).amount() == 1.0 && a.currency == 'EUR'
    assert [b, a].max() == a
    assert [(a): 1, (b): 2][Money.of('10.50 EUR')] == 1
    Box<String> box = new Box<>('x', ['y'])
    assert box.all() == ['x', 'y']
    execute 'SELECT 1'
}
downgrade { }

record Money(BigDecimal amount, String currency) implements Comparable<Money> {
    static Money of(String text) {
        List<String> parts = text.tokenize()
        new Money(parts[0].toBigDecimal(), parts[1])
    }

    Money plus(Money other) { new Money(amount + other.amount(), currency) }

    Money withAmount(BigDecimal other) { new Money(other, currency) }

    int compareTo(Money other) { amount <=> other.amount() }
}

record Box<T>(T first, List<T> rest) {
    List<T> all() { [first] + rest }
}
