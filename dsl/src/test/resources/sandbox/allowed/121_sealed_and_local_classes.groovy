revision 'a121'

upgrade {
    assert [new Circle(1.0), new Square(2.0)].collect { Shape s -> area(s) } == [3.14, 4.00]
    Counter c = new Counter()
    c.next()
    assert c.next() == 2
    execute 'SELECT 1'
}
downgrade { }

sealed interface Shape permits Circle, Square { }
record Circle(BigDecimal r) implements Shape { }
record Square(BigDecimal a) implements Shape { }

class Counter {
    private int n
    int next() { ++n }
}

static BigDecimal area(Shape shape) {
    if (shape instanceof Circle) return (3.14 * shape.r() * shape.r()).setScale(2, RoundingMode.HALF_UP)
    if (shape instanceof Square) return (shape.a() * shape.a()).setScale(2)
    throw new IllegalArgumentException("$shape")
}
