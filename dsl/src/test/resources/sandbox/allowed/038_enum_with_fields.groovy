revision 'a038'

upgrade {
    assert Planet.EARTH.mass == 5.97d
    assert Planet.MARS.heavy() == false
    execute 'SELECT 1'
}
downgrade { }

enum Planet {
    EARTH(5.97d), MARS(0.64d)
    final double mass
    Planet(double mass) { this.mass = mass }
    boolean heavy() { mass > 1 }
}
