revision 'a034'

upgrade {
    assert new Circle(2).area() > 12
    Shape s = new Circle(1.0d)
    assert s.area() == Math.PI
    execute 'SELECT 1'
}
downgrade { }

interface Shape { double area() }
class Circle implements Shape {
    private final double r
    Circle(double r) { this.r = r }
    double area() { Math.PI * r * r }
}
